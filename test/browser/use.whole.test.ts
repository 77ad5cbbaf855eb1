/** What a visitor does: with the keyboard, without scripts, on Android, with the form, with the player. */
import { createServer } from "node:http";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listen } from "../support/listen.ts";
import { browser } from "./support/browser.ts";
import { REPLAYED_EVERYWHERE, SCENES } from "./support/scenes.ts";
import { serveScene, type SceneServer } from "./support/serve-scene.ts";
import { visit, type VisitOptions } from "./support/visit.ts";

const ANDROID =
  "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36";
const FEEDS = "https://feeds.example.org";

let server: SceneServer;
beforeAll(async () => {
  server = await serveScene(SCENES["one upcoming"]!);
});
afterAll(async () => {
  server.close();
});

const readAddresses = async (page: Page) =>
  await Promise.all(
    (await page.locator(".address input[data-document]").all()).map((field) => field.inputValue()),
  );

const IPHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 Version/26.0 Mobile/15E148 Safari/604.1";
const GOOGLE = [
  "Google Calendar",
  "https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Ffeeds.example.org%2Fcalendar.ics",
];
const APPLE = ["Apple Calendar", "webcal://feeds.example.org/calendar.ics"];
const OUTLOOK = [
  [
    "Outlook.com",
    "https://outlook.live.com/calendar/0/addfromweb?url=https%3A%2F%2Ffeeds.example.org%2Fcalendar.ics&name=Example%20Reading%20Group",
  ],
  [
    "Microsoft 365",
    "https://outlook.office.com/calendar/0/addfromweb?url=https%3A%2F%2Ffeeds.example.org%2Fcalendar.ics&name=Example%20Reading%20Group",
  ],
];

/** The calendar's address, the apps in their order, and whether the steps for Android are there. */
const readWays = async (options: VisitOptions) => {
  const { page } = await visit(`${server.origin}/subscribe`, options);
  const links = await page
    .locator("[data-apps] a")
    .evaluateAll((found) => found.map((link) => [link.textContent, link.getAttribute("href")]));
  return {
    address: (await readAddresses(page))[0],
    links,
    hasSteps: await page.locator("[data-android]").isVisible(),
  };
};

describe("subscribing", () => {
  test.each([
    ["a large screen", {}, [GOOGLE, APPLE, ...OUTLOOK], false],
    ["an iPhone", { userAgent: IPHONE }, [APPLE, GOOGLE, ...OUTLOOK], false],
    ["Android, where those of Google and Apple fail", { userAgent: ANDROID }, OUTLOOK, true],
    ["no scripts", { javaScriptEnabled: false }, [GOOGLE, APPLE, ...OUTLOOK], true],
  ])("leads with what suits %s", async (_device, options, links, hasSteps) => {
    expect(await readWays(options)).toEqual({ address: `${FEEDS}/calendar.ics`, links, hasSteps });
  });

  test.each([
    ["an iPhone", { userAgent: IPHONE }, "webcal://feeds.example.org/calendar.ics"],
    ["Android", { userAgent: ANDROID }, "/subscribe"],
    ["anything without scripts", { userAgent: IPHONE, javaScriptEnabled: false }, "/subscribe"],
  ])("begins on the home page: of %s", async (_device, options, href) => {
    const { page } = await visit(`${server.origin}/`, options);
    const links = page.locator("#subscribe a");
    expect(await links.evaluateAll((found) => found.map((link) => link.getAttribute("href")))).toEqual([
      href,
      `${FEEDS}/rss.xml`,
      "/subscribe",
    ]);
  });

  test("what is copied is said, too", async () => {
    const { page } = await visit(`${server.origin}/subscribe`, {
      permissions: ["clipboard-read", "clipboard-write"],
    });
    await page.locator("[data-copy]").first().click();
    const said = page.locator("body > [role=status]");
    await said.filter({ hasText: "Copied" }).waitFor();
    expect(await page.evaluate<string>("navigator.clipboard.readText()")).toBe(`${FEEDS}/calendar.ics`);
  });

  test.each([true, false])("the form makes the same addresses with scripts (%s)", async (hasScripts) => {
    const { page } = await visit(`${server.origin}/subscribe`, { javaScriptEnabled: hasScripts });
    await page.locator("details summary").first().click();
    const form = page.locator("form[data-builder]");
    await form.locator("[name=show]").selectOption("sessions");
    await form.locator("[name=tag]").selectOption({ label: "theory" });
    await form.locator("[name=alarm]").selectOption("15");
    await form.locator("[name=cancelled]").check();
    if (!hasScripts) await form.locator("button").click();
    expect(await readAddresses(page)).toEqual([
      `${FEEDS}/calendar.ics?show=sessions&tag=theory&cancelled=0&alarm=15`,
      `${FEEDS}/rss.xml?show=sessions&tag=theory`,
      `${FEEDS}/atom.xml?show=sessions&tag=theory`,
      `${FEEDS}/feed.json?show=sessions&tag=theory`,
    ]);
  });
});

