/** What was pasted: bytes to lines, or why they are no announcement text. */
import { fail, succeed, type Result } from "../../programme/result.ts";
import { findForbidden } from "../../build/data-file.ts";
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
export function readInput(bytes: Uint8Array): Result<Line[], InputFault> {
  if (bytes.byteLength > MAX_INPUT_BYTES)
    return wrong(1, `is larger than ${MAX_INPUT_BYTES / 1_000_000} MB, expected the text of announcements`);
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  const text = decoded.value.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  if (text.trim() === "") return wrong(1, "is empty, expected the text of an announcement");
  const unfit = findUnfit(text);
  if (unfit !== null) return unfit;
  const long = findLong(text.split("\n"));
  if (long !== null) return long;
  const mail = readMail(text.split("\n").map((line, index) => ({ number: index + 1, text: line })));
  if (!mail.ok) return wrong(mail.error.line, mail.error.message);
  return succeed(
    mail.value.map((line) => ({
      number: line.number,
      text: toCleanText(line.text.replace(/^(?:> ?)+/, "")),
    })),
  );
}

function findLong(lines: readonly string[]): ReturnType<typeof wrong> | null {
  if (lines.length > MAX_LINES)
    return wrong(MAX_LINES, `goes on after ${MAX_LINES} lines, expected the text of announcements`);
  const at = lines.findIndex(({ length }) => length > MAX_LINE_CHARACTERS);
  if (at === -1) return null;
  const length = lines[at]?.length ?? 0;
  return wrong(at + 1, `has a line of ${length} characters, expected the text of announcements`);
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

function findUnfit(text: string): ReturnType<typeof wrong> | null {
  const forbidden = findForbidden(text);
  if (forbidden !== null) {
    const line = text.slice(0, forbidden.index).split("\n").length;
    return wrong(line, `has a character that is no text (${forbidden.name}), expected plain text`);
  }
  const tags = text.match(HTML_TAGS)?.length ?? 0;
  const isHtml = /<!doctype html|<html[\s>]/i.test(text) && !/^content-type: text\/plain/im.test(text);
  const isMail = /^content-type:/im.test(text);
  if (!isMail && (isHtml || tags >= MIN_HTML_TAGS))
    return wrong(1, "is HTML, expected the text as it is read: copy it from the page");
  return null;
}

function wrong(line: number, message: string): { ok: false; error: InputFault } {
  return fail({ reason: "bad_input", line, message });
}
