/** RSS 2.0 (rssboard.org/rss-specification), with dc:creator, content:encoded and atom:link. */
import { FRAMES } from "#frames";
import type { Links } from "../programme/address.ts";
import type { Instant } from "../programme/instant.ts";
import type { Publication } from "../programme/publication.ts";
import type { Selection } from "../programme/selection.ts";
import { escapeHtml } from "../wording/html.ts";
import { toNameList } from "../wording/labels.ts";
import { toLanguage, type Language } from "../wording/language.ts";
import { toTitle } from "../wording/text.ts";
import type { Author, Entry } from "./entry.ts";
import { toHeadTexts } from "./feed-head.ts";
import { toFeed, toMonths, type Feed } from "./feed.ts";
import { fillAround, fillFrame } from "./frame.ts";
import { joinPieces } from "./join-pieces.ts";
import { toElementText, toTitleText, toUrlText } from "./xml.ts";

/** The feed of a selection as an RSS 2.0 document, in pieces. The same publication gives the same bytes. */
export function toRss(
  publication: Publication,
  selection: Selection,
  { self, hubs }: Links,
): Iterable<string> {
  const feed = toFeed(publication, selection, self);
  const language = toLanguage(feed.language);
  const frame = feed.entries.length === 0 ? FRAMES.rssChannelWithoutItems : FRAMES.rssChannel;
  const write = (entry: Entry) => fillFrame(FRAMES.rssItem, toItemTexts(entry, language));
  return joinPieces(
    fillAround(frame, "items", toChannelTexts(feed, hubs)),
    toMonths(feed).map((month) => month.map(write).join("")),
  );
}

export type ChannelTexts = ReturnType<typeof toChannelTexts>;

function toChannelTexts(feed: Feed, hubs: readonly string[]) {
  return {
    ...toHeadTexts(feed, hubs),
    description: toElementText(feed.description),
    updated: toDate(feed.updatedAt),
    language: toElementText(feed.language),
    items: "",
  };
}

export type ItemTexts = ReturnType<typeof toItemTexts>;

function toItemTexts(entry: Entry, language: Language) {
  return {
    title: toTitleText(entry.title),
    link: toUrlText(entry.url),
    id: toElementText(entry.id),
    published: toDate(entry.publishedAt),
    // RSS readers show a description as HTML; an item that has none some of them drop.
    description: escapeHtml(toTitle(entry.summary, entry.title)),
    content: entry.html,
    tags: entry.tags.map(toElementText),
    creators: toCreators(entry.authors, language),
  };
}

/** RFC 822, as RSS wants it. */
function toDate(instant: Instant): string {
  return new Date(instant).toUTCString();
}

/**
 * All in one dc:creator, "A, B and C": of several, readers show the last (newsboat) or the first alone. An RSS author would
 * have to be a mail address.
 */
function toCreators(authors: readonly Author[], language: Language): string[] {
  if (authors.length === 0) return [];
  const names = authors.map(({ name }) => name);
  return [toElementText(toNameList(names, language))];
}
