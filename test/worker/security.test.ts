/** SECURITY.md, what only the running Worker shows: R, who polls; V, who lures a visitor; Y4, another channel's feed. */
import { runInDurableObject } from "cloudflare:test";
import { exports } from "cloudflare:workers";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { DOCUMENTS } from "../../src/documents/table.ts";
import { MINUTE } from "../../src/programme/instant.ts";
import { memo } from "../../src/publisher/memo.ts";
import { findPublisher } from "../../src/publisher/read-representation.ts";
import { MAX_QUERIES, USE_INTERVAL } from "../../src/publisher/store/representation-table.ts";
import { app } from "../../src/routes/app.ts";
import { aChannelFeed } from "../support/channel-feed.ts";
import { aDelivery, toSignature, toTopic } from "../support/delivery.ts";
import { API_KEY, API_ORIGIN, DataApiStandIn, type ApiTrouble } from "../support/data-api.ts";
import { compiled } from "./data.ts";
import { deploy, takeBack } from "./deployment.ts";
import {
  deliverPush,
  environment,
  get,
  ORIGIN,
  readFeeds,
  readForm,
  readStatus,
  ring,
  runCron,
  standIn,
  standInFor,
  toQueries,
  xml,
} from "./support.ts";

const VIDEO = "videoS2100A";
const ENTRY = {
  id: VIDEO,
  title: "S21 | </script><script>alert(1)</script>",
  published: "2026-06-16T09:00:00Z",
};
const HTML = { accept: "text/html" };
const STATE = "/admin/state";

beforeEach(async () => {
  standIn(() => xml(aChannelFeed({ entries: [ENTRY] })));
  await runCron();
});
afterEach(async () => {
  // A picture is kept after it was answered.
  await new Promise((resolve) => setTimeout(resolve, 50));
  await takeBack();
});

/** Every address that answers, as a browser finds it. */
const ADDRESSES = [
  ...DOCUMENTS.map(({ pattern }) => pattern.replace(":session", "s21").replace(":year", "2026")).map((path) =>
    path === "/oembed" ? `/oembed?url=${encodeURIComponent(`${ORIGIN}/`)}` : path,
  ),
  "/status.json",
  "/healthz",
  "/robots.txt",
  "/style.css",
  "/script.js",
  "/favicon.svg",
  `/thumbnails/${VIDEO}.jpg`,
];

/** What somebody may try with a path or query. */
const HOSTILE = [
  "/%",
  "/%E0%A4%A",
  "/%00",
  "/%0d%0aX-Evil:1",
  "/..%2f..%2fetc%2fpasswd",
  "/\\evil.example",
  "/%5Cevil.example/",
  "//evil.example/",
  "///evil.example//rss.xml",
  "/.git/config",
  "/rss.xml;a=b",
  "/RSS.XML",
  "/rss%2Exml",
  "/rss.xml/",
  "/sessions/__proto__",
  "/sessions/constructor",
  "/sessions/constructor.ics",
  "/embed/toString",
  "/sessions/s21/",
  "/thumbnails/constructor.jpg",
  "/thumbnails/..%2f..%2fa.jpg",
  `/thumbnails/${VIDEO}.jpg?1`,
  `/thumbnails/%76ideoS2100A.jpg`,
  "/rss.xml?tag=__proto__",
  "/rss.xml?tag=constructor",
  "/feed.json?presenter=%00",
  "/atom.xml?tag=%ff%fe",
  "/calendar.ics?__proto__=1&constructor=2",
  "/rss.xml?limit[]=1",
  "/rss.xml?limit=-1",
  "/rss.xml?limit=1e9",
  "/calendar.ics?alarm=0x5",
  "/calendar.ics?year=0000",
  "/calendar.ics?year=2999",
  "/?show=%3Cscript%3E",
  "/embed?theme=%22onload=",
  "/oembed",
  "/oembed?url=javascript:alert(1)",
  "/oembed?url=https://feeds.example.org@evil.example/",
  "/oembed?url=javascript://feeds.example.org/%250aalert(1)",
  "/feed?x=%0d%0aSet-Cookie:a=b",
  "/feed?//evil.example",
  "/subscribe?a#b",
  "/years/0000",
  "/years/2999",
  "/years/20260",
  "/cdn-cgi/handler/scheduled",
  "/__scheduled",
  "/admin",
  "/admin/state/",
  "/admin%2fstate",
  `/rss.xml?tag=${"a".repeat(15_000)}`,
  `/rss.xml?tag=${"%CC%81".repeat(2_000)}`,
  `/rss.xml?${"a=b&".repeat(4_000)}`,
  `/${"a/".repeat(7_000)}`,
  `/${"/".repeat(7_000)}`,
  `/${"%2f".repeat(4_000)}`,
];

