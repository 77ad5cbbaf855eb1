import { describe, expect, test } from "vitest";
import { DAY, HOUR, SECOND, type Instant } from "../../src/programme/instant.ts";
import { EMPTY_LEDGER, type Ledger } from "../../src/programme/ledger.ts";
import { createProgramme, type ArchivedVideo, type Programme } from "../../src/programme/programme.ts";
import { revise } from "../../src/programme/revise.ts";
import type { PublishedProgramme } from "../../src/programme/publication.ts";
import type { Session } from "../../src/programme/session.ts";
import { aClub, aSession, aVideo } from "../support/builders.ts";

const club = aClub();
const START = aSession().startsAt;
const END = aSession().endsAt;
/** Before the session; the first deployment. */
const FIRST = START - 10 * DAY;

function aProgramme(sessions: Session[], archive: ArchivedVideo[], now: Instant): Programme {
  return createProgramme(
    { club, sessions, archive, previous: [], publicUrl: "https://feeds.example.org" },
    now,
  );
}

/** Publishes one state after the other, each at its instant. */
class Story {
  ledger: Ledger = EMPTY_LEDGER;

  at(now: Instant, sessions: Session[], archive: ArchivedVideo[] = []): PublishedProgramme {
    const { ledger, published } = revise(aProgramme(sessions, archive, now), club, this.ledger, now);
    this.ledger = ledger;
    return published;
  }
}

const replay = (firstSeenAt: Instant): ArchivedVideo => ({
  ...aVideo({ title: "S21 | Uniform" }),
  firstSeenAt,
});

describe("a past that is imported into a running club", () => {
  const NOW = END + 60 * DAY;
  const past = Array.from({ length: 60 }, (_, week) =>
    aSession({
      id: `past-${week}`,
      number: week,
      title: `Talk ${week}`,
      startsAt: START - (week + 1) * 7 * DAY,
      endsAt: END - (week + 1) * 7 * DAY,
      ...(week % 2 === 0 && { announcedAt: START - (week + 1) * 7 * DAY - DAY }),
    }),
  );
  const videos = past.map(({ id, title, number, endsAt }): ArchivedVideo => {
    const publishedAt = endsAt + DAY;
    const key = `${id.replace("past-", "v")}xxxxxxxxxxx`.slice(0, 11);
    return { ...aVideo({ id: key, title: `S${number} | ${title}`, publishedAt }), firstSeenAt: publishedAt };
  });

  test("puts no entry before those that subscribers have read", () => {
    const story = new Story();
    const read = story.at(NOW - DAY, [aSession()], [replay(END + DAY)]).sessions[0];
    const oldest = Math.min(read?.announcement.publishedAt ?? 0, read?.replay?.publishedAt ?? 0);
    const { sessions } = story.at(NOW, [...past, aSession()], [...videos, replay(END + DAY)]);
    const dates = sessions.flatMap(({ announcement, replay: seen, session }) =>
      session.id.startsWith("past-") ? [announcement.publishedAt, seen?.publishedAt ?? NOW] : [],
    );
    expect([dates.length, Math.max(...dates) < oldest]).toEqual([120, true]);
  });
});

describe("first start with an empty archive", () => {
  test("dates a past session four days before its start, or as announced, and a video by its own date", () => {
    const video = replay(aVideo().publishedAt);
    const announcedAt = START - 20 * DAY;
    const story = new Story();
    const early = aSession({
      id: "s20",
      number: 20,
      title: "Another",
      startsAt: START - 7 * DAY,
      endsAt: END - 7 * DAY,
      announcedAt,
    });
    const { sessions, changedAt } = story.at(START + 30 * DAY, [early, aSession()], [video]);
    expect([
      sessions.map(({ announcement, replay: dates }) => [announcement.publishedAt, dates?.publishedAt]),
      changedAt,
    ]).toEqual([
      [
        [announcedAt, undefined],
        [START - 4 * DAY, aVideo().publishedAt],
      ],
      aVideo().publishedAt,
    ]);
  });

  test("gives the same programme whenever it happens", () => {
    const video = replay(aVideo().publishedAt);
    expect(new Story().at(START + 30 * DAY, [aSession()], [video])).toEqual(
      new Story().at(START + 90 * DAY, [aSession()], [video]),
    );
  });

  test("dates an upcoming session with now", () => {
    expect(new Story().at(FIRST + 999, [aSession()]).sessions[0]?.announcement).toEqual({
      publishedAt: FIRST,
      updatedAt: FIRST,
    });
  });
});

