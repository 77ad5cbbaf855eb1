/** Videos that a session names beside its recording: further replays, those of talks, a stream. */
import { describe, expect, test } from "vitest";
import { DAY } from "../../src/programme/instant.ts";
import { EMPTY_LEDGER, type Ledger } from "../../src/programme/ledger.ts";
import { createProgramme, type ArchivedVideo } from "../../src/programme/programme.ts";
import { toReplays, toSessionLinks } from "../../src/programme/publication.ts";
import { revise } from "../../src/programme/revise.ts";
import type { Session } from "../../src/programme/session.ts";
import { aClub, anArchivedVideo, aPublishedSession, aRecording, aSession } from "../support/builders.ts";

const END = aSession().endsAt;
const OWN = anArchivedVideo({ title: "S21 | Uniform Examples Revisited" });
const OTHER = anArchivedVideo({ id: "videoBBBBB0", title: "S22 | A part of it" });
const VIMEO = { videoId: "vimeo.76979871", url: "https://vimeo.com/76979871" };
const next = aSession({
  id: "s22",
  number: 22,
  title: "The next",
  startsAt: END + DAY,
  endsAt: END + 2 * DAY,
});

/** What has become of each session, of the videos by themselves, and of what is reported as left alone. */
function toFates(session: Partial<Session>, archive: ArchivedVideo[] = [OWN, OTHER], now = END + 9 * DAY) {
  const input = { club: aClub(), sessions: [aSession(session), next], archive, previous: [], publicUrl: "" };
  const { sessions, standAloneVideos, unmatched } = createProgramme(input, now);
  return [
    ...sessions.map(({ recording }) => recording?.videoId ?? null),
    standAloneVideos.map(({ id }) => id),
    unmatched.map(({ videoId }) => videoId),
  ];
}

describe("a video in the channel feed that a session names beside its own", () => {
  test("would else be another's, or stand alone", () => {
    expect(toFates({})).toEqual([OWN.id, OTHER.id, [], []]);
  });

  test.each<[string, Partial<Session>]>([
    ["another replay", { replay: { videoId: OWN.id }, otherReplays: [{ videoId: OTHER.id }] }],
    ["a stream", { replay: { videoId: OWN.id }, stream: `https://www.youtube.com/live/${OTHER.id}` }],
  ])("is %s, and no entry, no other session's recording, and no question", (_name, session) => {
    expect(toFates(session)).toEqual([OWN.id, null, [], []]);
  });

  test("is held back from what a vanished session would get, too", () => {
    const present = aSession({ id: "new", replay: VIMEO, otherReplays: [{ videoId: OWN.id }] });
    const input = {
      club: aClub(),
      sessions: [present],
      vanished: [aSession()],
      archive: [OWN],
      previous: [],
      publicUrl: "",
    };
    const { sessions, standAloneVideos } = createProgramme(input, END + 9 * DAY);
    expect([sessions.map(({ recording }) => recording?.videoId ?? null), standAloneVideos]).toEqual([
      [VIMEO.videoId, null],
      [],
    ]);
  });
});

describe("a replay on another site", () => {
  test.each([
    ["waits as the live link before the end", END - 1, "live"],
    ["is the replay after", END, "replay"],
  ])("%s", (_name, now, state) => {
    const input = {
      club: aClub(),
      sessions: [aSession({ replay: VIMEO })],
      archive: [],
      previous: [],
      publicUrl: "",
    };
    expect(createProgramme(input, now).sessions[0]?.recording).toEqual({ ...VIMEO, state });
  });
});

const publish = (ledger: Ledger, session: Partial<Session>, now: number) => {
  const input = { club: aClub(), sessions: [aSession(session)], archive: [], previous: [], publicUrl: "" };
  const revised = revise(createProgramme(input, now), aClub(), ledger, now);
  const [published] = revised.published.sessions;
  return { ledger: revised.ledger, published };
};

describe("what is told of a change", () => {
  const NOW = END + DAY;
  const talk = { title: "A", presenters: [], papers: [] };

  test.each<[string, Partial<Session>, Partial<Session>, object]>([
    [
      "another replay is told by the replay and the calendar, and not by the announcement",
      { replay: VIMEO },
      { replay: VIMEO, otherReplays: [{ videoId: OTHER.id }] },
      { announcement: 0, replay: 1, calendar: 1, sequence: 0 },
    ],
    [
      "another address of the same replay likewise",
      { replay: VIMEO },
      { replay: { ...VIMEO, url: `${VIMEO.url}/0a1b2c` } },
      { announcement: 0, replay: 1, calendar: 1, sequence: 0 },
    ],
    [
      "the talk that a replay is of likewise",
      { replay: VIMEO, talks: [talk] },
      { replay: VIMEO, talks: [{ ...talk, replay: VIMEO }] },
      { announcement: 0, replay: 1, calendar: 1, sequence: 0 },
    ],
    [
      "a talk is told by all",
      { replay: VIMEO },
      { replay: VIMEO, talks: [talk] },
      { announcement: 1, replay: 1, calendar: 1, sequence: 0 },
    ],
    [
      "a stream is a place",
      { replay: VIMEO },
      { replay: VIMEO, stream: "https://live.example" },
      { announcement: 1, replay: 1, calendar: 1, sequence: 1 },
    ],
    [
      "a passcode is part of one",
      { replay: VIMEO, passcode: "1" },
      { replay: VIMEO, passcode: "2" },
      { announcement: 1, replay: 1, calendar: 1, sequence: 1 },
    ],
  ])("%s", (_name, before, after, expected) => {
    const first = publish(EMPTY_LEDGER, before, NOW);
    const { published } = publish(first.ledger, after, NOW + DAY);
    const isNew = (at: number | undefined) => (at === NOW + DAY ? 1 : 0);
    expect({
      announcement: isNew(published?.announcement.updatedAt),
      replay: isNew(published?.replay?.updatedAt),
      calendar: isNew(published?.revision.lastChangedAt),
      sequence: published?.revision.sequence,
    }).toEqual(expected);
  });
});

describe("where to go", () => {
  const session = { join: "https://meet.example", passcode: "1234", stream: "https://live.example" };

  test("a passcode stands beside the join link alone", () => {
    const { join: _join, ...unjoined } = session;
    expect([
      toSessionLinks(aPublishedSession(session)),
      toSessionLinks(aPublishedSession(unjoined)),
      toSessionLinks(aPublishedSession({ ...session, status: "cancelled" })),
      Object.keys(toSessionLinks(aPublishedSession(session, { recording: aRecording() }))),
    ]).toEqual([
      { join: "https://meet.example", passcode: "1234", live: "https://live.example" },
      { live: "https://live.example" },
      {},
      ["replays"],
    ]);
  });

  test("a replay of a talk says so; before the session's own replay there are none", () => {
    const named = {
      talks: [{ title: "The talk", presenters: [], papers: [], replay: VIMEO }],
      otherReplays: [VIMEO],
    };
    const toTold = (state: "live" | "replay") =>
      toReplays(aPublishedSession(named, { recording: aRecording({ state }) })).map(({ talk, watchUrl }) => [
        talk,
        watchUrl,
      ]);
    expect([toTold("live"), toTold("replay")]).toEqual([
      [],
      [
        [undefined, "https://www.youtube.com/watch?v=videoAAAAA0"],
        ["The talk", VIMEO.url],
      ],
    ]);
  });
});