const ask = (path: string, headers: Record<string, string> = {}) =>
  get(path, { headers, redirect: "manual" });
const readText = async (path: string, headers = {}) => await (await ask(path, headers)).text();

const inStorage = <T>(run: (sql: SqlStorage) => T): Promise<T> =>
  runInDurableObject(findPublisher(environment), (_publisher, state) => run(state.storage.sql));
const readKept = async () =>
  (await inStorage((sql) => sql.exec<{ key: string }>("SELECT key FROM kept_representation").toArray())).map(
    ({ key }) => key,
  );

/** Whether Cloudflare would keep an answer: its own field decides, then the general one. */
const isKeptAtEdge = ({ headers }: Response) =>
  !/no-store/.test(headers.get("cloudflare-cdn-cache-control") ?? headers.get("cache-control") ?? "no-store");

/** All that is logged from now on. */
function listen(): string[] {
  const lines: string[] = [];
  for (const level of ["debug", "log", "info", "warn", "error", "trace"] as const)
    vi.spyOn(console, level).mockImplementation(
      (...words: unknown[]) => void lines.push(words.map(String).join(" ")),
    );
  return lines;
}

test("Y4 Another channel's feed", async () => {
  const before = await readFeeds();
  const forged = aChannelFeed({ entries: [{ ...ENTRY, id: "videoEvil00" }] });
  for (const other of [
    aChannelFeed({ channelId: "UCotherotherotherotherXX", entries: [{ ...ENTRY, id: "videoEvil00" }] }),
    forged.replace("<yt:channelId>", "<yt:playlistId>PLother</yt:playlistId><yt:channelId>"),
    forged.replaceAll(/<yt:channelId>.*<\/yt:channelId>/g, ""),
  ]) {
    standIn(() => xml(other));
    await runCron();
  }
  const [source] = (await readStatus()).sources;
  expect([await readFeeds(), source?.consecutiveFailures]).toEqual([before, 3]);
});

test("R1 Unknown parameters", async () => {
  const kept = await readKept();
  const paths = [
    "/rss.xml",
    "/calendar.ics",
    "/",
    "/sessions/s21",
    "/feed",
    "/nothing",
    "/robots.txt",
    "/style.css",
    "/status.json",
  ];
  const found = [];
  for (const path of paths) {
    const [plain, busted] = [await ask(path), await ask(`${path}?utm_source=x&v=1&cachebuster=2`)];
    found.push([
      path,
      plain.status === busted.status,
      (await plain.text()) === (await busted.text()),
      isKeptAtEdge(busted),
    ]);
  }
  const picture = await ask(`/thumbnails/${VIDEO}.jpg?1`);
  expect([found, picture.status, isKeptAtEdge(picture)]).toEqual([
    paths.map((path) => [path, true, true, false]),
    404,
    false,
  ]);
  expect((await readKept()).filter((key) => !kept.includes(key) && key !== "session/s21")).toEqual([]);
});

test("R2 Made-up names", async () => {
  const kept = await readKept();
  const statuses = [];
  for (const name of ["x", "__proto__", "constructor", "%00", "a".repeat(100), "%F0%9F%92%A9", "..%2f"])
    for (const path of [
      "/rss.xml?tag=",
      "/calendar.ics?presenter=",
      "/?tag=",
      "/embed?presenter=",
      "/programme.txt?tag=",
    ])
      statuses.push((await ask(path + name)).status);
  for (const year of [1000, 1999, 2999]) statuses.push((await ask(`/calendar.ics?year=${year}`)).status);
  expect([[...new Set(statuses)], (await readKept()).filter((key) => !kept.includes(key))]).toEqual([
    [200],
    [],
  ]);
});

