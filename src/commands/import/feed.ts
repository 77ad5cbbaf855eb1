/** An RSS or Atom feed of sessions that were, by way of rss-parser. */
import Parser from "rss-parser";
import { parseWebAddress } from "../../build/links.ts";
import { toCivil } from "../../programme/civil-time.ts";
import { fail, succeed, type Result } from "../../programme/result.ts";
import { parseLabel } from "../announce/drafts/labels.ts";
import { toCleanText } from "../announce/lines/line.ts";
import { readDescription, toPlainText } from "./description.ts";
import type { NoSession } from "./calendar/event.ts";
import { toLastingId } from "./lasting-id.ts";
import type { PastContext, PastSession, ReadPast, UnreadFile } from "./past-session.ts";
import { readDateCell } from "./sheet/sheet-dates.ts";
import { findNoTitle, readTitle } from "./title.ts";

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
  parsed.items.forEach((item, index) => {
    const place = `item ${index + 1}`;
    const session = readItem(item, place, context);
    if (session.ok) read.sessions.push(session.value);
    else read.passedOver.push({ place, reason: session.error.message });
  });
  read.sessions.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return succeed(read);
}

function readItem(item: Item, place: string, context: PastContext): Result<PastSession, NoSession> {
  const { title, number, status } = readTitle(toPlainText(item.title ?? ""), context.names);
  const noTitle = findNoTitle(title);
  if (noTitle !== null) return fail({ reason: "no_session", message: noTitle });
  const content = toContent(item);
  const posted = toPosted(item, context);
  const said = findSaidDate(toPlainText(content));
  const date = said ?? posted;
  if (date === null) return fail({ reason: "no_session", message: `"${title}" has no date` });
  const { presenters, meetings, abstract, leftOver } = readDescription(content);
  return succeed({
    place,
    id: toId(item, context),
    number,
    title,
    date,
    // A feed's instant is that of the posting: the hour of the session is not known.
    start: undefined,
    clock: undefined,
    duration: undefined,
    status,
    presenters,
    papers: [],
    join: meetings.length === 1 ? meetings[0] : undefined,
    location: undefined,
    replay: undefined,
    announced: posted === null || posted > date ? date : posted,
    abstract: withPage(abstract, item.link ?? ""),
    leftOver: [...leftOver, ...(said === null ? [`${date} is the day of the posting`] : [])],
  });
}

function toContent(item: Item): string {
  return item["content:encoded"] ?? item.content ?? "";
}

function toId(item: Item, { uidDomain }: PastContext): string | null {
  const name = item.guid ?? item.id ?? item.link ?? "";
  return name === "" ? null : toLastingId(name, uidDomain);
}

function withPage(abstract: string, link: string): string {
  const page = parseWebAddress(link);
  return page.ok && !abstract.includes(page.value) ? `${abstract}\n\n<${page.value}>`.trim() : abstract;
}

function toPosted(item: Item, { timeZone }: PastContext): string | null {
  const at = Date.parse(item.isoDate ?? item.pubDate ?? "");
  return Number.isNaN(at) ? null : toCivil(at, timeZone).date;
}

/** The date of a line such as "When: 15 June 2026, 1pm", where it is the only one and says its year. */
function findSaidDate(text: string): string | null {
  const dates = text.split("\n").flatMap((line) => {
    const label = parseLabel(toCleanText(line));
    const read = label?.name === "time" ? readDateCell(label.value, null, null) : null;
    return read?.ok === true ? [read.value.date] : [];
  });
  const [date, another] = new Set(dates);
  return another === undefined ? (date ?? null) : null;
}
