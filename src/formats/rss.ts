/** RSS 2.0 (rssboard.org/rss-specification), with dc:creator, content:encoded and atom:link. */
import { Feed as FeedWriter, type Extension, type Item } from "feed";
import type { Links } from "../programme/address.ts";
import type { Publication } from "../programme/publication.ts";
import type { Selection } from "../programme/selection.ts";
import { escapeHtml } from "../wording/html.ts";
import { toNameList } from "../wording/labels.ts";
import { toLanguage, type Language } from "../wording/language.ts";
import { toTitle } from "../wording/text.ts";
import type { Author, Entry } from "./entry.ts";
import { toFeed } from "./feed.ts";
import { addHubs, toHub } from "./hub-links.ts";
import { LongTexts, toElementText, toSectionText, toXml } from "./xml.ts";

/** The feed of a selection as an RSS 2.0 document. The same publication gives the same bytes. */
export function toRss(publication: Publication, selection: Selection, { self, hubs }: Links): string {
  const feed = toFeed(publication, selection, self);
  const writer = new FeedWriter({
    title: toElementText(feed.title),
    link: feed.homeUrl,
    feed: feed.selfUrl,
    description: toElementText(feed.description),
    language: feed.language,
    updated: new Date(feed.updatedAt),
    ttl: feed.ttlMinutes,
    ...toHub(hubs),
    generator: false,
  });
  const language = toLanguage(feed.language);
  const texts = new LongTexts();
  for (const entry of feed.entries) writer.addItem(toItem(entry, language, texts));
  return texts.putInto(addHubs(toXml(writer.rss2()), hubs));
}

function toItem(entry: Entry, language: Language, texts: LongTexts): Item {
  return {
    title: toSectionText(entry.title),
    id: toElementText(entry.id),
    link: entry.url,
    // `feed` calls the day of publication "published" and asks for "date" too.
    date: new Date(entry.publishedAt),
    published: new Date(entry.publishedAt),
    // RSS readers show a description as HTML; an item that has none some of them drop.
    description: texts.keep(escapeHtml(toTitle(entry.summary, entry.title))),
    content: texts.keep(entry.html),
    category: entry.tags.map((tag) => ({ name: toElementText(tag) })),
    extensions: toCreators(entry.authors, language),
  };
}

/**
 * All in one dc:creator, "A, B and C": of several, readers show the last (newsboat) or the first alone. An RSS author would
 * have to be a mail address.
 */
function toCreators(authors: readonly Author[], language: Language): Extension[] {
  if (authors.length === 0) return [];
  const names = toNameList(
    authors.map(({ name }) => name),
    language,
  );
  return [{ name: "dc:creator", objects: { _text: toElementText(names) } }];
}
