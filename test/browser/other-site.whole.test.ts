/** The README's snippets on another origin's page: the frame that follows its content, and the element. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Publication } from "../../src/programme/publication.ts";
import { aPublishedProgramme, aPublishedSession, aReplayedSession } from "../support/builders.ts";
import { runAxe } from "./support/look.ts";
import { listen } from "../support/listen.ts";
import { SCENES } from "./support/scenes.ts";
import { serveScene, type SceneServer } from "./support/serve-scene.ts";
import { visit, type VisitOptions } from "./support/visit.ts";

const README = readFileSync(join(import.meta.dirname, "../../README.md"), "utf8");
/** As they stand there. */
const [FRAME = "", ELEMENT = ""] = [...README.matchAll(/```html\n(.*?)```/gs)].map(([, html = ""]) => html);

/** Wednesday, five days before the session of the scenes. */
const NOW = Date.UTC(2026, 5, 10);
const HOUR = 60 * 60_000;
const SCENE = SCENES["one upcoming"]!;

let hosts: ReturnType<typeof createServer>[] = [];
let scenes: SceneServer[] = [];
beforeAll(async () => {});
beforeEach(() => () => {
  for (const server of [...hosts, ...scenes]) server.close();
  hosts = [];
  scenes = [];
});

interface Site {
  scene?: Publication;
  /** Of the page around it. */
  lang?: string;
  policy?: string;
  now?: number;
  change?: (html: string) => string;
  options?: VisitOptions;
}

/** Another site's page with a snippet, looked at on a day. */
async function open(snippet: string, { scene = SCENE, lang = "en", now = NOW, ...site }: Site = {}) {
  const { policy, change = (html) => html, options = {} } = site;
  const feeds = await serveScene(scene);
  const host = createServer((_request, response) => {
    response.writeHead(200, {
      "content-type": "text/html; charset=utf-8",
      ...(policy !== undefined && {
        "content-security-policy": policy.replaceAll("FEEDS", () => feeds.origin),
      }),
    });
    const html = change(snippet).replaceAll("https://FEEDS", () => feeds.origin);
    response.end(
      `<!doctype html><html lang="${lang}"><title>A club</title><main><h1>A club</h1>${html}</main></html>`,
    );
  });
  scenes.push(feeds);
  hosts.push(host);
  const origin = await listen(host);
  const visited = await visit(origin, { ...options, now, allowed: [new URL(feeds.origin).host] });
  return { ...visited, origin, feeds: feeds.origin };
}

/** What the element shows, a line for each item; once it is there. */
async function readItems(page: Page): Promise<string[]> {
  const items = page.locator("journal-club li, journal-club div > p");
  await items.first().waitFor();
  return (await items.allInnerTexts()).map((text) => text.replace(/\s+/g, " ").trim());
}

const frameOf = (page: Page) => page.frameLocator("iframe").first();
const heightOf = (page: Page) => page.locator("iframe").first().getAttribute("height").then(Number);

/** Of the frame and its content, as soon as they are the same; as they are after five seconds if they never are. */
async function readHeights(page: Page) {
  const endsAt = performance.now() + 5_000;
  for (;;) {
    const content = await page
      .frames()[1]!
      .evaluate<number>("document.documentElement.getBoundingClientRect().height");
    const height = await heightOf(page);
    const isFollowed = height === Math.ceil(content);
    if (isFollowed || performance.now() > endsAt) return { height, content, isFollowed };
    await page.waitForTimeout(20);
  }
}

