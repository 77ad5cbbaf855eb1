/** Mail as a mail program saves or shows it: header fields, quoted-printable and base64 (RFC 5322, RFC 2045). */
import { fail, succeed, type Result } from "../../programme/result.ts";
import type { Line } from "./line.ts";

export type MailFault = { reason: "bad_mail"; line: number; message: string };

const FIELD = /^([A-Za-z][A-Za-z-]*):\s*(.*)$/;
/** A mail begins with some of these; "Title:" and "Time:" are an announcement's own. */
const MAIL_FIELDS =
  /^(?:from|to|cc|subject|date|received|return-path|message-id|mime-version|reply-to|delivered-to|sender|list-id|dkim-signature|content-type|content-transfer-encoding|x-[a-z-]+):/i;
const MULTIPART_DEPTH = 4;

/** Lines of a mail's readable text; lines that are no mail come back as they are. */
export function readMail(lines: readonly Line[]): Result<Line[], MailFault> {
  const first = lines.findIndex(({ text }) => text.trim() !== "");
  if (first === -1 || !isMailStart(lines, first)) {
    return succeed(looksQuotedPrintable(lines) ? decodeQuotedPrintable(lines) : [...lines]);
  }
  return readPart(lines.slice(first), 0);
}

function isMailStart(lines: readonly Line[], first: number): boolean {
  const start = lines.slice(first, first + 4).map(({ text }) => text);
  if (/^(?:mime-version|content-type|content-transfer-encoding):/i.test(start[0] ?? "")) return true;
  return start.filter((text) => MAIL_FIELDS.test(text)).length >= 2;
}

/** A part of a mail: its fields up to an empty line, then its body. */
function readPart(lines: readonly Line[], depth: number): Result<Line[], MailFault> {
  const empty = lines.findIndex(({ text }) => text.trim() === "");
  const end = empty === -1 ? lines.length : empty;
  const fields = readFields(lines.slice(0, end));
  const body = lines.slice(end + 1);
  const type = fields.get("content-type") ?? "text/plain";
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
  const line = lines[0]?.number ?? 1;
  if (boundary !== undefined) return readMultipart(body, boundary, depth, line);
  if (/^text\/plain/i.test(type))
    return decodeBody(body, fields.get("content-transfer-encoding")?.toLowerCase() ?? "8bit");
  const message = `is a mail of type ${type.split(";")[0]}, expected one with plain text: copy its text instead`;
  return fail({ reason: "bad_mail", line, message });
}

function readMultipart(
  body: readonly Line[],
  boundary: string,
  depth: number,
  line: number,
): Result<Line[], MailFault> {
  const parts: Line[][] = [];
  for (const item of body) {
    if (item.text.startsWith(`--${boundary}`)) parts.push([]);
    else parts.at(-1)?.push(item);
  }
  for (const part of depth < MULTIPART_DEPTH ? parts : []) {
    const read = readPart(part, depth + 1);
    if (read.ok && read.value.some(({ text }) => text.trim() !== "")) return read;
  }
  return fail({ reason: "bad_mail", line, message: "is a mail without plain text: copy its text instead" });
}

function decodeBody(body: readonly Line[], encoding: string): Result<Line[], MailFault> {
  if (encoding === "quoted-printable") return succeed(decodeQuotedPrintable(body));
  if (encoding !== "base64")
    return succeed(looksQuotedPrintable(body) ? decodeQuotedPrintable(body) : [...body]);
  const number = body[0]?.number ?? 1;
  const text = Buffer.from(body.map((line) => line.text).join(""), "base64").toString("utf8");
  return succeed(text.split(/\r?\n/).map((decoded) => ({ number, text: decoded })));
}

function readFields(lines: readonly Line[]): Map<string, string> {
  const fields = new Map<string, string>();
  let name = "";
  for (const { text } of lines) {
    const [, found, value = ""] = FIELD.exec(text) ?? [];
    if (/^\s/.test(text)) fields.set(name, `${fields.get(name) ?? ""} ${text.trim()}`);
    else if (found !== undefined) fields.set((name = found.toLowerCase()), value);
  }
  return fields;
}

/** Soft line ends and escapes together: an address with "=" in it is not enough. */
function looksQuotedPrintable(lines: readonly Line[]): boolean {
  const escapes = lines.filter(({ text }) =>
    /=(?:[89A-F][0-9A-F]=[89AB][0-9A-F]|3D|20$|09$)/.test(text),
  ).length;
  const soft = lines.filter(({ text }) => /[^=]=$/.test(text)).length;
  return escapes > 0 && (soft > 0 || lines.some(({ text }) => /=[C-F][0-9A-F]=[89AB][0-9A-F]/.test(text)));
}

/** RFC 2045 6.7; a line that goes on over soft ends keeps the number of its first. */
function decodeQuotedPrintable(lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  let isOpen = false;
  for (const { number, text } of lines) {
    const isSoft = text.endsWith("=");
    const part = isSoft ? text.slice(0, -1) : text;
    const last = joined.at(-1);
    if (isOpen && last !== undefined) last.text += part;
    else joined.push({ number, text: part });
    isOpen = isSoft;
  }
  return joined.map(({ number, text }) => ({ number, text: decodeEscapes(text) }));
}

function decodeEscapes(text: string): string {
  return text.replace(/(?:=[0-9A-Fa-f]{2})+/g, (run) => {
    return Buffer.from(run.replaceAll("=", ""), "hex").toString("utf8");
  });
}
