/** Mail as a mail program saves or shows it; postal-mime knows its encodings, character sets and parts. */
import PostalMime from "postal-mime";
import type { Line } from "./line.ts";

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
export async function readMail(pasted: string, bytes: Uint8Array | null): Promise<Line[] | null> {
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
