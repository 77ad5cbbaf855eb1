/** What was pasted: bytes to lines, or why they are no announcement text. Mail is read by postal-mime. */
import { isUtf8 } from "node:buffer";
import { findForbidden } from "../../../build/data-file.ts";
import { fail, succeed, type Result } from "../../../programme/result.ts";
import { toCleanText, type Line } from "./line.ts";
import { withoutCounters } from "./thread.ts";
import { readMail, skipForwarded, type ReadMail } from "./mail.ts";

/** A timeline of a year is a tenth of this; more is another file. */
export const MAX_INPUT_BYTES = 1_000_000;

/** A whole abstract on one line is a third of this. */
const MAX_LINE_CHARACTERS = 10_000;
/** Three years of a club's timeline. */
const MAX_LINES = 10_000;

/** Begins with what was given ("the input"); `line` is 1 where no line is to blame. */
export type InputFault = { reason: "bad_input"; line: number; message: string };

const HTML_TAGS = /<\/?(?:html|head|body|div|p|br|span|a|table|tr|td|ul|ol|li|script|style|meta)\b[^<>]*>/gi;
/** So many tags are no slip. */
const MIN_HTML_TAGS = 3;

/** Read pasted bytes as lines without the signs of a reply ("> "), and the subject of the mail they are. */
export async function readInput(bytes: Uint8Array): Promise<Result<ReadMail, InputFault>> {
  if (bytes.byteLength > MAX_INPUT_BYTES)
    return wrong(1, `is larger than ${MAX_INPUT_BYTES / 1_000_000} MB, expected the text of announcements`);
  const read = await toLines(bytes);
  if (!read.ok) return read;
  const fault = findForbiddenLine(read.value.lines) ?? findLong(read.value.lines);
  if (fault !== null) return fault;
  const { lines, subject } = skipForwarded(withoutCounters(read.value.lines.map(toClean)));
  return succeed({ lines, subject: subject ?? read.value.subject });
}

function toClean({ number, text }: Line): Line {
  const unquoted = toUnquoted(text);
  const isIndented = /^(?: {2,}|\t)/.test(unquoted);
  return { number, text: toCleanText(unquoted), ...(isIndented && { isIndented }) };
}

async function toLines(bytes: Uint8Array): Promise<Result<ReadMail, InputFault>> {
  const decoded = decode(bytes);
  const pasted = toUnquoted(decoded.ok ? decoded.value : Buffer.from(bytes).toString("latin1"));
  const lines = pasted.split("\n").map((text, index) => ({ number: index + 1, text }));
  const isLong = findLong(lines) !== null;
  const mail = isLong ? null : await readMail(pasted, decoded.ok ? null : bytes);
  if (mail !== null)
    return mail.lines.length > 0 ? succeed(mail) : wrong(1, "is a mail without text: copy its text instead");
  if (!decoded.ok) return decoded;
  if (pasted.trim() === "") return wrong(1, "is empty, expected the text of an announcement");
  if (isHtml(pasted)) return wrong(1, "is HTML, expected the text as it is read: copy it from the page");
  return succeed({ lines, subject: null });
}

function isHtml(text: string): boolean {
  return /<!doctype html|<html[\s>]/i.test(text) || (text.match(HTML_TAGS)?.length ?? 0) >= MIN_HTML_TAGS;
}

function toUnquoted(text: string): string {
  return text
    .replace(/^\ufeff/, "")
    .replace(/\r\n?/g, "\n")
    .replace(/^(?:> ?)+/gm, "");
}

function findLong(lines: readonly Line[]): ReturnType<typeof wrong> | null {
  const expected = "expected the text of announcements";
  const last = lines[MAX_LINES];
  if (last !== undefined) return wrong(last.number - 1, `goes on after ${MAX_LINES} lines, ${expected}`);
  const long = lines.find(({ text }) => text.length > MAX_LINE_CHARACTERS);
  return long === undefined
    ? null
    : wrong(long.number, `has a line of ${long.text.length} characters, ${expected}`);
}

function findForbiddenLine(lines: readonly Line[]): ReturnType<typeof wrong> | null {
  for (const { number, text } of lines) {
    // A calendar's telephone numbers stand between signs of embedding, which turn nothing by themselves.
    const forbidden = findForbidden(text.replace(/[\u202a-\u202c]/g, ""));
    if (forbidden !== null)
      return wrong(number, `has a character that is no text (${forbidden.name}), expected plain text`);
  }
  return null;
}

function decode(bytes: Uint8Array): Result<string, InputFault> {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return succeed(new TextDecoder("utf-16le").decode(bytes));
  if (first === 0xfe && second === 0xff) return succeed(new TextDecoder("utf-16be").decode(bytes));
  const text = new TextDecoder().decode(bytes);
  const toLine = (sign: string): number => text.slice(0, text.indexOf(sign)).split("\n").length;
  if (bytes.includes(0)) return wrong(toLine("\0"), "is binary, expected text");
  if (!isUtf8(bytes)) return wrong(toLine("\ufffd"), "is not UTF-8, expected text saved as UTF-8");
  return succeed(text);
}

function wrong(line: number, message: string): { ok: false; error: InputFault } {
  return fail({ reason: "bad_input", line, message });
}
