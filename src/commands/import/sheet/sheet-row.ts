/** One row of a sheet to a session, cell by cell; what is not understood is left over. */
import { sessionFields } from "../../../build/session-fields.ts";
import { toInstant } from "../../../programme/civil-time.ts";
import { MINUTE } from "../../../programme/instant.ts";
import { fail, succeed, type Result } from "../../../programme/result.ts";
import { findTimes } from "../../announce/when/times.ts";
import { settleTime } from "../../announce/when/which-time.ts";
import type { Columns, Role } from "./columns.ts";
import { readDescription, splitPlace } from "../description.ts";
import type { NoSession } from "../calendar/event.ts";
import type { PastContext, PastSession } from "../past-session.ts";
import { readPresenters } from "../presenters.ts";
import { readDateCell, type Order } from "./sheet-dates.ts";
import { readLinks } from "./sheet-links.ts";
import { toSessionTime, toWholeDay } from "../session-time.ts";
import { findNoTitle, readTitle } from "../title.ts";

export interface RowContext {
  columns: Columns;
  order: Order | null;
  /** Of the heading above. */
  year: number | null;
  place: string;
}

export type Say = (role: Role) => string;

export function readRow(
  cells: readonly string[],
  row: RowContext,
  context: PastContext,
): Result<PastSession, NoSession> {
  const { at } = row.columns;
  const say: Say = (role) => cells[at[role] ?? -1] ?? "";
  const titled = readTitle(say("title"), context.names);
  const noTitle = findNoTitle(titled.title);
  if (noTitle !== null) return refuse(noTitle);
  const time = readTime(say, row, context);
  if (!time.ok) return time;
  const status = readStatus(say("status"));
  // Where affiliations have a column of their own, names alone are in the other.
  const isOfNames = at.affiliation !== undefined;
  const people = withAffiliation(readPresenters(say("presenters"), isOfNames), say("affiliation"));
  const { meeting, room } = splitPlace(say("location"));
  const links = readLinks(say, titled.title);
  const { abstract, leftOver } = readDescription(say("abstract"));
  return succeed({
    place: row.place,
    id: null,
    number: titled.number ?? readNumber(say("number")),
    title: titled.title,
    ...time.value,
    status: titled.status ?? status,
    presenters: people.presenters,
    papers: links.papers,
    join: links.join ?? meeting,
    location: room === "" ? undefined : room,
    replay: links.replay,
    announced: time.value.date,
    abstract,
    leftOver: [...people.leftOver, ...links.leftOver, ...leftOver],
  });
}

const TO_BE_ANNOUNCED = /^(?:tb[acd]|\?+|[-–—]+)$/i;

type RowTime = Result<ReturnType<typeof toWholeDay>, NoSession>;

function readTime(say: Say, { order, year }: RowContext, context: PastContext): RowTime {
  if (say("date") === "") return refuse("has no date");
  const column = /^(?:19|20)\d{2}$/.test(say("year")) ? Number(say("year")) : null;
  const day = readDateCell(say("date"), order, column ?? year);
  if (!day.ok) return refuse(day.error.message);
  const { date, rest } = day.value;
  const said = [rest, say("time")].filter((one) => one !== "");
  if (said.length === 0) return succeed({ date, start: undefined, clock: undefined, duration: undefined });
  if (said.every((one) => TO_BE_ANNOUNCED.test(one))) return succeed(toWholeDay(date));
  const until = say("end") === "" ? "" : `–${say("end")}`;
  return readClock(`${said.join(" ")}${until} ${say("zone")}`.trim(), date, context);
}

/** A time that is not wholly understood must not pass for the usual one. */
function readClock(words: string, date: string, context: PastContext): RowTime {
  const { timeZone, usual } = context;
  const [time, another] = findTimes(words);
  const left = words.replace(time?.text ?? "", " ").replace(/[\s,;:()|@–-]+/g, "");
  if (time === undefined || another !== undefined || left !== "")
    return refuse(`"${words}" is not understood as a time`);
  const settled = settleTime([time], date, { timeZone, start: usual.start });
  if (!settled.ok) return refuse(settled.error.message);
  const { date: civil, start = usual.start, duration } = settled.value;
  const instant = toInstant(civil, start, timeZone);
  if (!instant.ok) return refuse(`${start} on ${civil} does not exist in ${timeZone}`);
  const end = duration === undefined ? null : instant.value + duration * MINUTE;
  return succeed(toSessionTime(instant.value, end, context));
}

function readNumber(text: string): number | undefined {
  const digits = /^(?:S|#|No\.?|Nr\.?|Session)?\s*0*(\d{1,4})$/i.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function readStatus(text: string): PastSession["status"] {
  const status = sessionFields.status.safeParse(text.toLowerCase().replace("canceled", "cancelled"));
  return status.success && status.data !== "scheduled" ? status.data : undefined;
}

/** An affiliation beside one name is that person's. */
function withAffiliation(read: ReturnType<typeof readPresenters>, affiliation: string): typeof read {
  const [person, another] = read.presenters;
  if (affiliation === "" || TO_BE_ANNOUNCED.test(affiliation)) return read;
  if (person === undefined || another !== undefined || person.affiliation !== undefined)
    return { ...read, leftOver: [...read.leftOver, `affiliation: "${affiliation}"`] };
  return { ...read, presenters: [{ ...person, affiliation: affiliation.replace(/\s+/g, " ") }] };
}

function refuse(message: string): { ok: false; error: NoSession } {
  return fail({ reason: "no_session", message });
}