/** A service that had nothing to publish at first. */
const started = () => {
  const story = new Story();
  story.at(FIRST, []);
  return story;
};

/** A video that is matched to nothing, nor published. */
const unlike = (firstSeenAt: Instant, publishedAt: Instant): ArchivedVideo => ({
  ...aVideo({ title: "An evening", publishedAt, isShort: true }),
  firstSeenAt,
});

describe("a session that is first seen later", () => {
  const LATER = END + 30 * DAY;
  const curated = { replay: { videoId: "videoAAAAA0" } };

  test.each<[string, Partial<Session>, Instant]>([
    ["four days before its start where it is over", {}, START - 4 * DAY],
    ["as its file says where it is over", { announcedAt: START - 9 * DAY }, START - 9 * DAY],
    ["not after its start where it is over", { announcedAt: LATER }, START],
  ])("is dated %s", (_name, fields, date) => {
    const { sessions } = started().at(LATER, [aSession(fields)]);
    expect(sessions[0]?.announcement.publishedAt).toBe(date);
  });

  test.each([
    ["to come", FIRST + DAY],
    ["going on", END - SECOND],
  ])("is news while it is %s, whatever its file says", (_name, now) => {
    const { sessions } = started().at(now, [aSession({ announcedAt: FIRST })]);
    expect(sessions[0]?.announcement.publishedAt).toBe(now);
  });

  test("brings its replay with the date of its end, or of the video in the archive", () => {
    const shown = { ...replay(END + 3 * DAY), publishedAt: END + DAY };
    expect([
      started().at(LATER, [aSession(curated)]).sessions[0]?.replay?.publishedAt,
      started().at(LATER, [aSession(curated)], [shown]).sessions[0]?.replay?.publishedAt,
    ]).toEqual([END, END + 3 * DAY]);
  });
});

describe("a replay of a session that is known", () => {
  const LATER = END + 30 * DAY;
  const curated = aSession({ replay: { videoId: "videoAAAAA0" } });
  test.each<[string, ArchivedVideo[], Instant]>([
    ["is news when a person names it", [], LATER],
    ["is news though the archive had it, where it was not shown", [unlike(END + 2 * DAY, END + DAY)], LATER],
    [
      "has the date of a video that was there before anyone looked",
      [unlike(END + DAY, END + DAY)],
      END + DAY,
    ],
  ])("%s", (_name, archive, date) => {
    const story = new Story();
    story.at(FIRST, [aSession()]);
    story.at(END + 3 * DAY, [aSession()], archive);
    expect(story.at(LATER, [curated], archive).sessions[0]?.replay?.publishedAt).toBe(date);
  });
});

