/** What RSS and Atom say alike at their head: a title, and links to the site, to themselves and to hubs. */
import type { FeedOptions } from "feed";
import type { Feed } from "./feed.ts";
import { SOME_DATE, toElementText, toUrlText } from "./xml.ts";

type HeadTexts = ReturnType<typeof toHeadTexts>;

export function toHeadTexts({ title, homeUrl, selfUrl }: Feed, hubs: readonly string[]) {
  return {
    title: toElementText(title),
    home: toUrlText(homeUrl),
    self: toUrlText(selfUrl),
    hubs: hubs.map(toUrlText),
  };
}

/** The options of the package `feed`. It writes a link to one hub, see {@link addHubs}. */
export function toHeadOptions({
  title,
  home,
  self,
  hubs: [hub],
}: HeadTexts): Pick<FeedOptions, "title" | "link" | "feed" | "hub" | "updated" | "generator"> {
  return {
    title,
    link: home,
    feed: self,
    ...(hub !== undefined && { hub }),
    updated: SOME_DATE,
    generator: false,
  };
}

/** Links to hubs (W3C WebSub 4): `feed` writes one of them, a club may name several. */
const HUB_LINK = /^ *<(?:atom:)?link [^>]*rel="hub"[^>]*\/>\n/m;

/** The link that `feed` has written to the first hub, once for each. */
export function addHubs(document: string, hubs: readonly string[]): string {
  return document.replace(HUB_LINK, (line) => hubs.map((hub) => line.replace(hubs[0] ?? "", hub)).join(""));
}
