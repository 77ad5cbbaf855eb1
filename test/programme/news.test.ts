/** What is news, and what is only new here: publications one after the other, on a ledger that is kept. */
import { describe, expect, test } from "vitest";
import { DAY, HOUR, MINUTE, SECOND, type Instant } from "../../src/programme/instant.ts";
import {
  EMPTY_LEDGER,
  isListed,
  isReplayed,
  LOST_PUBLISHED,
  type Ledger,
} from "../../src/programme/ledger.ts";
import type { Match } from "../../src/programme/match/match.ts";
import { toNews, type News } from "../../src/programme/news.ts";
import { createProgramme, type ArchivedVideo } from "../../src/programme/programme.ts";
import { revise } from "../../src/programme/revise.ts";
import type { Session } from "../../src/programme/session.ts";
import { aClub, aSession, aVideo } from "../support/builders.ts";

const START = aSession().startsAt;
const END = aSession().endsAt;
const FIRST = START - 10 * DAY;
const VIDEO = { replay: { videoId: "videoAAAAA0" } };

/** Publishes as the Publisher does, and says what is news. */
class Story {
  ledger: Ledger = EMPTY_LEDGER;
  #matches: Match[] = [];

  at(
    now: Instant,
    sessions: Session[],
    archive: ArchivedVideo[] = [],
    more: { vanished?: Session[]; retired?: string[] } = {},
  ): News[] {
    const club = aClub({ retired: more.retired ?? [] });
    const programme = createProgramme(
      {
        club,
        sessions,
        vanished: more.vanished ?? [],
        archive,
        previous: this.#matches,
        isReplayed: (videoId) => isReplayed(this.ledger.sessions, videoId),
        isListed: (videoId) => isListed(this.ledger.entries, videoId),
        publicUrl: "https://feeds.example.org",
      },
      now,
    );
    const { ledger, published } = revise(programme, club, this.ledger, now);
    const news = toNews(this.ledger, published, now);
    this.ledger = ledger;
    this.#matches = programme.matches;
    return news;
  }
}

/** A service that has published these. */
function started(sessions: Session[] = [], archive: ArchivedVideo[] = [], now = FIRST): Story {
  const story = new Story();
  story.at(now, sessions, archive);
  return story;
}

const video = (firstSeenAt: Instant, fields: Partial<ArchivedVideo> = {}): ArchivedVideo => ({
  ...aVideo({ title: "S21 | Uniform", publishedAt: firstSeenAt - HOUR }),
  firstSeenAt,
  ...fields,
});

const moveTo = (start: Instant, fields: Partial<Session> = {}) =>
  aSession({ startsAt: start, endsAt: start + 90 * MINUTE, ...fields });

const kinds = (news: readonly News[]) => news.map(({ kind }) => kind);

describe("the first start", () => {
  test("has no news: neither sessions to come nor replays", () => {
    expect(
      new Story().at(
        END + HOUR,
        [aSession(), moveTo(START + 7 * DAY, { id: "s22", number: 22 })],
        [video(END)],
      ),
    ).toEqual([]);
  });

  test("is not repeated where what was published is not known any more", () => {
    const story = started([aSession()]);
    story.ledger = { ...story.ledger, published: LOST_PUBLISHED };
    expect(story.at(FIRST + DAY, [aSession()])).toEqual([]);
  });

  test("and of replays that the first fetch brings a moment later only those that were awaited", () => {
    const old = moveTo(START - 60 * DAY, { id: "s10", number: 10, title: "Older" });
    const story = started([old, aSession()], [], END + 3 * DAY);
    const archive = [
      video(START - 59 * DAY, { id: "videoOLD000", title: "S10 | Older", publishedAt: START - 59 * DAY }),
      video(END + DAY, { publishedAt: END + DAY }),
    ];
    expect(story.at(END + 3 * DAY + SECOND, [old, aSession()], archive)).toEqual([
      { id: "session/s21/replay", kind: "replay", sessionId: "s21", at: END + DAY },
    ]);
  });
});

