import { expect, test } from "vitest";
import { WHOLE } from "../../src/programme/selection.ts";
import {
  aClub,
  aPublication,
  aPublishedProgramme,
  aReplayedSession,
  someDates,
} from "../support/builders.ts";
import { textOf } from "../support/documents.ts";

test("a feed as RSS, whole", () => {
  const session = {
    title: "Bounds for a<b ]]> &amp;",
    tags: ["a<b", "x & y"],
    presenters: [{ name: "Ada & Bob" }, { name: "Eve" }, { name: "Mallory" }],
    papers: [],
    abstract: { html: "", text: "" },
  };
  const replayed = aReplayedSession(session, { announcement: someDates(Date.UTC(2026, 5, 8, 12)) });
  const programme = aPublishedProgramme({ sessions: [replayed] });
  expect(
    textOf("rss", aPublication({ programme, club: aClub({ name: "A & B" }) }), {
      ...WHOLE,
      show: "sessions",
    }),
  ).toBe(`<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom">
    <channel>
        <title>A &#x26; B: sessions</title>
        <link>https://feeds.example.org/</link>
        <description>A reading group about examples.</description>
        <lastBuildDate>Mon, 08 Jun 2026 12:00:00 GMT</lastBuildDate>
        <docs>https://validator.w3.org/feed/docs/rss2.html</docs>
        <language>en</language>
        <ttl>15</ttl>
        <atom:link href="https://feeds.example.org/rss.xml?show=sessions" rel="self" type="application/rss+xml"/>
        <item>
            <title>S21: Bounds for a&#x3C;b ]]&#x3E; &#x26;amp;</title>
            <link>https://feeds.example.org/sessions/s21</link>
            <guid isPermaLink="false">tag:example.org,2025:session/s21</guid>
            <pubDate>Mon, 08 Jun 2026 12:00:00 GMT</pubDate>
            <description><![CDATA[Monday 15 June 2026, 13:00–14:30 (America/New_York, UTC−04:00). Presented by Ada &amp; Bob, Eve, Mallory.]]></description>
            <content:encoded><![CDATA[<p>Monday 15 June 2026, 13:00–14:30 (America/New_York, UTC−04:00)</p>
<p>Presented by</p>
<ul>
<li>Ada &amp; Bob</li>
<li>Eve</li>
<li>Mallory</li>
</ul>
<p>Session page: <a href="https://feeds.example.org/sessions/s21">https://feeds.example.org/sessions/s21</a></p>]]></content:encoded>
            <category>a&#x3C;b</category>
            <category>x &#x26; y</category>
            <dc:creator>Ada &#x26; Bob, Eve and Mallory</dc:creator>
        </item>
    </channel>
</rss>
`);
});

test("a feed of nothing names no spaces of what is in items", () => {
  const publication = aPublication({ programme: aPublishedProgramme({ sessions: [] }) });
  const [, root] = textOf("rss", publication, WHOLE).split("\n");
  expect(root).toBe('<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">');
});
