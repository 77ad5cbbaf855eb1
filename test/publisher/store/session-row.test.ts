import * as v from "valibot";
import { expect, test } from "vitest";
import type { Session } from "../../../src/programme/session.ts";
import { ENTRY, MATCH, SNAPSHOT } from "../../../src/publisher/store/rows.ts";
import { aSession } from "../../support/builders.ts";

const VIMEO = { videoId: "vimeo.76979871", url: "https://vimeo.com/76979871" };
const WHOLE: Session = {
  ...aSession(),
  chair: [{ name: "Grace" }],
  talks: [{ title: "A", presenters: [{ name: "Ada" }], papers: [{ title: "P" }], replay: VIMEO }],
  join: "https://meet.example",
  passcode: "007",
  stream: "https://live.example",
  replay: VIMEO,
  otherReplays: [
    { videoId: "dQw4w9WgXcQ" },
    { videoId: "peertube.tube.example.kkGMgK9ZtnKfYAgnEtQxbv", url: "https://tube.example" },
  ],
  slides: "https://slides.example",
  code: "https://code.example",
  links: [{ title: "Notes", url: "https://notes.example" }],
  inLanguage: "fr",
  abstract: { html: "<p>x_t</p>", text: "x_t", page: "<p><math></math></p>" },
  written: {
    title: "On $k$",
    papers: [{ title: "$x$" }],
    talks: [{ title: "$y$", presenters: [], papers: [] }],
    abstract: { html: "<p>$x_t$</p>", text: "$x_t$" },
  },
};
function read(session: object) {
  const { success, output } = v.safeParse(SNAPSHOT.schema, { id: "s21", snapshot: JSON.stringify(session) });
  return success ? output.snapshot : null;
}

test("a session comes back whole from the store, and one of before without what it had not", () => {
  expect([read(WHOLE), read(aSession())]).toEqual([WHOLE, aSession()]);
});

test.each<[string, object]>([
  ["a replay", { replay: { videoId: "../../x" } }],
  ["another replay", { otherReplays: [{ videoId: "vimeo.1", url: "javascript:alert(1)" }] }],
  ["a talk", { talks: [{ title: "A", presenters: [], papers: [], replay: { videoId: "" } }] }],
  ["slides", { slides: "javascript:alert(1)" }],
  ["a stream", { stream: "data:text/html,x" }],
  ["a page", { abstract: { ...WHOLE.abstract, page: 1 } }],
  ["what was written", { written: { title: "" } }],
  ["a link", { links: [{ title: "A", url: "file:///etc/passwd" }] }],
])("a stored session is not published with %s that was damaged", (_name, members) => {
  expect(read({ ...WHOLE, ...members })).toBe(null);
});

test("the entry and the match of a replay on another site are kept", () => {
  const entry = { key: "video/vimeo.76979871", published_at: 1_000, updated_at: 1_000, shown: "2:a" };
  const match = { sessionId: "s21", videoId: VIMEO.videoId, rule: "replay", evidence: "" };
  expect([
    v.is(ENTRY.schema, entry),
    v.is(MATCH.schema, { session_id: "s21", match: JSON.stringify(match) }),
  ]).toEqual([true, true]);
});
