/**
 * Text as it stands in XML. The package `feed` is not given any, for its XML writer (xml-js) turns "&amp;" in element text
 * into "&", splits only the first "]]>" of a CDATA section, and writes "<" into attributes as it is: texts are put into what it
 * has written (`frame.ts`).
 *
 * HTML in CDATA sections needs no function here: `wording/html.ts` has cleaned it, and has seen to "]]>", which would end the
 * section (XML 1.0 2.7).
 */
import { toCleanText } from "../wording/text.ts";

/**
 * For element content. Plain text is escaped in hexadecimal, as the RSS Best Practices Profile wants it: readers that take
 * "&lt;" for markup take "&#x3C;" for text. Readers that take any title for markup (Liferea, yarr) lose a "<b>" in every
 * spelling; escaped twice, all others would show the escapes.
 */
export function toElementText(text: string): string {
  return toCleanText(text).replaceAll("&", "&#x26;").replaceAll("<", "&#x3C;").replaceAll(">", "&gt;");
}

/** For the title of an RSS item. */
export function toTitleText(title: string): string {
  return toElementText(title).replaceAll("&gt;", "&#x3E;");
}

/** For an attribute in quotation marks. */
export function toAttributeText(text: string): string {
  return toCleanText(text).replaceAll("&", "&amp;").replaceAll("<", "&#x3C;").replaceAll('"', "&quot;");
}

/** An absolute address, in an element or attribute: as `URL` writes it, no character in it but "&" is special. */
export function toUrlText(url: string): string {
  return new URL(url).href.replaceAll("&", "&amp;");
}
