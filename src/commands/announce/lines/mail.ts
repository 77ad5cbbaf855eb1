/** Saved and forwarded mails to the text they carry. Read by postal-mime; HTML becomes text by html-to-text. */
import { convert, type HtmlToTextOptions } from "html-to-text";
import PostalMime from "postal-mime";
import type { Line } from "./line.ts";

export interface ReadMail {
  /** None where the mail has neither plain text nor HTML. */
  lines: Line[];
  /** Decoded; null where there is none. */
  subject: Line | null;
}

/** A mail begins with some of these; "Title:" and "Time:" are an announcement's own. */
const MAIL_FIELD =
  /^(?:from|to|cc|subject|date|received|return-path|message-id|mime-version|reply-to|delivered-to|sender|list-id|dkim-signature|content-type|content-transfer-encoding|x-[a-z-]+):/i;
/** One of these says it alone. */
const MIME_FIELD = /^(?:mime-version|content-type|content-transfer-encoding):/i;
const QUOTED_PRINTABLE = "Content-Transfer-Encoding: quoted-printable\n";
/** By so much of its beginning a line is known again. */
const KEY_CHARACTERS = 24;

/** A link is written after its words; rows of a table are lines, and their cells stand apart. */
const HTML: HtmlToTextOptions = {
  wordwrap: false,
  selectors: [
    {
      selector: "a",
      options: { linkBrackets: ["(", ")"], hideLinkHrefIfSameAsText: true, noAnchorUrl: true },
    },
    { selector: "img", format: "skip" },
    { selector: "table", format: "dataTable", options: { uppercaseHeaderCells: false, maxColumnWidth: 500 } },
    ...["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({ selector, options: { uppercase: false } })),
  ],
};

/**
 * The plain text of a mail, or its HTML turned to text where it has no other; null where the text is no mail. A
 * quoted-printable body without its header is a mail, too.
 *
 * @param bytes the mail where it is not UTF-8; its header says what it is
 */
export async function readMail(pasted: string, bytes: Uint8Array | null): Promise<ReadMail | null> {
  const isWhole = hasMailHeader(pasted);
  const isEncoded = looksQuotedPrintable(pasted) && !/^content-transfer-encoding:/im.test(pasted);
  if (!isWhole && !isEncoded) return null;
  const header = isEncoded ? QUOTED_PRINTABLE : "";
  const body = isWhole ? pasted.trimStart() : `\n${pasted}`;
  const { text, html = "", subject } = await PostalMime.parse(bytes ?? header + body);
  const lines = pasted.split("\n");
  return {
    lines: toPlaced(text ?? convert(html, HTML), lines, isWhole ? lines.indexOf("") + 1 : 0),
    subject: toSubject(subject, lines),
  };
}

function toSubject(text = "", lines: readonly string[]): Line | null {
  const at = lines.findIndex((line) => /^subject:/i.test(line));
  return text === "" ? null : { number: at + 1, text };
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

/** The lines that mail programs write above a forwarded text, in their languages. */
const FORWARDED_FIELD =
  /^[*_> ]*(from|to|cc|subject|date|sent|reply-to|von|an|betreff|datum|gesendet|de|à|objet|date|envoyé|para|asunto|fecha|enviado|assunto|data|enviada em|差出人|宛先|件名|日付|送信日時|发件人|收件人|主题|日期|发送时间)\s*[*_]*\s*[:：]/i;
const SENDER = /^[*_> ]*(?:from|von|de|差出人|发件人)\s*[*_]*\s*[:：]/i;
const SUBJECT = /^[*_> ]*(?:subject|betreff|objet|asunto|assunto|件名|主题)\s*[*_]*\s*[:：]\s*[*_]*\s*/i;

/** When a mail was sent, with its time of day: "Date: Mon, 12 Oct 2026 08:00:00 -0400". */
const SENT =
  /^[>*_ ]*(?:date|sent|datum|gesendet|envoyé|fecha|enviado|data|enviada em)\s*[*_]*\s*:\s*[*_]*(.{6,40}?)\s*(?:,|at|um|à|a las|às)?\s*\d{1,2}[:.]\d{2}/gimu;

/** The words for the days on which the mails in a text were sent. */
export function findSent(text: string): string[] {
  return [...text.matchAll(SENT)].map(([, words = ""]) => words);
}

/** Empty the fields above a forwarded text: their date is no session's. The subject of the last is handed out. */
export function skipForwarded(lines: readonly Line[]): { lines: Line[]; subject: Line | null } {
  const kept = [...lines];
  let subject: Line | null = null;
  for (let at = 0; at < kept.length; at += 1) {
    let end = at;
    while (FORWARDED_FIELD.test(kept[end]?.text ?? "")) end += 1;
    const block = kept.slice(at, end);
    if (
      block.length >= 3 &&
      block.some(({ text }) => SENDER.test(text)) &&
      block.some(({ text }) => SUBJECT.test(text))
    ) {
      const line = block.find(({ text }) => SUBJECT.test(text));
      if (line !== undefined) subject = { number: line.number, text: line.text.replace(SUBJECT, "") };
      block.forEach(({ number }, index) => void (kept[at + index] = { number, text: "" }));
    }
    at = Math.max(at, end - 1);
  }
  return { lines: kept, subject };
}
