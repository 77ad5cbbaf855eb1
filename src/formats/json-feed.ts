/** JSON Feed 1.1 (jsonfeed.org/version/1.1), written here because the package `feed` writes version 1. */
import type { Links } from "../programme/address.ts";
import { toRfc3339 } from "../programme/instant.ts";
import type { Publication } from "../programme/publication.ts";
import type { Selection } from "../programme/selection.ts";
import type { Entry } from "./entry.ts";
import { toFeed, toMonths } from "./feed.ts";
import { toJsonPieces, toListedText } from "./json.ts";
import { rememberWritten } from "./remember-written.ts";
import { toSessionExtension } from "./session-extension.ts";

/**
 * The feed of a selection as a JSON Feed document, in pieces. The same publication gives the same bytes; there is no `null`
 * and nothing empty in it.
 */
export function toJsonFeed(publication: Publication, selection: Selection, links: Links): Iterable<string> {
  const feed = toFeed(publication, selection, links.self);
  const head = {
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    home_page_url: feed.homeUrl,
    feed_url: feed.selfUrl,
    description: feed.description,
    language: feed.language,
    authors: [feed.author],
    ...(links.hubs.length > 0 && { hubs: links.hubs.map((url) => ({ type: "WebSub", url })) }),
  };
  const ofFeed = { language: feed.language, about: links.to("session-extension") };
  const toItems = (entries: readonly Entry[]) => entries.map((entry) => toItemText(entry, ofFeed));
  return toJsonPieces(head, { items: toMonths(feed).map(toItems) });
}

/** What is the same for all items of a feed. */
interface OfFeed {
  language: string;
  /** Where `_session` is described. */
  about: string;
}

const toItemText = rememberWritten((entry: Entry, feed: OfFeed) => toListedText(toItem(entry, feed)));

function toItem(entry: Entry, { language, about }: OfFeed) {
  return {
    id: entry.id,
    url: entry.url,
    external_url: entry.externalUrl,
    title: entry.title,
    content_html: entry.html,
    content_text: entry.text,
    summary: entry.summary,
    image: entry.image,
    date_published: toRfc3339(entry.publishedAt),
    date_modified: toRfc3339(entry.updatedAt),
    authors: entry.authors,
    tags: entry.tags,
    language: entry.language ?? language,
    _session: entry.session && toSessionExtension(entry.session, about),
  };
}
