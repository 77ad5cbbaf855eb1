/** What rss-parser, which is forgiving, reads of a channel feed is what we read. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Parser from "rss-parser";
import { expect, test } from "vitest";
import { parseChannelFeed } from "../../src/sources/parse-channel-feed.ts";

const FEEDS = "test/fixtures/channel-feed";

interface Item {
  "yt:videoId": string;
  published: string;
  "media:group": { "media:description": string[] };
}
const reader = new Parser<object, Item>({
  customFields: { item: ["yt:videoId", "published", "media:group"] },
});

/** It leaves line ends as they are, and a text as long as it is. */
const toBeginning = (words = "") => words.replace(/\r\n?/g, "\n").slice(0, 60);

test.each(readdirSync(FEEDS).filter((name) => name.endsWith(".xml")))("%s", async (name) => {
  const text = readFileSync(join(FEEDS, name), "utf8");
  const feed = parseChannelFeed(text, null);
  const { items } = await reader.parseString(text);
  expect(
    feed.ok &&
      feed.value.videos.map(({ id, publishedAt, description, isShort }) => ({
        id,
        publishedAt,
        description: toBeginning(description),
        isShort,
      })),
  ).toEqual(
    items.map((item) => ({
      id: item["yt:videoId"],
      publishedAt: Math.floor(Date.parse(item.published) / 1_000) * 1_000,
      description: toBeginning(item["media:group"]["media:description"][0]),
      isShort: item.link?.includes("/shorts/"),
    })),
  );
});