describe("an announcement", () => {
  test("of a session that is to come is news once", () => {
    const story = started();
    expect([story.at(FIRST + DAY, [aSession()]), story.at(FIRST + DAY + SECOND, [aSession()])]).toEqual([
      [{ id: "session/s21", kind: "announced", sessionId: "s21", at: FIRST + DAY }],
      [],
    ]);
  });

  test("of one that is on is news, of one that is over is not", () => {
    expect([kinds(started().at(END - SECOND, [aSession()])), kinds(started().at(END, [aSession()]))]).toEqual(
      [["announced"], []],
    );
  });

  test.each(["cancelled", "postponed"] as const)(
    "of a session that was %s before anybody heard of it is none, and no change",
    (status) => {
      const story = started();
      const off = aSession({ status });
      expect([story.at(FIRST + DAY, [off]), story.at(FIRST + 2 * DAY, [off])]).toEqual([[], []]);
    },
  );

  test("of one that was cancelled before it was announced: that it takes place after all is the news", () => {
    const story = started();
    story.at(FIRST + DAY, [aSession({ status: "cancelled" })]);
    expect(kinds(story.at(FIRST + 2 * DAY, [aSession()]))).toEqual(["reinstated"]);
  });

  test("a past that is imported is none, whatever its files say; a coming session beside it is", () => {
    const past = [3, 30, 300].map((days) =>
      moveTo(START - days * DAY, {
        id: `past-${days}`,
        number: days,
        title: `Talk ${days}`,
        announcedAt: START - HOUR,
        replay: { videoId: `videoPAST${days}`.padEnd(11, "x").slice(0, 11) },
      }),
    );
    const story = started([], [], START - 2 * DAY);
    expect(story.at(START - DAY, [...past, aSession()])).toEqual([
      { id: "session/s21", kind: "announced", sessionId: "s21", at: START - DAY },
    ]);
  });

  test("lost from the ledger is no news again", () => {
    const story = started([aSession()]);
    story.ledger = { ...story.ledger, entries: new Map() };
    expect(story.at(FIRST + 3 * DAY, [aSession()])).toEqual([]);
  });
});

describe("a change", () => {
  test("is news once, by what it is and what it comes to", () => {
    const story = started([aSession()]);
    const moved = moveTo(START + DAY);
    expect([story.at(FIRST + DAY, [moved]), story.at(FIRST + DAY + SECOND, [moved])]).toEqual([
      [
        {
          id: "session/s21/notice/1/moved/2026-06-16T17:00:00Z",
          kind: "moved",
          sessionId: "s21",
          sequence: 1,
          at: FIRST + DAY,
        },
      ],
      [],
    ]);
  });

  test("made twice, or taken back, is news each time", () => {
    const story = started([aSession()]);
    expect(
      [
        ...story.at(FIRST + DAY, [moveTo(START + DAY)]),
        ...story.at(FIRST + 2 * DAY, [moveTo(START + 2 * DAY)]),
        ...story.at(FIRST + 3 * DAY, [moveTo(START + DAY)]),
      ].map(({ id }) => id),
    ).toEqual([
      "session/s21/notice/1/moved/2026-06-16T17:00:00Z",
      "session/s21/notice/2/moved/2026-06-17T17:00:00Z",
      "session/s21/notice/3/moved/2026-06-16T17:00:00Z",
    ]);
  });

  test.each([
    ["cancelled", aSession(), aSession({ status: "cancelled" })],
    ["postponed", aSession(), aSession({ status: "postponed" })],
    ["reinstated", aSession({ status: "cancelled" }), aSession()],
    ["moved", aSession({ isAllDay: true }), aSession()],
  ] as const)("%s", (kind, before, after) => {
    expect(kinds(started([before]).at(FIRST + DAY, [after]))).toEqual([kind]);
  });

  test("that a restore has taken back has the same id when it is made again, and another change another", () => {
    const story = started([aSession()]);
    const { ledger } = story;
    const first = story.at(FIRST + DAY, [moveTo(START + DAY)]);
    story.ledger = ledger;
    const again = story.at(FIRST + 2 * DAY, [moveTo(START + DAY)]);
    story.ledger = ledger;
    const other = story.at(FIRST + 2 * DAY, [aSession({ status: "cancelled" })]);
    expect([again[0]?.id === first[0]?.id, other[0]?.id]).toEqual([
      true,
      "session/s21/notice/1/cancelled/2026-06-15T17:00:00Z",
    ]);
  });

  test("of a session that vanished is none; nor is that it vanished, or was retired", () => {
    const story = started([aSession()]);
    story.at(FIRST + DAY, [moveTo(START + DAY)]);
    expect([
      story.at(FIRST + 2 * DAY, [], [], { vanished: [moveTo(START + DAY)] }),
      story.at(FIRST + 3 * DAY, [], [], { retired: ["s21"] }),
    ]).toEqual([[], []]);
  });

  test("in a typo, or in the past, is none", () => {
    const story = started([aSession()]);
    expect([
      story.at(FIRST + DAY, [aSession({ title: "Uniform Examples, revisited" })]),
      story.at(END + DAY, [moveTo(START - DAY)]),
    ]).toEqual([[], []]);
  });
});

