/**
 * Text for the package `feed`, whose XML writer (xml-js) leaves three holes: it turns "&amp;" in element text into "&",
 * splits only the first "]]>" of a CDATA section, and writes "<" into attributes as it is.
 *
 * Each place text can go has its function here; {@link toXml} must see the finished document. Two noncharacters stand
 * for what must not be touched on the way; `toCleanText` has removed them from all data.
 */
import { toCleanText } from "./text.ts";

const LESS_THAN = "\ufdd0";
const SECTION_BREAK = "\ufdd1";

/** For element content: `feed`'s writer first undoes one "&amp;", then escapes. */
export function toElementText(text: string): string {
  return toCleanText(text).replaceAll("&", "&amp;");
}

/** For a CDATA section, where only "]]>" has a meaning (XML 1.0 2.7). */
export function toCdata(text: string): string {
  return toCleanText(text).replaceAll("]]>", `]]${SECTION_BREAK}>`);
}

/** For an attribute: `feed` escapes "&" and '"'. */
export function toAttributeText(text: string): string {
  return toCleanText(text).replaceAll("<", LESS_THAN);
}

/** The document as it is sent: the stand-ins become what they stand for. */
export function toXml(document: string): string {
  return `${document.replaceAll(LESS_THAN, "&lt;").replaceAll(SECTION_BREAK, "]]><![CDATA[")}\n`;
}
