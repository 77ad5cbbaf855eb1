/** Whatever a host or YouTube writes, every row of the table writes a document that parses. */
import * as fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { readTranscriptFile } from "../../src/build/transcript-file.ts";
import { writeDocument } from "../../src/documents/addresses.ts";
import { DOCUMENTS } from "../../src/documents/table.ts";
import type { Publication } from "../../src/programme/publication.ts";
import { toQueryText } from "../../src/programme/search-terms.ts";
import { WHOLE, type Selection } from "../../src/programme/selection.ts";
import {
  aClub,
  aNotice,
  aPublication,
  aPublishedProgramme,
  aPublishedSession,
  aPublishedVideo,
  aReplayedSession,
} from "../support/builders.ts";
import { parseXml } from "../support/parse-xml.ts";

/** Each run writes and parses a document. */
const RUNS = { numRuns: Number(process.env["FUZZ_RUNS"] ?? 60) };

const PIECES = [
  [
    "",
    " ",
    "\n\n",
    "\r",
    "\t",
    "\u0000",
    "\u0007",
    "\u0085",
    "\u2028",
    "\u200b",
    "\ufeff",
    "\u00ad",
    "\u2800",
  ],
  [
    "\ufdd0",
    "\ufdd1",
    "\ufdd2",
    "\uffff",
    "\u{1fffe}",
    "\ud800",
    "\udc00",
    "\ufffd",
    "\u202e",
    "\u2067",
    "\u0301",
  ],
  ["]]>", "<![CDATA[", "<b", "<!--", "-->", "</title>", "&", "&amp;", "&#x0;", '"', "'", "`", "{", "$&"],
  [
    "\\",
    ";",
    ",",
    ":",
    "BEGIN:VEVENT",
    "https://",
    "https://[",
    "https://a.example/?<",
    "mailto:",
    "👩‍🔬",
    "ﷺ",
    "עב",
  ],
].flat();

const hostile = fc.oneof(
  fc.constantFrom(...PIECES),
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((parts) => parts.join("")),
);

const OTHER = { videoId: "vimeo.1", url: "https://vimeo.com/1" };

function toPublication(texts: readonly string[]): Publication {
  const [title = "", name = "", tag = "", place = "", prose = "", paper = ""] = texts;
  const session = {
    title,
    presenters: [{ name, affiliation: place }, { name: tag }],
    papers: [{ title: paper }],
    chair: [{ name: paper, affiliation: tag }],
    talks: [
      { title: paper, presenters: [{ name: place }], papers: [{ title: name }], replay: OTHER },
      { title: tag, presenters: [], papers: [] },
    ],
    join: "https://meet.example/",
    passcode: place,
    links: [{ title: name, url: "https://links.example/" }],
    otherReplays: [OTHER],
    tags: [tag, name],
    location: place,
    abstract: { html: "<p>Why.</p>", text: prose },
  };
  const { number: _number, ...unnumbered } = aPublishedSession(session).session;
  const marked = texts.map((text, index) => ({ text, isHit: index % 2 === 0 }));
  return aPublication({
    transcript: texts.map((text, index) => ({ from: index, to: index + 1, text: `${text}.` })),
    results: {
      found: [
        {
          sessionId: "s21",
          fields: { title: marked, abstract: marked },
          moments: [{ at: 1, passageAt: 0, text: marked }],
        },
      ],
      total: 1,
      page: 1,
      pages: 1,
      isComplete: true,
    },
    club: aClub({ name, shortName: tag, description: prose, hosts: [{ name }] }),
    programme: aPublishedProgramme({
      sessions: [
        aReplayedSession(session),
        { ...aPublishedSession(), session: { ...unnumbered, id: "plain", status: "tentative" } },
      ],
      standAloneVideos: [aPublishedVideo({ title, description: prose })],
      notices: [aNotice({ title })],
    }),
  });
}

async function expectParsed(contentType: string, text: string): Promise<void> {
  expect(text.isWellFormed()).toBe(true);
  if (/xml|opml/.test(contentType)) await parseXml(text);
  if (/json/.test(contentType)) JSON.parse(text);
  if (/calendar/.test(contentType)) ICAL.Component.fromString(text);
  if (/vtt/.test(contentType)) expect(readTranscriptFile(text, false).mistakes).toEqual([]);
}

describe("text of any kind becomes", { timeout: 600_000 }, () => {
  test.each(DOCUMENTS)("$pattern", async (document) => {
    const year = document.pattern.includes(":year") ? { year: 2026 } : {};
    await fc.assert(
      fc.asyncProperty(fc.array(hostile, { minLength: 6, maxLength: 6 }), async (texts) => {
        const publication = toPublication(texts);
        const q = toQueryText(texts[0] ?? "");
        const selection: Selection = { ...WHOLE, session: "s21", ...year, ...(q !== "" && { q }) };
        const text = writeDocument(document, publication, selection);
        expect(text).not.toBe(null);
        await expectParsed(document.contentType, text ?? "");
      }),
      RUNS,
    );
  });
});