test("R3 Pushing others out", { timeout: 60_000 }, async () => {
  const mine = "/calendar.ics?alarm=15";
  await ask(mine);
  vi.useFakeTimers({ now: Date.now() + USE_INTERVAL, toFake: ["Date"] });
  memo.clear();
  await ask(mine);
  for (const path of toQueries(MAX_QUERIES + 20)) await ask(path);
  const kept = await readKept();
  expect([
    kept.includes("calendar?alarm=15"),
    ["rss", "atom", "json", "calendar", "home"].filter((key) => !kept.includes(key)),
    kept.filter((key) => key.includes("?")).length,
  ]).toEqual([true, [], MAX_QUERIES]);
});

test("R4 Other methods and bodies", async () => {
  let read = 0;
  const body = () =>
    new ReadableStream(
      {
        pull: (controller) => {
          read += 1;
          controller.enqueue(new Uint8Array(65_536));
        },
      },
      { highWaterMark: 0 },
    );
  const answers = [];
  for (const path of ["/rss.xml", "/", "/nothing", "/status.json", STATE])
    for (const method of ["POST", "PUT", "PATCH", "DELETE", "PROPFIND"]) {
      const answer = await app.request(
        ORIGIN + path,
        { method, body: body(), duplex: "half" } as RequestInit,
        environment,
      );
      answers.push([path, answer.status, path === STATE || answer.headers.get("allow")]);
    }
  const overridden = await ask("/rss.xml", {
    "x-http-method-override": "DELETE",
    "x-method-override": "PUT",
  });
  expect([new Set(answers.map((answer) => answer.slice(1).join(" "))), overridden.status, read]).toEqual([
    new Set(["405 GET, HEAD, OPTIONS", "401 true"]),
    200,
    0,
  ]);
});

test("R5 Header bombs", async () => {
  const bombs = [
    { "if-none-match": `W/"a", `.repeat(14_000) },
    { "if-none-match": '"'.repeat(100_000) },
    { "if-match": `"${",".repeat(100_000)}` },
    { "if-modified-since": "Mon, ".repeat(20_000) },
    { "if-unmodified-since": "9".repeat(100_000) },
    { accept: "text/html;q=0,".repeat(7_000) },
    { "accept-encoding": "gzip;q=0.000,".repeat(7_000) },
    { authorization: `Bearer${" ".repeat(100_000)}` },
    { range: `bytes=${"0-1,".repeat(20_000)}` },
  ];
  const slow = [];
  for (const bomb of bombs)
    for (const path of ["/rss.xml", "/nothing", STATE]) {
      const startedAt = performance.now();
      const { status } = await ask(path, bomb);
      if (performance.now() - startedAt > 1_000 || status >= 500)
        slow.push([path, Object.keys(bomb), status]);
    }
  expect(slow).toEqual([]);
});

test("R6 Malformed addresses", async () => {
  const statuses: [string, number][] = [];
  for (const path of HOSTILE)
    for (const headers of [{}, HTML]) statuses.push([path.slice(0, 80), (await ask(path, headers)).status]);
  expect(statuses.filter(([, status]) => ![200, 308, 400, 404].includes(status))).toEqual([]);
});

test("R7 Open redirects", async () => {
  const own = new Set([
    ...DOCUMENTS.map(({ pattern }) => pattern.replace(":session", "s21").replace(":year", "2026")),
    "/status.json",
    "/favicon.svg",
  ]);
  const locations = [];
  for (const path of [
    ...HOSTILE,
    "/feed",
    "/sessions//s21/",
    "//rss.xml",
    "/feed?@evil.example",
    "/feed//evil.example",
  ]) {
    const location = (await ask(path)).headers.get("location");
    if (location !== null) locations.push(new URL(location, ORIGIN));
  }
  expect([
    locations.length > 4,
    locations.filter(({ origin, pathname }) => origin !== ORIGIN || !own.has(pathname)).map(String),
  ]).toEqual([true, []]);
});