describe("the frame", () => {
  test("is as high as its content, wide or narrow", async () => {
    const { page, complaints } = await open(FRAME);
    const found = [];
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 740 });
      const { content, isFollowed } = await readHeights(page);
      found.push({ isFollowed, isMore: content > 480 });
    }
    expect([found, complaints]).toEqual([
      [
        { isFollowed: true, isMore: true },
        { isFollowed: true, isMore: true },
      ],
      [],
    ]);
  });

  test("tells its height and nothing else", async () => {
    const { page } = await open(FRAME, {
      change: (html) =>
        `<script>addEventListener("message", ({ data }) => { (globalThis.told ??= []).push(data); });</script>${html}`,
    });
    await page.waitForFunction("globalThis.told?.length > 0");
    const told = await page.evaluate<{ type: string; height: number }[]>("globalThis.told");
    expect(new Set(told.map(({ height, ...rest }) => JSON.stringify([typeof height, rest])))).toEqual(
      new Set(['["number",{"type":"journal-club:height"}]']),
    );
  });

  test("shows the next session first, with the way in, then every other once", async () => {
    const { page } = await open(FRAME);
    const frame = frameOf(page);
    const titles = await frame.locator("li h2").allTextContents();
    expect([titles, await frame.locator("li:first-child a.primary").getAttribute("href")]).toEqual([
      [
        "S21: Uniform Examples Revisited",
        ...[6, 5, 4, 3, 2, 1].map((number) => `S${number}: Example ${number}: a study`),
      ],
      "https://meet.example.org/j/1?a=b&c=d",
    ]);
  });

  test("plays a replay in place, and grows with it", async () => {
    const { page, foreign, complaints } = await open(FRAME);
    const { height: before } = await readHeights(page);
    const asked = [...foreign];
    const replay = frameOf(page).locator("[data-play]").first();
    await replay.click();
    const player = frameOf(page).locator(".player iframe");
    await player.waitFor();
    const { height } = await readHeights(page);
    const box = await player.boundingBox();
    expect({
      asked,
      src: await player.getAttribute("src"),
      hasGrown: height > before,
      isWide: (box?.width ?? 0) > 600,
      complaints,
    }).toEqual({
      asked: [],
      src: "https://www.youtube-nocookie.com/embed/video000005?autoplay=1",
      hasGrown: true,
      isWide: true,
      complaints: [],
    });
  });

  test("shows the next session alone where show=next says so", async () => {
    const { page } = await open(FRAME, { change: (html) => html.replace("/embed", "/embed?show=next") });
    expect([
      await frameOf(page).locator("h2").allTextContents(),
      await frameOf(page).locator("a.primary").count(),
    ]).toEqual([["S21: Uniform Examples Revisited"], 1]);
  });

  test.each([
    ["remembered", false],
    ["good for this visit where a frame may keep nothing", true],
  ])(
    "has a switch for the visitor's time that is %s, and is as high as it needs",
    async (_name, isBlocked) => {
      const { page, complaints } = await open(FRAME, { options: { isLast: isBlocked } });
      if (isBlocked)
        await page
          .context()
          .addInitScript(
            "if (parent !== window) Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })",
          );
      await page.reload({ waitUntil: "load" });
      const seen: { isPressed: string | null; lines: number; isFollowed: boolean }[] = [];
      const heights = new Set<number>();
      const note = async () => {
        const { height, isFollowed } = await readHeights(page);
        heights.add(height);
        seen.push({
          isPressed: await frameOf(page).locator(".switch").getAttribute("aria-pressed"),
          lines: await frameOf(page).locator(".local").filter({ visible: true }).count(),
          isFollowed,
        });
      };
      await note();
      await frameOf(page).locator(".switch").click();
      await note();
      await page.reload({ waitUntil: "load" });
      await note();
      const [on, off] = [
        { isPressed: "true", lines: 1, isFollowed: true },
        { isPressed: "false", lines: 0, isFollowed: true },
      ];
      expect([seen, heights.size, complaints]).toEqual([[on, off, isBlocked ? on : off], 2, []]);
    },
  );

  test("has no switch where the visitor's clock is the club's", async () => {
    const { page } = await open(FRAME, { options: { timezoneId: "America/New_York" } });
    await frameOf(page).locator("h2").first().waitFor();
    expect(await frameOf(page).locator(".switch, .local:visible").count()).toBe(0);
  });

  test("is of a fixed height without scripts, and every link leads out of it", async () => {
    const { page } = await open(FRAME, { options: { javaScriptEnabled: false } });
    const targets = await frameOf(page)
      .locator("a[href]")
      .evaluateAll((links) => links.map((link) => link.getAttribute("target")));
    expect([await heightOf(page), targets.length > 10, new Set(targets)]).toEqual([
      480,
      true,
      new Set(["_blank"]),
    ]);
  });
});

const at = (id: string, startsAt: number, more = {}) => ({
  id,
  title: id.toUpperCase(),
  number: 1,
  presenters: [{ name: "Ada Example" }],
  startsAt,
  endsAt: startsAt + 1.5 * HOUR,
  date: new Date(startsAt).toISOString().slice(0, 10),
  ...more,
});
const START = Date.UTC(2026, 5, 15, 17);
const WEEK = 7 * 24 * HOUR;

/** Everything that a list of sessions can hold, on the Wednesday before. */
const MANY: Publication = {
  ...SCENE,
  programme: aPublishedProgramme({
    sessions: [
      aReplayedSession(at("past", START - WEEK)),
      aPublishedSession(at("off", START - 2 * 24 * HOUR, { status: "cancelled" })),
      aPublishedSession(
        at("next", START, { join: "https://meet.example/1", passcode: "84 62", location: "Room 21" }),
      ),
      aPublishedSession(
        at("tba", Date.UTC(2026, 5, 22, 4), { isAllDay: true, endsAt: Date.UTC(2026, 5, 23, 4) }),
      ),
    ],
  }),
};

