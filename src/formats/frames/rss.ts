/** What `feed` writes of RSS. */
import { Feed as FeedWriter } from "feed";
import { FEED_TTL_MINUTES } from "../feed.ts";
import type { ChannelTexts, ItemTexts } from "../rss.ts";
import { setElements, SOME_DATE, SOME_URL, toHeadOptions } from "./feed-options.ts";
import { makeFrame } from "./make-frame.ts";

/** An item as `feed` writes it, with its indentation. */
const ITEM = /^ {8}<item>[^]*<\/item>\n/m;

const CHANNEL: ChannelTexts = {
  title: "",
  home: "",
  self: "",
  hubs: [""],
  description: "",
  updated: "",
  language: "",
  items: "",
};

/** With items the root names the spaces of what is in them. */
export const rssChannel = makeFrame(CHANNEL, (places) => writeChannel(places, "content"));

export const rssChannelWithoutItems = makeFrame(CHANNEL, (places) => writeChannel(places));

function writeChannel(places: ChannelTexts, content?: string): string {
  const writer = new FeedWriter({
    ...toHeadOptions(places),
    description: places.description,
    language: places.language,
    ttl: FEED_TTL_MINUTES,
  });
  if (content !== undefined) writer.addItem({ title: "", link: SOME_URL, date: SOME_DATE, content });
  const document = setElements(writer.rss2(), { lastBuildDate: places.updated });
  return `${document.replace(ITEM, places.items)}\n`;
}

export const rssItem = makeFrame<ItemTexts>(
  {
    title: "",
    link: "",
    id: "",
    published: "",
    description: "",
    content: "",
    tags: [""],
    creators: [""],
  },
  (places) => {
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
  },
);