test("R8 Another Host", async () => {
  const different = [];
  for (const path of [...ADDRESSES, "/nothing", "/?show=x"])
    for (const headers of [{}, HTML]) {
      const request = new Request(`https://evil.example:8443${path}`, {
        headers: {
          ...headers,
          host: "evil.example",
          "x-forwarded-host": "evil.example",
          forwarded: "host=evil.example",
        },
      });
      const [there, here] = [
        await (await exports.default.fetch(request)).text(),
        await readText(path, headers),
      ];
      if (there !== here && path !== "/status.json") different.push(path);
      if (there.includes("evil.example")) different.push(path);
    }
  expect(different).toEqual([]);
});

test("R9 Filling the log", async () => {
  standIn(() => Promise.reject(new Error("reset by peer")));
  const lines = listen();
  for (const path of [...HOSTILE, ...ADDRESSES, STATE])
    await readText(path, { ...HTML, "user-agent": "Reader 1.0", "cf-connecting-ip": "192.0.2.1" });
  const walked = [...lines];
  // The Publisher cannot be reached, by anybody.
  const broken = {
    ...environment,
    PUBLISHER: { getByName: () => ({ read: () => Promise.reject(new Error("gone")) }) },
  };
  const readBroken = async (path: string) =>
    (
      await app.request(
        `${ORIGIN}${path}`,
        { headers: { "user-agent": "Reader 1.0", "cf-connecting-ip": "192.0.2.1" } },
        broken,
      )
    ).status;
  vi.useFakeTimers({ now: Date.now() + MINUTE, toFake: ["Date"] });
  memo.clear();
  const statuses = [];
  for (let request = 0; request < 50; request++)
    statuses.push(
      await readBroken(`/rss.xml?limit=${request + 1}`),
      await readBroken("/status.json?secret=1"),
    );
  const first = [...lines];
  vi.setSystemTime(Date.now() + MINUTE);
  statuses.push(await readBroken("/atom.xml"));
  const events = lines.map((line) => JSON.parse(line).event);
  expect([walked, new Set(statuses), first.length, events]).toEqual([
    [],
    new Set([503]),
    2,
    ["publisher unavailable", "unexpected error", "publisher unavailable"],
  ]);
  expect(lines.filter((line) => /\n|192\.0\.2\.1|Reader|secret|limit=/.test(line))).toEqual([]);
});

test("R10 Guessing the token", async () => {
  const lines = listen();
  const guesses = [
    "",
    "a",
    "a-token-for-test",
    "a-token-for-tests ",
    "A-TOKEN-FOR-TESTS",
    "a-token-for-testsa",
    "%61-token-for-tests",
    "undefined",
  ];
  const answers = [];
  for (const guess of guesses)
    for (const method of ["GET", "PUT"]) {
      const answer = await get(STATE, {
        method,
        headers: { authorization: `bearer ${guess.trimEnd()}${guess.endsWith(" ") ? "\u00a0" : ""}` },
      });
      answers.push([answer.status, (await answer.text()).length]);
    }
  const compare = vi.spyOn(crypto.subtle, "timingSafeEqual");
  await get(`${STATE}?token=a-token-for-tests`);
  await get(STATE, { headers: { cookie: "token=a-token-for-tests", "x-admin-token": "a-token-for-tests" } });
  const lengths = compare.mock.calls.map(([a, b]) => [a.byteLength, b.byteLength]);
  const { ADMIN_TOKEN: _token, ...without } = environment;
  const absent = await app.request(
    ORIGIN + STATE,
    { headers: { authorization: "Bearer undefined" } },
    without,
  );
  expect([new Set(answers.map(String)).size, answers[0]?.[0], lengths, absent.status, lines]).toEqual([
    1,
    401,
    [
      [32, 32],
      [32, 32],
    ],
    404,
    [],
  ]);
});

