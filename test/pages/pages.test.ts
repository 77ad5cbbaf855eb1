import { describe, expect, test } from "vitest";
import { toHomePage } from "../../src/pages/home.tsx";
import { toSessionPage } from "../../src/pages/session.tsx";
import { WHOLE } from "../../src/programme/selection.ts";
import { aClub, aPublishedProgramme, aPublishedSession } from "../support/builders.ts";

const SCRIPT = "</script><script>alert(1)</script>";
const scene = {
  club: aClub(),
  programme: aPublishedProgramme(),
  publicUrl: "https://feeds.example.org",
  isSample: false,
  asOf: Date.UTC(2026, 5, 10),
};
const hostile = {
  ...scene,
  programme: aPublishedProgramme({
    sessions: [
      aPublishedSession({
        title: `${SCRIPT}\u0007\ud800`,
        location: SCRIPT,
        tags: [SCRIPT],
        presenters: [{ name: SCRIPT, affiliation: SCRIPT }],
        papers: [{ title: SCRIPT }],
        abstract: { html: "<p>Safe.</p>", text: SCRIPT },
      }),
    ],
  }),
};
const countScripts = (html: string | null) => (html ?? "").match(/<script/g)?.length;

describe("hostile text", () => {
  test("never becomes an element: the page's script and its data are the only two", () => {
    expect([countScripts(toHomePage(hostile, WHOLE)), countScripts(toSessionPage(hostile, "s21"))]).toEqual([
      1, 2,
    ]);
  });

  test("loses what HTML cannot hold", () => {
    const html = toSessionPage(hostile, "s21") ?? "";
    expect(["\u0007", "\ud800"].filter((character) => html.includes(character))).toEqual([]);
  });
});

describe("the same programme", () => {
  test("gives the same bytes", () => {
    expect(toHomePage(scene, WHOLE)).toBe(toHomePage(structuredClone(scene), WHOLE));
  });
});

describe("a page that does not exist", () => {
  test("is null", () => {
    expect(toSessionPage(scene, "none")).toBe(null);
  });
});

test("nothing announced is said with the usual weekday and time", () => {
  const html = toHomePage({ ...scene, asOf: Date.UTC(2026, 5, 20) }, WHOLE);
  expect(/<p class="card">([^<]*)/.exec(html)?.[1]).toBe(
    "Nothing is announced at the moment. The club usually meets on Mondays at 13:00 (America/New_York). Subscribe and the next session comes to you.",
  );
});