/** Kinds of news of a session that comes with its replay, so many days after its end. */
function imported(endedDaysAgo: number) {
  const now = END + endedDaysAgo * DAY;
  return kinds(started([], [], FIRST).at(now, [aSession(VIDEO)]));
}

describe("a replay", () => {
  const seenAt = END + 2 * DAY;

  test("is news when it comes, once", () => {
    const story = started([aSession()]);
    expect([
      story.at(seenAt, [aSession()], [video(seenAt)]),
      story.at(seenAt + HOUR, [aSession()], [video(seenAt)]),
    ]).toEqual([[{ id: "session/s21/replay", kind: "replay", sessionId: "s21", at: seenAt }], []]);
  });

  test("that takes another's place is none", () => {
    const story = started([aSession()]);
    story.at(seenAt, [aSession(VIDEO)]);
    expect(story.at(seenAt + HOUR, [aSession({ replay: { videoId: "videoBBBBB0" } })])).toEqual([]);
  });

  test("that was taken back and comes again has the same id", () => {
    const story = started([aSession()]);
    const [first] = story.at(seenAt, [aSession(VIDEO)]);
    story.at(seenAt + HOUR, [aSession({ replay: "none" })]);
    const [again] = story.at(seenAt + 2 * HOUR, [aSession({ replay: { videoId: "videoBBBBB0" } })]);
    expect([first?.id, again?.id]).toEqual(["session/s21/replay", "session/s21/replay"]);
  });

  test("that was a stream is none while it is on, and news at its end", () => {
    const stream = video(FIRST, { publishedAt: START - DAY });
    const story = started([aSession()]);
    expect([
      kinds(story.at(START + MINUTE, [aSession()], [stream])),
      kinds(story.at(END, [aSession()], [stream])),
    ]).toEqual([[], ["replay"]]);
  });

  test("found late is news by when it was found: in the archive for weeks, and named by a person now", () => {
    const unlike = video(END + 5 * DAY, { title: "An evening", isShort: true });
    const story = started([aSession()], [], FIRST);
    story.at(END + 5 * DAY, [aSession()], [unlike]);
    expect([
      kinds(story.at(END + 20 * DAY, [aSession()], [unlike])),
      kinds(story.at(END + 60 * DAY, [aSession(VIDEO)], [unlike])),
    ]).toEqual([[], ["replay"]]);
  });

  test("that was an entry by itself is news for a month after its session, though its date is old; later it is not", () => {
    const alone = video(END + 2 * DAY, { title: "An evening" });
    const toStory = () => {
      const story = started([aSession()]);
      story.at(END + 2 * DAY, [aSession()], [alone]);
      return story;
    };
    expect([
      kinds(toStory().at(END + 29 * DAY, [aSession(VIDEO)], [alone])),
      kinds(toStory().at(END + 31 * DAY, [aSession(VIDEO)], [alone])),
    ]).toEqual([["replay"], []]);
  });

  test("of a back catalogue is none: a channel that is read for the first time", () => {
    const sessions = [40, 80, 120].map((days) =>
      moveTo(START - days * DAY, { id: `s${days}`, number: days, title: `Talk ${days}` }),
    );
    const story = started(sessions, [], START);
    const archive = sessions.map(({ number, endsAt, title }) =>
      video(endsAt + DAY, {
        id: `video${number}xxxxxx`.slice(0, 11),
        title: `S${number} | ${title}`,
        publishedAt: endsAt + DAY,
      }),
    );
    expect(story.at(START + HOUR, sessions, archive)).toEqual([]);
  });

  test("of a session that comes with it is news by its date alone", () => {
    expect([imported(0.5), imported(10)]).toEqual([["replay"], []]);
  });

  test("of the file of known videos is none, though its session was lately", () => {
    const story = started([aSession()]);
    const undated = video(END + HOUR, { isUndated: true });
    expect(story.at(END + 2 * HOUR, [aSession(VIDEO)], [undated])).toEqual([]);
  });

  test("known before is none for a ledger that has lost the session's record", () => {
    const story = started([aSession()]);
    story.at(seenAt, [aSession(VIDEO)]);
    story.ledger = { ...story.ledger, sessions: new Map() };
    expect(story.at(seenAt + 2 * DAY, [aSession(VIDEO)])).toEqual([]);
  });
});
