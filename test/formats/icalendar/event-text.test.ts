import { describe, expect, test } from "vitest";
import {
  toDescription,
  toLinks,
  toLocation,
  toSummary,
  type EventLinks,
} from "../../../src/formats/icalendar/event-text.ts";
import { toReplays, type PublishedSession } from "../../../src/programme/publication.ts";
import type { Notice } from "../../../src/programme/revision.ts";
import type { Session } from "../../../src/programme/session.ts";
import { toLanguage } from "../../../src/wording/language.ts";
import {
  aClub,
  aNotice,
  aPublishedSession,
  aRecording,
  aReplayedSession,
  aSession,
} from "../../support/builders.ts";

const page = "https://feeds.example.org/sessions/s21";
const join = "https://meet.example/1";
const watchUrl = "https://www.youtube.com/watch?v=videoAAAAA0";
const live = aRecording({ state: "live" });
const replays = toReplays(aReplayedSession());

describe("toLinks", () => {
  test.each<[string, PublishedSession, object]>([
    ["before, without a place online", aPublishedSession(), { page }],
    ["before", aPublishedSession({ join }), { page, join }],
    ["live", aPublishedSession({ join }, { recording: live }), { page, join, live: watchUrl }],
    ["live, streamed only", aPublishedSession({}, { recording: live }), { page, live: watchUrl }],
    ["with a replay", aReplayedSession({ join }), { page, replays }],
    ["cancelled", aPublishedSession({ join, status: "cancelled" }, { recording: live }), { page }],
  ])("%s", (_name, published, links) => {
    expect(toLinks(published, page)).toEqual(links);
  });
});

test.each([
  ["ERG S21: Uniform Examples Revisited", aSession()],
  ["ERG S21: Uniform Examples Revisited", aSession({ status: "tentative" })],
  ["Cancelled: ERG S21: Uniform Examples Revisited", aSession({ status: "cancelled" })],
  ["Postponed: ERG S21: Uniform Examples Revisited", aSession({ status: "postponed" })],
])("summary: %s", (summary, session) => {
  expect(toSummary(session, aClub())).toBe(summary);
});

test("the summary of a session without a number has club and title", () => {
  const { number: _number, ...session } = aSession();
  expect(toSummary(session, aClub())).toBe("ERG: Uniform Examples Revisited");
});

test.each([
  ["", {}, {}],
  ["Room 1", { location: "Room 1" }, {}],
  [join, {}, { join }],
  [`Room 1, ${join}`, { location: " Room\n1" }, { join }],
])("location: %j", (location, session, links) => {
  expect(toLocation(aSession(session), { page, ...links })).toBe(location);
});

/** With the abstract between. */
const write = (session: Session, links: EventLinks, notices: Notice[] = []) => {
  const { before, after } = toDescription(session, links, notices, toLanguage("en"));
  return [before, session.abstract.text, after].join("\n\n");
};

describe("toDescription", () => {
  const substance = `Presented by
- Grace Example (https://grace.example), Example University, @grace (https://x.com/grace)

What the examples show.

Paper
- Uniform Examples (https://arxiv.org/abs/2601.00001), arXiv:2601.00001

Session page: ${page}`;

  test.each([
    ["join link before", aSession(), { page, join }, `Join: ${join}\n\n${substance}`],
    [
      "join link and stream",
      aSession(),
      { page, join, live: watchUrl },
      `Join: ${join}\n\nLive stream: ${watchUrl}\n\n${substance}`,
    ],
    ["replay after", aSession(), { page, replays }, `Replay: ${watchUrl}\n\n${substance}`],
    ["no link", aSession({ status: "cancelled" }), { page }, `This session is cancelled.\n\n${substance}`],
    ["no recording", aSession({ replay: "none" }), { page }, `This session is not recorded.\n\n${substance}`],
    [
      "no time",
      aSession({ isAllDay: true }),
      { page },
      `The time of day is to be announced.\n\n${substance}`,
    ],
  ])("has the %s first", (_name, session, links, description) => {
    expect(write(session, links)).toBe(description);
  });

  const MONDAY = "Monday 15 June 2026, 13:00–14:30 (America/New_York, UTC−04:00)";
  const { after: mondayTime, before: weekBefore } = aNotice();
  const postponed = { kind: "postponed", before: mondayTime } as const;

  test.each<[string, Notice[], string]>([
    ["no notice", [], "This session is postponed: its date is not settled yet."],
    [
      "no new date",
      [aNotice(postponed)],
      `This session is postponed: it does not take place on ${MONDAY}. A new date will be announced.`,
    ],
    [
      "a new date, which came after the notice",
      [aNotice({ ...postponed, before: weekBefore, after: weekBefore })],
      `This session is postponed to ${MONDAY}. It was to be on Monday 8 June 2026, 13:00–14:30 (America/New_York, UTC−04:00).`,
    ],
    [
      "been postponed twice",
      [
        aNotice({ ...postponed, sequence: 3 }),
        aNotice({ ...postponed, before: weekBefore, sequence: 1 }),
        aNotice({ ...postponed, sessionId: "other", before: weekBefore, sequence: 9 }),
        aNotice({ sequence: 10 }),
      ],
      `This session is postponed: it does not take place on ${MONDAY}. A new date will be announced.`,
    ],
  ])("of a postponed session that has %s says what is known", (_name, notices, sentence) => {
    const session = aSession({ status: "postponed" });
    expect(write(session, { page }, notices)).toBe(`${sentence}\n\n${substance}`);
  });
});
