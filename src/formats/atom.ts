/** Atom 1.0 (RFC 4287). */
import { Feed as FeedWriter, type Author as AuthorOptions, type Item } from "feed";
import type { Links } from "../programme/address.ts";
import type { Publication } from "../programme/publication.ts";
import type { Selection } from "../programme/selection.ts";
import { escapeHtml } from "../wording/html.ts";
import type { Author, Entry } from "./entry.ts";
import { toFeed } from "./feed.ts";
import { addHubs, toHub } from "./hub-links.ts";
import { LongTexts, toAttributeText, toElementText, toXml } from "./xml.ts";

/** The feed of a selection as an Atom document. The same publication gives the same bytes. */
export function toAtom(publication: Publication, selection: Selection, { self, hubs }: Links): string {
  const feed = toFeed(publication, selection, self);
  const writer = new FeedWriter({
    id: toElementText(feed.id),
    title: toElementText(feed.title),
    link: feed.homeUrl,
    feed: feed.selfUrl,
    description: toElementText(feed.description),
    updated: new Date(feed.updatedAt),
    author: toAuthor(feed.author),
    ...toHub(hubs),
    generator: false,
  });
  const texts = new LongTexts();
  for (const entry of feed.entries) writer.addItem(toItem(entry, texts));
  const root = '<feed xmlns="http://www.w3.org/2005/Atom"';
  const languages = feed.entries.values().map(({ language }) => language);
  const document = addHubs(toXml(writer.atom1()), hubs)
    .replace(root, `${root} xml:lang="${feed.language}"`)
    .replace(/^ {4}<entry>$/gm, (line) => toEntryTag(line, languages.next().value));
  return texts.putInto(document);
}

/** An entry's own language, which `feed` cannot say (RFC 4287 2). Titles hold no such line of their own. */
function toEntryTag(line: string, language: string | undefined): string {
  return language === undefined ? line : line.replace(">", ` xml:lang="${language}">`);
}

/** Entries without authors have the feed's (RFC 4287 4.2.1). */
function toItem(entry: Entry, texts: LongTexts): Item {
  return {
    // `feed` declares titles, summaries and contents as HTML (RFC 4287 3.1.1.2).
    title: escapeHtml(entry.title),
    id: entry.id,
    link: entry.url,
    date: new Date(entry.updatedAt),
    published: new Date(entry.publishedAt),
    ...(entry.summary !== "" && { description: texts.keep(escapeHtml(entry.summary)) }),
    content: texts.keep(entry.html),
    category: entry.tags.map((tag) => ({ term: toAttributeText(tag), name: toAttributeText(tag) })),
    ...(entry.authors.length > 0 && { author: entry.authors.map(toAuthor) }),
  };
}

function toAuthor({ name, url }: Author): AuthorOptions {
  return url === undefined ? { name: toElementText(name) } : { name: toElementText(name), link: url };
}
