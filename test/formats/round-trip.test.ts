/** What goes into a feed or calendar comes out of its parsers, whatever it is. */
import * as fc from "fast-check";
import Parser from "rss-parser";
import { expect, test } from "vitest";
import { escapeHtml } from "../../src/wording/html.ts";
import { toLine } from "../../src/wording/text.ts";
import { HOSTILE, UNSENDABLE } from "../golden/programme.ts";
import { aClub, aPublication, aPublishedProgramme, aPublishedSession } from "../support/builders.ts";
import { readFeed, textOf } from "../support/documents.ts";
import { parseEvents, valueOf } from "../support/parse-calendar.ts";
import { findAll, parseXml, textsOf } from "../support/parse-xml.ts";

/** Each run writes and parses a document. */
const RUNS = { numRuns: 60 };

const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary", maxLength: 20 }),
      fc.constantFrom(
        "]]>",
        "<![CDATA[",
        "<script>",
        "&amp;",
        "&#x26;",
        "&",
        "\\n",
        "\\",
        ";",
        ",",
        ":",
        '"',
        "\r\n",
        "\u0085",
        "\u2028",
        "👩‍🔬",
        "עברית",
        "\u202e",
        "離散",
        "e\u0301",
        String.raw`$\alpha_{i<n}$`,
        HOSTILE,
        UNSENDABLE,
      ),
    ),
    { maxLength: 12 },
  )
  // In front, so that parsers that trim have nothing to trim.
  .map((parts) => `A${parts.join("")}Z`);

function write(text: string) {
  const session = {
    title: text,
    location: text,
    presenters: [{ name: text }],
    tags: [text],
    papers: [],
    abstract: { html: `<p>${escapeHtml(text)}</p>`, text },
  };
  const programme = aPublishedProgramme({ sessions: [aPublishedSession(session)] });
  const club = aClub({ name: text, description: text });
  const publication = aPublication({ programme, club });
  return {
    feed: readFeed(publication),
    rss: textOf("rss", publication),
    atom: textOf("atom", publication),
    json: textOf("json", publication),
    calendar: textOf("calendar", publication),
  };
}

test("RSS through rss-parser", async () => {
  await fc.assert(
    fc.asyncProperty(hostile, async (text) => {
      const { feed, rss } = write(text);
      const { title, description, items } = await new Parser().parseString(rss);
      const line = toLine(text);
      expect([title, description, items.map((item) => [item.title, item.creator, item.categories])]).toEqual([
        line,
        line,
        [[`S21: ${line}`, line, [line]]],
      ]);
      expect(items[0]?.["content:encoded"]).toBe(feed.entries[0]?.html);
    }),
    RUNS,
  );
});

test("RSS through a strict XML parser", async () => {
  await fc.assert(
    fc.asyncProperty(hostile, async (text) => {
      const { feed, rss } = write(text);
      const root = await parseXml(rss);
      const [item] = findAll(root, "item");
      expect(
        item && ["title", "dc:creator", "category", "content:encoded"].map((name) => textsOf(item, name)),
      ).toEqual([[`S21: ${toLine(text)}`], [toLine(text)], [toLine(text)], [feed.entries[0]?.html]]);
    }),
    RUNS,
  );
});

test("Atom through rss-parser", async () => {
  await fc.assert(
    fc.asyncProperty(hostile, async (text) => {
      const { feed, atom } = write(text);
      const { title, items } = await new Parser().parseString(atom);
      // Entry titles are HTML in Atom.
      expect([title, items.map((item) => [item.title, item["author"], item.content])]).toEqual([
        toLine(text),
        [[escapeHtml(`S21: ${toLine(text)}`), toLine(text), feed.entries[0]?.html]],
      ]);
    }),
    RUNS,
  );
});

test("Atom through a strict XML parser", async () => {
  await fc.assert(
    fc.asyncProperty(hostile, async (text) => {
      const { feed, atom } = write(text);
      const root = await parseXml(atom);
      const [entry] = findAll(root, "entry");
      const line = toLine(text);
      expect([
        textsOf(root, "subtitle"),
        entry && textsOf(entry, "content"),
        entry && findAll(entry, "name").map((name) => name.text),
        entry && findAll(entry, "category").map(({ attributes }) => attributes),
      ]).toEqual([[line], [feed.entries[0]?.html], [line], [{ term: line, label: line }]]);
    }),
    RUNS,
  );
});

test("JSON Feed through JSON", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const { feed, json } = write(text);
      const { title, items } = JSON.parse(json);
      expect([title, items[0].title, items[0].tags, items[0].content_html]).toEqual([
        toLine(text),
        `S21: ${toLine(text)}`,
        [toLine(text)],
        feed.entries[0]?.html,
      ]);
    }),
    RUNS,
  );
});

test("iCalendar through ical.js", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const { feed, calendar } = write(text);
      const line = toLine(text);
      const events = parseEvents(calendar);
      const [event] = events;
      const categories = event?.component.getFirstProperty("categories")?.getValues();
      // The same words as the feed, but for the date and with no links of its own.
      const words = feed.entries[0]?.text.split("\n\n").slice(1, -2).join("\n\n");
      const description = event?.description.split("\n\n").slice(0, -1).join("\n\n");
      expect([events.length, event?.summary, event?.location, categories, description]).toEqual([
        1,
        `ERG S21: ${line}`,
        line,
        [line],
        words,
      ]);
      // ical.js does not know RFC 7986's NAME, so it leaves that escaped.
      expect(event && valueOf(event.component.parent, "description")).toBe(line);
    }),
    RUNS,
  );
});

test("no line of the calendar is too long or holds a control character", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const lines = write(text).calendar.split("\r\n");
      return lines.every(
        (line) => Buffer.byteLength(line) <= 75 && /^[^\p{Cc}]*$/u.test(line.replaceAll("\t", "")),
      );
    }),
    RUNS,
  );
});
