/** The site as files: what the service would answer, and dates and sequences as the service would have them. */
import { beforeEach, describe, expect, test } from "vitest";
import { renderSite, type Site } from "../../../src/commands/export/site.ts";
import { startPublisher } from "../../../src/commands/export/publisher-in-node.ts";
import { toStaticAssets } from "../../../src/commands/export/static-assets.ts";
import { listAddresses, toFileName } from "../../../src/commands/export/addresses.ts";
import { atInstant } from "../../../src/commands/export/surroundings.ts";
import type { CompiledData } from "../../../src/programme/compiled-data.ts";
import type { Instant } from "../../../src/programme/instant.ts";
import { aClub, aSession } from "../../support/builders.ts";
import { aChannelFeed, type FeedEntry } from "../../support/channel-feed.ts";
import { refreshToEnd } from "../../support/refresh.ts";

const URL_AT_ROOT = "https://feeds.example";
const S20 = aSession({
  id: "s20",
  number: 20,
  title: "Entropy of Examples",
  date: "2026-06-08",
  startsAt: Date.UTC(2026, 5, 8, 17),
  endsAt: Date.UTC(2026, 5, 8, 18, 30),
  tags: ["entropy"],
  abstract: { html: '<p>Write <a href="https://a.example">a link</a>.</p>', text: "Write a link." },
});
const S22 = aSession({
  id: "s22",
  number: 22,
  title: "Discrete Examples",
  date: "2026-06-29",
  startsAt: Date.UTC(2026, 5, 29, 17),
  endsAt: Date.UTC(2026, 5, 29, 18, 30),
});
const REPLAY: FeedEntry = {
  id: "videoAAAAA0",
  title: "S20 | Entropy of Examples",
  published: "2026-06-09T12:00:00Z",
};
const LATER: FeedEntry = { id: "videoBBBBB0", title: "S21 | Uniform", published: "2026-06-17T12:00:00Z" };

let builds = 0;
const someData = (...sessions: CompiledData["sessions"]): CompiledData => ({
  club: aClub(),
  sessions,
  videos: [],
  push: { hooks: [], hubs: [] },
  transcripts: {},
  fingerprint: `data-${(builds += 1)}`,
  build: `0.0.0+test.${builds}`,
});
const S23 = aSession({
  id: "s23",
  number: 23,
  title: "Sampling Examples",
  date: "2026-07-06",
  startsAt: Date.UTC(2026, 6, 6, 17),
  endsAt: Date.UTC(2026, 6, 6, 18, 30),
});
const FIRST = someData(S20, aSession(), S22);
/** Another title, another time, a new session. */
const SECOND = someData(
  S20,
  aSession({ title: "Uniform Examples, Again" }),
  { ...S22, startsAt: Date.UTC(2026, 5, 29, 18), endsAt: Date.UTC(2026, 5, 29, 19) },
  S23,
);
const NOW = Date.UTC(2026, 5, 10, 9);
const HOURS = 3_600_000;

const toText = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const render = (
  data: CompiledData,
  ledger: string | null,
  now: Instant,
  entries: FeedEntry[],
  url = URL_AT_ROOT,
) => renderSite({ data, url, ledger, now, feed: { text: aChannelFeed({ entries }) } });

/** The service over the same three moments: it keeps its store, and is deployed anew with each data. */
async function readService(
  steps: { data: CompiledData; now: Instant; entries: FeedEntry[] }[],
  paths: string[],
) {
  let ledger: string | null = null;
  let answers: [string, string][] = [];
  for (const { data, now, entries } of steps) {
    await atInstant(now, aChannelFeed({ entries }), async () => {
      const variables = { PUBLIC_URL: URL_AT_ROOT, REFRESH_SECONDS: "0", ASSETS: toStaticAssets() };
      const service = await startPublisher(data, variables, ledger);
      // The cron, and another that finds nothing new.
      await refreshToEnd(service.publisher);
      await refreshToEnd(service.publisher);
      answers = [];
      for (const path of paths) answers.push([path, await (await service.get(path)).text()]);
      ledger = await service.readLedger();
    });
  }
  return answers;
}

