import { describe, expect, test } from "vitest";
import type { Standing } from "../../src/programme/ledger.ts";
import type { Session, Talk } from "../../src/programme/session.ts";
import {
  toAnnouncementShowing,
  toRecordShowing,
  toReplayShowing,
  toTextMark,
} from "../../src/programme/shown-session.ts";
import { toShown } from "../../src/programme/shown.ts";
import { aSession } from "../support/builders.ts";

const TALK: Talk = { title: "A", presenters: [], papers: [], replay: { videoId: "videoAAAAA0" } };
const STANDING: Standing = {
  startsAt: 1,
  endsAt: 2,
  timeZone: "UTC",
  isAllDay: false,
  status: "scheduled",
  place: "[]",
  recording: null,
};

const SESSIONS: [string, Session][] = [
  ["with a title alone", aSession()],
  ["with talks, the last member", { ...aSession(), talks: [TALK] }],
  ["with talks before others", { ...aSession({ talks: [TALK] }), tags: ["a"], code: "https://code.example" }],
  ["with other replays", aSession({ replay: { videoId: "v" }, otherReplays: [{ videoId: "vimeo.1" }] })],
  ["not recorded, announced", aSession({ replay: "none", announcedAt: 1 })],
  [
    "with formulas",
    aSession({
      talks: [TALK],
      written: { title: "$x$", talks: [{ ...TALK, title: "$y$" }], abstract: { html: "$z$", text: "é 😀" } },
    }),
  ],
];

/** Without what is announced elsewhere, from the whole value: what stored fingerprints were made of. */
function toWhole({ written, ...session }: Session) {
  const { replay: _replay, otherReplays, announcedAt: _at, talks, ...text } = { ...session, ...written };
  const announced = talks?.map(({ replay: _talkReplay, ...talk }) => talk);
  return {
    announced: announced === undefined ? text : { ...text, talks: announced },
    replayed: { ...text, talks, otherReplays, replayUrl: "https://vimeo.com/1" },
  };
}

describe.each(SESSIONS)("the fingerprints of a session %s", (_name, session) => {
  const recording = { videoId: "v", url: "https://vimeo.com/1", state: "replay" } as const;
  const { announced, replayed } = toWhole(session);
  const record = [replayed, STANDING, session.replay === "none"];

  test("are those of the whole, although its text is looked at once", () => {
    expect([
      toAnnouncementShowing(session).shown,
      toReplayShowing(session, recording).shown,
      toRecordShowing(session, recording, STANDING).shown,
    ]).toEqual([toShown(announced), toShown(replayed), toShown(record)]);
  });

  test("have the whole at hand for a record in an older shape", () => {
    const values = [
      toAnnouncementShowing(session),
      toReplayShowing(session, recording),
      toRecordShowing(session, recording, STANDING),
    ].map(({ toValue }) => toShown(toValue(), 1));
    expect(values).toEqual([toShown(announced, 1), toShown(replayed, 1), toShown(record, 1)]);
  });

  test("follow from an equal session alone", () => {
    expect(toTextMark(structuredClone(session))).toEqual(toTextMark(session));
  });
});
