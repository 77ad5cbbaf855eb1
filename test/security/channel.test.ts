/** SECURITY.md, Y: somebody at YouTube's side. What needs storage is in test/worker/security.test.ts. */
import { gzipSync } from "node:zlib";
import { createServer, type RequestListener, type Server } from "node:http";
import ICAL from "ical.js";
import { afterEach, expect, test, vi } from "vitest";
import { writeDocument } from "../../src/documents/addresses.ts";
import { DOCUMENTS } from "../../src/documents/table.ts";
import { DAY, HOUR } from "../../src/programme/instant.ts";
import { WHOLE } from "../../src/programme/selection.ts";
import type { Video } from "../../src/programme/video.ts";
import { isFetchDue } from "../../src/publisher/refresh-policy.ts";
import { UNTRIED } from "../../src/publisher/source-health.ts";
import { fetchChannelFeed } from "../../src/sources/fetch-channel-feed.ts";
import { fetchThumbnail } from "../../src/sources/fetch-thumbnail.ts";
import { parseChannelFeed } from "../../src/sources/parse-channel-feed.ts";
import { aPublication, aPublishedProgramme, aPublishedVideo } from "../support/builders.ts";
import { aChannelFeed, CHANNEL_ID, type FeedEntry } from "../support/channel-feed.ts";
import { listen } from "../support/listen.ts";

const ENTRY: FeedEntry = { id: "videoAAAAA0", title: "One", published: "2026-06-16T09:00:00+00:00" };
const FEED = aChannelFeed({ entries: [ENTRY] });

const servers: Server[] = [];

