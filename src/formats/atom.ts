/** Atom 1.0 (RFC 4287). */
import { FRAMES } from "#frames";
import type { Links } from "../programme/address.ts";
import type { Instant } from "../programme/instant.ts";
import type { Publication } from "../programme/publication.ts";
import type { Selection } from "../programme/selection.ts";
import { escapeHtml } from "../wording/html.ts";
import type { Author, Entry } from "./entry.ts";
import { toHeadTexts } from "./feed-head.ts";
import { toFeed, toMonths, type Feed } from "./feed.ts";
import { fillAround, fillFrame, toOptional } from "./frame.ts";
import { joinPieces } from "./join-pieces.ts";
import { toAttributeText, toElementText, toUrlText } from "./xml.ts";

/** The feed of a selection as an Atom document, in pieces. The same publication gives the same bytes. */
export function toAtom(
  publication: Publication,
  selection: Selection,
  { self, hubs }: Links,
): Iterable<string> {
  const feed = toFeed(publication, selection, self);
  return joinPieces(
    fillAround(FRAMES.atomFeed, "entries", toFeedTexts(feed, hubs)),
    toMonths(feed).map((month) => month.map(writeEntry).join("")),
  );
}

export type AtomFeedTexts = ReturnType<typeof toFeedTexts>;

function toFeedTexts(feed: Feed, hubs: readonly string[]) {
  return {
    ...toHeadTexts(feed, hubs),
    language: toLanguageAttribute(feed.language),
    id: toElementText(feed.id),
    updated: toDate(feed.updatedAt),
    authors: [toAuthorTexts(feed.author)],
    descriptions: toOptional(toElementText(feed.description)),
    entries: "",
  };
}

function writeEntry(entry: Entry): string {
  return fillFrame(FRAMES.atomEntry, toEntryTexts(entry));
}

export type AtomEntryTexts = ReturnType<typeof toEntryTexts>;

function toEntryTexts(entry: Entry) {
  return {
    language: entry.language === undefined ? "" : toLanguageAttribute(entry.language),
    // `feed` declares titles, summaries and contents as HTML (RFC 4287 3.1.1.2).
    title: escapeHtml(entry.title),
    id: toUrlText(entry.id),
    link: toUrlText(entry.url),
    updated: toDate(entry.updatedAt),
    summaries: toOptional(escapeHtml(entry.summary)),
    content: entry.html,
    // Entries without authors have the feed's (RFC 4287 4.2.1).
    authors: entry.authors.map(toAuthorTexts),
    tags: entry.tags.map(toAttributeText),
    published: toDate(entry.publishedAt),
  };
}

function toLanguageAttribute(language: string): string {
  return ` xml:lang="${toAttributeText(language)}"`;
}

function toAuthorTexts({ name, url }: Author) {
  return { name: toElementText(name), urls: url === undefined ? [] : [toUrlText(url)] };
}

/** RFC 3339. */
function toDate(instant: Instant): string {
  return new Date(instant).toISOString();
}