/** Without what the service has and files cannot: the hub, feeds of a selection in OPML, forms, oEmbed, the status, the calendar of what is starred, tags as links, the embed's parameters. */
function withoutServer(path: string, text: string): string {
  if (path === "/opml.xml") return text.replace(/ {4}<outline [^>]*\?show=[^>]*>\n/g, "");
  if (!text.startsWith("<!doctype html>"))
    return text
      .replace(/^ *<(?:atom:)?link [^>]*rel="hub".*\n/gm, "")
      .replace(/^ {2}"hubs": \[[^\]]*\],\n/m, "");
  return text
    .replace(/<form[^]*?<\/form>/g, "")
    .replace(/<details class="card"[^>]*><summary>Only what[^]*?<\/details>/g, "")
    .replace(/<link rel="alternate" type="application\/json\+oembed"[^>]*>/g, "")
    .replace(/ · <a href="[^"]*\/status\.json">Status<\/a>/g, "")
    .replace(/<a href="\/\?tag=[^"]*">(.*?)<\/a>/g, "$1")
    .replace(/<div class="address"><label for="starred-address">[^]*?<\/div>/g, "")
    .replace(/ It takes the parameters of the feeds, and <code>.*?<\/code> or <code>.*?<\/code>\./g, "");
}

const hubsIn = ({ files }: Site) =>
  ["rss.xml", "atom.xml", "feed.json", "_headers"].map((name) =>
    [...toText(files.get(name)).matchAll(/rel="hub"|"type": "WebSub"/g)].map(([found]) => found),
  );

test("an exported site names the hubs of its club, and none where it has none", async () => {
  const hubs = ["https://hub.example/"];
  const named = await render({ ...FIRST, push: { hooks: [], hubs } }, null, NOW, []);
  const unnamed = await render(FIRST, null, NOW, []);
  expect(hubsIn(named)).toEqual([['rel="hub"'], ['rel="hub"'], ['"type": "WebSub"'], []]);
  expect(hubsIn(unnamed)).toEqual([[], [], [], []]);
});

describe("a site exported three times", () => {
  const steps = [
    { data: FIRST, now: NOW, entries: [REPLAY] },
    { data: SECOND, now: NOW + 8 * 24 * HOURS, entries: [LATER, REPLAY] },
    { data: SECOND, now: NOW + (8 * 24 + 1) * HOURS, entries: [LATER, REPLAY] },
  ];
  const sites: Site[] = [];

  beforeEach(async () => {
    if (sites.length > 0) return;
    for (const { data, now, entries } of steps)
      sites.push(await render(data, sites.at(-1)?.ledger ?? null, now, entries));
  });

  test("has the bytes of the service for every address, but for what needs a server", async () => {
    const paths = listAddresses({
      sessionIds: ["s20", "s21", "s22", "s23"],
      years: [2026],
      calendarYears: [],
      hasTranscript: () => false,
    });
    const served = await readService(steps, paths);
    const exported = paths.map((path) => [path, toText(sites.at(-1)?.files.get(toFileName(path)))]);
    expect(exported).toEqual(served.map(([path, text]) => [path, withoutServer(path, text)]));
  });

  test("gives each entry the date of the run that first told of it, and the moved session a higher sequence", () => {
    const items = JSON.parse(toText(sites[1]?.files.get("feed.json"))).items.map(
      (item: Record<string, string>) => [
        item["id"]?.replace("tag:example.org,2025:", ""),
        item["date_published"],
      ],
    );
    const calendar = toText(sites[1]?.files.get("calendar.ics"));
    expect(items).toEqual([
      ["session/s23", "2026-06-18T09:00:00Z"],
      ["session/s22/notice/1", "2026-06-18T08:59:59Z"],
      ["video/videoBBBBB0", "2026-06-18T08:59:58Z"],
      ["session/s22", "2026-06-10T09:00:00Z"],
      ["session/s21", "2026-06-10T08:59:59Z"],
      ["video/videoAAAAA0", "2026-06-09T12:00:00Z"],
      ["session/s20", "2026-06-04T17:00:00Z"],
    ]);
    expect(
      calendar.match(/^(?:UID|SEQUENCE):.*(?=\r)/gm)?.map((line) => line.replace("@example.org", "")),
    ).toEqual([
      "UID:s20",
      "SEQUENCE:0",
      "UID:s21",
      "SEQUENCE:1",
      "UID:s22",
      "SEQUENCE:1",
      "UID:s23",
      "SEQUENCE:0",
    ]);
  });

  test("is the same to the last byte where nothing has changed", () => {
    expect(sites[2]?.files).toEqual(sites[1]?.files);
  });

  test("keeps its ledger where nothing has changed, though the channel was asked", () => {
    const [, second, third] = sites.map(({ ledger }) => ledger);
    expect(third).toBe(second);
  });
});