describe("the element", () => {
  test("shows the next session first, then what is coming, then the past, in the visitor's time", async () => {
    const { page, complaints, foreign } = await open(ELEMENT, { scene: MANY });
    expect([await readItems(page), complaints, foreign]).toEqual([
      [
        "Monday, 15 June 2026, 19:00–20:30 (Europe/Paris) Monday 15 June 2026, 13:00–14:30 (America/New_York, UTC−04:00) S1: NEXT Ada Example · Room 21 Join online Passcode: 84 62",
        "Cancelled Saturday 13 June 2026, 13:00–14:30 (America/New_York, UTC−04:00) S1: OFF Ada Example",
        "Monday 22 June 2026, time to be announced (America/New_York) S1: TBA Ada Example",
        "Monday, 8 June 2026 S1: PAST Ada Example ▶︎ Replay",
      ],
      [],
      [],
    ]);
  });

  test("reads each title in its own direction, and strikes out what is cancelled", async () => {
    const title = "רעש אחיד: Masked Diffusion";
    const { page } = await open(ELEMENT, {
      scene: {
        ...SCENE,
        programme: aPublishedProgramme({
          sessions: [
            aPublishedSession(at("next", START, { title })),
            aPublishedSession(at("off", START + WEEK, { status: "cancelled" })),
          ],
        }),
      },
    });
    await readItems(page);
    expect(
      await page.evaluate<string[][]>(`
        [...document.querySelector("journal-club").shadowRoot.querySelectorAll(".title")].map((one) => {
          const { direction, textDecorationLine } = getComputedStyle(one);
          return [one.textContent, direction, textDecorationLine];
        })`),
    ).toEqual([
      [title, "rtl", "none"],
      ["OFF", "ltr", "line-through"],
    ]);
  });

  test("says a time once where the visitor's clock is the club's", async () => {
    const { page } = await open(ELEMENT, { options: { timezoneId: "America/New_York" } });
    expect((await readItems(page))[0]).toBe(
      "Monday 15 June 2026, 13:00–14:30 (America/New_York, UTC−04:00) S21: Uniform Examples Revisited Grace Example · Room 21 Join online",
    );
  });

  test("names both ends apart where the visitor's clocks go back meanwhile", async () => {
    const startsAt = Date.UTC(2026, 9, 25, 0, 30);
    const scene: Publication = {
      ...SCENE,
      programme: aPublishedProgramme({
        sessions: [aPublishedSession(at("night", startsAt, { endsAt: startsAt + HOUR }))],
      }),
    };
    const { page } = await open(ELEMENT, { scene });
    expect((await readItems(page))[0]).toBe(
      "Sunday, 25 October 2026 at 02:30:00 CEST – Sunday, 25 October 2026 at 02:30:00 CET (Europe/Paris) Saturday 24 October 2026, 20:30–21:30 (America/New_York, UTC−04:00) S1: NIGHT Ada Example",
    );
  });

  test("writes dates in the language of the page around it", async () => {
    const { page } = await open(ELEMENT, { lang: "de_DE" });
    expect((await readItems(page))[0]).toContain("Montag, 15. Juni 2026");
  });

  test("takes what has ended since for past, and what has begun for on", async () => {
    const [on, after] = [START, START + 2 * HOUR];
    const shown = [];
    for (const now of [on, after]) {
      const { page } = await open(ELEMENT, { scene: MANY, now });
      shown.push(
        (await readItems(page)).map((text) => /(On now|Cancelled)?.*S1: (\w+)/.exec(text)?.slice(1)),
      );
    }
    expect(shown).toEqual([
      [
        ["On now", "NEXT"],
        [undefined, "TBA"],
        ["Cancelled", "OFF"],
        [undefined, "PAST"],
      ],
      [
        [undefined, "TBA"],
        [undefined, "NEXT"],
        ["Cancelled", "OFF"],
        [undefined, "PAST"],
      ],
    ]);
  });

  test.each([
    ['limit="2"', 2],
    ['show="next"', 1],
  ])("with %s shows %i", async (attribute, count) => {
    const { page } = await open(ELEMENT, {
      scene: MANY,
      change: (html) => html.replace("<journal-club", `<journal-club ${attribute}`),
    });
    expect((await readItems(page)).length).toBe(count);
  });

  test("says when nothing is announced", async () => {
    const { page } = await open(ELEMENT, { scene: SCENES["nothing at all"]! });
    expect(await readItems(page)).toEqual([
      "Nothing is announced at the moment. The club usually meets on Mondays at 13:00 (America/New_York).",
    ]);
  });

  test("plays a replay in place and asks nobody before", async () => {
    const { page, foreign, complaints } = await open(ELEMENT, { scene: MANY });
    await readItems(page);
    const asked = [...foreign];
    await page.locator("journal-club a.button", { hasText: "Replay" }).click();
    const player = page.locator("journal-club iframe");
    await player.waitFor();
    expect([asked, await player.getAttribute("src"), complaints]).toEqual([
      [],
      "https://www.youtube-nocookie.com/embed/videoAAAAA0?autoplay=1",
      [],
    ]);
  });

  test("works under a strict policy of the page", async () => {
    const { page, complaints } = await open(ELEMENT, {
      policy: "default-src 'none'; script-src FEEDS; connect-src FEEDS",
    });
    await readItems(page);
    const size = await page.evaluate(
      `getComputedStyle(document.querySelector("journal-club").shadowRoot.querySelector("a.title")).fontWeight`,
    );
    expect([size, complaints]).toEqual(["600", []]);
  });

  test("leaves what stands in it where the programme cannot be read, and says so in an event", async () => {
    for (const change of [
      (html: string) => html.replace('club src="https://FEEDS"', 'club src="https://FEEDS/nothing"'),
      (html: string) => html.replace("<journal-club", '<journal-club limit="none"'),
      (html: string) => html.replace('club src="https://FEEDS"', "club"),
    ]) {
      const listener =
        '<script>addEventListener("error", ({ target }) => { globalThis.told = target.localName; }, true);</script>';
      const { page } = await open(ELEMENT, { change: (html) => listener + change(html) });
      await page.waitForFunction("globalThis.told !== undefined");
      expect([
        await page.locator("journal-club > a").isVisible(),
        await page.evaluate("globalThis.told"),
      ]).toEqual([true, "journal-club"]);
    }
  });

  test("stays a link without scripts", async () => {
    const { page } = await open(ELEMENT, { options: { javaScriptEnabled: false } });
    expect(await page.locator("journal-club > a").isVisible()).toBe(true);
  });

  test("shows hostile text as text and links to nothing but the web", async () => {
    const scene = SCENES["hostile text"]!;
    const evil = "javascript:alert(1)";
    const { page, complaints } = await open(ELEMENT, {
      scene,
      change: (html) =>
        `<script>const get = fetch; fetch = async (...asked) => Response.json(JSON.parse((await (await get(...asked)).text()).replaceAll(/"(url|playerUrl)": "[^"]*"/g, '"$1": "${evil}"')));</script>${html}`,
    });
    const items = await readItems(page);
    const found = await page.evaluate<unknown[]>(`(() => {
      const root = document.querySelector("journal-club").shadowRoot;
      return [root.querySelectorAll("script, img, svg, i").length, [...root.querySelectorAll("[href], [src]")].map((one) => one.href)];
    })()`);
    await page.locator("journal-club a.button").first().click();
    expect([items.join(" ").includes("<script>alert"), found, complaints]).toEqual([true, [0, []], []]);
  });

  test.each(["light", "dark"] as const)("follows the visitor's colours: %s", async (colorScheme) => {
    const { page } = await open(ELEMENT, { options: { colorScheme } });
    await readItems(page);
    const colour = await page.evaluate(
      `getComputedStyle(document.querySelector("journal-club")).backgroundColor`,
    );
    expect(colour === "rgb(255, 255, 255)").toBe(colorScheme === "light");
  });

  test.each([
    { width: 360, colorScheme: "light" },
    { width: 1280, colorScheme: "dark" },
  ] as const)(
    "is for everybody: axe finds nothing at $width, $colorScheme",
    async ({ width, colorScheme }) => {
      const { page } = await open(ELEMENT, {
        scene: SCENES["everything before"]!,
        options: { colorScheme, viewport: { width, height: 740 } },
      });
      await readItems(page);
      expect([
        await runAxe(page),
        await page.evaluate<number>("document.documentElement.scrollWidth"),
      ]).toEqual([[], width]);
    },
  );

  test("is below 4 KB as it is served", async () => {
    const { feeds } = await open(ELEMENT);
    const bytes = (await (await fetch(`${feeds}/journal-club.js`)).arrayBuffer()).byteLength;
    expect({ isSmall: bytes < 4_000, bytes }).toEqual({ isSmall: true, bytes });
  });
});
