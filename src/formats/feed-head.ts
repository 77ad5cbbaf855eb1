/** What RSS and Atom say alike at their head: a title, and links to the site, to themselves and to hubs. */
import type { Feed } from "./feed.ts";
import { toElementText, toUrlText } from "./xml.ts";

export type HeadTexts = ReturnType<typeof toHeadTexts>;

export function toHeadTexts({ title, homeUrl, selfUrl }: Feed, hubs: readonly string[]) {
  return {
    title: toElementText(title),
    home: toUrlText(homeUrl),
    self: toUrlText(selfUrl),
    hubs: hubs.map(toUrlText),
  };
}