describe("the keyboard", () => {
  test("reaches the search, then the next session, and every stop shows where it is", async () => {
    const { page } = await visit(`${server.origin}/`);
    const stops: string[] = [];
    for (let index = 0; index < 7; index++) {
      await page.keyboard.press("Tab");
      stops.push(
        await page.evaluate<string>(
          "(document.activeElement.ariaLabel ?? document.activeElement.textContent.trim()) + ' ' + getComputedStyle(document.activeElement).outlineStyle",
        ),
      );
    }
    expect(stops).toEqual([
      "Skip to content solid",
      "Search sessions and transcripts solid",
      "Search solid",
      "In my time, too solid",
      "S21: Uniform Examples Revisited solid",
      "Star S21: Uniform Examples Revisited solid",
      "Join online solid",
    ]);
  });
});

describe("a screen reader", () => {
  test("finds landmarks and headings in order", async () => {
    const { page } = await visit(`${server.origin}/`);
    const landmarks = page.locator("body > header, main, body > footer, [role=search]");
    const found = {
      landmarks: await landmarks.evaluateAll((elements) => elements.map(({ tagName }) => tagName)),
      headings: await page.locator("h1, h2").filter({ visible: true }).allTextContents(),
    };
    expect(found).toEqual({
      landmarks: ["HEADER", "MAIN", "FORM", "FORM", "FOOTER"],
      headings: ["Example Reading Group", "Next session", "Subscribe", "Past sessions"],
    });
  });
});

describe("a replay", () => {
  test("asks YouTube for nothing until play is pressed, then for the player without cookies", async () => {
    const { page, foreign, complaints } = await visit(`${server.origin}/sessions/p5`);
    const before = [...foreign];
    await page.locator("[data-play]").press("Enter");
    const frame = page.locator(".player iframe");
    await frame.waitFor();
    expect([
      before,
      await frame.getAttribute("src"),
      await frame.getAttribute("referrerpolicy"),
      complaints,
    ]).toEqual([
      [],
      "https://www.youtube-nocookie.com/embed/video000005?autoplay=1",
      "strict-origin-when-cross-origin",
      [],
    ]);
  });

  test("plays on each site that has a player, and a page lets in the sites of its own replays alone", async () => {
    const elsewhere = await serveScene(REPLAYED_EVERYWHERE);
    const { page, complaints } = await visit(`${elsewhere.origin}/sessions/s21`);
    while ((await page.locator("[data-play]").count()) > 0)
      await page.locator("[data-play]").first().press("Enter");
    const players = page.locator(".player iframe");
    const sources = await players.evaluateAll((frames) => frames.map((frame) => frame.getAttribute("src")));
    await page.waitForLoadState("networkidle");
    const before = [...complaints];
    await page.evaluate(
      `document.body.append(Object.assign(document.createElement("iframe"), { src: "https://player.bilibili.com/" }))`,
    );
    const refusals = () => complaints.filter((line) => line.includes("frame-src"));
    await expect.poll(refusals).not.toEqual([]);
    elsewhere.close();
    expect([sources, before, refusals()]).toEqual([
      [
        "https://www.youtube-nocookie.com/embed/videoAAAAA0?autoplay=1",
        "https://player.vimeo.com/video/76979871?dnt=1&autoplay=1",
      ],
      [],
      [expect.stringContaining("player.bilibili.com")],
    ]);
  });

  test("is a link to the video without scripts", async () => {
    const { page } = await visit(`${server.origin}/sessions/p5`, { javaScriptEnabled: false });
    expect(await page.locator("[data-play]").getAttribute("href")).toBe(
      "https://www.youtube.com/watch?v=video000005",
    );
  });
});

describe("a frame on another site", () => {
  test.each([
    ["/embed", true],
    ["/", false],
  ])("shows %s: %s", async (path, isShown) => {
    const host = createServer((_request, response) => {
      response.writeHead(200, { "content-type": "text/html" });
      response.end(`<iframe src="${server.origin}${path}"></iframe>`);
    });
    const page = await browser.newPage();
    await page.goto(await listen(host));
    const headings = (await page.frames()[1]?.locator("h1").allTextContents()) ?? [];
    host.close();
    expect(headings.includes("Example Reading Group")).toBe(isShown);
  });
});
