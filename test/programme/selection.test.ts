import { describe, expect, test } from "vitest";
import { isReplayed } from "../../src/programme/publication.ts";
import { isAnswered, selectProgramme, WHOLE } from "../../src/programme/selection.ts";
import {
  aClub,
  aNotice,
  aPublishedProgramme,
  aPublishedSession,
  aPublishedVideo,
  aRecording,
  aReplayedSession,
} from "../support/builders.ts";

const theory = aPublishedSession({ id: "s1", tags: ["Théorie"], presenters: [{ name: "Ada  Lovelace" }] });
const practice = aPublishedSession({ id: "s2", tags: ["Practice"], presenters: [{ name: "Émile Borel" }] });
const programme = aPublishedProgramme({
  sessions: [theory, practice],
  notices: [aNotice({ sessionId: "s1" }), aNotice({ sessionId: "s2" })],
  standAloneVideos: [
    aPublishedVideo(),
    aPublishedVideo({ id: "videoCCCCC0", publishedAt: Date.UTC(2019, 5) }),
  ],
});

describe("selectProgramme", () => {
  test("without tag and presenter leaves everything as it is", () => {
    expect(selectProgramme(programme, { ...WHOLE, show: "replays", limit: 1 })).toBe(programme);
  });

  test("keeps the sessions with a tag, whatever its case and accents, with their notices and no videos", () => {
    expect(selectProgramme(programme, { ...WHOLE, tag: "THEORIE" })).toEqual({
      sessions: [theory],
      notices: [aNotice({ sessionId: "s1" })],
      standAloneVideos: [],
      changedAt: programme.changedAt,
    });
  });

  test("keeps the sessions of a presenter", () => {
    expect(selectProgramme(programme, { ...WHOLE, presenter: "emile borel" }).sessions).toEqual([practice]);
  });

  test("asks for tag and presenter together", () => {
    const selection = { ...WHOLE, tag: "practice", presenter: "ada lovelace" };
    expect(selectProgramme(programme, selection).sessions).toEqual([]);
  });

  test("keeps the sessions of some ids, and passes over those that nobody has", () => {
    const found = selectProgramme(programme, { ...WHOLE, ids: ["none", "s2"] });
    expect([found.sessions, found.notices, found.standAloneVideos]).toEqual([
      [practice],
      [aNotice({ sessionId: "s2" })],
      [],
    ]);
  });

  test("does not take a part of a tag for the tag", () => {
    expect(selectProgramme(programme, { ...WHOLE, tag: "pract" }).sessions).toEqual([]);
  });

  test("selects the same again from its own result", () => {
    const selection = { ...WHOLE, tag: "practice" };
    const once = selectProgramme(programme, selection);
    expect(selectProgramme(once, selection)).toEqual(once);
  });
});

describe("isReplayed", () => {
  test.each([
    ["a replay", aReplayedSession(), true],
    ["a live stream", aPublishedSession({}, { recording: aRecording({ state: "live" }) }), false],
    ["no recording", aPublishedSession(), false],
  ])("%s", (_name, published, expected) => {
    expect(isReplayed(published)).toBe(expected);
  });
});

test.each([
  [{}, true],
  [{ show: "replays" }, true],
  [{ tag: "THEORIE" }, true],
  [{ tag: "nothing" }, false],
  [{ presenter: "nobody" }, false],
  [{ ids: ["none", "s1"] }, true],
  [{ ids: ["none"] }, false],
  [{ year: 2026 }, true],
  [{ year: 2019 }, true],
  [{ year: 2019, tag: "practice" }, false],
  [{ year: 2025 }, false],
] as const)("isAnswered: %o: %s", (asked, expected) => {
  expect(isAnswered(programme, { ...WHOLE, ...asked }, aClub())).toBe(expected);
});
