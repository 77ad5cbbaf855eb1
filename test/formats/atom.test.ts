import { expect, test } from "vitest";
import { WHOLE } from "../../src/programme/selection.ts";
import {
  aClub,
  aPublication,
  aPublishedProgramme,
  aPublishedSession,
  someDates,
} from "../support/builders.ts";
import { textOf } from "../support/documents.ts";

test("a feed as Atom, whole", () => {
  const session = {
    title: "On <b> & co",
    tags: ['a<b "c"'],
    presenters: [{ name: "Ada & Bob", url: "https://ada.example/?a=1&b=2" }, { name: "Eve" }],
    papers: [],
    abstract: { html: "", text: "" },
  };
  const dates = someDates(Date.UTC(2026, 5, 8, 12), Date.UTC(2026, 5, 9));
  const programme = aPublishedProgramme({ sessions: [aPublishedSession(session, { announcement: dates })] });
  expect(
    textOf("atom", aPublication({ programme, club: aClub({ name: "A & B", language: "en-GB" }) }), {
      ...WHOLE,
      limit: 5,
    }),
  ).toBe(`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
    <id>tag:example.org,2025:feed?limit=5</id>
    <title>A &#x26; B</title>
    <updated>2026-06-09T00:00:00.000Z</updated>
    <author>
        <name>A &#x26; B</name>
        <uri>https://example.org/</uri>
    </author>
    <link rel="alternate" href="https://feeds.example.org/"/>
    <link rel="self" href="https://feeds.example.org/atom.xml?limit=5"/>
    <subtitle>A reading group about examples.</subtitle>
    <entry>
        <title type="html"><![CDATA[S21: On &lt;b&gt; &amp; co]]></title>
        <id>tag:example.org,2025:session/s21</id>
        <link href="https://feeds.example.org/sessions/s21"/>
        <updated>2026-06-09T00:00:00.000Z</updated>
        <summary type="html"><![CDATA[Monday 15 June 2026, 13:00–14:30 (America/New_York, UTC−04:00). Presented by Ada &amp; Bob, Eve.]]></summary>
        <content type="html"><![CDATA[<p>Monday 15 June 2026, 13:00–14:30 (America/New_York, UTC−04:00)</p>
<p>Presented by</p>
<ul>
<li><a href="https://ada.example/?a=1&amp;b=2">Ada &amp; Bob</a></li>
<li>Eve</li>
</ul>
<p>Session page: <a href="https://feeds.example.org/sessions/s21">https://feeds.example.org/sessions/s21</a></p>]]></content>
        <author>
            <name>Ada &#x26; Bob</name>
            <uri>https://ada.example/?a=1&amp;b=2</uri>
        </author>
        <author>
            <name>Eve</name>
        </author>
        <category label="a&#x3C;b &quot;c&quot;" term="a&#x3C;b &quot;c&quot;"/>
        <published>2026-06-08T12:00:00.000Z</published>
    </entry>
</feed>
`);
});
