import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseDelivery } from "../../src/sources/parse-delivery.ts";

const read = (name: string) => readFileSync(join(import.meta.dirname, "../fixtures/delivery", name), "utf8");
const OURS = "channel:UCexampleexampleexampleA";
const parse = async (text: string, identity: `channel:${string}` = OURS) => {
  const parsed = await parseDelivery(text, identity);
  return parsed.ok ? parsed.value : parsed.error.reason;
};

const UPLOADED = Date.UTC(2026, 5, 16, 9);

test.each([
  [
    "an upload, titled in another script",
    "upload-cjk.xml",
    [
      {
        videoId: "videoS2100A",
        title: "【S21】Uniform Examples Revisited　例を数える！！",
        publishedAt: UPLOADED,
        updatedAt: UPLOADED + 30_617,
      },
    ],
  ],
  [
    "an upload of a channel with a flag in its name",
    "upload-emoji.xml",
    [{ videoId: "videoS2100A", title: "S21 & more", publishedAt: UPLOADED, updatedAt: UPLOADED + 3_889 }],
  ],
  [
    "a video nine years old",
    "nine-years-old.xml",
    [
      {
        videoId: "videoNine00",
        title: "Year one, part 2",
        publishedAt: Date.UTC(2017, 0, 15, 14, 18, 7),
        updatedAt: Date.UTC(2026, 5, 16, 16, 8, 37, 109),
      },
    ],
  ],
  [
    "several entries",
    "two-entries.xml",
    [
      {
        videoId: "videoS2000A",
        title: "S20 | Entropy",
        publishedAt: Date.UTC(2026, 5, 9, 9),
        updatedAt: UPLOADED + 30_100,
      },
      { videoId: "videoS2100A", title: "S21 | Uniform", publishedAt: UPLOADED, updatedAt: UPLOADED + 30_200 },
    ],
  ],
  [
    "a tombstone",
    "deleted.xml",
    [
      {
        videoId: "videoS2000A",
        title: null,
        publishedAt: null,
        updatedAt: Date.UTC(2026, 5, 16, 13, 8, 42, 904),
      },
    ],
  ],
])("%s", async (_title, file, pushed) => {
  expect(await parse(read(file))).toEqual({ pushed, isOther: false });
});

test.each(["upload-cjk.xml", "two-entries.xml", "deleted.xml"])(
  "%s is of another channel than the lease",
  async (file) => {
    expect(await parse(read(file), "channel:UCotherotherotherothersA")).toEqual({
      pushed: [],
      isOther: true,
    });
  },
);

test("an entry of another channel among ours is passed over", async () => {
  const text = read("two-entries.xml").replace(/<yt:channelId>\w+/, "<yt:channelId>UCotherotherotherothersA");
  expect(await parse(text)).toMatchObject({
    pushed: [{ videoId: "videoS2100A" }],
    isOther: false,
  });
});

test("a tombstone that names no channel is of the lease's", async () => {
  const text = read("deleted.xml").replace(/channel\/UC\w+/, "channel/채널ID");
  expect(await parse(text)).toMatchObject({ pushed: [{ videoId: "videoS2000A" }], isOther: false });
});

test.each([
  ["no id", /<yt:videoId>\w+</, "<yt:videoId><"],
  ["an id of another form", /<yt:videoId>\w+</, "<yt:videoId>__proto__<"],
  ["no title", /<title>S21.*</, "<title><"],
  ["no date", /<updated>[^<]*<\/updated>\s*<\/entry/, "</entry"],
  ["a date before YouTube", /<updated>2026(?=[^<]*<\/updated>\s*<\/entry)/, "<updated>1026"],
])("an entry with %s is passed over", async (_what, from, to) => {
  expect(await parse(read("upload-emoji.xml").replace(from, to))).toEqual({ pushed: [], isOther: false });
});

test.each([
  ["", "not_xml"],
  ["<html>", "not_xml"],
  ["<?xml version='1.0'?><rss/>", "not_a_feed"],
  ["<?xml version='1.0'?><feed><entry>", "malformed"],
])("%j is refused", async (text, reason) => {
  expect(await parse(text)).toBe(reason);
});
