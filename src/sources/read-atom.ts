/** The Atom that YouTube sends, as a feed or as a push: opened carefully, read by rss-parser, and what both have in common. */
import type Parser from "rss-parser";
import { fail, succeed, type Result } from "../programme/result.ts";
import { isReadable, toCleanText } from "../wording/text.ts";
import type { ChannelFeedFault } from "./channel-feed.ts";

const XML_DECLARATION = /^\uFEFF?<\?xml\s[^>]*\?>\s*/;
const COMMENTS = /^(?:<!--[\s\S]*?-->\s*)+/;
/** YouTube's own limit, in characters; what is longer did not come from its form. */
const MAX_TITLE_CHARACTERS = 100;
/** RFC 3339, from YouTube's beginning on: other years cannot be written in every format. */
const DATE = /^20(?:0[5-9]|[1-9]\d)-\d\d-\d\dT/;
/** How much of a refused document an operator is shown. */
const BEGINNING_CHARACTERS = 40;

/**
 * Read XML of which the root is `feed`.
 *
 * rss-parser costs 30 ms of CPU to load, so it is loaded when there is something to read.
 *
 * Line ends become LF first (XML 1.0 2.11), which the parser leaves undone: descriptions hold raw CR.
 *
 * @param customFields what rss-parser is asked for, beside title and link
 */
export async function readAtom<Feed, Item>(
  text: string,
  customFields: Parser.CustomFields<Feed, Item>,
): Promise<Result<Feed & { items: Item[] }, ChannelFeedFault>> {
  const refused = refuseOpening(text);
  if (refused !== null) return fail(refused);
  const { default: Reader } = await import("rss-parser");
  const reader = new Reader<Feed, Item>({ customFields });
  try {
    return succeed(await reader.parseString(text.replace(/\r\n?/g, "\n")));
  } catch (error) {
    const message = error instanceof Error ? error.message.replaceAll("\n", " ").slice(0, 200) : "unreadable";
    return fail({ reason: "malformed", message });
  }
}

/** Cheap checks on the first characters, so that an outage's HTML never reaches the parser, and no DOCTYPE does. */
function refuseOpening(text: string): ChannelFeedFault | null {
  if (!XML_DECLARATION.test(text))
    return { reason: "not_xml", beginning: text.slice(0, BEGINNING_CHARACTERS) };
  const root = text.replace(XML_DECLARATION, "").replace(COMMENTS, "");
  if (/^<feed[\s>]/.test(root)) return null;
  return { reason: "not_a_feed", beginning: root.slice(0, BEGINNING_CHARACTERS) };
}

/** NaN where it is no date that a video can have. */
export function toDate(value: unknown): number {
  return typeof value === "string" && DATE.test(value) ? Date.parse(value) : NaN;
}

/** Something has to be shown: readers drop or invent a title that is empty. */
export function toTitle(text: string, id: string): string {
  const title = cut(toCleanText(text), MAX_TITLE_CHARACTERS);
  return isReadable(title) ? title : id;
}

/** The first characters of a text: as people count, so that one of two UTF-16 units is one and never halved. */
export function cut(text: string, limit: number): string {
  return new RegExp(`^.{0,${limit}}`, "su").exec(text)?.[0] ?? "";
}

export function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
