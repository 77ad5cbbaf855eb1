/** Atom 1.0 (RFC 4287). */
import { Feed as FeedWriter, type Author as AuthorOptions } from "feed";
import type { Links } from "../programme/address.ts";
import type { Instant } from "../programme/instant.ts";
import type { Publication } from "../programme/publication.ts";
import type { Selection } from "../programme/selection.ts";
import { escapeHtml } from "../wording/html.ts";
import type { Author, Entry } from "./entry.ts";
import { addHubs, toHeadOptions, toHeadTexts } from "./feed-head.ts";
import { toFeed, type Feed } from "./feed.ts";
import { Frames, toOptional } from "./frame.ts";
import { setElements, SOME_DATE, SOME_URL, toAttributeText, toElementText, toUrlText } from "./xml.ts";

/** The feed of a selection as an Atom document. The same publication gives the same bytes. */
export function toAtom(publication: Publication, selection: Selection, { self, hubs }: Links): string {
  const feed = toFeed(publication, selection, self);
  const entries = feed.entries.map((entry) => ENTRIES.fill(toEntryTexts(entry)));
  return FEEDS.fill(toFeedTexts(feed, hubs, entries));
}

function toFeedTexts(feed: Feed, hubs: readonly string[], entries: readonly string[]) {
  return {
    ...toHeadTexts(feed, hubs),
    language: toAttributeText(feed.language),
    id: toElementText(feed.id),
    updated: toDate(feed.updatedAt),
    author: toAuthorTexts(feed.author),
    descriptions: toOptional(toElementText(feed.description)),
    // One place for all: there are as many shapes of a list as it may be long.
    entries: toOptional(entries.join("")),
  };
}

function toEntryTexts(entry: Entry) {
  return {
    languages: entry.language === undefined ? [] : [toAttributeText(entry.language)],
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

function toAuthorTexts({ name, url }: Author) {
  return { name: toElementText(name), urls: url === undefined ? [] : [toUrlText(url)] };
}

/** An entry as `feed` writes it, with its indentation. */
const ENTRY = /^ {4}<entry>[^]*<\/entry>\n/m;

const FEEDS = new Frames((places: ReturnType<typeof toFeedTexts>) => {
  const writer = new FeedWriter({
    ...toHeadOptions(places),
    id: places.id,
    author: toAuthor(places.author),
    description: places.descriptions.join(""),
  });
  for (const content of places.entries)
    writer.addItem({ title: "", link: SOME_URL, date: SOME_DATE, content });
  const document = setElements(writer.atom1(), { updated: places.updated });
  const feed = addLanguage(document, '<feed xmlns="http://www.w3.org/2005/Atom"', [places.language]);
  return `${addHubs(feed, places.hubs).replace(ENTRY, places.entries.join(""))}\n`;
});

const ENTRIES = new Frames((places: ReturnType<typeof toEntryTexts>) => {
  const writer = new FeedWriter({ title: "" });
  writer.addItem({
    title: places.title,
    id: places.id,
    link: places.link,
    date: SOME_DATE,
    published: SOME_DATE,
    description: places.summaries.join(""),
    content: places.content,
    category: places.tags.map((tag) => ({ term: tag, name: tag })),
    ...(places.authors.length > 0 && { author: places.authors.map(toAuthor) }),
  });
  const [entry = ""] = ENTRY.exec(writer.atom1()) ?? [];
  const { updated, published } = places;
  return addLanguage(setElements(entry, { updated, published }), "<entry", places.languages);
});

/** A language of its own, which `feed` cannot say (RFC 4287 2). */
function addLanguage(document: string, tag: string, [language]: readonly string[]): string {
  return language === undefined ? document : document.replace(tag, `${tag} xml:lang="${language}"`);
}

function toAuthor({ name, urls }: ReturnType<typeof toAuthorTexts>): AuthorOptions {
  return { name, link: urls.join("") };
}

/** RFC 3339. */
function toDate(instant: Instant): string {
  return new Date(instant).toISOString();
}