describe("a site under a path", () => {
  const url = "https://user.github.io/repo";

  test("has a file for every link within it, and none that leads out of the path", async () => {
    const { files } = await render(SECOND, null, NOW + 8 * 24 * HOURS, [LATER, REPLAY], url);
    const links = [...files].flatMap(([name, bytes]) =>
      [...toText(bytes).matchAll(/(?:href|src|action|htmlUrl|xmlUrl)="([^"#?]*)|<loc>([^<]*)/g)]
        .map(([, link = "", location = ""]) => new URL(link || location, `${url}/${name}`).href)
        .filter((link) => link.startsWith("https://user.github.io") && !link.includes("/thumbnails/")),
    );
    const toName = (link: string) => (link.startsWith(`${url}/`) ? toFileName(link.slice(url.length)) : link);
    expect([...new Set(links)].filter((link) => !files.has(toName(link)))).toEqual([]);
    expect(new Set(links).size).toBeGreaterThan(12);
  });

  test("says its address in feeds and calendars", async () => {
    const { files } = await render(FIRST, null, NOW, [REPLAY], url);
    expect([
      JSON.parse(toText(files.get("feed.json"))).feed_url,
      toText(files.get("sessions/s20.ics"))
        .replaceAll("\r\n ", "")
        .match(/https:\S+s20$/m)?.[0],
      toText(files.get("robots.txt")).split("\n").at(-2),
    ]).toEqual([`${url}/feed.json`, `${url}/sessions/s20`, `Sitemap: ${url}/sitemap.xml`]);
  });
});

test("a ledger of another club is refused, and says why", async () => {
  const { ledger } = await render(FIRST, null, NOW, []);
  const others = { ...FIRST, club: aClub({ uidDomain: "other.example" }) };
  await expect(render(others, ledger, NOW, [])).rejects.toThrow(
    'is no ledger of this club (club: "example.org", expected "other.example")',
  );
});

test("without the channel the videos of the ledger stay", async () => {
  const first = await render(FIRST, null, NOW, [REPLAY]);
  const offline = await renderSite({
    data: FIRST,
    url: URL_AT_ROOT,
    ledger: first.ledger,
    now: NOW + HOURS,
    feed: "ledger",
  });
  expect(offline.files).toEqual(first.files);
});

test("a feed that is refused changes no file", async () => {
  const first = await render(FIRST, null, NOW, [REPLAY]);
  const feed = { text: "<html>Not Found</html>" };
  const failed = await renderSite({
    data: FIRST,
    url: URL_AT_ROOT,
    ledger: first.ledger,
    now: NOW + HOURS,
    feed,
  });
  expect([failed.files, failed.status.sources[0]?.state]).toEqual([first.files, "failing"]);
});

test("clock and network are as before when a site is rendered", async () => {
  const before = [Date.now, fetch, console.warn];
  await render(FIRST, null, NOW, []);
  expect([Date.now, fetch, console.warn]).toEqual(before);
});

test("a transcript is on its session's page and a file of its own; without a server nothing is searched", async () => {
  const cues = [{ from: 1, to: 2, text: "Welcome." }];
  const transcripts = new Map([["s20", { text: JSON.stringify(cues) }]]);
  const data = { ...someData(S20, aSession()), transcripts: { s20: "a-mark" } };
  const feed = { text: aChannelFeed({ entries: [REPLAY] }) };
  const { files } = await renderSite({ data, transcripts, url: URL_AT_ROOT, ledger: null, now: NOW, feed });
  expect(toText(files.get("sessions/s20.vtt"))).toBe("WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nWelcome.\n");
  // One rule for all of them: hosts take a hundred.
  expect(toText(files.get("_headers")).includes("\n/sessions/:session.vtt\n")).toBe(true);
  expect([...files.keys()].filter((name) => /search|s21\.vtt/.test(name))).toEqual([]);
  const pages = ["sessions/s20/index.html", "index.html"].map((name) => toText(files.get(name)));
  expect(pages.map((page) => [page.includes("Transcript"), page.includes("/search")])).toEqual([
    [true, false],
    [false, false],
  ]);
});
