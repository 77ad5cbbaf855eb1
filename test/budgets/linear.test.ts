/** Twice the sessions are looked at twice as often, by every writer, by matching and by revising: counted, not timed. */
import { describe, expect, test } from "vitest";
import { findDocument, writeDocument } from "../../src/documents/addresses.ts";
import { DOCUMENTS } from "../../src/documents/table.ts";
import { EMPTY_LEDGER } from "../../src/programme/ledger.ts";
import { matchRecordings } from "../../src/programme/match/match-recordings.ts";
import { createProgramme } from "../../src/programme/programme.ts";
import type { PublishedSession } from "../../src/programme/publication.ts";
import { revise } from "../../src/programme/revise.ts";
import { WHOLE } from "../../src/programme/selection.ts";
import { toNewsInput } from "../matching/large-club.ts";
import { aClub, anArchivedVideo, aPublication, aReplayedSession, aSession } from "../support/builders.ts";
import { countReads } from "./reads.ts";

/** Above what is fixed: what of a feed is cut at fifty, and how often a title's day is looked at. */
const SESSIONS = 200;
/** Linear gives 2; sorting looks log n times at each, and the words of larger numbers are longer. */
const MAX_GROWTH = 2.3;
const DAY = 86_400_000;
const FIRST = Date.UTC(2020, 0, 6, 18);

const toFields = (at: number) => ({
  id: `s${at}`,
  number: at,
  title: `Example ${at}`,
  date: new Date(FIRST + at * DAY).toISOString().slice(0, 10),
  startsAt: FIRST + at * DAY,
  endsAt: FIRST + at * DAY + DAY / 12,
  presenters: [{ name: `Person ${at % 20}` }],
  tags: [`topic ${at % 10}`],
});
const toSessions = (count: number): PublishedSession[] =>
  Array.from({ length: count }, (_, at) =>
    aReplayedSession(toFields(at), {
      recording: { videoId: toVideoId(at), state: "replay" },
      replay: { publishedAt: FIRST + at * DAY + DAY / 2, updatedAt: FIRST + at * DAY + DAY / 2 },
    }),
  );
const toVideoId = (at: number) => `v${String(at).padStart(10, "0")}`;

/** What is looked at of so many sessions. */
type Count = (sessions: number) => number;

function expectLinear(count: Count): void {
  const [once, twice] = [count(SESSIONS), count(2 * SESSIONS)];
  expect([twice / once <= MAX_GROWTH, once > 0], `${once}, then ${twice}`).toEqual([true, true]);
}

/** A replay more, after an edition that is known still or is not. */
function countNewReplay(count: number, isAwake: boolean): number {
  const sessions = Array.from({ length: count }, (_, at) => aSession(toFields(at)));
  const archive = sessions.map(({ title, startsAt }, at) =>
    anArchivedVideo({ id: toVideoId(at), title, publishedAt: startsAt + DAY / 2 }),
  );
  const now = FIRST + (count + 1) * DAY;
  const [club, publicUrl] = [aClub(), "https://feeds.example.org"];
  const counted = countReads({ sessions, archive });
  const data = counted.value;
  const input = { club, sessions: data.sessions, publicUrl };
  const first = { ...input, archive: data.archive.slice(0, -1), previous: [] };
  const before = createProgramme(first, now);
  const { ledger, published } = revise(before, club, EMPTY_LEDGER, now);
  const next = { ...input, archive: [...data.archive], previous: before.matches };
  const readCount = counted.readCount();
  const programme = createProgramme({ ...next, ...(isAwake && { before }) }, now);
  revise(programme, club, ledger, now, isAwake ? published : undefined);
  return counted.readCount() - readCount;
}

describe("twice the sessions are looked at twice as often", () => {
  // What is said of a session is of that one: the file of its transcript is made of nothing else.
  const written = DOCUMENTS.map(({ name }) => name).filter((name) => name !== "session-transcript");

  test.each(written)("to write %s", (name) => {
    const document = findDocument(name)!;
    const selection = {
      ...WHOLE,
      ...(document.pattern.includes(":session") && { session: "s100" }),
      ...(document.pattern.includes(":year") && { year: 2020 }),
    };
    const count: Count = (sessions) => {
      const publication = aPublication();
      publication.programme.sessions = toSessions(sessions);
      const { value, readCount } = countReads(publication);
      writeDocument(document, value, selection);
      return readCount();
    };
    const [once, twice] = [count(SESSIONS), count(2 * SESSIONS)];
    expect(twice / Math.max(1, once), `${once}, then ${twice}`).toBeLessThanOrEqual(MAX_GROWTH);
  });

  test("to match one new video", () => {
    expectLinear((sessions) => {
      const { value, readCount } = countReads(toNewsInput(sessions, 1, true));
      matchRecordings(value);
      return readCount();
    });
  });

  test("to put the programme together, and to revise it with one replay more", () => {
    expectLinear((count) => countNewReplay(count, false));
  });

  test("to make an edition with one replay more from the one before", () => {
    expectLinear((count) => countNewReplay(count, true));
  });

  test("at most 41 times each with its video, where the edition before is known", () => {
    const more = countNewReplay(2 * SESSIONS, true) - countNewReplay(SESSIONS, true);
    expect(Math.ceil(more / SESSIONS)).toBe(41);
  });
});
