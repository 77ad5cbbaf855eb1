/**
 * Text for the package `feed`, whose XML writer (xml-js) leaves three holes: it turns "&amp;" in element text into "&",
 * splits only the first "]]>" of a CDATA section, and writes "<" into attributes as it is.
 *
 * Each place text can go has its function here, and {@link toXml} must see the finished document. Noncharacters stand
 * for what the writer must not touch on the way; `toCleanText` has removed them from all data.
 */
import { toCleanText } from "../wording/text.ts";

const LESS_THAN = "\ufdd0";
const AMPERSAND = "\ufdd1";
const SECTION_BREAK = "\ufdd2";

/** For element content. */
export function toElementText(text: string): string {
  return toCleanText(text).replaceAll("<", LESS_THAN).replaceAll("&", AMPERSAND);
}

/** For an attribute: `feed` escapes "&" and the quotation mark, and rightly. */
export function toAttributeText(text: string): string {
  return toCleanText(text).replaceAll("<", LESS_THAN);
}

/** For a CDATA section, where only "]]>" has a meaning (XML 1.0 2.7). */
export function toCdata(text: string): string {
  return toCleanText(text).replaceAll("]]>", `]]${SECTION_BREAK}>`);
}

/**
 * The document as it is sent: the stand-ins become what they stand for. Plain text is escaped in hexadecimal, as the
 * RSS Best Practices Profile wants it: readers that take "&lt;" for markup take "&#x3C;" for text.
 */
export function toXml(document: string): string {
  const xml = document
    .replaceAll(LESS_THAN, "&#x3C;")
    .replaceAll(AMPERSAND, "&#x26;")
    .replaceAll(SECTION_BREAK, "]]><![CDATA[");
  return `${xml}\n`;
}
