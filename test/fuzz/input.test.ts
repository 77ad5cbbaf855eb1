/**
 * Mutated input of every kind: each reader answers with a value, within a second and 64 MB. `FUZZ_RUNS=5000` looks longer.
 */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileData } from "../../src/build/compile-data.ts";
import { readAnnouncements } from "../../src/commands/announce/announcements.ts";
import { readFile } from "../../src/commands/import/read-file.ts";
import { writeDocument } from "../../src/documents/addresses.ts";
import { DOCUMENTS } from "../../src/documents/table.ts";
import { parseParameters } from "../../src/documents/parameters.ts";
import { toServe } from "../../src/http/serve-representation.ts";
import { aRepresentation } from "../support/representation.ts";
import { toProblemDetails, wantsHtml } from "../../src/http/problem.ts";
import { describeFault } from "../../src/sources/channel-feed.ts";
import { parseChannelFeed } from "../../src/sources/parse-channel-feed.ts";
import { aClubFile, aSessionFile } from "../build/data-files.ts";
import { A_THURSDAY_CLUB } from "../commands/import/support.ts";
import { A_MONDAY_CLUB } from "../support/announcements.ts";
import { aPublication, aPublishedProgramme, aPublishedVideo } from "../support/builders.ts";
import { aChannelFeed, CHANNEL_ID } from "../support/channel-feed.ts";

const RUNS = { numRuns: Number(process.env["FUZZ_RUNS"] ?? 100) };
const MAX_MS = 1_000;
const MAX_BYTES = 64 * 1_048_576;
const ORIGIN = "https://feeds.example.org";

const PIECES = [
  [
    "",
    " ",
    "\n",
    "\r",
    "\t",
    "\u0000",
    "\u200b",
    "\u202e",
    "\ufdd0",
    "\ud800",
    "\u0301",
    "\ufeff",
    "😀",
    "é",
  ],
  [
    "<",
    ">",
    "</",
    "/>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<!DOCTYPE a [",
    "&",
    "&#0;",
    "&#x110000;",
    "&a;",
    "<?xml",
  ],
  [
    "---\n",
    ": ",
    "- ",
    "[",
    "{",
    "&a",
    "*a",
    "!!",
    "|",
    "#",
    '"',
    "'",
    "title: ",
    "__proto__: ",
    "%00",
    "%",
    "+",
  ],
  [
    "Monday",
    "June 31",
    "13:00",
    "99:99",
    "EST",
    "S21",
    "https://",
    "https://[",
    "@",
    "arXiv:",
    "\\",
    "W/",
    "*",
    ",",
  ],
  ["9".repeat(400), "a".repeat(3_000), "<a>".repeat(500), "[".repeat(500), "> ".repeat(200)],
].flat();

/** A text as it should be, with some pieces put in place of some of its stretches. */
function mutated(text: string): fc.Arbitrary<string> {
  const cut = fc.record({
    at: fc.nat(text.length),
    length: fc.oneof(fc.constant(0), fc.nat(40), fc.nat(text.length)),
    piece: fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: "binary", maxLength: 8 })),
  });
  return fc
    .array(cut, { maxLength: 6 })
    .map((cuts) =>
      cuts.reduce(
        (mutant, { at, length, piece }) => mutant.slice(0, at) + piece + mutant.slice(at + length),
        text,
      ),
    );
}

/** Runs a reader over many inputs, each within the bounds of time and memory. */
async function fuzz(
  inputs: fc.Arbitrary<string>,
  read: (input: string) => Promise<void> | void,
): Promise<void> {
  const property = fc.asyncProperty(inputs, async (input) => {
    const [bytes, started] = [process.memoryUsage().heapUsed, process.threadCpuUsage().user];
    await read(input);
    const milliseconds = (process.threadCpuUsage().user - started) / 1_000;
    expect([milliseconds < MAX_MS, process.memoryUsage().heapUsed - bytes < MAX_BYTES]).toEqual([true, true]);
  });
  await fc.assert(property, RUNS);
}