afterEach(() => {
  vi.restoreAllMocks();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** YouTube, on loopback. */
async function standIn(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  return `${await listen(server)}/`;
}

const parse = (text: string) => parseChannelFeed(text, `channel:${CHANNEL_ID}`);

/** Why a feed is refused, or the titles of its videos. */
async function judge(text: string): Promise<string | string[]> {
  const feed = await parse(text);
  return feed.ok ? feed.value.videos.map(({ title }) => title) : feed.error.reason;
}

async function readVideos(...entries: FeedEntry[]): Promise<Video[]> {
  const feed = await parse(aChannelFeed({ entries }));
  if (!feed.ok) throw new Error(feed.error.reason);
  return feed.value.videos;
}

/** Every document of a programme of these videos alone. */
function writeAll(videos: readonly Video[]): { name: string; text: string }[] {
  const standAloneVideos = videos.map((video) => aPublishedVideo(video));
  const publication = aPublication({ programme: aPublishedProgramme({ standAloneVideos }) });
  return DOCUMENTS.flatMap((document) => {
    const year = document.pattern.includes(":year") ? { year: 2026 } : {};
    const text = writeDocument(document, publication, { ...WHOLE, ...year });
    return text === null ? [] : [{ name: document.name, text }];
  });
}

test("Y1 XML bombs", async () => {
  const laughs = '<!DOCTYPE feed [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>';
  const outside = '<!DOCTYPE feed SYSTEM "file:///etc/passwd">';
  const within = (text: string) => FEED.replace("<title>One", `<title>${text}`);
  expect([
    await judge(FEED.replace("<feed", `${laughs}<feed`).replace("One", "&b;")),
    await judge(FEED.replace("<feed", `<?a?>${outside}<feed`)),
    await judge(FEED.replace("<entry>", `${laughs}<entry>`)),
    await judge(within("&b;")),
    await judge(within('<xi:include href="file:///etc/passwd" parse="text"/>One')),
    await judge(within("<![CDATA[<!ENTITY a SYSTEM 'file:///etc/passwd'>]]>")),
  ]).toEqual([
    "not_a_feed",
    "not_a_feed",
    "malformed",
    "malformed",
    ["One"],
    ["<!ENTITY a SYSTEM 'file:///etc/passwd'>"],
  ]);
});

test("Y2 Endless, slow and compressed answers", async () => {
  const endless = await standIn((_request, response) => {
    response.on("error", () => {});
    const timer = setInterval(() => response.write("x".repeat(65_536)), 1);
    response.on("close", () => clearInterval(timer));
  });
  const drop = await standIn((_request, response) => {
    const timer = setInterval(() => response.write("x"), 20);
    response.on("close", () => clearInterval(timer));
  });
  const bomb = await standIn((_request, response) =>
    response
      .writeHead(200, { "content-encoding": "gzip" })
      .end(gzipSync(`${FEED}${" ".repeat(50 * 1_048_576)}`, { level: 1 })),
  );
  const reasons = [];
  for (const url of [endless, drop, bomb]) {
    const fetched = await fetchChannelFeed(url, { aboutUrl: null, timeoutMs: url === drop ? 300 : 10_000 });
    reasons.push(fetched.ok ? "accepted" : fetched.error.reason);
  }
  expect(reasons).toEqual(["too_large", "timeout", "too_large"]);
});

test("Y3 Redirects", async () => {
  const asked: string[] = [];
  const other = await standIn((request, response) => {
    asked.push(request.url ?? "");
    response.end(FEED);
  });
  const statuses = [301, 302, 303, 307, 308];
  const outcomes = [];
  for (const status of statuses) {
    const url = await standIn((_request, response) => response.writeHead(status, { location: other }).end());
    const fetched = await fetchChannelFeed(url, { aboutUrl: null });
    outcomes.push(fetched.ok ? "accepted" : fetched.error);
  }
  expect([outcomes, asked]).toEqual([
    statuses.map((status) => ({ reason: "status", status, retryAfterSeconds: null })),
    [],
  ]);
});

test("Y5 A flood of entries", async () => {
  const entries = Array.from({ length: 2_000 }, (_, index) => ({
    ...ENTRY,
    id: `v${String(index).padStart(10, "0")}`,
  }));
  const videos = await readVideos(...entries);
  expect([videos.length, videos.at(-1)?.id]).toEqual([100, "v0000000099"]);
});

test("Y6 Scripts and links", async () => {
  const title = `<script>alert(1)</script><img src=x onerror=alert(1)>`;
  const description = [
    title,
    "javascript:alert(1) data:text/html,x vbscript:x",
    "https://bank.example@evil.example/ https://user:pw@evil.example/",
    'https://a.example/"onmouseover="alert(1)',
    "https://fine.example/",
  ].join("\n");
  const documents = writeAll(await readVideos({ ...ENTRY, title, description }));
  const markups = documents.flatMap(({ name, text }) => toMarkup(name, text));
  const evil = /<script>|<img src=x|href="(?:javascript|data|vbscript)|href="[^"]*@evil|<[^>]* onmouseover=/;
  expect([
    markups.length,
    markups.filter((html) => evil.test(html)),
    markups.filter((html) => html.includes('<a href="https://fine.example/">')).length,
    markups.filter((html) => html.includes("bank.example@evil.example/")).length,
  ]).toEqual([8, [], 3, 3]);
});

/** What a reader or browser takes for HTML in a document. */
function toMarkup(name: string, text: string): string[] {
  if (["home", "embed", "opml", "sitemap"].includes(name)) return [text];
  if (name === "oembed") return [JSON.parse(text).html];
  if (name === "json")
    return [
      readItems(text)
        .map((item) => item["content_html"])
        .join(""),
    ];
  return name === "rss" || name === "atom" ? [unescapeOnce(text)] : [];
}

const readItems = (json: string): Record<string, string>[] => JSON.parse(json).items;

/** HTML within XML is escaped, or stands in CDATA. */
function unescapeOnce(xml: string): string {
  const found = [...xml.matchAll(/<(content|description|content:encoded)\b[^>]*>([\s\S]*?)<\/\1>/g)];
  return found
    .map(([, , text = ""]) =>
      text.startsWith("<![CDATA[")
        ? text.slice("<![CDATA[".length, -"]]>".length)
        : text
            .replaceAll("&lt;", "<")
            .replaceAll("&gt;", ">")
            .replaceAll("&quot;", '"')
            .replaceAll("&amp;", "&"),
    )
    .join("");
}

test("Y7 Control characters and line ends", async () => {
  const [video] = await readVideos({
    ...ENTRY,
    title: "One\u202e\u2066\u0085\ufdd0\u007f\r\nATTACH:x\u2028END",
    description: "A\r\nEND:VEVENT\r\nBEGIN:VEVENT\u2029UID:x\u0085\u0090\u202e",
  });
  const documents = writeAll(video === undefined ? [] : [video]);
  const calendar = documents.find(({ name }) => name === "calendar")?.text ?? "";
  expect([
    video?.title,
    video?.description,
    documents
      .filter(({ text }) => /[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069]/u.test(text.replaceAll("\r\n", "\n")))
      .map(({ name }) => name),
    calendar.split("\r\n").filter((line) => /^(ATTACH|UID:x|END$)/.test(line)),
    ICAL.Component.fromString(calendar).getAllSubcomponents("vevent").length,
    readItems(documents.find(({ name }) => name === "json")?.text ?? "").some(
      ({ title }) => title === "One ATTACH:x END",
    ),
  ]).toEqual(["One\nATTACH:x\nEND", "A\nEND:VEVENT\nBEGIN:VEVENT\nUID:x", [], [], 1, true]);
});

test("Y8 Evil ids and dates", async () => {
  const ids = ["../../admin", "a/../../b/c", "video AAAA0", "videoAAAAA", "ｖideoAAAAA0", "videoAAAAA00"];
  const dates = [
    "9999-12-31T23:59:59Z",
    "-000001-01-01T00:00:00Z",
    "+275760-09-13T00:00:00Z",
    "0001-01-01T00:00:00Z",
    "1969-12-31T23:59:59Z",
    "0",
  ];
  const entries = [
    ...ids.map((id) => ({ ...ENTRY, id })),
    ...dates.map((published, index) => ({ ...ENTRY, id: `videoDate00${index}`.slice(-11), published })),
    { ...ENTRY, id: "constructor" },
    { ...ENTRY, id: "__proto__00" },
  ];
  const videos = await readVideos(...entries);
  const json = writeAll(videos).find(({ name }) => name === "json")?.text ?? "";
  expect([
    videos.map(({ id }) => id),
    json.match(/"id": "tag:[^"]*video\/[^"]*"/g)?.length,
    // What is no date at all ends the parser: the whole feed is an outage.
    await judge(aChannelFeed({ entries: [ENTRY, { ...ENTRY, published: "2026-13-01T00:00:00Z" }] })),
  ]).toEqual([["constructor", "__proto__00"], 2, "malformed"]);
});

test("Y9 Retry-After", () => {
  const at = Date.UTC(2026, 5, 15);
  const health = { ...UNTRIED, lastAttemptAt: at, consecutiveFailures: 1, retryAfterSeconds: 999_999_999 };
  const isDue = (now: number) =>
    isFetchDue({ health, isRecalled: true, awaited: () => [], trialInterval: null }, now);
  expect([isDue(at + 23 * HOUR), isDue(at + 1.5 * DAY)]).toEqual([false, true]);
});

test("Y10 Pictures that are none", async () => {
  const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xd9]);
  const answers: [string, number, BodyInit][] = [
    ["image/svg+xml", 200, "<svg onload='alert(1)'/>"],
    ["text/html", 200, "<script>alert(1)</script>"],
    ["image/jpeg", 200, new Uint8Array(200_001)],
    ["image/jpeg", 404, JPEG],
    ["image/jpeg", 200, JPEG],
  ];
  const sizes = [];
  for (const [type, status, body] of answers) {
    vi.spyOn(globalThis, "fetch").mockResolvedValue(
      new Response(body, { status, headers: { "content-type": type } }),
    );
    sizes.push((await fetchThumbnail("videoAAAAA0"))?.byteLength ?? null);
  }
  const [, options] = vi.mocked(fetch).mock.lastCall ?? [];
  expect([sizes, options?.redirect]).toEqual([[null, null, null, null, 4], "manual"]);
});
