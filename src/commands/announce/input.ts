/** What was pasted: bytes to lines, or why they are no announcement text. Mail is read by postal-mime. */
import { isUtf8 } from "node:buffer";
import PostalMime from "postal-mime";
import { findForbidden } from "../../build/data-file.ts";
import { fail, succeed, type Result } from "../../programme/result.ts";
import { toCleanText, type Line } from "./line.ts";

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
  const lines = read.value.map(({ number, text }) => ({ number, text: toCleanText(toUnquoted(text)) }));
  return findForbiddenLine(read.value) ?? findLong(read.value) ?? succeed(lines);
}

async function toLines(bytes: Uint8Array): Promise<Result<Line[], InputFault>> {
  const decoded = decode(bytes);
  const pasted = toUnquoted(decoded.ok ? decoded.value : Buffer.from(bytes).toString("latin1"));
  const lines = pasted.split("\n").map((text, index) => ({ number: index + 1, text }));
  const isLong = findLong(lines) !== null;
  const mail = isLong ? null : await readMail(pasted, decoded.ok ? null : bytes);
  if (mail !== null)
    return mail.length > 0 ? succeed(mail) : wrong(1, "is a mail without text: copy its text instead");
  if (!decoded.ok) return decoded;
  if (pasted.trim() === "") return wrong(1, "is empty, expected the text of an announcement");
  if (isHtml(pasted)) return wrong(1, "is HTML, expected the text as it is read: copy it from the page");
  return succeed(lines);
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
    const forbidden = findForbidden(text);
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

/** A mail begins with some of these; "Title:" and "Time:" are an announcement's own. */
const MAIL_FIELD =
  /^(?:from|to|cc|subject|date|received|return-path|message-id|mime-version|reply-to|delivered-to|sender|list-id|dkim-signature|content-type|content-transfer-encoding|x-[a-z-]+):/i;
/** One of these says it alone. */
const MIME_FIELD = /^(?:mime-version|content-type|content-transfer-encoding):/i;
const QUOTED_PRINTABLE = "Content-Transfer-Encoding: quoted-printable\n";
/** By so much of its beginning a line is known again. */
const KEY_CHARACTERS = 24;

/**
 * The lines of a mail's plain text, or of its HTML turned to text where it has no other: none where it has neither, null
 * where the text is no mail. A quoted-printable body without its header is a mail, too.
 *
 * @param bytes the mail where it is not UTF-8; its header says what it is
 */
async function readMail(pasted: string, bytes: Uint8Array | null): Promise<Line[] | null> {
  const isWhole = hasMailHeader(pasted);
  const isEncoded = looksQuotedPrintable(pasted) && !/^content-transfer-encoding:/im.test(pasted);
  if (!isWhole && !isEncoded) return null;
  const header = isEncoded ? QUOTED_PRINTABLE : "";
  const body = isWhole ? pasted.trimStart() : `\n${pasted}`;
  const { text, html = "" } = await PostalMime.parse(bytes ?? header + body);
  const lines = pasted.split("\n");
  return toPlaced(text ?? (await toText(html)), lines, isWhole ? lines.indexOf("") + 1 : 0);
}

function hasMailHeader(text: string): boolean {
  const start = text.slice(0, 10_000).trimStart().split("\n", 4);
  return MIME_FIELD.test(start[0] ?? "") || start.filter((line) => MAIL_FIELD.test(line)).length >= 2;
}

/** Soft line ends and escapes together: an address with "=" in it is not enough. */
function looksQuotedPrintable(text: string): boolean {
  if (/=[C-F][0-9A-F]=[89AB][0-9A-F]/.test(text)) return true;
  return /=(?:[89A-F][0-9A-F]=[89AB][0-9A-F]|3D|20$|09$)/m.test(text) && /[^=\n]=$/m.test(text);
}

/** postal-mime turns HTML to text where there is plain text beside it, so it is given an empty one. */
async function toText(html: string): Promise<string> {
  const edge = "--beside-the-html";
  const parts = ["", "", `Content-Type: text/html; charset=utf-8\n\n${html}`, ""].join(`\n${edge}\n`);
  const type = `Content-Type: multipart/mixed; boundary="${edge.slice(2)}"\n`;
  return (await PostalMime.parse(type + parts)).text ?? "";
}

/** Decoded lines with the place of the pasted line that begins alike, or of the one after the last so found. */
function toPlaced(decoded: string, pasted: readonly string[], bodyAt: number): Line[] {
  if (decoded.trim() === "") return [];
  const places = Map.groupBy([...pasted.keys()].toReversed(), (index) => toKey(pasted[index] ?? ""));
  let next = bodyAt;
  return decoded.split("\n").map((text) => {
    const ahead = places.get(toKey(text)) ?? [];
    while ((ahead.at(-1) ?? next) < next) ahead.pop();
    const found = text.trim() === "" ? undefined : ahead.pop();
    const number = (found ?? next) + 1;
    if (found !== undefined) next = found + 1;
    return { number, text };
  });
}

function toKey(text: string): string {
  return text.trim().slice(0, KEY_CHARACTERS);
}
