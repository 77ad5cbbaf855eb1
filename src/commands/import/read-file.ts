/** A file that an organiser has: what kind it is, by its content, and what is in it. */
import { isUtf8 } from "node:buffer";
import { fail, succeed, type Result } from "../../programme/result.ts";
import { readCalendar } from "./calendar/calendar.ts";
import { readDump, type ReadDump } from "./videos/dump.ts";
import { readFeed } from "./feed.ts";
import type { PastContext, ReadPast, UnreadFile } from "./past-session.ts";
import { readSheet, type SheetWishes } from "./sheet/sheet.ts";
import { readRows, toSheetText } from "./sheet/sheet-rows.ts";
import { isTakeoutHeader, readTakeout } from "./videos/takeout.ts";

export type ReadFile = ({ kind: "calendar" | "sheet" | "feed" } & ReadPast) | ({ kind: "videos" } & ReadDump);

/** A dump of ten thousand videos with their descriptions. */
export const MAX_FILE_BYTES = 50_000_000;

/** Sessions of a calendar, a sheet or a feed, or the videos of a dump. */
export async function readFile(
  bytes: Buffer,
  wishes: SheetWishes,
  context: PastContext,
): Promise<Result<ReadFile, UnreadFile>> {
  if (bytes.byteLength > MAX_FILE_BYTES) return unread(`is larger than ${MAX_FILE_BYTES / 1_000_000} MB`);
  if (bytes.includes(0) && !isUtf16(bytes))
    return unread("is no text; export the sheet as CSV, the calendar as .ics");
  const text = toSheetText(bytes).replace(/^\ufeff/, "");
  const start = text.trimStart().slice(0, MAX_START_CHARACTERS);
  if (start === "") return unread("is empty");
  if (/^BEGIN:VCALENDAR/i.test(start)) return withKind("calendar", readCalendar(text, context));
  if (/^[[{]/.test(start)) return readJson(text);
  if (start.startsWith("<")) return await readMarkup(text, start, context);
  const takeout = readRows(text, isTakeoutHeader);
  if (takeout.ok)
    return succeed({ kind: "videos", ...readTakeout(takeout.value.rows, takeout.value.header) });
  return withKind("sheet", readSheet(text, wishes, context));
}

/** What stands before the root of a feed is shorter. */
const MAX_START_CHARACTERS = 2_000;

async function readMarkup(
  text: string,
  start: string,
  context: PastContext,
): Promise<Result<ReadFile, UnreadFile>> {
  if (start.includes("youtube.com/xml/schemas"))
    return unread(
      "is a YouTube channel's feed, which the service reads by itself; for older videos use a yt-dlp dump",
    );
  if (/<(?:rss|feed|rdf:RDF)[\s>]/i.test(start)) return withKind("feed", await readFeed(text, context));
  return unread("is a web page, expected .ics, .csv, .tsv, a feed or a dump of videos");
}

function isUtf16(bytes: Buffer): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xfe && !isUtf8(bytes);
}

function withKind(
  kind: "calendar" | "sheet" | "feed",
  read: Result<ReadPast, UnreadFile>,
): Result<ReadFile, UnreadFile> {
  return read.ok ? succeed({ kind, ...read.value }) : read;
}

/** A document, or one on each line (`yt-dlp --dump-json`). */
function readJson(text: string): Result<ReadFile, UnreadFile> {
  const whole = parse(text);
  const value = whole === undefined ? parseLines(text) : whole;
  if (!value.ok) return unread(value.error.message);
  const dump = readDump(value.value);
  if (dump.videos.length + dump.passedOver.length > 0) return succeed({ kind: "videos", ...dump });
  return unread("holds no videos, expected a dump of yt-dlp or an answer of the YouTube Data API");
}

function parse(text: string): Result<unknown, UnreadFile> | undefined {
  try {
    return succeed(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function parseLines(text: string): Result<unknown, UnreadFile> {
  const values: unknown[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    const value = line.trim() === "" ? succeed([]) : parse(line);
    // yt-dlp writes "null" for a video that it could not read.
    if (value === undefined) return unread(`is no whole JSON, and line ${index + 1} is none by itself`);
    if (value.ok) values.push(value.value);
  }
  return succeed(values);
}

function unread(message: string): { ok: false; error: UnreadFile } {
  return fail({ reason: "unread_file", message });
}
