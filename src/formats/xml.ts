/**
 * Text for the package `feed`, whose XML writer (xml-js) leaves four holes: it turns "&amp;" in element text into "&",
 * splits only the first "]]>" of a CDATA section, writes "<" into attributes as it is, and knows titles of RSS items as
 * CDATA sections only.
 *
 * Each place text can go has its function here, and {@link toXml} must see the finished document. Noncharacters stand
 * for what the writer must not touch on the way; `toCleanText` has removed them from all data. So has it the control
 * character SUBSTITUTE, for which {@link LongTexts} are put in.
 */
import { toCleanText } from "../wording/text.ts";

const LESS_THAN = "\ufdd0";
const AMPERSAND = "\ufdd1";
const GREATER_THAN = "\ufdd2";
const NO_SECTION = "\ufdd3";
const LONG_TEXT = "\u001a";

/** For element content. */
export function toElementText(text: string): string {
  return toCleanText(text).replaceAll("<", LESS_THAN).replaceAll("&", AMPERSAND);
}

/** For an attribute: `feed` escapes "&" and the quotation mark, and rightly. */
export function toAttributeText(text: string): string {
  return toCleanText(text).replaceAll("<", LESS_THAN);
}

/** Plain text where `feed` writes a CDATA section: {@link toXml} makes element content of it. */
export function toSectionText(text: string): string {
  return NO_SECTION + toElementText(text).replaceAll(">", GREATER_THAN) + NO_SECTION;
}

/**
 * The document as it is sent: the stand-ins become what they stand for. Plain text, titles too, is escaped in
 * hexadecimal, as the RSS Best Practices Profile wants it: readers that take "&lt;" for markup take "&#x3C;" for text.
 * Readers that take any title for markup (Liferea, yarr) lose a "<b>" in every spelling; escaped twice, all others would
 * show the escapes.
 */
export function toXml(document: string): string {
  const xml = document
    .replaceAll(LESS_THAN, "&#x3C;")
    .replaceAll(AMPERSAND, "&#x26;")
    .replaceAll(GREATER_THAN, "&#x3E;")
    .replaceAll(`<![CDATA[${NO_SECTION}`, "")
    .replaceAll(`${NO_SECTION}]]>`, "");
  return `${xml}\n`;
}

/**
 * HTML in CDATA sections. It does not go through the writer, which copies the whole document at each of its levels; nor does
 * it need to be cleaned: `wording/html.ts` has seen to it, and to "]]>", which would end the section (XML 1.0 2.7).
 */
export class LongTexts {
  readonly #texts: string[] = [];

  /** What goes through the writer for a text. Texts are kept in the order in which they stand in the document. */
  keep(html: string): string {
    this.#texts.push(html);
    return LONG_TEXT;
  }

  /** The document with all of them. */
  putInto(document: string): string {
    return document
      .split(LONG_TEXT)
      .flatMap((before, at) => [before, this.#texts[at] ?? ""])
      .join("");
  }
}
