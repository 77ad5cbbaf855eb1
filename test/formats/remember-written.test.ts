import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findDocument, toLeftOut, writeDocument } from "../../src/documents/addresses.ts";
import { rememberWritten } from "../../src/formats/remember-written.ts";
import { MAX_EVENTS } from "../../src/formats/icalendar/fit-events.ts";
import type { Publication, PublishedSession } from "../../src/programme/publication.ts";
import { WHOLE, type Selection } from "../../src/programme/selection.ts";
import {
  aClub,
  aNotice,
  aPublication,
  aPublishedProgramme,
  aPublishedSession,
  aRecording,
  aReplayedSession,
  aSession,
  someDates,
} from "../support/builders.ts";

describe("what is remembered", () => {
  const place = { club: aClub(), publicUrl: "https://feeds.example.org" };
  const published = aPublishedSession();
  const elsewhere = { ...place, publicUrl: "https://other.example.org" };

  test.each<[string, PublishedSession, typeof place, boolean]>([
    ["the same session for the same club at the same address", published, place, true],
    ["another session that says the same", aPublishedSession(), place, false],
    ["a session for a club that says something else", published, { ...place, club: aClub() }, false],
    ["a session at another address", published, elsewhere, false],
  ])("%s", (_name, one, where, isRemembered) => {
    const write = rememberWritten(() => ({}));
    const before = write(published, place);
    expect(write(one, where) === before).toBe(isRemembered);
  });
});

const DAY = 86_400_000;
const COUNT = 12;

/** What may happen to a session from one edition to the next. */
const CHANGES: Record<string, (published: PublishedSession) => PublishedSession> = {
  replay: ({ session }) =>
    aReplayedSession(session, { recording: aRecording({ videoId: `v-${session.id}` }) }),
  live: ({ session }) => aPublishedSession(session, { recording: aRecording({ state: "live" }) }),
  title: ({ session, ...rest }) => ({ ...rest, session: { ...session, title: `${session.title}, anew` } }),
  cancelled: ({ session, ...rest }) => ({ ...rest, session: { ...session, status: "cancelled" } }),
  postponed: ({ session, ...rest }) => ({ ...rest, session: { ...session, status: "postponed" } }),
};

const aSeries = (count = COUNT, words = 20) =>
  Array.from({ length: count }, (_, at) => {
    const startsAt = Date.UTC(2025, 10, 3, 18) + at * 7 * DAY;
    const abstract = {
      html: "<p>What it shows.</p>",
      text: `Words, and more; é ${"word ".repeat(words * (at % 3))}`,
    };
    return aPublishedSession(
      {
        id: `s${at}`,
        number: at,
        startsAt,
        endsAt: startsAt + DAY / 12,
        tags: [`topic ${at % 2}`],
        abstract,
      },
      { announcement: someDates(startsAt - 4 * DAY - at) },
    );
  });

const edition = fc.record({
  at: fc.nat(COUNT - 1),
  change: fc.constantFrom(...Object.keys(CHANGES)),
  isTold: fc.boolean(),
  isMoved: fc.boolean(),
});

const SELECTIONS: [string, Selection][] = [
  ["calendar", WHOLE],
  ["calendar", { ...WHOLE, alarm: 15 }],
  ["calendar", { ...WHOLE, tag: "topic 1" }],
  ["calendar", { ...WHOLE, year: 2025 }],
  ["session-calendar", { ...WHOLE, session: "s3" }],
  ["rss", WHOLE],
  ["atom", { ...WHOLE, show: "replays" }],
  ["json", { ...WHOLE, tag: "topic 0" }],
  ["json", WHOLE],
];

const writeAll = (publication: Publication) => [
  ...SELECTIONS.map(([name, selection]) => writeDocument(findDocument(name)!, publication, selection)),
  toLeftOut(publication),
];

test("every edition is as one that is written of nothing before", () => {
  fc.assert(
    fc.property(fc.array(edition, { maxLength: 4 }), (editions) => {
      const publication = aPublication({ programme: aPublishedProgramme({ sessions: aSeries() }) });
      for (const { at, change, isTold, isMoved } of [
        { at: 0, change: "live", isTold: false, isMoved: false },
        ...editions,
      ]) {
        const { sessions, notices } = publication.programme;
        const published = CHANGES[change]!(sessions[at]!);
        const notice = aNotice({ sessionId: `s${at}`, kind: "postponed", sequence: notices.length + 1 });
        publication.programme = {
          ...publication.programme,
          sessions: sessions.with(at, published),
          notices: isTold ? [...notices, notice] : notices,
        };
        if (isMoved) publication.publicUrl = `${publication.publicUrl}.example`;
        expect(writeAll(publication)).toEqual(writeAll(structuredClone(publication)));
      }
    }),
    { numRuns: 20 },
  );
});

const toCalendarText = (publication: Publication) =>
  writeDocument(findDocument("calendar")!, publication, WHOLE);

test("a calendar that is full says as much of each as one that is written of nothing before", () => {
  const sessions = aSeries(300, 900);
  const publication = aPublication({ programme: aPublishedProgramme({ sessions }) });
  const before = toCalendarText(publication);
  const longer = aPublishedSession({ ...sessions[290]!.session, title: "A longer title ".repeat(500) });
  publication.programme = { ...publication.programme, sessions: sessions.with(290, longer) };
  const after = toCalendarText(publication);
  expect([after, after !== before]).toEqual([toCalendarText(structuredClone(publication)), true]);
});

test("a postponed session says what was told of it last", () => {
  const publication = aPublication({
    programme: aPublishedProgramme({ sessions: [aPublishedSession({ status: "postponed" })] }),
  });
  const before = toCalendarText(publication);
  publication.programme = { ...publication.programme, notices: [aNotice({ kind: "postponed" })] };
  const after = toCalendarText(publication);
  expect([after, after !== before]).toEqual([toCalendarText(structuredClone(publication)), true]);
});

test("after a replay one event is written, and a thousand are joined", () => {
  const sessions = Array.from({ length: MAX_EVENTS + 1 }, (_, at) =>
    aPublishedSession({ id: `s${at}`, startsAt: at * DAY, endsAt: at * DAY + DAY / 12 }),
  );
  const publication = aPublication({ programme: aPublishedProgramme({ sessions }) });
  writeAll(publication);
  let looks = 0;
  const watched = sessions.map((published) => {
    // A getter in its place tells when an event is made of it: the revision is looked at for nothing else.
    const { revision } = published;
    Object.defineProperty(published, "revision", { get: () => ((looks += 1), revision) });
    return published;
  });
  const news = aReplayedSession(aSession({ ...watched[500]!.session }));
  publication.programme = { ...publication.programme, sessions: watched.with(500, news) };
  toCalendarText(publication);
  expect(looks).toBe(0);
});
