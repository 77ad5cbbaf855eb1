import { describe, expect, test } from "vitest";
import type { CalendarEvent } from "../../../src/formats/icalendar/event.ts";
import { joinYears, type DescribedEvent } from "../../../src/formats/icalendar/join-years.ts";

const anEvent = (year: number, name: string): CalendarEvent => ({
  year,
  timeZone: null,
  before: `<${name}:`,
  after: ">",
  bytes: 0,
  describe: () => ({ lines: "", bytes: 0 }),
});
const describeAs = (event: CalendarEvent, lines: string): DescribedEvent => ({
  event,
  description: { lines, bytes: lines.length },
});
const join = (events: readonly DescribedEvent[]) => [...joinYears(events)];

const first = describeAs(anEvent(2025, "a"), "1");
const second = describeAs(anEvent(2025, "b"), "2");
const later = describeAs(anEvent(2026, "c"), "3");

describe("the events of a calendar", () => {
  test("are a text for each year, in their order", () => {
    expect([join([first, second, later]), join([])]).toEqual([["<a:1><b:2>", "<c:3>"], []]);
  });

  test.each<[string, DescribedEvent[], string[]]>([
    ["one has come", [first, second, describeAs(anEvent(2025, "d"), "4")], ["<a:1><b:2><d:4>"]],
    ["one has gone", [first], ["<a:1>"]],
    ["the first has gone", [second], ["<b:2>"]],
    [
      "one is another, described as before",
      [first, { ...second, event: anEvent(2025, "B") }],
      ["<a:1><B:2>"],
    ],
    ["one says something else", [first, describeAs(second.event, "other")], ["<a:1><b:other>"]],
    ["they have changed places", [second, first], ["<b:2><a:1>"]],
    ["they are as they were", [{ ...first }, { ...second }], ["<a:1><b:2>"]],
  ])("are what they are now, and not what was written before: %s", (_name, now, expected) => {
    join([first, second]);
    expect(join(now)).toEqual(expected);
  });
});
