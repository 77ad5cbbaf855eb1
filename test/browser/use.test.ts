/** What a visitor does: with the keyboard, without scripts, on Android, with the form, with the player. */
import { createServer } from "node:http";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listen } from "./support/listen.ts";
import { REPLAYED_EVERYWHERE, SCENES } from "./support/scenes.ts";
import { serveScene, type SceneServer } from "./support/serve-scene.ts";
import { launchBrowser, visit } from "./support/visit.ts";

const ANDROID =
  "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36";
const FEEDS = "https://feeds.example.org";

let browser: Browser;
let server: SceneServer;
beforeAll(async () => {
  browser = await launchBrowser();
  server = await serveScene(SCENES["one upcoming"]!);
});
afterAll(async () => {
  server.close();
  await browser.close();
});

const readAddresses = async (page: Page) =>
  await Promise.all(
    (await page.locator(".address input[data-document]").all()).map((field) => field.inputValue()),
  );

describe("subscribing", () => {
  test("the calendar's address stands first, and each app has its own", async () => {
    const { page } = await visit(browser, `${server.origin}/`);
    const links = await page
      .locator(".subscribe .card:first-child .buttons a")
      .evaluateAll((found) => found.map((link) => [link.textContent, link.getAttribute("href")]));
    expect([(await readAddresses(page))[0], ...links]).toEqual([
      `${FEEDS}/calendar.ics`,
      [
        "Google Calendar",
        "https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Ffeeds.example.org%2Fcalendar.ics",
      ],
      ["Apple Calendar", "webcal://feeds.example.org/calendar.ics"],
      [
        "Outlook.com",
        "https://outlook.live.com/calendar/0/addfromweb?url=https%3A%2F%2Ffeeds.example.org%2Fcalendar.ics&name=Example%20Reading%20Group",
      ],
      [
        "Microsoft 365",
        "https://outlook.office.com/calendar/0/addfromweb?url=https%3A%2F%2Ffeeds.example.org%2Fcalendar.ics&name=Example%20Reading%20Group",
      ],
    ]);
  });

  test("Android sees no webcal link", async () => {
    const { page } = await visit(browser, `${server.origin}/`, { userAgent: ANDROID });
    expect(await page.locator('a[href^="webcal:"]').count()).toBe(0);
  });

  test.each([true, false])("the form makes the same addresses with scripts (%s)", async (hasScripts) => {
    const { page } = await visit(browser, `${server.origin}/`, { javaScriptEnabled: hasScripts });
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
  test("reaches the content, then Subscribe, and every stop shows where it is", async () => {
    const { page } = await visit(browser, `${server.origin}/`);
    const stops: string[] = [];
    for (let index = 0; index < 4; index++) {
      await page.keyboard.press("Tab");
      stops.push(
        await page.evaluate<string>(
          "document.activeElement.textContent.trim() + ' ' + getComputedStyle(document.activeElement).outlineStyle",
        ),
      );
    }
    expect(stops).toEqual([
      "Skip to content solid",
      "Subscribe solid",
      "S21: Uniform Examples Revisited solid",
      "Join online solid",
    ]);
  });
});

describe("a screen reader", () => {
  test("finds landmarks and headings in order", async () => {
    const { page } = await visit(browser, `${server.origin}/`);
    const landmarks = page.locator("body > header, main, body > footer, [role=search]");
    const found = {
      landmarks: await landmarks.evaluateAll((elements) => elements.map(({ tagName }) => tagName)),
      headings: await page.locator("h1, h2").allTextContents(),
    };
    expect(found).toEqual({
      landmarks: ["HEADER", "MAIN", "FORM", "FOOTER"],
      headings: ["Example Reading Group", "Next session", "Subscribe", "Past sessions", "On your own site"],
    });
  });
});

describe("the visitor's time", () => {
  test("stands under the club's", async () => {
    const { page } = await visit(browser, `${server.origin}/`);
    const lines = await page.locator(".next .when time, .next .local").allTextContents();
    expect(lines.map((line) => line.replace(/\s+/g, " "))).toEqual([
      "Monday 15 June 2026, 13:00–14:30 (America/New_York, UTC−04:00)",
      "In your time: Monday 15 June, 19:00–20:30 (Europe/Paris)",
    ]);
  });
});

describe("a replay", () => {
  test("asks YouTube for nothing until play is pressed, then for the player without cookies", async () => {
    const { page, foreign, complaints } = await visit(browser, `${server.origin}/sessions/p5`);
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
    const { page, complaints } = await visit(browser, `${elsewhere.origin}/sessions/s21`);
    while ((await page.locator("[data-play]").count()) > 0)
      await page.locator("[data-play]").first().press("Enter");
    const players = page.locator(".player iframe");
    const sources = await players.evaluateAll((frames) => frames.map((frame) => frame.getAttribute("src")));
    await page.waitForLoadState("networkidle");
    const before = [...complaints];
    await page.evaluate(
      `document.body.append(Object.assign(document.createElement("iframe"), { src: "https://player.bilibili.com/" }))`,
    );
    await page.waitForTimeout(500);
    elsewhere.close();
    expect([sources, before, complaints.filter((line) => line.includes("frame-src"))]).toEqual([
      [
        "https://www.youtube-nocookie.com/embed/videoAAAAA0?autoplay=1",
        "https://player.vimeo.com/video/76979871?dnt=1&autoplay=1",
      ],
      [],
      [expect.stringContaining("player.bilibili.com")],
    ]);
  });

  test("is a link to the video without scripts", async () => {
    const { page } = await visit(browser, `${server.origin}/sessions/p5`, { javaScriptEnabled: false });
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
