/** An RSS or Atom feed of sessions that were, by way of rss-parser. */
import Parser from "rss-parser";
import { parseWebAddress } from "../../build/links.ts";
import { toCivil } from "../../programme/civil-time.ts";
import { fail, succeed, type Result } from "../../programme/result.ts";
import { sessionFields } from "../../build/session-fields.ts";
import { toTitle, withPage, type NoSession } from "./calendar/event.ts";
import { withTitle } from "./description-labels.ts";
import { readDescription, toPlainText, type ReadDescription } from "./description.ts";
import { findSaidTime, type SaidTime } from "./feed-time.ts";
import { toLastingId } from "./lasting-id.ts";
import {
  UNSAID,
  type PastContext,
  type PastSession,
  type ReadPast,
  type UnreadFile,
} from "./past-session.ts";
import { findNoTitle, findSeries, readTitle } from "./title.ts";

type Item = Parser.Item & { id?: string; "content:encoded"?: string };

/** Every item with a title and a date. */
export async function readFeed(text: string, context: PastContext): Promise<Result<ReadPast, UnreadFile>> {
  const parsed = await new Parser<Record<string, unknown>, Item>()
    .parseString(text)
    .catch((error: unknown) => {
      return error instanceof Error ? error.message.replace(/\n[^]*/, "") : String(error);
    });
  if (typeof parsed === "string")
    return fail({ reason: "unread_file", message: `is no whole feed: ${parsed}` });
  const read: ReadPast = { sessions: [], passedOver: [], notes: [] };
  const names = [...context.names, ...findSeries(parsed.items.map(({ title = "" }) => toPlainText(title)))];
  parsed.items.forEach((item, index) => {
    const place = `item ${index + 1}`;
    const session = readItem(item, place, { ...context, names });
    if (session.ok) read.sessions.push(session.value);
    else read.passedOver.push({ place, reason: session.error.message });
  });
  read.sessions.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return succeed(read);
}

function readItem(item: Item, place: string, context: PastContext): Result<PastSession, NoSession> {
  const own = readTitle(toPlainText(item.title ?? ""), context.names);
  const noTitle = findNoTitle(own.title);
  if (noTitle !== null) return fail({ reason: "no_session", message: noTitle });
  const about = readDescription(toContent(item), true);
  const posted = toPosted(item, context);
  const time = toTime(about, toPlainText(toContent(item)), posted, context);
  if (!time.ok) return fail({ reason: "no_session", message: `"${own.title}" ${time.error.message}` });
  const { leftOver, ...when } = time.value;
  const { title, presenters, leftOver: otherTitle } = toTitle(own.title, about);
  return succeed({
    ...UNSAID,
    place,
    id: toId(item, context),
    number: own.number,
    title,
    ownTitle: item.title ?? title,
    ...when,
    status: own.status,
    presenters,
    papers: withTitle(about.papers, title),
    join: toOnly(about.meetings),
    location: about.room,
    replay: about.replay ?? toEnclosed(item),
    slides: about.slides,
    code: about.code,
    announced: toEarlier(posted, when.date),
    abstract: withPage(about.abstract, toPage(item)),
    leftOver: [...about.leftOver, ...otherTitle, ...leftOver],
  });
}

function toTime(
  { times }: ReadDescription,
  text: string,
  posted: string | null,
  context: PastContext,
): Result<SaidTime, { reason: "no_time"; message: string }> {
  const said = findSaidTime(times, text, posted, context);
  if (!said.ok) return said;
  if (said.value !== null) return succeed(said.value);
  if (posted === null) return fail({ reason: "no_time", message: "has no date" });
  // A feed's instant is that of the posting: the hour of the session is not known.
  return succeed({
    date: posted,
    isDayOfPosting: true,
    start: undefined,
    clock: undefined,
    duration: undefined,
    leftOver: [`${posted} is the day of the posting`],
  });
}

/** Of two meetings none is known to be this one's. */
function toOnly([first, second]: readonly string[]): string | undefined {
  return second === undefined ? first : undefined;
}

/** A session is announced on its day at the latest, so that it is no news. */
function toEarlier(posted: string | null, date: string): string {
  return posted === null || posted > date ? date : posted;
}

function toContent(item: Item): string {
  return item["content:encoded"] ?? item.content ?? "";
}

function toId(item: Item, { uidDomain }: PastContext): string | null {
  const name = item.guid ?? item.id ?? item.link ?? "";
  return name === "" ? null : toLastingId(name, uidDomain);
}

/** A podcast's episode is the recording. */
function toEnclosed({ enclosure }: Item): string | undefined {
  const { url = "", type = "" } = enclosure ?? {};
  const isRecording = /^(?:audio|video)\//.test(type) && sessionFields.replay.safeParse(url).success;
  return isRecording ? url : undefined;
}

function toPage({ link = "" }: Item): string {
  const page = parseWebAddress(link);
  return page.ok ? page.value : "";
}

function toPosted(item: Item, { timeZone }: PastContext): string | null {
  const at = Date.parse(item.isoDate ?? item.pubDate ?? "");
  return Number.isNaN(at) ? null : toCivil(at, timeZone).date;
}
