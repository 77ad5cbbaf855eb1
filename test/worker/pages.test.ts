import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { memo } from "../../src/publisher/memo.ts";
import { aChannelFeed } from "../support/channel-feed.ts";
import { get, ORIGIN, readFeeds, runCron, standIn, startAfresh, xml, plant } from "./support.ts";

const ENTRY = { id: "videoS2100A", title: "S21 | Uniform", published: "2026-06-16T09:00:00+00:00" };
const PAGES = [
  "/",
  "/subscribe",
  "/years/2026",
  "/sessions/s21",
  "/embed",
  "/embed?theme=dark",
  "/embed/s21",
  "/sitemap.xml",
];
const BROWSER = { headers: { accept: "text/html,application/xhtml+xml,*/*;q=0.8" } };

beforeEach(() => void standIn(() => xml(aChannelFeed({ entries: [ENTRY] }))));
afterEach(startAfresh);

const readHeadings = (html: string) =>
  [...html.matchAll(/<(h[23])[^>]*>(.*?)<\/\1>/g)].map(([, , text = ""]) => text.replace(/<[^>]*>/g, ""));

const readPolicies = async (path: string) => {
  const { headers } = await get(path);
  return [headers.get("content-security-policy"), headers.get("x-frame-options")];
};

const readProblem = ({ status: found, headers }: Response) => [
  found,
  headers.get("content-type"),
  headers.get("vary"),
];

/** A picture is kept after it was answered. */
const waitUntilKept = () =>
  vi.waitFor(async () => {
    const kept = await caches.default.match(`${ORIGIN}/thumbnails/videoS2100A.jpg`);
    if (kept === undefined) throw new Error("not kept yet");
    await kept.arrayBuffer();
  });

const askOembed = async (url: string) => {
  const response = await get(`/oembed?format=json&url=${encodeURIComponent(url)}`);
  const { type, html, parameter } = await response.json<Record<string, string>>();
  return [response.status, type, /src="([^"]*)"/.exec(html ?? "")?.[1] ?? parameter];
};

describe("a page", () => {
  test.each(PAGES)("%s obeys the same rules as a feed", async (path) => {
    await runCron();
    const full = await get(path);
    const etag = full.headers.get("etag") ?? "";
    const unchanged = await get(path, { headers: { "if-none-match": etag } });
    const head = await get(path, { method: "HEAD" });
    expect([full.status, unchanged.status, await unchanged.text(), head.status, await head.text()]).toEqual([
      200,
      304,
      "",
      200,
      "",
    ]);
    expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(full.headers));
    expect(full.headers.get("cloudflare-cdn-cache-control")).not.toBe("no-store");
  });

  test("is rendered once per change, not per visit", async () => {
    await runCron();
    await plant("home");
    memo.clear();
    expect(await (await get("/")).text()).toBe("planted");
  });

  test("has a policy that forbids what is inline, and only /embed may be framed", async () => {
    await runCron();
    const policy =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; ";
    expect([
      await readPolicies("/"),
      await readPolicies("/sessions/s21"),
      await readPolicies("/embed"),
    ]).toEqual([
      [`${policy}frame-ancestors 'none'`, "DENY"],
      // Narrowed by the page itself to the sites of its replays.
      [`${policy}frame-src https:; frame-ancestors 'none'`, "DENY"],
      [`${policy}frame-src https:; frame-ancestors *`, null],
    ]);
  });

  test("takes an empty field of a form as not filled in", async () => {
    await runCron();
    const filled = await get("/?show=&tag=entropy&presenter=&alarm=");
    expect([filled.status, filled.headers.get("cloudflare-cdn-cache-control"), await filled.text()]).toEqual([
      200,
      "no-store",
      await (await get("/?tag=entropy")).text(),
    ]);
  });
});

const isKept = ({ headers }: Response) => headers.get("cloudflare-cdn-cache-control") !== "no-store";

test("the calendar of some sessions has one address that the edge keeps, with its commas as they are", async () => {
  await runCron();
  const [canonical, other] = [await get("/calendar.ics?ids=s20,s21"), await get("/calendar.ics?ids=s21,s20")];
  const text = await canonical.text();
  expect([
    isKept(canonical),
    isKept(other),
    (await other.text()) === text,
    text.match(/^UID:.*$/gm),
    (await get("/years/1999")).status,
  ]).toEqual([true, false, true, ["UID:s20@example.org", "UID:s21@example.org"], 404]);
});

describe("the turn of a session", () => {
  const before = Date.UTC(2026, 5, 15, 16);
  const after = Date.UTC(2026, 5, 15, 19);

  test("moves it from next to past on the page, and changes no byte of any feed", async () => {
    standIn(() =>
      xml(
        aChannelFeed({
          entries: [
            { ...ENTRY, published: "2026-06-09T09:00:00+00:00", id: "videoS2000A", title: "S20 | Entropy" },
          ],
        }),
      ),
    );
    vi.useFakeTimers({ now: before, toFake: ["Date"] });
    await runCron();
    const feeds = await readFeeds();
    const pageBefore = await get("/");
    const headingsBefore = readHeadings(await pageBefore.text()).slice(0, 2);
    vi.setSystemTime(after);
    memo.clear();
    const pageAfter = await get("/");
    expect([
      headingsBefore,
      readHeadings(await pageAfter.text()).slice(0, 2),
      pageAfter.headers.get("last-modified"),
      await readFeeds(),
    ]).toEqual([
      ["Next session", "S21: Uniform Examples Revisited"],
      ["Next session", "Subscribe"],
      "Mon, 15 Jun 2026 18:30:00 GMT",
      feeds,
    ]);
  });
});