test("R11 Reading secrets", async () => {
  const secrets = ["a-token-for-tests", "a-key-in-the-address"];
  const source =
    "https://www.youtube.com/feeds/videos.xml?channel_id=UCexampleexampleexampleA&key=a-key-in-the-address";
  const bindings = { ...environment, CHANNEL_FEED_URL: source };
  const lines = listen();
  const told = [];
  for (const path of [...ADDRESSES, "/nothing", STATE, "/rss.xml?limit=0"])
    for (const headers of [{}, HTML])
      told.push(await (await app.request(ORIGIN + path, { headers }, bindings)).text());
  // A source that fails with its own address in the message.
  standIn(() => Promise.reject(new Error(`cannot reach ${source}`)));
  await runCron();
  told.push(await readText("/status.json"), ...lines);
  expect(
    told.filter((text) => secrets.some((secret) => text.includes(secret))).map((text) => text.slice(0, 200)),
  ).toEqual([]);
});

test("R12 Header injection", async () => {
  const fields = [];
  for (const path of [
    "/sessions/s21.ics%0d%0aX-Evil:1",
    "/feed%0d%0aX-Evil:1",
    "/feed?a=%0d%0aX-Evil:%201",
    "/rss.xml?tag=%0d%0aX-Evil:1",
    "/sessions/%0d%0aX-Evil:1",
    "/calendar.ics?presenter=%22%0aX-Evil:1",
  ])
    for (const [name, value] of (await ask(path)).headers)
      if (/x-evil/i.test(name) || /[\r\n]/.test(value)) fields.push([path, name]);
  expect(fields).toEqual([]);
});

test("R13 An open proxy", async () => {
  const asked: string[] = [];
  vi.spyOn(globalThis, "fetch").mockImplementation((input) => {
    asked.push(input instanceof Request ? input.url : String(input));
    return Promise.resolve(new Response("x", { headers: { "content-type": "image/jpeg" } }));
  });
  for (const path of [
    ...HOSTILE.filter((hostile) => !hostile.includes(VIDEO)),
    "/thumbnails/videoOther0.jpg",
    "/thumbnails/https:%2f%2fa.jpg",
    `/thumbnails/${VIDEO}.jpg?1`,
    "/oembed?url=https://evil.example/",
    `/thumbnails/${VIDEO}.jpg%3fx`,
  ])
    await readText(path);
  const before = [...asked];
  await readText(`/thumbnails/${VIDEO}.jpg`);
  expect([before, asked]).toEqual([[], [`https://i.ytimg.com/vi/${VIDEO}/mqdefault.jpg`]]);
});

test("R14 The key of the Data API", async () => {
  environment.YOUTUBE_API_KEY = API_KEY;
  try {
    const lines = listen();
    const api = new DataApiStandIn();
    const asked: string[] = [];
    standInFor((request) => {
      asked.push(request.url);
      return request.url.startsWith(API_ORIGIN) ? api.answer(request) : new Response("", { status: 404 });
    });
    const told: string[] = [];
    const troubles: ApiTrouble[] = [null, "network", "html", { status: 400, reason: "API_KEY_INVALID" }];
    for (const trouble of troubles) {
      api.trouble = trouble;
      await inStorage((sql) => sql.exec("DELETE FROM fact WHERE name = 'api'").toArray());
      await deploy();
      await runCron();
      for (const path of [...ADDRESSES, "/healthz", "/nothing"]) told.push(await readText(path));
    }
    const state = await get(STATE, { headers: { authorization: "Bearer a-token-for-tests" } });
    told.push(await state.text(), ...lines, ...asked);
    expect([api.asked.length, told.filter((text) => text.includes(API_KEY))]).toEqual([4, []]);
  } finally {
    delete environment.YOUTUBE_API_KEY;
  }
});

