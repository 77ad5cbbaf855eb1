import { expect, test } from "vitest";
import { toAgenda } from "../../src/programme/agenda.ts";
import { WHOLE, type Selection } from "../../src/programme/selection.ts";
import { aPublishedProgramme, aPublishedSession, aReplayedSession } from "../support/builders.ts";

const DAY = 24 * 60 * 60_000;
const START = Date.UTC(2026, 5, 15, 17);
const END = Date.UTC(2026, 5, 15, 18, 30);
const on = (id: string, days: number) => ({ id, startsAt: START + days * DAY, endsAt: END + days * DAY });

const programme = aPublishedProgramme({
  sessions: [
    aReplayedSession(on("a", -14)),
    aPublishedSession(on("b", -7)),
    aPublishedSession({ ...on("c", 0), status: "cancelled" }),
    aPublishedSession(on("d", 7)),
    aPublishedSession(on("e", 14)),
  ],
});

function toIds(selection: Partial<Selection>, asOf: number) {
  const { next, coming, past } = toAgenda({ programme, asOf }, { ...WHOLE, ...selection });
  const read = (sessions: typeof coming) => sessions.map(({ session }) => session.id).join(" ");
  return { next: next?.session.id ?? null, coming: read(coming), past: read(past) };
}

test("the next session is the first that takes place; a cancelled one is coming until its end", () => {
  expect(toIds({}, START - DAY)).toEqual({ next: "d", coming: "c e", past: "b a" });
});

test("a session is next until the instant it ends, and past from then on", () => {
  expect([toIds({}, END + 7 * DAY - 1).next, toIds({}, END + 7 * DAY).next]).toEqual(["d", "e"]);
});

test("cancelled=0 leaves cancelled sessions out, show=replays those without a replay", () => {
  expect([toIds({ cancelled: false }, START - DAY), toIds({ show: "replays" }, START - DAY)]).toEqual([
    { next: "d", coming: "e", past: "b a" },
    { next: null, coming: "", past: "a" },
  ]);
});
