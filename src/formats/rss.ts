/** RSS 2.0 (rssboard.org/rss-specification), with dc:creator, content:encoded and atom:link. */
import { Feed as FeedWriter } from "feed";
import type { Links } from "../programme/address.ts";
import type { Instant } from "../programme/instant.ts";
import type { Publication } from "../programme/publication.ts";
import type { Selection } from "../programme/selection.ts";
import { escapeHtml } from "../wording/html.ts";
import { toNameList } from "../wording/labels.ts";
import { toLanguage, type Language } from "../wording/language.ts";
import { toTitle } from "../wording/text.ts";
import type { Author, Entry } from "./entry.ts";
import { addHubs, toHeadOptions, toHeadTexts } from "./feed-head.ts";
import { FEED_TTL_MINUTES, toFeed, type Feed } from "./feed.ts";
import { Frames, toOptional } from "./frame.ts";
import { setElements, SOME_DATE, SOME_URL, toElementText, toTitleText, toUrlText } from "./xml.ts";

/** The feed of a selection as an RSS 2.0 document. The same publication gives the same bytes. */
export function toRss(publication: Publication, selection: Selection, { self, hubs }: Links): string {
  const feed = toFeed(publication, selection, self);
  const language = toLanguage(feed.language);
  const items = feed.entries.map((entry) => ITEMS.fill(toItemTexts(entry, language)));
  return CHANNELS.fill(toChannelTexts(feed, hubs, items));
}

function toChannelTexts(feed: Feed, hubs: readonly string[], items: readonly string[]) {
  return {
    ...toHeadTexts(feed, hubs),
    description: toElementText(feed.description),
    updated: toDate(feed.updatedAt),
    language: toElementText(feed.language),
    // One place for all: there are as many shapes of a list as it may be long.
    items: toOptional(items.join("")),
  };
}

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

/** An item as `feed` writes it, with its indentation. */
const ITEM = /^ {8}<item>[^]*<\/item>\n/m;

const CHANNELS = new Frames((places: ReturnType<typeof toChannelTexts>) => {
  const writer = new FeedWriter({
    ...toHeadOptions(places),
    description: places.description,
    language: places.language,
    ttl: FEED_TTL_MINUTES,
  });
  // With one the root names the spaces of what is in items.
  for (const content of places.items) writer.addItem({ title: "", link: SOME_URL, date: SOME_DATE, content });
  const document = setElements(writer.rss2(), { lastBuildDate: places.updated });
  return `${addHubs(document, places.hubs).replace(ITEM, places.items.join(""))}\n`;
});

const ITEMS = new Frames((places: ReturnType<typeof toItemTexts>) => {
  const writer = new FeedWriter({ title: "" });
  writer.addItem({
    title: places.title,
    link: places.link,
    id: places.id,
    // `feed` calls the day of publication "published" and asks for "date" too.
    date: SOME_DATE,
    published: SOME_DATE,
    description: places.description,
    content: places.content,
    category: places.tags.map((name) => ({ name })),
    extensions: places.creators.map((_text) => ({ name: "dc:creator", objects: { _text } })),
  });
  const [item = ""] = ITEM.exec(writer.rss2()) ?? [];
  // Out of its CDATA section, the only way in which `feed` writes a title.
  return setElements(item, { title: places.title, pubDate: places.published });
});

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
