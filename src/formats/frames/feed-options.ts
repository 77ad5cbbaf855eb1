/** What the package `feed` is asked, of RSS and Atom alike. */
import type { FeedOptions } from "feed";
import type { HeadTexts } from "../feed-head.ts";

/** What `feed` asks for as something else than text, in the place of which texts are put. */
export const SOME_DATE = new Date(0);
export const SOME_URL = "https://example.org/";

/** The options for a head, with its one hub. */
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

/** The document with something else in elements: of each name the first. */
export function setElements(document: string, contents: Record<string, string>): string {
  return Object.entries(contents).reduce(
    (written, [name, content]) =>
      written.replace(new RegExp(`(<${name}>)[^]*?(?=</${name}>)`), (_old, tag: string) => tag + content),
    document,
  );
}
