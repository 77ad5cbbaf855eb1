/** Names, header fields and links of exported files. */
import { describe, expect, test, vi } from "vitest";
import { listAddresses, toFileName } from "../../../src/commands/export/addresses.ts";
import { toHeadersFile } from "../../../src/commands/export/headers-file.ts";
import { isOfGivenFeed, isSameLedger } from "../../../src/commands/export/ledger.ts";
import { collectPictures, findPictured } from "../../../src/commands/export/thumbnails.ts";
import { toStaticPage } from "../../../src/commands/export/under-path.ts";

test("every document but those of a query has a file, with a name that says its type", () => {
  expect(
    listAddresses({
      sessionIds: ["s1"],
      years: [2025],
      calendarYears: [2019],
      hasTranscript: () => true,
    }).map(toFileName),
  ).toEqual([
    "rss.xml",
    "atom.xml",
    "feed.json",
    "calendar.ics",
    "opml.xml",
    "programme.txt",
    "session-extension.txt",
    "index.html",
    "subscribe/index.html",
    "years/2025/index.html",
    "sessions/s1/index.html",
    "sessions/s1.ics",
    "sessions/s1.bib",
    "sessions/s1.vtt",
    "programme.json",
    "programme.schema.json",
    "journal-club.js",
    "embed/index.html",
    "embed/s1/index.html",
    "sitemap.xml",
    "calendar-2019.ics",
    "style.css",
    "page.js",
    "height.js",
    "favicon.svg",
    "share.png",
    "robots.txt",
  ]);
});

describe("a page under a path", () => {
  test.each([
    ['<a href="/sessions/s1">', '<a href="/repo/sessions/s1">'],
    ['<img src="/thumbnails/a.jpg" alt="">', '<img src="/repo/thumbnails/a.jpg" alt="">'],
    ['<a href="//other.example/">', '<a href="//other.example/">'],
    ['<a href="https://other.example/?a=/b">', '<a href="https://other.example/?a=/b">'],
    ["<p>Write &quot; href=&quot;/x&quot;", "<p>Write &quot; href=&quot;/x&quot;"],
    ['{"name":"a href=\\"/x"}', '{"name":"a href=\\"/x"}'],
    ['<a href="https://e.example/calendar.ics?year=2019">', '<a href="https://e.example/calendar-2019.ics">'],
  ])("%s", (html, expected) => {
    expect(toStaticPage(html, "/repo")).toBe(expected);
  });
});

const calendar = (id: string) =>
  new Response("", {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": `attachment; filename="example.org-${id}.ics"`,
      etag: '"1"',
      "last-modified": "Mon, 15 Jun 2026 17:00:00 GMT",
      "cloudflare-cdn-cache-control": "no-store",
      "cache-tag": "programme",
      vary: "Accept-Encoding",
    },
  });
const page = () => new Response("", { headers: { "content-type": "text/html" } });

test("one rule of header fields for all sessions, without what belongs to one answer or to the edge", () => {
  const answers = new Map([
    ["/", page()],
    ["/sessions/s1", page()],
    ["/sessions/s2", page()],
    ["/sessions/s1.ics", calendar("s1")],
    ["/sessions/s2.ics", calendar("s2")],
    ["/embed", page()],
    ["/embed/s1", page()],
    ["/years/2025", page()],
    ["/years/2026", page()],
    ["/calendar.ics?year=2019", page()],
  ]);
  expect(toHeadersFile(answers)).toBe(`/
  content-type: text/html
/sessions/:session/
  content-type: text/html
/sessions/:session.ics
  content-disposition: attachment
  content-type: text/calendar; charset=utf-8
/embed/
  content-type: text/html
/embed/:session/
  content-type: text/html
/years/:year/
  content-type: text/html
/calendar-:year.ics
  content-type: text/html
`);
});

test("the videos whose pictures pages show, each once", () => {
  const pages = ['<img src="/thumbnails/videoBBBBB0.jpg"><img src="/thumbnails/videoAAAAA0.jpg">'];
  const bytes = [...pages, ...pages].map((text) => new TextEncoder().encode(text));
  expect(findPictured(bytes)).toEqual(["videoAAAAA0", "videoBBBBB0"]);
});

const aLedger = (facts: Record<string, unknown>, feed: object[] = []) =>
  JSON.stringify({
    tables: {
      fact: Object.entries(facts).map(([name, value]) => ({ name, value: JSON.stringify(value) })),
      feed,
    },
  });
const aFeed = (consecutiveFailures: number, lastAttemptAt = 1, name = "youtube https://example.org") =>
  aLedger({}, [{ name, identity: "", health: JSON.stringify({ consecutiveFailures, lastAttemptAt }) }]);
const anApi = (units: number, pageToken: string) =>
  aLedger({ api: { units, walks: { "channel:UC": { beganAt: 1, endedAt: null, pageToken } } } });

describe("the picture of a video", () => {
  const jpeg = new Uint8Array([0xff, 0xd8, 1]);
  const collect = async (kept: Uint8Array | null, isOffline: boolean) => {
    const asked = vi
      .spyOn(globalThis, "fetch")
      .mockImplementation(() =>
        Promise.resolve(new Response(jpeg, { headers: { "content-type": "image/jpeg" } })),
      );
    const { files, drawn } = await collectPictures(["videoAAAAA0"], () => Promise.resolve(kept), isOffline);
    const requests = asked.mock.calls.length;
    asked.mockRestore();
    return { bytes: files.get("thumbnails/videoAAAAA0.jpg"), drawn, requests };
  };

  test("is fetched once", async () => {
    expect(await collect(null, false)).toEqual({ bytes: jpeg, drawn: 0, requests: 1 });
    expect(await collect(jpeg, false)).toEqual({ bytes: jpeg, drawn: 0, requests: 0 });
  });

  test("is a drawn one, a JPEG, where nobody is asked, until somebody is", async () => {
    const { bytes = new Uint8Array(), drawn, requests } = await collect(null, true);
    expect([bytes.slice(0, 3), drawn, requests]).toEqual([new Uint8Array([0xff, 0xd8, 0xff]), 1, 0]);
    expect(await collect(bytes, false)).toEqual({ bytes: jpeg, drawn: 0, requests: 1 });
  });
});

describe("a ledger", () => {
  test.each([
    ["another time", aFeed(0, 1), aFeed(0, 2), true],
    ["a failure", aFeed(0), aFeed(1), false],
    ["a second failure", aFeed(1), aFeed(2), false],
    ["one more of many failures", aFeed(2), aFeed(3), true],
    ["another feed", aFeed(0), aFeed(0, 1, "youtube https://other.example"), false],
    ["what the Data API cost", anApi(1, "p2"), anApi(2, "p2"), true],
    ["how far the Data API was read", anApi(1, "p2"), anApi(1, "p3"), false],
    ["another fact", aLedger({ edition: "a" }), aLedger({ edition: "b" }), false],
  ])("remembers %s: %s, %s", (_name, before, after, isSame) => {
    expect(isSameLedger(before, after)).toBe(isSame);
  });

  test.each([
    [aFeed(0, 1, "custom https://site.invalid/feed.xml"), true],
    [aFeed(0), false],
    [aLedger({}), false],
    ["no JSON", false],
  ])("%s is of a feed that was given: %s", (text, expected) => {
    expect(isOfGivenFeed(text)).toBe(expected);
  });
});
