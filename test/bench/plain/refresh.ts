/**
 * A Worker that does by the packages what a refresh does: fetches the feed and parses it, and at `/news` writes the four
 * documents anew.
 */
import Parser from "rss-parser";
import text from "./programme.txt";
import {
  shorten,
  toPlainAtom,
  toPlainJsonFeed,
  toPlainRss,
  toTemplateCalendar,
  type PlainProgramme,
} from "./writers.ts";

const programme: PlainProgramme = JSON.parse(text);

export default {
  async fetch({ url }: Request, { FEED }: { FEED: string }): Promise<Response> {
    const { pathname } = new URL(url);
    if (pathname === "/robots.txt") return new Response(null);
    const feed = await new Parser().parseString(await (await fetch(FEED)).text());
    const written =
      pathname === "/news"
        ? [
            toPlainRss(programme),
            toPlainAtom(programme),
            toPlainJsonFeed(programme),
            toTemplateCalendar(shorten(programme)),
          ]
        : [];
    return Response.json([feed.items.length, ...written.map((document) => document.length)]);
  },
};
