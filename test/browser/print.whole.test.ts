/** Pages on paper: what leads somewhere says where, what can only be pressed is gone, and nothing is left blank. */
import { expect, test } from "vitest";
import type { Publication } from "../../src/programme/publication.ts";
import { SCENES, toLastSessionId } from "./support/scenes.ts";
import { serveScene } from "./support/serve-scene.ts";
import { visit } from "./support/visit.ts";

/** A4 between margins, in CSS pixels. */
const PAPER = { width: 690, height: 1_000 };

/** What stands after the links that are seen, and how much of the paper's length nothing is on. */
async function print(scene: Publication, path: string) {
  const server = await serveScene(scene);
  const { page, leave } = await visit(server.origin + path);
  await page.setViewportSize(PAPER);
  await page.emulateMedia({ media: "print" });
  const found = await page.evaluate<{ links: string[]; pressed: string[]; gap: number }>(READ_PAPER);
  await leave();
  server.close();
  return found;
}

const READ_PAPER = `(() => {
  const seen = [...document.querySelectorAll("body *")].filter((element) => element.checkVisibility());
  const links = seen.filter((element) => element.matches("a"));
  const after = (element) => getComputedStyle(element, "::after").content.replace(/^none$|^"|"$/g, "").trim();
  const leaves = seen.filter((element) => element.matches("p, li, h1, h2, h3, img, math"));
  const boxes = leaves.map((element) => element.getBoundingClientRect()).toSorted((a, b) => a.top - b.top);
  let bottom = 0;
  let gap = 0;
  for (const box of boxes) {
    gap = Math.max(gap, box.top - bottom);
    bottom = Math.max(bottom, box.bottom);
  }
  return {
    links: links.map((element) => [element.innerText.trim(), after(element)].filter(Boolean).join(" ")).filter(Boolean),
    pressed: seen.filter((element) => element.matches("button, input, select, summary, .button:not(.join)")).map((element) => element.textContent),
    gap,
  };
})()`;

/** Larger than any margin. */
const NO_GAP = 64;

test("a session to come says where to join it and where its links lead", async () => {
  const scene = SCENES["everything before"]!;
  const { links, pressed, gap } = await print(scene, `/sessions/${toLastSessionId(scene)}`);
  expect([links, pressed, gap < NO_GAP]).toEqual([
    [
      "Example Reading Group (https://feeds.example.org/)",
      "Join online (https://meet.example.org/j/1?a=b&c=d)",
      "Watch live on PeerTube (https://tube.example/w/kkGMgK9ZtnKfYAgnEtQxbv)",
      "Ada Example (https://ada.example)",
      "Grace Chair (https://grace.example)",
      "more (https://example.org/x)",
      "Uniform Examples (https://arxiv.org/abs/2601.00001)",
      "Slides (https://slides.example/s21.pdf)",
      "Code (https://code.example/club/s21)",
      "A gentle introduction to discrete diffusion (https://reading.example/introduction)",
      "Notes (https://notes.example/s21)",
    ],
    [],
    true,
  ]);
});

test("a replay says where it can be watched", async () => {
  const scene = SCENES["one upcoming"]!;
  const { links, pressed, gap } = await print(scene, "/sessions/p5");
  expect([links, pressed, gap < NO_GAP]).toEqual([
    [
      "Example Reading Group (https://feeds.example.org/)",
      "Watch on YouTube (https://www.youtube.com/watch?v=video000005)",
      "more (https://example.org/x)",
      "Uniform Examples (https://arxiv.org/abs/2601.00001)",
      "tag 5",
    ],
    [],
    true,
  ]);
});

test("the programme says where each session's page is, and leaves no gap", async () => {
  const { links, pressed, gap } = await print(SCENES["one upcoming"]!, "/");
  expect([links.slice(0, 3), pressed, gap < NO_GAP]).toEqual([
    [
      "S21: Uniform Examples Revisited (https://feeds.example.org/sessions/s21)",
      "Join online (https://meet.example.org/j/1?a=b&c=d)",
      "S6: Example 6: a study (https://feeds.example.org/sessions/p5)",
    ],
    [],
    true,
  ]);
});
