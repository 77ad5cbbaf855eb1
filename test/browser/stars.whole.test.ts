/** Sessions that a visitor stars: kept in the browser, listed on home, with a calendar of their own. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SCENES } from "./support/scenes.ts";
import { serveScene, type SceneServer } from "./support/serve-scene.ts";
import { visit, type VisitOptions } from "./support/visit.ts";

let server: SceneServer;
beforeAll(async () => {
  server = await serveScene(SCENES["one upcoming"]!);
});
afterAll(async () => {
  server.close();
});

const open = async (path: string, options?: VisitOptions) => await visit(server.origin + path, options);

const press = async (page: Page, id: string) => await page.locator(`[data-star="${id}"]`).last().click();

const readStarred = async (page: Page) => ({
  heading: (await page.locator("#starred h2").filter({ visible: true }).allTextContents()).join(""),
  links: await page
    .locator("#starred li a")
    .evaluateAll((links) => links.map((link) => [link.textContent, link.getAttribute("href")])),
});

test("what is starred on home and on a session's page is listed with both, and gone when it is no more", async () => {
  const { page, complaints } = await open("/");
  const before = await readStarred(page);
  await press(page, "s21");
  await page.goto(`${server.origin}/sessions/p5`);
  await press(page, "p5");
  await page.goto(`${server.origin}/`);
  const both = await readStarred(page);
  await press(page, "s21");
  expect([before, both, (await readStarred(page)).heading, complaints]).toEqual([
    { heading: "", links: [] },
    {
      heading: "Starred (2)",
      links: [
        ["S21: Uniform Examples Revisited", "/sessions/s21"],
        ["S6: Example 6: a study", "/sessions/p5"],
      ],
    },
    "Starred (1)",
    [],
  ]);
});

test("has the visitor's time, too, as the switch says", async () => {
  const { page } = await open("/");
  for (const id of ["s21", "p5"]) await press(page, id);
  const read = () => page.locator("#starred .local").filter({ visible: true }).allTextContents();
  const seen = [await read()];
  await page.locator(".switch").click();
  seen.push(await read());
  await page.reload();
  seen.push(await read());
  await page.locator(".switch").click();
  seen.push(await read());
  const own = ["In your time: Monday 15 June, 19:00–20:30 (Europe/Paris)"];
  expect(seen).toEqual([own, [], [], own]);
});

test("the address of their calendar is the canonical one, and its events are those sessions", async () => {
  const { page } = await open("/");
  for (const id of ["s21", "p5"]) await press(page, id);
  const address = await page.locator("#starred-address").inputValue();
  const calendar = await (await fetch(address.replace("https://feeds.example.org", server.origin))).text();
  expect([
    address,
    await page.locator("[data-webcal-of]").getAttribute("href"),
    calendar.match(/^UID:.*$/gm),
    /^NAME:.*$/m.exec(calendar)?.[0],
  ]).toEqual([
    "https://feeds.example.org/calendar.ics?ids=p5,s21",
    "webcal://feeds.example.org/calendar.ics?ids=p5,s21",
    ["UID:p5@example.org", "UID:s21@example.org"],
    "NAME:Example Reading Group: starred",
  ]);
});

test("a star says what it is of, and whether it is set", async () => {
  const { page } = await open("/");
  const star = page.locator('.next [data-star="s21"]');
  const read = async () => [await star.getAttribute("aria-label"), await star.getAttribute("aria-pressed")];
  const before = await read();
  await star.press("Enter");
  expect([before, await read()]).toEqual([
    ["Star S21: Uniform Examples Revisited", "false"],
    ["Star S21: Uniform Examples Revisited", "true"],
  ]);
});

test.each(["null", "7", '"text"', "[1]", '{"s21":null,"p5":{"title":5}}', "no JSON"])(
  "%s, left in the browser by something else, does no harm",
  async (left) => {
    const { page, complaints } = await open("/");
    await page.evaluate(`localStorage.setItem("/stars", ${JSON.stringify(left)})`);
    await page.reload();
    await press(page, "s21");
    expect([(await readStarred(page)).heading, complaints]).toEqual(["Starred (1)", []]);
  },
);

test("a session that no page shows any more can be let go from the list", async () => {
  const { page, complaints } = await open("/");
  await page.evaluate(`localStorage.setItem("/stars", '{"gone":{"title":"Gone","when":"Then","at":null}}')`);
  await page.reload();
  const before = await readStarred(page);
  await press(page, "gone");
  expect([before, (await readStarred(page)).heading, complaints]).toEqual([
    { heading: "Starred (1)", links: [["Gone", "/sessions/gone"]] },
    "",
    [],
  ]);
});

test("on Android there is the address alone", async () => {
  const userAgent = "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/140.0 Mobile";
  const { page, complaints } = await open("/", { userAgent });
  await press(page, "s21");
  expect([await page.locator("#starred .button").count(), complaints]).toEqual([0, []]);
});

test("there are no stars without scripts", async () => {
  const { page } = await open("/", { javaScriptEnabled: false });
  expect(await page.locator(".star, #starred").filter({ visible: true }).count()).toBe(0);
});
