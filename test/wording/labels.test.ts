import { expect, test } from "vitest";
import { WHOLE, type Selection } from "../../src/programme/selection.ts";
import { toName } from "../../src/wording/labels.ts";
import { aClub, aPublishedProgramme, aPublishedSession } from "../support/builders.ts";

const programme = aPublishedProgramme({
  sessions: [aPublishedSession({ tags: ["Théorie"], presenters: [{ name: "Ada Lovelace" }] })],
});

const CASES: [string, Partial<Selection>][] = [
  ["Example Reading Group", {}],
  ["Example Reading Group", { limit: 5, cancelled: false, alarm: 15 }],
  ["Example Reading Group: replays", { show: "replays" }],
  ["Example Reading Group: tagged Théorie", { tag: "theorie" }],
  ["Example Reading Group: about “block diffusion”, in 2025", { q: "“block diffusion”", year: 2025 }],
  ["Example Reading Group: tagged unheard of", { tag: "unheard of" }],
  [
    "Example Reading Group: sessions, presented by Ada Lovelace",
    { show: "sessions", presenter: "ada lovelace" },
  ],
];

test.each(CASES)("%s", (name, selection) => {
  expect(toName(aClub(), programme, { ...WHOLE, ...selection })).toBe(name);
});
