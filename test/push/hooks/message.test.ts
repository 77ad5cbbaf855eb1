/** What is said of each kind of news, in three languages, and when nothing is said any more. */
import { describe, expect, test } from "vitest";
import { DAY, HOUR } from "../../../src/programme/instant.ts";
import type { PublishedProgramme, PublishedSession } from "../../../src/programme/publication.ts";
import type { Session } from "../../../src/programme/session.ts";
import {
  toMessage,
  toTestMessage,
  type Message,
  type MessageInput,
  type Subject,
} from "../../../src/push/hooks/message.ts";
import {
  aClub,
  aNotice,
  aPublishedProgramme,
  aPublishedSession,
  aRecording,
  aReplayedSession,
  aSession,
} from "../../support/builders.ts";

const START = aSession().startsAt;
const END = aSession().endsAt;
const PAGE = "https://feeds.example.org/sessions/s21";
const PLACE = {
  location: "Room 1",
  join: "https://meet.example/1",
  passcode: "84 62",
  stream: "https://live.example/1",
};

const ANNOUNCED: Subject = { id: "session/s21", kind: "announced", sessionId: "s21" };
const MOVED: Subject = { id: "session/s21/notice/1", kind: "moved", sessionId: "s21", sequence: 1 };
const REPLAY: Subject = { id: "session/s21/replay", kind: "replay", sessionId: "s21" };
const reminder = (minutes: number, startsAt = START): Subject => ({
  id: `session/s21/reminder/${minutes}/2026-06-15T17:00:00Z`,
  kind: "reminder",
  sessionId: "s21",
  startsAt,
  minutes,
});

const of = (
  session: Partial<Session>,
  fields: Partial<PublishedProgramme> = {},
  published: Partial<PublishedSession> = {},
) => aPublishedProgramme({ sessions: [aPublishedSession(session, published)], ...fields });

function say(
  subject: Subject,
  programme: PublishedProgramme,
  {
    now = START - HOUR,
    language = "en",
    ...more
  }: Partial<MessageInput> & { now?: number; language?: string } = {},
): Message | null {
  const club = aClub({ language });
  return toMessage(
    subject,
    { club, programme, publicUrl: "https://feeds.example.org", isRepeat: false, ...more },
    now,
  );
}

/** Without what is for programs. */
function inShort(message: Message | null) {
  if (message === null) return null;
  const { session: _session, ...rest } = message;
  return rest;
}

describe("English", () => {
  const page = { label: "Session page", url: PAGE };

  test("announced: when, who, where and what about, and no way in yet", () => {
    expect(inShort(say(ANNOUNCED, of(PLACE)))).toEqual({
      id: "session_s21",
      kind: "announced",
      title: "New session: S21: Uniform Examples Revisited",
      url: PAGE,
      lines: [
        "Monday 15 June 2026, 13:00–14:30 (America/New_York, UTC−04:00)",
        "Presented by: Grace Example",
        "Location: Room 1",
        "What the examples show.",
      ],
      links: [page],
      aside: null,
    });
  });

  test("a reminder shortly before: the ways in, the passcode beside its link", () => {
    expect(inShort(say(reminder(60), of(PLACE), { isRepeat: true }))).toEqual({
      id: "session_s21_reminder_60_2026-06-15T17_00_00Z",
      kind: "reminder",
      title: "Reminder: S21: Uniform Examples Revisited",
      url: PAGE,
      lines: [
        "Monday 15 June 2026, 13:00–14:30 (America/New_York, UTC−04:00)",
        "Presented by: Grace Example",
        "Location: Room 1",
      ],
      links: [
        { label: "Join online", url: "https://meet.example/1", beside: "(passcode: 84 62)" },
        { label: "Live stream", url: "https://live.example/1" },
        page,
      ],
      aside: "(perhaps for the second time)",
    });
  });

  test("a passcode without a link to join is not told", () => {
    expect(say(reminder(60), of({ passcode: "84 62" }))?.links).toEqual([page]);
  });

  test("a reminder the day before has no way in, and says what is special about the session", () => {
    const message = say(reminder(1_440), of({ join: "https://meet.example/1", status: "tentative" }));
    expect([message?.lines[2], message?.links]).toEqual(["This date is not confirmed yet.", [page]]);
  });

  test("moved: both times, in the words of feeds", () => {
    expect(inShort(say(MOVED, of({}, { notices: [aNotice()] })))).toEqual({
      id: "session_s21_notice_1",
      kind: "moved",
      title: "Moved: S21: Uniform Examples Revisited",
      url: PAGE,
      lines: [
        "Now on Monday 15 June 2026, 13:00–14:30 (America/New_York, UTC−04:00). Before: Monday 8 June 2026, 13:00–14:30 (America/New_York, UTC−04:00).",
      ],
      links: [page],
      aside: null,
    });
  });

  test.each([
    ["cancelled", "Cancelled: S21: Uniform Examples Revisited", "this session is cancelled."],
    ["postponed", "Postponed: S21: Uniform Examples Revisited", "a new date will be announced."],
    ["reinstated", "Reinstated: S21: Uniform Examples Revisited", "this session takes place after all."],
  ] as const)("%s", (kind, title, end) => {
    const { before: _before, ...notice } = aNotice({ kind });
    const status = kind === "reinstated" ? "scheduled" : kind;
    const programme = of({ status }, { notices: [{ ...notice, before: notice.after }] });
    const message = say({ ...MOVED, kind }, programme);
    expect([message?.title, message?.lines[0]?.endsWith(end)]).toEqual([title, true]);
  });

  test("a replay: where it is watched, and those of talks by their titles", () => {
    const talks = [{ title: "Second", presenters: [], papers: [], replay: { videoId: "videoCCCCC0" } }];
    const session = { talks, otherReplays: [{ videoId: "videoCCCCC0" }] };
    const programme = aPublishedProgramme({ sessions: [aReplayedSession(session)] });
    expect(inShort(say(REPLAY, programme, { now: END + DAY }))).toEqual({
      id: "session_s21_replay",
      kind: "replay",
      title: "Replay: S21: Uniform Examples Revisited",
      url: PAGE,
      lines: [
        "Monday 15 June 2026, 13:00–14:30 (America/New_York, UTC−04:00)",
        "Presented by: Grace Example",
      ],
      links: [
        { label: "Watch on YouTube", url: "https://www.youtube.com/watch?v=videoAAAAA0" },
        { label: "Replay of Second", url: "https://www.youtube.com/watch?v=videoCCCCC0" },
        page,
      ],
      aside: null,
    });
  });

  test("for programs the session is what /programme.json has", () => {
    expect(say(reminder(60), of(PLACE))?.session).toMatchObject({
      id: "s21",
      startsAt: "2026-06-15T17:00:00Z",
      joinUrl: "https://meet.example/1",
      url: PAGE,
    });
  });
});

