/** Atom 1.0 (RFC 4287). */
import { Feed as FeedWriter, type Author as AuthorOptions, type Item } from "feed";
import type { Author, Entry } from "./entry.ts";
import type { Feed } from "./feed.ts";
import { escapeHtml } from "./html.ts";
import { toAttributeText, toCdata, toElementText, toXml } from "./xml.ts";

/** The feed as an Atom document. The same feed gives the same bytes. */
export function toAtom(feed: Feed): string {
  const writer = new FeedWriter({
    id: toElementText(feed.id),
    title: toElementText(feed.title),
    link: feed.homeUrl,
    feed: feed.selfUrls.atom,
    description: toElementText(feed.description),
    updated: new Date(feed.updatedAt),
    author: toAuthor(feed.author),
    generator: false,
  });
  for (const entry of feed.entries) writer.addItem(toItem(entry));
  const root = '<feed xmlns="http://www.w3.org/2005/Atom"';
  return toXml(writer.atom1()).replace(root, `${root} xml:lang="${feed.language}"`);
}

/** Entries without authors have the feed's (RFC 4287 4.2.1). */
function toItem(entry: Entry): Item {
  const item: Item = {
    // `feed` declares titles, summaries and contents as HTML (RFC 4287 3.1.1.2).
    title: toCdata(escapeHtml(entry.title)),
    id: entry.id,
    link: entry.url,
    date: new Date(entry.updatedAt),
    published: new Date(entry.publishedAt),
    content: toCdata(entry.html),
    category: entry.tags.map((tag) => ({ term: toAttributeText(tag), name: toAttributeText(tag) })),
  };
  if (entry.authors.length > 0) item.author = entry.authors.map(toAuthor);
  if (entry.summary !== "") item.description = toCdata(escapeHtml(entry.summary));
  return item;
}

function toAuthor({ name, url }: Author): AuthorOptions {
  return url === undefined ? { name: toElementText(name) } : { name: toElementText(name), link: url };
}