const FEED = aChannelFeed({
  entries: [
    {
      id: "videoAAAAA0",
      title: "S21 | One",
      description: "See https://a.example/.",
      published: "2026-06-16T09:00:00Z",
    },
    { id: "videoBBBBB0", title: "Two", published: "2026-06-17T09:00:00Z", isShort: true },
  ],
});
const ANNOUNCEMENT = `This Monday (June 15) at 1pm EDT, Ada Example will present her paper "Counting Sheep".
Join us at https://meet.example/1
Paper: https://arxiv.org/abs/2602.00002
Abstract: we count.
`;
const PASTS = [
  `No.,Date,Time (ET),Speaker,Title,Duration,Slides,Zoom,Tags,Language,Status
1,"Thursday, March 7th, 2024",4-5 pm,"Ada Lovelace (MIT); Lima, Ana",Knots [slides],1h30,https://a.example/1,Zoom: https://zoom.us/j/1 (passcode: a1),"a, b",German,postponed
2024/25,,,,,,,,,,
2,14.3.,16:00,Emmy Noether,Rings - CANCELLED,90 min,,,,en,done
`,
  `BEGIN:VCALENDAR
BEGIN:VEVENT
UID:4k2h9qj7d3m1n8p5r6s0t2v4w6@google.com
DTSTART;TZID=America/New_York:20240314T090000
RRULE:FREQ=WEEKLY;COUNT=3
EXDATE;TZID=America/New_York:20240321T090000
SUMMARY:PPC #12: Random walks
LOCATION:Room 5 / https://zoom.us/j/1
DESCRIPTION:<p>Speaker: Ada</p>Paper: Knots (https://arxiv.org/abs/2401.00010)\\n________________________\\nJoin
END:VEVENT
END:VCALENDAR
`,
  `<?xml version="1.0"?><rss version="2.0"><channel><title>T</title><link>https://a.example</link><description>T</description><item><title>S1 | Knots</title><guid>a</guid><pubDate>Mon, 11 Mar 2024 09:00:00 GMT</pubDate><description>&lt;p&gt;When: 14 March, 16:00&lt;/p&gt;On March 21.</description></item></channel></rss>`,
];
const QUERY =
  "show=replays&tag=Theory&presenter=Ada+Lovelace&limit=5&cancelled=0&alarm=15&theme=dark&format=json&url=https%3A%2F%2Ffeeds.example.org%2Fsessions%2Fs21";

describe("mutated input is answered in time:", { timeout: 600_000 }, () => {
  test("channel feeds, and what is written of their videos", async () => {
    await fuzz(mutated(FEED), async (text) => {
      const feed = await parseChannelFeed(text, `channel:${CHANNEL_ID}`);
      if (!feed.ok) return expect(describeFault(feed.error)).not.toBe("");
      const standAloneVideos = feed.value.videos.map((video) => aPublishedVideo(video));
      const publication = aPublication({ programme: aPublishedProgramme({ standAloneVideos }) });
      for (const document of DOCUMENTS)
        writeDocument(document, publication, { show: "all", cancelled: true });
    });
  });

  test("session files", async () => {
    const file = aSessionFile(
      { 5: "presenters:\n  - name: Ada\ntags: [a, b]" },
      "one.md",
      "Why *this*, [and](https://a.example).\n",
    );
    await fuzz(mutated(file.text), (text) => {
      const compiled = compileData([aClubFile(), { ...file, text }]);
      if (!compiled.ok) expect(compiled.error.mistakes).not.toEqual([]);
    });
  });

  test("announcements", async () => {
    await fuzz(mutated(ANNOUNCEMENT), async (text) => {
      const read = await readAnnouncements(new TextEncoder().encode(text), A_MONDAY_CLUB);
      expect(read.ok || read.error.line >= 1).toBe(true);
    });
  });

  test("sheets, calendars and feeds of a club's past", async () => {
    const wishes = { mapped: new Map(), order: null };
    await fuzz(fc.constantFrom(...PASTS).chain(mutated), async (text) => {
      const read = await readFile(Buffer.from(text), wishes, A_THURSDAY_CLUB);
      if (!read.ok) expect(read.error.message).not.toBe("");
    });
  });

  test("queries", async () => {
    await fuzz(mutated(QUERY), (text) => {
      for (const { parameters } of DOCUMENTS) {
        const parsed = parseParameters(new URLSearchParams(text), parameters, { origins: [ORIGIN] });
        if (!parsed.ok) expect(toProblemDetails(parsed.error).status).toBe(400);
      }
    });
  });

  test("conditional header fields", async () => {
    const representation = aRepresentation(["text"], "text/plain", Date.UTC(2026, 5, 15, 17));
    const fields = ["if-match", "if-none-match", "if-modified-since", "if-unmodified-since", "accept"];
    const values = [
      '"abc", W/"abc", *',
      "Mon, 15 Jun 2026 17:00:00 GMT",
      "Monday, 15-Jun-26 17:00:00 GMT",
      "text/html;q=0.5, */*",
    ];
    await fuzz(fc.constantFrom(...values).chain(mutated), (text) => {
      for (const field of fields) {
        const headers = new Headers({ [field]: text.replace(/[^\t -~\u0080-\u00ff]/g, "x") });
        const { status } = toServe(representation)(new Request(ORIGIN, { headers }), true);
        expect([200, 304, 412]).toContain(status);
        wantsHtml(headers);
      }
    });
  });
});
