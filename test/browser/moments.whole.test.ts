/** Chapters and passages of a transcript: they play in the page's own player, and lead there from a search. */
import type { Page } from "playwright-core";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Publication } from "../../src/programme/publication.ts";
import {
  aPublication,
  aPublishedProgramme,
  aRecording,
  aReplayedSession,
  anArchivedVideo,
} from "../support/builders.ts";
import { runAxe } from "./support/look.ts";
import { SCENES } from "./support/scenes.ts";
import { serveScene, type SceneServer } from "./support/serve-scene.ts";
import { visit } from "./support/visit.ts";

const SAID = SCENES["found by what was said"]!;
const VIMEO = { videoId: "vimeo.76979871", url: "https://vimeo.com/76979871" };
const ELSEWHERE = { videoId: "web.1abc", url: "https://videos.example/watch?v=1" };

let servers: SceneServer[] = [];
beforeAll(async () => {});
beforeEach(() => () => {
  for (const server of servers) server.close();
  servers = [];
});

async function open(path: string, scene = SAID) {
  const server = await serveScene(scene);
  servers.push(server);
  return await visit(server.origin + path, {
    viewport: { width: 1000, height: 700 },
    // Else the page is still on its way when it is looked at.
    reducedMotion: "reduce",
  });
}

const aPassage = (page: Page, at: number) => page.locator(`#t${at} a`);
const unfold = (page: Page) => page.locator(".transcript summary").click();

const isSeen = (page: Page, selector: string) =>
  page.evaluate<boolean>(
    `(({ top, bottom }) => top >= 0 && bottom <= innerHeight)(document.querySelector("${selector}").getBoundingClientRect())`,
  );

/** The players that are open, and whether the focus is in one that is seen whole. */
const readPlayers = async (page: Page) => ({
  players: await page
    .locator(".player iframe")
    .evaluateAll((frames) => frames.map((frame) => [frame.getAttribute("src"), frame.getAttribute("title")])),
  isFocused: await page.evaluate<boolean>("document.activeElement.matches('.player iframe')"),
  isSeen: await isSeen(page, ".player iframe"),
});

