import { describe, expect, test } from "vitest";
import { toDescription, toLinks, toLocation, toSummary } from "../../../src/formats/icalendar/event-text.ts";
import type { PublishedSession } from "../../../src/programme/publication.ts";
import { aClub, aPublishedSession, aRecording, aReplayedSession, aSession } from "../../support/builders.ts";

const page = "https://feeds.example.org/sessions/s21";
const join = "https://meet.example/1";
const watchUrl = "https://www.youtube.com/watch?v=videoAAAAA0";
const live = aRecording({ state: "live" });

describe("toLinks", () => {
  test.each<[string, PublishedSession, object]>([
    ["before, without a place online", aPublishedSession(), { page }],
    ["before", aPublishedSession({ join }), { page, join }],
    ["live", aPublishedSession({ join }, { recording: live }), { page, join, live: watchUrl }],
    ["live, streamed only", aPublishedSession({}, { recording: live }), { page, live: watchUrl }],
    ["with a replay", aReplayedSession({ join }), { page, replay: watchUrl }],
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
    ["replay after", aSession(), { page, replay: watchUrl }, `Replay: ${watchUrl}\n\n${substance}`],
    ["no link", aSession({ status: "cancelled" }), { page }, `This session is cancelled.\n\n${substance}`],
    ["no recording", aSession({ replay: "none" }), { page }, `This session is not recorded.\n\n${substance}`],
    [
      "no time",
      aSession({ isAllDay: true }),
      { page },
      `The time of day is to be announced.\n\n${substance}`,
    ],
  ])("has the %s first", (_name, session, links, description) => {
    expect(toDescription(session, links)).toBe(description);
  });
});
