/** What was pasted: bytes to lines, or why they are no announcement text. */
import { fail, succeed, type Result } from "../../programme/result.ts";
import { findForbidden } from "../../build/clean-text.ts";
import { toCleanText, type Line } from "./line.ts";
import { readMail } from "./mail.ts";

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

/** Read pasted bytes as lines without the signs of a reply ("> "). */
export async function readInput(bytes: Uint8Array): Promise<Result<Line[], InputFault>> {
  if (bytes.byteLength > MAX_INPUT_BYTES)
    return wrong(1, `is larger than ${MAX_INPUT_BYTES / 1_000_000} MB, expected the text of announcements`);
  const read = await toLines(bytes);
  if (!read.ok) return read;
  const unfit = findForbiddenLine(read.value) ?? findLong(read.value);
  return (
    unfit ?? succeed(read.value.map(({ number, text }) => ({ number, text: toCleanText(toUnquoted(text)) })))
  );
}

async function toLines(bytes: Uint8Array): Promise<Result<Line[], InputFault>> {
  const decoded = decode(bytes);
  const pasted = toUnquoted(decoded.ok ? decoded.value : Buffer.from(bytes).toString("latin1"));
  const lines = pasted.split("\n").map((text, index) => ({ number: index + 1, text }));
  const long = findLong(lines);
  const mail = long === null ? await readMail(pasted, decoded.ok ? null : bytes) : null;
  if (mail !== null)
    return mail.length > 0 ? succeed(mail) : wrong(1, "is a mail without text: copy its text instead");
  if (!decoded.ok) return decoded;
  if (pasted.trim() === "") return wrong(1, "is empty, expected the text of an announcement");
  return findHtml(pasted) ?? long ?? succeed(lines);
}

function toUnquoted(text: string): string {
  return text
    .replace(/^\ufeff/, "")
    .replace(/\r\n?/g, "\n")
    .replace(/^(?:> ?)+/gm, "");
}

function findLong(lines: readonly Line[]): ReturnType<typeof wrong> | null {
  const last = lines[MAX_LINES];
  if (last !== undefined)
    return wrong(last.number - 1, `goes on after ${MAX_LINES} lines, expected the text of announcements`);
  const long = lines.find(({ text }) => text.length > MAX_LINE_CHARACTERS);
  if (long === undefined) return null;
  return wrong(
    long.number,
    `has a line of ${long.text.length} characters, expected the text of announcements`,
  );
}

function decode(bytes: Uint8Array): Result<string, InputFault> {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return succeed(new TextDecoder("utf-16le").decode(bytes));
  if (first === 0xfe && second === 0xff) return succeed(new TextDecoder("utf-16be").decode(bytes));
  const zero = bytes.indexOf(0);
  if (zero !== -1) return wrong(toLine(bytes, zero), "is binary, expected text");
  try {
    return succeed(new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes));
  } catch {
    const text = new TextDecoder().decode(bytes);
    const line = text.slice(0, text.indexOf("\ufffd")).split("\n").length;
    return wrong(line, "is not UTF-8, expected text saved as UTF-8");
  }
}

function toLine(bytes: Uint8Array, index: number): number {
  return bytes.subarray(0, index).filter((byte) => byte === 10).length + 1;
}

function findForbiddenLine(lines: readonly Line[]): ReturnType<typeof wrong> | null {
  for (const { number, text } of lines) {
    const forbidden = findForbidden(text);
    if (forbidden !== null)
      return wrong(number, `has a character that is no text (${forbidden.name}), expected plain text`);
  }
  return null;
}

function findHtml(text: string): ReturnType<typeof wrong> | null {
  const tags = text.match(HTML_TAGS)?.length ?? 0;
  const isPage = /<!doctype html|<html[\s>]/i.test(text);
  return isPage || tags >= MIN_HTML_TAGS
    ? wrong(1, "is HTML, expected the text as it is read: copy it from the page")
    : null;
}

function wrong(line: number, message: string): { ok: false; error: InputFault } {
  return fail({ reason: "bad_input", line, message });
}