/** Each page with its policy: those that are pages, and those about a problem. */
async function readPages(): Promise<{ path: string; html: string; headers: Headers }[]> {
  const paths = [
    "/",
    "/sessions/s21",
    "/embed",
    "/embed/s21",
    "/embed?theme=dark",
    "/nothing",
    "/?show=x",
    "/sessions/none",
  ];
  return await Promise.all(
    paths.map(async (path) => {
      const answer = await ask(path, HTML);
      return { path, html: await answer.text(), headers: answer.headers };
    }),
  );
}

test("V1 Scripts in pages", async () => {
  for (const { path, html, headers } of await readPages()) {
    const policy = headers.get("content-security-policy") ?? "";
    const loaded = [
      ...html.matchAll(
        /<(?:script|link rel="stylesheet"|link rel="icon"|img|iframe)[^>]*(?:src|href)="([^"]*)"/g,
      ),
    ].map(([, url = ""]) => url);
    const inline = [...html.matchAll(/<script(?![^>]*src=)([^>]*)>/g)].map(([, rest = ""]) => rest.trim());
    expect([
      path,
      policy.split("; ").slice(0, 3),
      /unsafe|data:|blob:|\*(?!$)/.test(policy.replace("frame-ancestors *", "")),
      /base-uri 'none'/.test(policy) && /form-action 'self'/.test(policy),
      loaded.filter((url) => !/^\/(?!\/)/.test(url)),
      inline.filter((rest) => rest !== 'type="application/ld+json"'),
      /\son[a-z]+="|javascript:|style="/i.test(html),
    ]).toEqual([
      path,
      ["default-src 'none'", "script-src 'self'", "style-src 'self'"],
      false,
      true,
      [],
      [],
      false,
    ]);
  }
});

test("V2 Frames", async () => {
  const pages = await readPages();
  const found = pages.map(({ path, html, headers }) => [
    path,
    /frame-ancestors \*/.test(headers.get("content-security-policy") ?? ""),
    headers.get("x-frame-options"),
    path.startsWith("/embed") && /<form|<input/.test(html),
  ]);
  expect(found).toEqual(
    pages.map(({ path }) => [
      path,
      path.startsWith("/embed"),
      path.startsWith("/embed") ? null : "DENY",
      false,
    ]),
  );
});

test("V3 Sniffing", async () => {
  const unsaid = [];
  for (const path of [...ADDRESSES, "/nothing", "/rss.xml?limit=0", STATE])
    for (const headers of [{}, HTML]) {
      const answer = await ask(path, headers);
      const hasType = /^(?:application|text|image)\/[a-z+.-]+(?:; charset=utf-8)?$/i.test(
        answer.headers.get("content-type") ?? "",
      );
      if (answer.headers.get("x-content-type-options") !== "nosniff" || !hasType) unsaid.push(path);
    }
  const post = await get("/rss.xml", { method: "POST" });
  const state = await get(STATE, { headers: { authorization: "Bearer a-token-for-tests" } });
  expect([
    unsaid,
    post.headers.get("x-content-type-options"),
    state.headers.get("x-content-type-options"),
  ]).toEqual([[], "nosniff", "nosniff"]);
});

test("V4 Reflection", async () => {
  const evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
  const paths = [
    `/${evil}`,
    `/${encodeURIComponent(evil)}`,
    `/?show=${encodeURIComponent(evil)}`,
    `/rss.xml?limit=${encodeURIComponent(evil)}`,
    `/oembed?url=${encodeURIComponent(evil)}`,
    "/?show=%E2%80%AEevil",
  ];
  const found = [];
  for (const path of paths) {
    const [page, details] = [await ask(path, HTML), await ask(path)];
    const html = await page.text();
    if (/<script>|<img src=x|\u202e/.test(html)) found.push(path);
    if (details.headers.get("content-type") !== "application/problem+json; charset=utf-8") found.push(path);
    JSON.parse(await details.text());
  }
  expect(found).toEqual([]);
});

