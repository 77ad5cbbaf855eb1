import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseChannelFeed } from "../../src/sources/parse-channel-feed.ts";
import { aChannelFeed, CHANNEL_ID } from "../support/channel-feed.ts";

const fixture = (name: string) =>
  readFileSync(join(import.meta.dirname, "../fixtures/channel-feed", name), "utf8");
const ENTRY = { id: "videoAAAAA0", title: "One", published: "2026-06-16T09:00:00+00:00" };

describe("parseChannelFeed", () => {
  test("reads every shape YouTube is known to write", async () => {
    expect(await parseChannelFeed(fixture("every-shape.xml"), null)).toEqual({
      ok: true,
      value: {
        identity: `channel:${CHANNEL_ID}`,
        videos: [
          {
            id: "UCnotachan0",
            title: "A video id may begin like a channel id | two  spaces, “quotes” & ２０２６　🎉",
            description: 'Raw carriage returns\nend lines.\n\n"Quoted" & decoded once: &lt;b&gt;',
            publishedAt: Date.UTC(2026, 5, 16, 9, 0, 1),
            isShort: false,
          },
          {
            id: "short-_Aaa0",
            title: "A Short",
            description: "",
            publishedAt: Date.UTC(2026, 5, 15, 9),
            isShort: true,
          },
          {
            id: "long0000000",
            title: "Five thousand characters",
            description: "é".repeat(5_000),
            publishedAt: Date.UTC(2026, 5, 14, 7),
            isShort: false,
          },
        ],
      },
    });
  });

  test("knows the channel when the feed writes its id in full, cut, or not at all", async () => {
    const cut = aChannelFeed({ entries: [ENTRY] });
    const full = cut.replace(
      /<yt:channelId>[^<]*<\/yt:channelId>\n <title>/,
      `<yt:channelId>${CHANNEL_ID}</yt:channelId>\n <title>`,
    );
    const absent = cut.replace(
      /<yt:channelId>[^<]*<\/yt:channelId>\n <title>/,
      "<yt:channelId></yt:channelId>\n <title>",
    );
    const identities = await Promise.all(
      [cut, full, absent].map(async (text) => {
        const feed = await parseChannelFeed(text, null);
        return feed.ok && feed.value.identity;
      }),
    );
    expect(identities).toEqual(Array(3).fill(`channel:${CHANNEL_ID}`));
  });

  test("keeps to the feed's own channel though its newest entry is of another that took part", async () => {
    const entries = ["videoAAAAA0", "videoBBBBB0"].map((id) => ({
      id,
      title: id,
      published: "2026-06-16T09:00:00Z",
    }));
    const feed = aChannelFeed({ entries }).replace(
      /(<yt:videoId>videoAAAAA0<\/yt:videoId>\s*<yt:channelId>)[^<]*/,
      "$1UCotherotherotherotherQQ",
    );
    expect([feed.includes("UCother"), await parseChannelFeed(feed, `channel:${CHANNEL_ID}`)]).toEqual([
      true,
      {
        ok: true,
        value: {
          identity: `channel:${CHANNEL_ID}`,
          videos: entries.map(({ id }) => expect.objectContaining({ id })),
        },
      },
    ]);
  });

  test("knows a playlist by its own id, whoever made its videos", async () => {
    const playlist = aChannelFeed({ entries: [ENTRY] }).replace(
      "<yt:channelId>",
      "<yt:playlistId>PLexample</yt:playlistId><yt:channelId>",
    );
    const feed = await parseChannelFeed(playlist, "playlist:PLexample");
    expect(feed.ok && feed.value.identity).toBe("playlist:PLexample");
  });

  test("takes an id that is listed twice once", async () => {
    const feed = await parseChannelFeed(
      aChannelFeed({ entries: [ENTRY, { ...ENTRY, title: "Again" }] }),
      null,
    );
    expect(feed.ok && feed.value.videos.map(({ title }) => title)).toEqual(["One"]);
  });

  test("cuts a title and a description at YouTube's own limits, never within a character", async () => {
    const long = { ...ENTRY, title: "😀".repeat(101), description: `a${"😀".repeat(5_000)}` };
    const feed = await parseChannelFeed(aChannelFeed({ entries: [long] }), null);
    expect(feed.ok && feed.value.videos).toEqual([
      {
        id: ENTRY.id,
        title: "😀".repeat(100),
        description: `a${"😀".repeat(4_999)}`,
        publishedAt: Date.UTC(2026, 5, 16, 9),
        isShort: false,
      },
    ]);
  });

  test("takes out what no document holds, and gives a title that shows nothing the video's id", async () => {
    const entries = [
      { ...ENTRY, title: "\u202eOne\ufdd0", description: "a\u2067\u0085b\u2028c" },
      { ...ENTRY, id: "videoBBBBB0", title: "\u200b" },
    ];
    const feed = await parseChannelFeed(aChannelFeed({ entries }), null);
    expect(feed.ok && feed.value.videos.map(({ title, description }) => [title, description])).toEqual([
      ["One", "ab\nc"],
      ["videoBBBBB0", ""],
    ]);
  });

  test("passes over an entry without a date and keeps the others", async () => {
    const text = aChannelFeed({ entries: [{ ...ENTRY, id: "videoBBBBB0", published: "" }, ENTRY] });
    const feed = await parseChannelFeed(text, null);
    expect(feed.ok && feed.value.videos.map(({ id }) => id)).toEqual(["videoAAAAA0"]);
  });

  test.each([
    ["an empty body", "", { reason: "not_xml", beginning: "" }],
    [
      "an outage's page",
      "<!DOCTYPE html><html lang=en><title>Error 404 (Not Found)!!1</title>",
      { reason: "not_xml", beginning: "<!DOCTYPE html><html lang=en><title>Erro" },
    ],
    [
      "a blank line before the declaration",
      `\n${aChannelFeed({ entries: [ENTRY] })}`,
      { reason: "not_xml", beginning: '\n<?xml version="1.0" encoding="UTF-8"?>\n' },
    ],
    [
      "an entity bomb",
      '<?xml version="1.0"?><!DOCTYPE feed [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><feed>&b;</feed>',
      { reason: "not_a_feed", beginning: '<!DOCTYPE feed [<!ENTITY a "aa"><!ENTITY' },
    ],
    [
      "an RSS document",
      '<?xml version="1.0"?><rss version="2.0"><channel/></rss>',
      { reason: "not_a_feed", beginning: '<rss version="2.0"><channel/></rss>' },
    ],
    ["a feed without entries", aChannelFeed({ entries: [] }), { reason: "no_entries" }],
    [
      "another channel",
      aChannelFeed({ channelId: "UCotherotherotherotherQQ", entries: [ENTRY] }),
      {
        reason: "other_channel",
        expected: `channel:${CHANNEL_ID}`,
        found: "channel:UCotherotherotherotherQQ",
      },
    ],
  ])("refuses %s", async (_name, text, error) => {
    expect(await parseChannelFeed(text, `channel:${CHANNEL_ID}`)).toEqual({ ok: false, error });
  });

  test("refuses a document cut at any place", async () => {
    const text = aChannelFeed({ entries: [ENTRY] });
    const accepted: number[] = [];
    for (let end = 0; end < text.length; end += 7) {
      if ((await parseChannelFeed(text.slice(0, end), null)).ok) accepted.push(end);
    }
    expect(accepted).toEqual([]);
  });
});
