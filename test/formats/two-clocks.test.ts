import { afterEach, expect, test, vi } from "vitest";
import { WHOLE } from "../../src/programme/selection.ts";
import { PROGRAMME, PUBLICATION } from "../golden/programme.ts";
import { aPublishedProgramme } from "../support/builders.ts";
import { textOf } from "../support/documents.ts";

const EMPTY = aPublishedProgramme({ sessions: [] });

const WRITERS: [string, () => string][] = [
  ["RSS", () => textOf("rss", PUBLICATION)],
  ["Atom", () => textOf("atom", PUBLICATION)],
  ["JSON Feed", () => textOf("json", PUBLICATION)],
  ["iCalendar", () => textOf("calendar", PUBLICATION, { ...WHOLE, alarm: 15 })],
  [
    "iCalendar of one session",
    () => textOf("session-calendar", PUBLICATION, { ...WHOLE, session: PROGRAMME.sessions[0]!.session.id }),
  ],
  ["OPML", () => textOf("opml", PUBLICATION)],
  ["RSS without entries", () => textOf("rss", { ...PUBLICATION, programme: EMPTY })],
  ["Atom without entries", () => textOf("atom", { ...PUBLICATION, programme: EMPTY })],
  ["iCalendar without events", () => textOf("calendar", { ...PUBLICATION, programme: EMPTY })],
];

afterEach(() => {
  vi.useRealTimers();
});

test.each(WRITERS)("%s is the same bytes at any time", (_name, write) => {
  const documents = ["1999-12-31T23:59:59Z", "2026-06-16T12:00:00Z", "2049-02-03T04:05:06Z"].map((now) => {
    vi.useFakeTimers({ now: new Date(now) });
    return write();
  });
  expect(new Set(documents).size).toBe(1);
});
