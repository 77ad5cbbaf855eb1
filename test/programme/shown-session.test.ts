import { describe, expect, test } from "vitest";
import type { Recording } from "../../src/programme/programme.ts";
import { toReplayUrl, type Session, type Talk } from "../../src/programme/session.ts";
import {
  toAnnouncementShowing,
  toRecordShowing,
  toReplayShowing,
  toTextMark,
} from "../../src/programme/shown-session.ts";
import { toShown } from "../../src/programme/shown.ts";
import { toStanding } from "../../src/programme/standing.ts";
import { aRecording, aSession } from "../support/builders.ts";

const TALK: Talk = { title: "A", presenters: [], papers: [], replay: { videoId: "videoAAAAA0" } };
const SESSIONS: [string, Session][] = [
  ["with a title alone", aSession()],
  ["with talks, the last member", { ...aSession(), talks: [TALK] }],
  ["with talks before others", { ...aSession({ talks: [TALK] }), tags: ["a"], code: "https://code.example" }],
  ["with other replays", aSession({ replay: { videoId: "v" }, otherReplays: [{ videoId: "vimeo.1" }] })],
  ["with a replay elsewhere", aSession({ replay: { videoId: "vimeo.1", url: "https://vimeo.com/1" } })],
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
function toWhole(session: Session, recording: Recording | null) {
  const { written, ...rest } = session;
  const { replay, otherReplays, announcedAt: _at, talks, ...text } = { ...rest, ...written };
  const announced = talks?.map(({ replay: _talkReplay, ...talk }) => talk);
  const replayed = { ...text, talks, otherReplays, replayUrl: recording?.url };
  return {
    announced: announced === undefined ? text : { ...text, talks: announced },
    replayed,
    record: [replayed, toStanding({ session, recording }), replay === "none"],
  };
}

const RECORDINGS: [string, (session: Session) => Recording | null][] = [
  ["no recording", () => null],
  ["one where the session says", (session) => aRecording(toReplay(toReplayUrl(session)))],
  ["one elsewhere", () => aRecording(toReplay("https://vimeo.com/2"))],
];
const toReplay = (url: string | undefined) => (url === undefined ? {} : { url });

describe.each(SESSIONS)("the fingerprints of a session %s", (_name, session) => {
  describe.each(RECORDINGS)("and %s", (_kind, toRecording) => {
    const recording = toRecording(session);
    const { announced, replayed, record } = toWhole(session, recording);
    const showings = () => [
      toAnnouncementShowing(session),
      toReplayShowing(session, recording ?? {}),
      toRecordShowing({ session, recording }),
    ];

    test("are those of the whole, although its text is looked at once", () => {
      expect(showings().map(({ shown }) => shown)).toEqual([
        toShown(announced),
        toShown(replayed),
        toShown(record),
      ]);
    });

    test("have the whole at hand for a record in an older shape", () => {
      const values = showings().map(({ toValue }) => toShown(toValue(), 1));
      expect(values).toEqual([toShown(announced, 1), toShown(replayed, 1), toShown(record, 1)]);
    });
  });

  test("follow from an equal session alone", () => {
    expect(toTextMark(structuredClone(session))).toEqual(toTextMark(session));
  });
});
