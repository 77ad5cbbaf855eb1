/** New properties for iCalendar (RFC 7986), on the programme of test/golden. */
import { expect, test } from "vitest";
import { WHOLE } from "../../src/programme/selection.ts";
import { CLUB, PUBLIC_URL, PUBLICATION } from "../golden/programme.ts";
import { textOf } from "../support/documents.ts";
import { linesOf } from "../support/parse-calendar.ts";

const calendar = textOf("calendar", PUBLICATION, { ...WHOLE, show: "sessions" });

test("5.1: NAME, and what older clients read for it", () => {
  expect([linesOf(calendar, "NAME"), linesOf(calendar, "X-WR-CALNAME")]).toEqual([
    [`NAME:${CLUB.name}: sessions`],
    [`X-WR-CALNAME:${CLUB.name}: sessions`],
  ]);
});

test("5.7: REFRESH-INTERVAL says its value type, and what Outlook reads for it", () => {
  expect([linesOf(calendar, "REFRESH-INTERVAL"), linesOf(calendar, "X-PUBLISHED-TTL")]).toEqual([
    ["REFRESH-INTERVAL;VALUE=DURATION:PT1H"],
    ["X-PUBLISHED-TTL:PT1H"],
  ]);
});

test("5.8: SOURCE is the calendar's own address", () => {
  expect(linesOf(calendar, "SOURCE")).toEqual([`SOURCE;VALUE=URI:${PUBLIC_URL}/calendar.ics?show=sessions`]);
});

test("5.11: CONFERENCE is where to join or watch a session that is still to come, and says its value type", () => {
  const expected = [
    ["Join", "https://meet.example/j/12?pwd=a,b;c&lang=en"],
    ["Live stream", "https://www.youtube.com/watch?v=video-live1"],
    ["Join", "https://meet.example/j/13?pwd=a,b;c&lang=en"],
    ["Join", "https://meet.example/j/17?pwd=a,b;c&lang=en"],
    ["Live stream", "https://peertube.example/w/2b8TTkuVDbbyQmvqhMcwLD"],
    ...[14, 10, 11].map((n) => ["Join", `https://meet.example/j/${n}?pwd=a,b;c&lang=en`]),
  ];
  expect(linesOf(calendar, "CONFERENCE")).toEqual(
    expected.map(([label, address]) => `CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL=${label}:${address}`),
  );
});