describe("a passage of the transcript", () => {
  test("opens the player at its second, and moves there", async () => {
    const { page, complaints } = await open("/sessions/s21");
    await unfold(page);
    await aPassage(page, 1992).click();
    expect([await readPlayers(page), page.context().pages().length, complaints]).toEqual([
      {
        players: [
          [
            "https://www.youtube-nocookie.com/embed/videoAAAAA0?autoplay=1&start=1992",
            "Replay of S21: Uniform Examples Revisited (33:12)",
          ],
        ],
        isFocused: true,
        isSeen: true,
      },
      1,
      [],
    ]);
  });

  test("jumps where a player is open already, and leaves no step in the history", async () => {
    const { page } = await open("/sessions/s21");
    await unfold(page);
    const steps = await page.evaluate<number>("history.length");
    await page.locator("[data-play]").click();
    for (const at of [1992, 24]) {
      await aPassage(page, at).click();
      await expect.poll(() => page.frames().some((frame) => frame.url().endsWith(`start=${at}`))).toBe(true);
    }
    expect([await readPlayers(page), (await page.evaluate<number>("history.length")) - steps]).toEqual([
      {
        players: [
          [
            "https://www.youtube-nocookie.com/embed/videoAAAAA0?autoplay=1&start=24",
            "Replay of S21: Uniform Examples Revisited (0:24)",
          ],
        ],
        isFocused: true,
        isSeen: true,
      },
      0,
    ]);
  });

  test("is pressed with the keyboard, too", async () => {
    const { page } = await open("/sessions/s21");
    await unfold(page);
    await aPassage(page, 48).press("Enter");
    expect((await readPlayers(page)).players.map(([src]) => src)).toEqual([
      "https://www.youtube-nocookie.com/embed/videoAAAAA0?autoplay=1&start=48",
    ]);
  });

  test.each(["Control", "Meta", "Shift", "Alt"] as const)(
    "leads where it leads with %s",
    async (modifier) => {
      const { page } = await open("/sessions/s21");
      await unfold(page);
      // What the browser does of itself would leave the page.
      await page.evaluate(
        "addEventListener('click', (event) => { globalThis.isTaken = event.defaultPrevented; event.preventDefault(); })",
      );
      await aPassage(page, 48).click({ modifiers: [modifier] });
      expect([await page.evaluate("globalThis.isTaken"), await readPlayerCount(page)]).toEqual([false, 0]);
    },
  );

  test("leads where it leads with the middle button", async () => {
    const { page } = await open("/sessions/s21");
    await unfold(page);
    // A browser without windows of its own opens none: it would, where nobody keeps it from that.
    await page.evaluate(
      `addEventListener("auxclick", ({ defaultPrevented }) => (globalThis.isKept = defaultPrevented))`,
    );
    await aPassage(page, 48).click({ button: "middle" });
    const isKept = await page.evaluate<boolean>("globalThis.isKept");
    expect([isKept, await readPlayerCount(page)]).toEqual([false, 0]);
  });

  test("leads to the video's site where that has no player here", async () => {
    const session = aReplayedSession(
      { otherReplays: [VIMEO] },
      { recording: { ...ELSEWHERE, state: "replay" } },
    );
    const { page } = await open("/sessions/s21", toScene(session));
    await unfold(page);
    await aPassage(page, 48).click();
    await page.waitForURL("https://videos.example/**");
    expect(page.url()).toBe(ELSEWHERE.url);
  });

  test("plays in the replay that it is of, the first of several", async () => {
    const session = aReplayedSession(
      { otherReplays: [{ videoId: "videoCCCCC0" }] },
      { recording: { ...VIMEO, state: "replay" } },
    );
    const { page, complaints } = await open("/sessions/s21", toScene(session));
    await unfold(page);
    await page.locator("[data-play]").last().click();
    for (const at of [48, 60]) await aPassage(page, at).click();
    expect([(await readPlayers(page)).players.map(([src]) => src), complaints]).toEqual([
      [
        "https://player.vimeo.com/video/76979871?dnt=1&autoplay=1#t=60s",
        "https://www.youtube-nocookie.com/embed/videoCCCCC0?autoplay=1",
      ],
      [],
    ]);
  });
});

const readPlayerCount = (page: Page) => page.locator(".player iframe").count();

const toScene = (session: ReturnType<typeof aReplayedSession>): Publication =>
  aPublication({ ...SAID, programme: aPublishedProgramme({ sessions: [session] }) });

describe("a chapter", () => {
  test("plays in the player of its replay", async () => {
    const video = anArchivedVideo({ description: "0:00 Introduction\n10:00 Method\n1:00:00 Questions" });
    const session = aReplayedSession({ otherReplays: [VIMEO] }, { recording: aRecording({ video }) });
    const { page, complaints } = await open("/sessions/s21", toScene(session));
    await page.locator(".moments a").nth(1).click();
    expect([await readPlayers(page), complaints]).toEqual([
      {
        players: [
          [
            "https://www.youtube-nocookie.com/embed/videoAAAAA0?autoplay=1&start=600",
            "Replay of S21: Uniform Examples Revisited (10:00)",
          ],
        ],
        isFocused: true,
        isSeen: true,
      },
      [],
    ]);
  });
});

describe("from a search", () => {
  test("a passage is unfolded, in sight and marked", async () => {
    const { page } = await open("/search?q=noise");
    await page.locator(".moment a[href*='#t']").last().click();
    await page.waitForURL("**/sessions/s21#t3588");
    await page.locator("#t3588").waitFor();
    const toColour = (id: string) =>
      page.evaluate<string>(`getComputedStyle(document.getElementById("${id}")).backgroundColor`);
    expect([
      await page.locator(".transcript").getAttribute("open"),
      await isSeen(page, "#t3588"),
      (await toColour("t3588")) === (await toColour("t3576")),
      await runAxe(page),
    ]).toEqual(["", true, false, []]);
  });
});
