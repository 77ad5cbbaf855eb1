/** JSON Feed 1.1 (jsonfeed.org/version/1.1), written here because the package `feed` writes version 1. */
import type { Links } from "../programme/address.ts";
import { toRfc3339 } from "../programme/instant.ts";
import type { Publication } from "../programme/publication.ts";
import type { Selection } from "../programme/selection.ts";
import type { Entry } from "./entry.ts";
import { toFeed, type Feed } from "./feed.ts";
import { toJsonText } from "./json.ts";
import { toSessionExtension } from "./session-extension.ts";

/**
 * The feed of a selection as a JSON Feed document. The same publication gives the same bytes; there is no `null` and
 * nothing empty in it.
 */
export function toJsonFeed(publication: Publication, selection: Selection, links: Links): string {
  const feed = toFeed(publication, selection, links.self);
  const about = links.to("session-extension");
  const document = {
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    home_page_url: feed.homeUrl,
    feed_url: feed.selfUrl,
    description: feed.description,
    language: feed.language,
    authors: [feed.author],
    ...(links.hubs.length > 0 && { hubs: links.hubs.map((url) => ({ type: "WebSub", url })) }),
    items: feed.entries.map((entry) => toItem(entry, feed, about)),
  };
  return toJsonText(document, ["items"]);
}

/** @param about where `_session` is described */
function toItem(entry: Entry, feed: Feed, about: string) {
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
    language: entry.language ?? feed.language,
    _session: entry.session && toSessionExtension(entry.session, about),
  };
}
