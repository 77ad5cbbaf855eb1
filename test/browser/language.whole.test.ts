/**
 * Pages in other languages, two of them from right to left: nothing scrolls sideways, nothing complains, axe finds nothing,
 * and what belongs at the start of a line is there. SCREENSHOTS names a folder to keep pictures in.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aClubIn, CONTENTS } from "../support/clubs-by-language.ts";
import { aSearchedClubIn } from "../support/searched-club.ts";
import { expectRight, type Look } from "./support/look.ts";
import { serveScene, type SceneServer } from "./support/serve-scene.ts";
import { visit } from "./support/visit.ts";

const LOOKS: readonly Look[] = [
  { viewport: { width: 360, height: 740 }, colorScheme: "light" },
  { viewport: { width: 1280, height: 800 }, colorScheme: "light" },
  { viewport: { width: 1280, height: 800 }, colorScheme: "dark" },
];
const PATHS = ["/", "/subscribe", "/sessions/s21", "/sessions/s17", "/search", "/search?q=x", "/embed"];

describe.each(Object.keys(CONTENTS))("in %s", (language) => {
  let server: SceneServer;
  beforeAll(async () => {
    server = await serveScene(aSearchedClubIn(language));
  });
  afterAll(() => server.close());

  test.each(PATHS)("%s looks right", async (path) => {
    const visited = await visit(server.origin + path, { ...LOOKS[0], locale: language });
    await expectRight(visited, LOOKS, `${language} ${path}`);
    await visited.leave();
  });
});

describe("from right to left", () => {
  test("titles in the other direction stand at the side of the page, and read in theirs", async () => {
    const scene = aClubIn("he");
    const [first, ...others] = scene.programme.sessions.toReversed();
    const latin = { ...first!, session: { ...first!.session, title: "Uniform noise (again)" } };
    const server = await serveScene({
      ...scene,
      programme: { ...scene.programme, sessions: [...others.toReversed(), latin] },
    });
    const { page, leave } = await visit(`${server.origin}/sessions/${first!.session.id}`);
    expect(
      await page.evaluate<string[]>(`(() => {
        const { direction, textAlign } = getComputedStyle(document.querySelector("h1"));
        return [document.documentElement.dir, direction, textAlign];
      })()`),
    ).toEqual(["rtl", "ltr", "right"]);
    // The star has its place at the other side.
    expect(
      await page.evaluate<number[]>(`(() => {
        const toEdges = (node) => {
          const range = document.createRange();
          range.selectNodeContents(node);
          return range.getBoundingClientRect();
        };
        const [title, number, star] = ["h1", ".number", ".star"].map((one) => document.querySelector(one));
        const gap = title.getBoundingClientRect().left + parseFloat(getComputedStyle(title).paddingLeft);
        return [toEdges(title).right - toEdges(number).right, gap >= star.getBoundingClientRect().right];
      })()`),
    ).toEqual([0, true]);
    await leave();
    server.close();
  });

  test("the visitor's own time is said in the language of the page", async () => {
    const server = await serveScene(aClubIn("ar"));
    const { page, leave } = await visit(`${server.origin}/`, { locale: "en-GB" });
    // What follows the day is the browser's.
    expect((await page.locator(".local").first().textContent())?.slice(0, 26)).toBe(
      "بتوقيتك: الاثنين، 15 يونيو",
    );
    await leave();
    server.close();
  });
});