describe("dates", () => {
  test("nothing changes at a later clock", () => {
    const story = new Story();
    const first = story.at(FIRST, [aSession()]);
    const ledger = story.ledger;
    expect([story.at(FIRST + DAY, [aSession()]), story.ledger]).toEqual([first, ledger]);
  });

  test("published stays and updated moves when what a person reads has changed", () => {
    const story = new Story();
    story.at(FIRST, [aSession()]);
    const { sessions, changedAt } = story.at(FIRST + DAY, [aSession({ title: "Corrected" })]);
    expect([sessions[0]?.announcement, sessions[0]?.revision, changedAt]).toEqual([
      { publishedAt: FIRST, updatedAt: FIRST + DAY },
      { firstSeenAt: FIRST, lastChangedAt: FIRST + DAY, sequence: 0 },
      FIRST + DAY,
    ]);
  });

  test("a clock that jumps back takes no date back", () => {
    const story = new Story();
    story.at(FIRST, [aSession()]);
    story.at(FIRST + DAY, [aSession({ title: "Corrected" })]);
    const { sessions, changedAt } = story.at(FIRST - DAY, [aSession({ title: "Corrected again" })]);
    expect([sessions[0]?.announcement, sessions[0]?.revision.lastChangedAt, changedAt]).toEqual([
      { publishedAt: FIRST, updatedAt: FIRST + DAY },
      FIRST + DAY,
      FIRST + DAY,
    ]);
  });

  test("no two entries are published at one second, and none in the future", () => {
    const story = new Story();
    story.at(FIRST, [aSession()]);
    const sessions = ["a", "b", "c"].map((id, index) =>
      aSession({ id, title: `Title ${id}`, startsAt: START + index * DAY, endsAt: END + index * DAY }),
    );
    const numberless = sessions.map(({ number: _number, ...session }) => session);
    const dates = story
      .at(FIRST + DAY, [aSession(), ...numberless])
      .sessions.map(({ announcement }) => announcement.publishedAt);
    expect(dates.toSorted((a, b) => a - b)).toEqual([
      FIRST,
      FIRST + DAY - 2 * SECOND,
      FIRST + DAY - SECOND,
      FIRST + DAY,
    ]);
  });

  test("a replay becomes an entry when it is first seen, and leaves the announcement as it was", () => {
    const story = new Story();
    const before = story.at(FIRST, [aSession()]).sessions[0];
    const seenAt = END + 2 * DAY;
    const after = story.at(seenAt, [aSession()], [replay(seenAt)]).sessions[0];
    expect([after?.announcement, after?.replay, after?.revision]).toEqual([
      before?.announcement,
      { publishedAt: seenAt, updatedAt: seenAt },
      { firstSeenAt: FIRST, lastChangedAt: seenAt, sequence: 1 },
    ]);
  });

  test("edits of a replay on YouTube change nothing", () => {
    const story = new Story();
    const seenAt = END + 2 * DAY;
    const first = story.at(seenAt, [aSession()], [replay(seenAt)]);
    const edited = {
      ...replay(seenAt),
      title: "S21 | Uniform examples, now in HD",
      description: "Chapters: …",
    };
    const { video: _before, ...recording } = first.sessions[0]?.recording ?? {};
    const second = story.at(seenAt + DAY, [aSession()], [edited]);
    const { video: _after, ...later } = second.sessions[0]?.recording ?? {};
    expect([second.sessions[0]?.replay, second.sessions[0]?.revision, second.changedAt, later]).toEqual([
      first.sessions[0]?.replay,
      first.sessions[0]?.revision,
      first.changedAt,
      recording,
    ]);
  });

  test("a stand-alone video that is matched later keeps its entry's date", () => {
    const story = new Story();
    const video = replay(FIRST);
    story.at(FIRST, [], [video]);
    const { sessions, standAloneVideos } = story.at(END + DAY, [aSession()], [video]);
    expect([sessions[0]?.replay?.publishedAt, standAloneVideos]).toEqual([FIRST, []]);
  });

  test("a scheduled stream is the live link until the session ends, and news only then", () => {
    const story = new Story();
    const stream = { ...replay(FIRST), publishedAt: START - DAY };
    const live = story.at(START - HOUR, [aSession()], [stream]).sessions[0];
    const ended = story.at(END, [aSession()], [stream]).sessions[0];
    expect([live?.recording?.state, live?.replay, ended?.recording?.state, ended?.replay]).toEqual([
      "live",
      null,
      "replay",
      { publishedAt: END, updatedAt: END },
    ]);
  });

  test("a replay that was a stand-alone entry before it was known as a stream keeps its own id, also when it stands alone again", () => {
    const story = new Story();
    const stream = { ...replay(FIRST), publishedAt: START - DAY };
    const alone = story.at(START - DAY, [], [stream]).standAloneVideos[0];
    story.at(START - HOUR, [aSession()], [stream]);
    const replayed = story.at(END, [aSession()], [stream]).sessions[0];
    const again = story.at(END + DAY, [aSession({ replay: "none" })], [stream]).standAloneVideos[0];
    expect([
      [alone?.hasOwnReplayId, alone?.dates.publishedAt],
      [replayed?.hasOwnReplayId, replayed?.replay?.publishedAt],
      [again?.hasOwnReplayId, again?.dates],
    ]).toEqual([
      [undefined, FIRST],
      [true, END],
      [true, { publishedAt: END, updatedAt: END + DAY }],
    ]);
  });
});

