/** One event of a calendar to a session. */
import { parseWebAddress } from "../../../build/links.ts";
import { toCivil } from "../../../programme/civil-time.ts";
import { DAY } from "../../../programme/instant.ts";
import { fail, succeed, type Result } from "../../../programme/result.ts";
import type { Presenter } from "../../../programme/session.ts";
import { toTitleKey } from "../../announce/lines/line.ts";
import { isFullName } from "../../announce/who/name.ts";
import { withTitle } from "../description-labels.ts";
import { readDescription, splitPlace, type ReadDescription } from "../description.ts";
import { toLastingId } from "../lasting-id.ts";
import type { Occurrence } from "./occurrences.ts";
import { UNSAID, type PastContext, type PastSession } from "../past-session.ts";
import { toSessionTime, toWholeDay } from "../session-time.ts";
import { findNoTitle, readTitle } from "../title.ts";

export type NoSession = { reason: "no_session"; message: string };

/** Where programs say how to join, the surest first. */
const CONFERENCES = ["x-google-conference", "conference", "x-microsoft-skypeteamsmeetingurl"];

export function readEvent(occurrence: Occurrence, context: PastContext): Result<PastSession, NoSession> {
  const { component, place, when, seriesDay } = occurrence;
  const say: Say = (name) => toText(component, name);
  const own = readTitle(say("summary"), context.names);
  const isPrivate = /^(?:private|confidential)$/i.test(say("class"));
  const reason = isPrivate ? "is private" : findNoTitle(own.title);
  if (reason !== null) return fail({ reason: "no_session", message: reason });
  const time = toTime(when, context);
  if (time === null) return fail({ reason: "no_session", message: `"${own.title}" lasts longer than a day` });
  // Outlook's own field, where the plain one is empty.
  const about = readDescription(say("description") || say("x-alt-desc"));
  const titled = toTitle(own.title, about);
  const where = readPlace(say, about);
  return succeed({
    ...UNSAID,
    place,
    id: toId(say("uid"), seriesDay, context),
    number: own.number,
    title: titled.title,
    ...(say("summary") !== titled.title && { ownTitle: say("summary") }),
    ...time,
    status: toStatus(say("status")) ?? own.status,
    presenters: titled.presenters,
    papers: withTitle(about.papers, titled.title),
    join: where.join,
    location: where.location,
    replay: about.replay,
    slides: about.slides,
    code: about.code,
    announced: toAnnounced(say("created"), time.date, context),
    abstract: withPage(about.abstract, where.page),
    leftOver: [...about.leftOver, ...titled.leftOver, ...where.leftOver],
  });
}

/** The event's own page stays known. */
export function withPage(abstract: string, page: string): string {
  return page === "" || abstract.includes(page) ? abstract : `${abstract}\n\n<${page}>`.trim();
}

/** A title that the description names as such counts; the event's own may then be who presents. */
export function toTitle(
  own: string,
  { title, presenters }: ReadDescription,
): { title: string; presenters: Presenter[]; leftOver: string[] } {
  if (title === undefined || toTitleKey(title) === toTitleKey(own))
    return { title: own, presenters, leftOver: [] };
  if (presenters.some(({ name }) => toTitleKey(name) === toTitleKey(own)))
    return { title, presenters, leftOver: [] };
  if (presenters.length === 0 && isFullName(own)) return { title, presenters: [{ name: own }], leftOver: [] };
  return { title, presenters, leftOver: [`title: "${own}"`] };
}

/** "" where the event does not say it, or says what is no value of its kind. */
function toText(component: Occurrence["component"], name: string): string {
  try {
    return String(component.getFirstPropertyValue(name) ?? "").trim();
  } catch {
    return "";
  }
}

type Say = (name: string) => string;

interface Where {
  join: string | undefined;
  location: string | undefined;
  /** The event's own, "" where it has none. */
  page: string;
  leftOver: string[];
}

function readPlace(say: Say, { meetings, room: described }: ReadDescription): Where {
  const { meeting, room } = splitPlace(say("location"));
  const told = CONFERENCES.map(say).find((one) => parseWebAddress(one).ok);
  const url = toAddress(say("url"));
  const isMeeting = readDescription(url).meetings.length > 0;
  // Two meetings in a description: which is this one's cannot be told.
  const only = meetings.length === 1 ? meetings[0] : undefined;
  const join = told ?? meeting ?? (isMeeting ? url : only);
  return {
    join,
    location: room || described,
    page: isMeeting ? "" : url,
    leftOver: [
      ...toOtherRoom(room, described),
      ...(meetings.length > 1 && join === undefined ? [`several meeting links: ${meetings.join(", ")}`] : []),
    ],
  };
}

function toAddress(text: string): string {
  const address = parseWebAddress(text);
  return address.ok ? address.value : "";
}

function toOtherRoom(room: string, described: string | undefined): string[] {
  return room === "" || described === undefined || described === room ? [] : [`room: "${described}"`];
}

function toTime(when: Occurrence["when"], context: PastContext): ReturnType<typeof toSessionTime> | null {
  if ("day" in when) return when.days > 1 ? null : toWholeDay(when.day);
  const { startsAt, endsAt } = when;
  return endsAt !== null && endsAt - startsAt > DAY ? null : toSessionTime(startsAt, endsAt, context);
}

/** Each of a series has an id of its own, from the day for which it was planned first: it stays when it is moved. */
function toId(uid: string, seriesDay: string | null, { uidDomain }: PastContext): string | null {
  if (uid === "") return null;
  const id = toLastingId(uid, uidDomain);
  return seriesDay === null ? id : `${id}-${seriesDay}`;
}

function toStatus(status: string): PastSession["status"] {
  if (/^cancelled$/i.test(status)) return "cancelled";
  return /^tentative$/i.test(status) ? "tentative" : undefined;
}

/** When the event was made, where that was before it; else its day, so that it is no news. */
function toAnnounced(created: string, date: string, { timeZone }: PastContext): string {
  const at = Date.parse(created);
  const day = Number.isNaN(at) ? date : toCivil(at, timeZone).date;
  return day < date && day >= "1970-01-02" ? day : date;
}