test.each([
  [
    "de",
    "Erinnerung: S21: Uniform Examples Revisited",
    "Montag, 15. Juni 2026, 13:00–14:30 Uhr (America/New_York, UTC−04:00)",
    { label: "Online teilnehmen", url: "https://meet.example/1", beside: "(Kenncode: 84 62)" },
    "(vielleicht zum zweiten Mal)",
  ],
  [
    "ja",
    "リマインダー：S21: Uniform Examples Revisited",
    "2026年6月15日月曜日 13:00～14:30（America/New_York, UTC−04:00）",
    { label: "オンラインで参加", url: "https://meet.example/1", beside: "（パスコード：84 62）" },
    "（再送の可能性があります）",
  ],
  [
    "he",
    "תזכורת: S21: Uniform Examples Revisited",
    "יום שני, 15 ביוני 2026, 13:00–14:30 (America/New_York, UTC−04:00)",
    { label: "הצטרפות מקוונת", url: "https://meet.example/1", beside: "(קוד גישה:‎ 84 62)" },
    "(ייתכן שזו הפעם השנייה)",
  ],
])("in %s a reminder says it in the club's words", (language, title, when, join, aside) => {
  const message = say(reminder(60), of(PLACE), { language, isRepeat: true });
  expect([message?.title, message?.lines[0], message?.links[0], message?.aside]).toEqual([
    title,
    when,
    join,
    aside,
  ]);
});

test("a test says who will post", () => {
  expect(toTestMessage(aClub({ language: "de" }), "https://feeds.example.org", 5)).toEqual({
    id: "test_5",
    kind: "test",
    title: "Testnachricht",
    url: "https://feeds.example.org/",
    lines: ["Hier erscheint, was Example Reading Group ankündigt."],
    links: [],
    aside: null,
  });
});

describe("nothing is said any more", () => {
  const two = [aNotice(), aNotice({ sequence: 2, kind: "cancelled" })];
  test.each<[string, Subject, PublishedProgramme, number]>([
    ["of a session that is gone", ANNOUNCED, aPublishedProgramme({ sessions: [] }), START - DAY],
    ["of an announced session that was cancelled since", ANNOUNCED, of({ status: "cancelled" }), START - DAY],
    ["of an announced session that is over", ANNOUNCED, of({}), END],
    [
      "of a reminder whose session was cancelled since",
      reminder(60),
      of({ status: "cancelled" }),
      START - HOUR,
    ],
    [
      "of a reminder whose session was postponed since",
      reminder(60),
      of({ status: "postponed" }),
      START - HOUR,
    ],
    [
      "of a reminder whose session was moved since",
      reminder(60),
      of({ startsAt: START + HOUR }),
      START - HOUR,
    ],
    ["of an hour before a session that lost its time", reminder(60), of({ isAllDay: true }), START - HOUR],
    ["of a reminder of a session that is over", reminder(60), of({}), END],
    ["of a change that was changed again", MOVED, of({}, { notices: two }), START - DAY],
    ["of a change that is not known", MOVED, of({}), START - DAY],
    ["of a change of what is over either way", MOVED, of({}, { notices: [aNotice()] }), END],
    ["of a replay that was taken back", REPLAY, of({}), END + DAY],
    [
      "of a replay that is a stream again",
      REPLAY,
      of({}, {}, { recording: aRecording({ state: "live" }) }),
      END,
    ],
  ])("%s", (_what, subject, programme, now) => {
    expect(say(subject, programme, { now })).toBeNull();
  });
});

test("long texts are cut, each to one line", () => {
  const message = say(
    ANNOUNCED,
    of({ title: "word ".repeat(200), abstract: { html: "", text: `One\n\ntwo ${"x".repeat(5_000)}` } }),
  );
  expect([
    message?.title.length,
    message?.title.endsWith("word…"),
    message?.lines.at(-1)?.startsWith("One two xxx"),
    message?.lines.at(-1)?.length,
  ]).toEqual([expect.closeTo(158, -1), true, true, 400]);
});