describe("SEQUENCE (RFC 5545 3.8.7.4)", () => {
  const moved = aSession({ date: "2026-06-16", startsAt: START + DAY, endsAt: END + DAY });
  test.each([
    ["another time", moved, 1],
    ["another place", aSession({ join: "https://meet.example/1" }), 1],
    ["another status", aSession({ status: "tentative" }), 1],
    ["a typo", aSession({ title: "Uniform Examples, Revisited" }), 0],
    ["another abstract", aSession({ abstract: { html: "<p>New</p>", text: "New" } }), 0],
  ])("%s", (_change, session, sequence) => {
    const story = new Story();
    story.at(FIRST, [aSession()]);
    expect(story.at(FIRST + DAY, [session]).sessions[0]?.revision.sequence).toBe(sequence);
  });

  test("never falls, also when a change is taken back", () => {
    const story = new Story();
    story.at(FIRST, [aSession()]);
    story.at(FIRST + DAY, [moved]);
    expect(story.at(FIRST + 2 * DAY, [aSession()]).sessions[0]?.revision.sequence).toBe(2);
  });
});

const time = ({ startsAt, endsAt }: Session) => ({
  startsAt,
  endsAt,
  timeZone: "America/New_York",
  isAllDay: false,
});

describe("notices", () => {
  const moved = aSession({ date: "2026-06-16", startsAt: START + DAY, endsAt: END + DAY });

  test("a moved session is told once, with both times", () => {
    const story = new Story();
    story.at(FIRST, [aSession()]);
    story.at(FIRST + DAY, [moved]);
    expect(story.at(FIRST + 2 * DAY, [moved]).notices).toEqual([
      {
        sessionId: "s21",
        sequence: 1,
        kind: "moved",
        title: "Uniform Examples Revisited",
        number: 21,
        before: time(aSession()),
        after: time(moved),
        dates: { publishedAt: FIRST + DAY, updatedAt: FIRST + DAY },
      },
    ]);
  });

  test.each<[string, Session, Session, string[]]>([
    ["cancelled", aSession(), aSession({ status: "cancelled" }), ["cancelled"]],
    ["postponed", aSession(), aSession({ status: "postponed" }), ["postponed"]],
    ["a new time after a postponement", aSession({ status: "postponed" }), moved, ["moved"]],
    ["back after a cancellation", aSession({ status: "cancelled" }), moved, ["reinstated"]],
    ["confirmed at the same time", aSession({ status: "tentative" }), aSession(), []],
    ["a longer session", aSession(), aSession({ endsAt: END + HOUR }), []],
    [
      "a cancelled session's new time",
      aSession({ status: "cancelled" }),
      { ...moved, status: "cancelled" },
      [],
    ],
  ])("%s", (_change, before, after, kinds) => {
    const story = new Story();
    story.at(FIRST, [before]);
    expect(story.at(FIRST + DAY, [after]).notices.map(({ kind }) => kind)).toEqual(kinds);
  });

  test.each<[string, Session, number | null]>([
    ["the number", { ...moved, number: 22 }, 22],
    ["that there was no number", (({ number: _number, ...rest }) => rest)(moved), null],
  ])("keep %s of that day", (_what, session, number) => {
    const story = new Story();
    story.at(FIRST, [aSession()]);
    story.at(FIRST + DAY, [session]);
    expect(
      story.at(FIRST + 2 * DAY, [{ ...moved, number: 99 }]).notices.map((notice) => notice.number),
    ).toEqual([number]);
  });

  test("a session that was never published otherwise has none", () => {
    expect(new Story().at(FIRST, [aSession({ status: "cancelled" })]).notices).toEqual([]);
  });

  test("the past is corrected silently", () => {
    const story = new Story();
    story.at(END + 10 * DAY, [aSession()]);
    expect(story.at(END + 20 * DAY, [moved]).notices).toEqual([]);
  });
});

test("a replay that is matched on a kept ledger raises SEQUENCE once, and no further poll does", () => {
  const story = new Story();
  story.at(FIRST, [aSession()]);
  const seen = (now: Instant, archive: ArchivedVideo[]) =>
    story.at(now, [aSession()], archive).sessions.map(({ revision }) => revision);
  const before = seen(END + HOUR, []);
  const matchedAt = END + DAY;
  const after = seen(matchedAt, [replay(matchedAt)]);
  expect([before, after, seen(matchedAt + DAY, [replay(matchedAt)])]).toEqual([
    [{ firstSeenAt: FIRST, lastChangedAt: FIRST, sequence: 0 }],
    [{ firstSeenAt: FIRST, lastChangedAt: matchedAt, sequence: 1 }],
    [{ firstSeenAt: FIRST, lastChangedAt: matchedAt, sequence: 1 }],
  ]);
});