describe("a problem", () => {
  test.each([
    ["/nothing", 404],
    ["/sessions/none", 404],
    ["/rss.xml?limit=0", 400],
    ["/?show=none", 400],
    ["/embed?theme=pink", 400],
  ])("%s is a page for people and problem details for programs", async (path, status) => {
    await runCron();
    const person = await get(path, BROWSER);
    const program = await get(path);
    expect([readProblem(person), readProblem(program)]).toEqual([
      [status, "text/html; charset=utf-8", "Accept"],
      [status, "application/problem+json; charset=utf-8", "Accept"],
    ]);
  });
});

describe("a thumbnail", () => {
  const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xd9]);

  test("of a video published here is fetched once and kept", async () => {
    await runCron();
    const seen = standIn(() => new Response(JPEG, { headers: { "content-type": "image/jpeg" } }));
    const first = await get("/thumbnails/videoS2100A.jpg");
    const body = new Uint8Array(await first.arrayBuffer());
    await waitUntilKept();
    const second = await get("/thumbnails/videoS2100A.jpg");
    await second.arrayBuffer();
    expect([
      first.status,
      first.headers.get("cache-control"),
      [...body],
      second.status,
      seen.requests,
    ]).toEqual([200, "public, max-age=2592000, immutable", [...JPEG], 200, 1]);
  });

  test("of any other video is not found, and nothing is fetched", async () => {
    await runCron();
    const seen = standIn(() => new Response(JPEG, { headers: { "content-type": "image/jpeg" } }));
    expect([(await get("/thumbnails/videoOther0.jpg")).status, seen.requests]).toEqual([404, 0]);
  });

  test.each([
    [
      "a 404 that holds a picture",
      () => new Response(JPEG, { status: 404, headers: { "content-type": "image/jpeg" } }),
    ],
    ["HTML", () => new Response("<html>", { headers: { "content-type": "text/html" } })],
    ["too much", () => new Response("x".repeat(300_000), { headers: { "content-type": "image/jpeg" } })],
    ["a reset", () => Promise.reject(new Error("reset by peer"))],
  ])("is drawn when YouTube answers with %s", async (_name, answer) => {
    await runCron();
    standIn(answer);
    const response = await get("/thumbnails/videoS2100A.jpg");
    await response.text();
    await waitUntilKept();
    expect([
      response.status,
      response.headers.get("content-type"),
      response.headers.get("cache-control"),
    ]).toEqual([200, "image/svg+xml; charset=utf-8", "public, max-age=600"]);
  });
});

describe("what belongs to pages", () => {
  test("has addresses that name its version and may be kept for ever", async () => {
    await runCron();
    const html = await (await get("/")).text();
    const paths = [...html.matchAll(/(?:href|src)="(\/[a-z]+\.(?:css|js|svg)\?v=[^"]+)"/g)].map(
      ([, path]) => path ?? "",
    );
    const caching = await Promise.all(
      paths.map(async (path) => (await get(path)).headers.get("cache-control")),
    );
    expect(caching).toEqual(Array(3).fill("public, max-age=31536000, immutable"));
  });

  test("is a picture for cards of the size that pages state", async () => {
    await runCron();
    const html = await (await get("/")).text();
    const [url = "", ...size] = [
      ...html.matchAll(/<meta property="og:image(?::\w+)?" content="([^"]*)"/g),
    ].map(([, content]) => content);
    const picture = await get(new URL(url).pathname);
    const bytes = new DataView(await picture.arrayBuffer());
    // PNG 11.2.1: the first chunk begins with width and height.
    expect([
      picture.headers.get("content-type"),
      bytes.getUint32(0),
      bytes.getUint32(16),
      bytes.getUint32(20),
    ]).toEqual(["image/png", 0x89_50_4e_47, ...size.map(Number)]);
    expect([url.startsWith(`${ORIGIN}/share.png?v=`), bytes.byteLength < 4_096]).toEqual([true, true]);
  });

  test("a session's BibTeX is a download", async () => {
    await runCron();
    const { status, headers } = await get("/sessions/s21.bib");
    expect([status, headers.get("content-type"), headers.get("content-disposition")]).toEqual([
      200,
      "application/x-bibtex; charset=utf-8",
      'attachment; filename="example.org-s21.bib"',
    ]);
  });

  test("robots.txt names the sitemap, which names every page", async () => {
    await runCron();
    const robots = await (await get("/robots.txt")).text();
    const sitemap = await (await get("/sitemap.xml")).text();
    expect([robots, [...sitemap.matchAll(/<loc>([^<]*)/g)].map(([, url]) => url)]).toEqual([
      `User-agent: *\nDisallow:\n\nSitemap: ${ORIGIN}/sitemap.xml\n`,
      [
        `${ORIGIN}/`,
        `${ORIGIN}/subscribe`,
        `${ORIGIN}/years/2026`,
        `${ORIGIN}/sessions/s20`,
        `${ORIGIN}/sessions/s21`,
      ],
    ]);
  });

  test("oEmbed describes pages of this site only", async () => {
    await runCron();
    expect([
      await askOembed(`${ORIGIN}/`),
      await askOembed(`${ORIGIN}/sessions/s21`),
      await askOembed("https://elsewhere.example/"),
    ]).toEqual([
      [200, "rich", `${ORIGIN}/embed`],
      [200, "rich", `${ORIGIN}/embed/s21`],
      [400, "about:blank", "url"],
    ]);
  });
});
