import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CalendarEvent, Detail } from "../../../src/formats/icalendar/event.ts";
import { fitEvents } from "../../../src/formats/icalendar/fit-events.ts";
import { toEnd } from "../../../src/programme/steps.ts";
import type { Session } from "../../../src/programme/session.ts";
import { aPublishedSession } from "../../support/builders.ts";

/** How long an event is in each detail. */
type Sizes = Record<Detail, number>;

/** What is said of events of such sizes, the oldest first; "" is one that is gone. */
function fit(sizes: readonly Sizes[], room: number): string[] {
  const sessions = sizes.map((_, at) => aPublishedSession({ id: `s${at}` }));
  const toSize = ({ id }: Session, detail: Detail) => sizes[Number(id.slice(1))]?.[detail] ?? 0;
  const begin = ({ session }: (typeof sessions)[number]): CalendarEvent => ({
    year: 2026,
    timeZone: null,
    before: "",
    after: "",
    bytes: toSize(session, "none"),
    describe: (detail) => ({ lines: detail, bytes: toSize(session, detail) - toSize(session, "none") }),
  });
  const { events } = toEnd(fitEvents(sessions, begin, room));
  const said = events.map(({ description }) => description.lines);
  return [...sizes.slice(said.length).map(() => ""), ...said];
}

const SIZES: Sizes = { none: 10, excerpt: 20, whole: 40 };

describe("three events", () => {
  test.each([
    [121, ["whole", "whole", "whole"]],
    [120, ["excerpt", "whole", "whole"]],
    [101, ["excerpt", "whole", "whole"]],
    [100, ["excerpt", "excerpt", "whole"]],
    [61, ["excerpt", "excerpt", "excerpt"]],
    [60, ["none", "excerpt", "excerpt"]],
    [31, ["none", "none", "none"]],
    [30, ["", "none", "none"]],
    [10, ["", "", ""]],
  ])("in less than %i bytes", (room, said) => {
    expect(fit([SIZES, SIZES, SIZES], room)).toEqual(said);
  });

  test("none is told whole, however short it is, while another has no excerpt", () => {
    expect(fit([SIZES, SIZES, { none: 10, excerpt: 20, whole: 21 }], 55)).toEqual([
      "none",
      "excerpt",
      "excerpt",
    ]);
  });
});

/** The rule as it is told: all is said, then the oldest are shortened, then they lose their description, then they go. */
function shortenOldest(sizes: readonly Sizes[], room: number): string[] {
  const said: (Detail | "")[] = sizes.map(() => "whole");
  const toBytes = () =>
    said.reduce((bytes, detail, at) => bytes + (detail === "" ? 0 : (sizes[at]?.[detail] ?? 0)), 0);
  for (const shorter of ["excerpt", "none", ""] as const)
    for (const at of sizes.keys()) if (toBytes() >= room) said[at] = shorter;
  return said;
}

test("what the newest are given is what the oldest lose", () => {
  const size = fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.nat(9), fc.nat(9))
    .map(([none, more, most]) => ({ none, excerpt: none + more, whole: none + more + most }));
  fc.assert(
    fc.property(fc.array(size, { maxLength: 12 }), fc.nat(250), (sizes, room) => {
      expect(fit(sizes, room)).toEqual(shortenOldest(sizes, room));
    }),
  );
});
