/** What the content lines of an event are written from (RFC 5545 3.6.1); how they are is `../frames/event.ts`. */

/** The values of properties and parameters, escaped for where they stand. What may be missing is a list of one or none. */
export type EventTexts = {
  uid: string;
  sequence: string;
  /** DTSTAMP and LAST-MODIFIED. */
  changed: string;
  created: string;
  start: string;
  end: string;
  /** The parameter of `start` and `end`, with its semicolon; "" where they are dates or UTC. */
  zone: string;
  summary: string;
  /** The parameter of `summary`, with its semicolon; or "". */
  language: string;
  /** OPAQUE or TRANSPARENT. */
  transparency: string;
  location: readonly string[];
  /** All of them, with commas between. */
  categories: readonly string[];
  url: string;
  /** CONFIRMED, TENTATIVE or CANCELLED. */
  status: string;
  /** Further properties, each a whole line. */
  further: string;
};

/** Of its alarm. */
export type AlarmTexts = Pick<EventTexts, "language"> & { description: string };

/** The last line of an event. */
export const END = "END:VEVENT\r\n";

/** The line that stands for the description: the control character SUBSTITUTE, which no text has (`wording/text.ts`). */
export const UNDESCRIBED = "\u001a\r\n";

/** A session's own language, as a parameter of what is in it (RFC 5545 3.2.10). */
export function toLanguageParameter(language: string | undefined): string {
  return language === undefined ? "" : `;LANGUAGE=${language}`;
}
