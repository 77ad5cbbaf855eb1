/** The match report of a running service. */
import { expect, test } from "vitest";
import { parseStatus, toMatchReport } from "../../src/commands/matches.ts";

const STATUS = {
  club: "Example Reading Group",
  sources: [
    { identity: "channel:UCa", state: "ok", lastSuccessAt: "2026-06-16T09:00:00Z", lastError: null },
    { identity: null, state: "failing", lastSuccessAt: null, lastError: "status 404, expected 200" },
  ],
  matches: [{ sessionId: "s20", videoId: "videoAAAAA0", rule: "title", evidence: "title 0.94" }],
  unmatched: [
    {
      videoId: "-ideoBBBBB0",
      title: "Sheep",
      kind: "ambiguous",
      reason: "two are alike",
      candidates: ["s21", "s22"],
    },
    { videoId: "videoCCCCC0", title: "Intro", kind: "unlike", reason: "like no session" },
  ],
};

test("every match has its evidence, every video left alone its reason and the line that settles it", () => {
  const status = parseStatus(STATUS);
  expect(
    status === null ? null : toMatchReport(status, (id) => (id === "s21" ? "data/sessions/x.md" : null)),
  ).toBe(
    `Example Reading Group:
  channel:UCa ok, last success 2026-06-16T09:00:00Z
  source failing (status 404, expected 200), last success never

Matched (1)
  s20  https://youtu.be/videoAAAAA0  by title: title 0.94

Left alone (2)
  https://youtu.be/-ideoBBBBB0  "Sheep"
    left alone: two are alike
    if it is s21, add to data/sessions/x.md:  replay: "-ideoBBBBB0"
    if it is s22, add to its file:  replay: "-ideoBBBBB0"
  https://youtu.be/videoCCCCC0  "Intro"
    left alone: like no session
    if it belongs to a session, add to its file:  replay: videoCCCCC0

A match that is wrong: put "replay: VIDEOID" into the right session file, or "replay: none". A person's word is final.
`,
  );
});

test("another document is none", () => {
  expect(parseStatus({ status: "ok" })).toBe(null);
});