test("V5 Tracking", async () => {
  const cookies = [];
  for (const path of [...ADDRESSES, "/nothing", STATE]) {
    const { headers } = await ask(path, { cookie: "id=1", "cf-connecting-ip": "192.0.2.1" });
    cookies.push(headers.get("set-cookie"));
  }
  const script = await readText("/script.js");
  const stored = await inStorage((sql) =>
    ["fact", "kept_representation", "kept_piece", "session", "video"]
      .map((table) => JSON.stringify(sql.exec(`SELECT * FROM ${table}`).toArray()))
      .join(""),
  );
  expect([
    cookies.filter((cookie) => cookie !== null),
    /cookie|localStorage|sessionStorage|indexedDB|sendBeacon|fetch\(/.test(script),
    stored.includes("192.0.2.1"),
  ]).toEqual([[], false, false]);
});

test("V6 Reading across origins", async () => {
  const headers = { origin: "https://evil.example" };
  const state = await get(STATE, { headers: { ...headers, authorization: "Bearer a-token-for-tests" } });
  const preflight = await get(STATE, {
    method: "OPTIONS",
    headers: { ...headers, "access-control-request-method": "PUT" },
  });
  const isPublic = await ask("/feed.json", headers);
  const names = ["access-control-allow-origin", "access-control-allow-credentials"];
  expect([state, preflight, isPublic].map((answer) => names.map((name) => answer.headers.get(name)))).toEqual(
    [
      [null, null],
      [null, null],
      ["*", null],
    ],
  );
});

test("V7 Ending the data block", async () => {
  for (const session of compiled.sessions)
    session.title = 'One </script><script>alert(1)</script> <!--<script> "';
  await runCron();
  memo.clear();
  const html = await readText("/sessions/s21", HTML);
  const [, block = ""] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
  expect([JSON.parse(block)["@type"], html.includes("<script>"), html.match(/<\/script>/g)?.length]).toEqual([
    "Event",
    false,
    2,
  ]);
});

/** Verified by the hub: where it delivers, and the secret it signs with. */
async function lease(): Promise<{ path: string; secret: string }> {
  let form = new URLSearchParams();
  standInFor(
    () => xml(aChannelFeed({ entries: [ENTRY] })),
    async (request) => {
      form = await readForm(request);
      return new Response(null, { status: 202 });
    },
  );
  // Asked for at the first cycle, before the hub could be heard: as after a day of silence.
  await runInDurableObject(findPublisher(environment), (_publisher, { storage }) => {
    storage.sql.exec("UPDATE push_outbox SET due_at = 0");
  });
  await ring();
  const { pathname: path } = new URL(form.get("hub.callback") ?? "");
  const intent = { "hub.mode": "subscribe", "hub.topic": toTopic(), "hub.challenge": "echo" };
  expect(await (await get(`${path}?${new URLSearchParams(intent).toString()}`)).text()).toBe("echo");
  return { path, secret: form.get("hub.secret") ?? "" };
}

const deliver = (path: string, body: string, signature: string) =>
  deliverPush(path, body, { "x-hub-signature": signature });
const pushOf = (id: string) => aDelivery([{ ...ENTRY, id, updated: "2026-06-16T09:00:01Z" }]);

test("P1 Guessing a callback", async () => {
  const { path } = await lease();
  const intent = new URLSearchParams({
    "hub.mode": "subscribe",
    "hub.topic": toTopic(),
    "hub.challenge": "echo",
  });
  const guesses = [
    path.replace(/.$/, (end) => (end === "A" ? "B" : "A")),
    "/websub/",
    "/websub/__proto__",
    path,
  ];
  const answers = await Promise.all(
    guesses.map(async (guess) => {
      const response = await get(`${guess}?${intent.toString()}`);
      return [response.status, (await response.text()).includes("echo")];
    }),
  );
  expect([path.length, answers]).toEqual(["/websub/".length + 43, guesses.map(() => [404, false])]);
});

test("P2 Forged deliveries", async () => {
  const { path, secret } = await lease();
  const text = pushOf("videoForged");
  const asked = standIn(() => xml(aChannelFeed({ entries: [ENTRY] })));
  const other = aDelivery([{ ...ENTRY, updated: "2026-06-16T09:00:01Z" }], "UCotherotherotherothersA");
  const statuses = [
    await deliver(path, text, ""),
    await deliver(path, text, toSignature(text, "another")),
    await deliver(path, `${text} `, toSignature(text, secret)),
    await deliver(path, other, toSignature(other, secret)),
  ];
  const before = asked.requests;
  await deliver(path, text, toSignature(text, secret));
  await deliver(path, text, toSignature(text, secret));
  expect([statuses, before, asked.requests]).toEqual([[204, 204, 204, 204], 0, 1]);
});

test("P3 Evil deliveries", async () => {
  const { path, secret } = await lease();
  const before = await readFeeds();
  const asked: string[] = [];
  standInFor(({ url }) => {
    asked.push(url);
    return xml(aChannelFeed({ entries: [ENTRY] }));
  });
  const bomb = `<?xml version="1.0"?><!DOCTYPE feed [<!ENTITY a SYSTEM "https://evil.example/">]><feed><entry>&a;</entry></feed>`;
  const lure = pushOf("videoEvil00").replaceAll("https://www.youtube.com/watch", "https://evil.example/");
  const statuses = [];
  for (const body of [bomb, lure, "x".repeat(262_145), ""])
    statuses.push(await deliver(path, body, toSignature(body, secret)));
  expect([statuses, new Set(asked.map((url) => new URL(url).host)), await readFeeds()]).toEqual([
    [204, 204, 413, 204],
    new Set(["www.youtube.com"]),
    before,
  ]);
});

test("P4 A flood of deliveries", async () => {
  const { path, secret } = await lease();
  const asked = standIn(() => xml(aChannelFeed({ entries: [ENTRY] })));
  for (let index = 0; index < 210; index++) {
    const text = pushOf(`flood${String(index).padStart(6, "0")}`);
    await deliver(path, text, toSignature(text, secret));
  }
  const kept = await runInDurableObject(findPublisher(environment), (_publisher, { storage }) =>
    storage.sql.exec("SELECT video_id FROM push_ping").toArray(),
  );
  expect([asked.requests, kept.length]).toEqual([3, 200]);
});

test("P5 Callbacks and secrets", async () => {
  const lines = [
    vi.spyOn(console, "warn").mockReturnValue(),
    vi.spyOn(console, "error").mockReturnValue(),
    vi.spyOn(console, "log").mockReturnValue(),
  ];
  const { path, secret } = await lease();
  await deliver(path, "<rubbish", toSignature("<rubbish", secret));
  const state = await get(STATE, { headers: { authorization: "Bearer a-token-for-tests" } });
  const texts = [await state.text(), JSON.stringify(lines.map(({ mock }) => mock.calls))];
  for (const address of ADDRESSES) texts.push(await readText(address));
  const hidden = [secret, path.replace("/websub/", "")];
  expect(texts.filter((text) => hidden.some((word) => text.includes(word)))).toEqual([]);
});

test("R15 Whatever is searched for", { timeout: 60_000 }, async () => {
  while (await findPublisher(environment).writeIndex());
  await ask("/search");
  const kept = await readKept();
  const statuses = [];
  for (const query of [
    '"',
    "'",
    "a AND",
    "NEAR(a b",
    "title:uniform OR",
    "-a",
    "*",
    "^uniform",
    "{a}",
    "\u0000",
    "a\u0000b",
    "%",
    "\ud800",
    "'); DROP TABLE search_session; --",
    "🎉".repeat(1_250),
    "x ".repeat(2_500),
    '"'.repeat(5_000),
  ])
    for (const path of ["/search?q=", "/rss.xml?q=", "/calendar.ics?q="])
      statuses.push((await ask(path + encodeURIComponent(query.toWellFormed()))).status);
  expect([[...new Set(statuses)], (await readKept()).filter((key) => !kept.includes(key))]).toEqual([
    [200],
    [],
  ]);
  const edge = (await ask("/search?q=uniform")).headers.get("cloudflare-cdn-cache-control");
  expect([edge, (await readText("/search?q=uniform")).includes("<mark>")]).toEqual(["no-store", true]);
});
