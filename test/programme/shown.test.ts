import { afterEach, describe, expect, test } from "vitest";
import { DAY, SECOND, type Instant } from "../../src/programme/instant.ts";
import {
  EMPTY_LEDGER,
  LOST_PUBLISHED,
  type Ledger,
  type SessionRecord,
  type Standing,
} from "../../src/programme/ledger.ts";
import { createProgramme, type ArchivedVideo } from "../../src/programme/programme.ts";
import { revise } from "../../src/programme/revise.ts";
import type { NoticeTime } from "../../src/programme/revision.ts";
import type { Session } from "../../src/programme/session.ts";
import { isStillShown, LATER_MEMBERS, toShowing, toShown } from "../../src/programme/shown.ts";
import { aClub, aNotice, anArchivedVideo, aSession } from "../support/builders.ts";

const NOW = aSession().startsAt - 10 * DAY;

/** Code that has learnt of members since, each counted from its shape on. */
const learn = (members: Record<string, number>) => Object.assign(LATER_MEMBERS, members);
const forget = () => {
  for (const name of Object.keys(LATER_MEMBERS)) Reflect.deleteProperty(LATER_MEMBERS, name);
};
/** Those of the model as it is; the tests begin with none. */
const TODAY = { ...LATER_MEMBERS };
forget();
afterEach(forget);

/** Other code is another process, with objects of its own. */
function publish(
  ledger: Ledger,
  sessions: Session[],
  now: Instant,
  archive: ArchivedVideo[] = [],
  club = aClub(),
) {
  const data = structuredClone({ sessions, archive });
  const input = { club, ...data, previous: [], publicUrl: "https://feeds.example.org" };
  return revise(createProgramme(input, now), club, structuredClone(ledger), now);
}

describe("fingerprints of what is shown", () => {
  test("are the bare fingerprint in the first shape, and say a later one", () => {
    const value = { title: "A", paper: { doi: "10.1" } };
    const first = toShown({ title: "A", paper: {} });
    learn({ doi: 2 });
    expect([first, toShown(value), toShown(value, 1)]).toEqual([
      expect.stringMatching(/^[\da-z]+$/),
      expect.stringMatching(/^2:[\da-z]+$/),
      first,
    ]);
  });

  test("are compared in the shape they were made in", () => {
    const known = toShown({ title: "A", paper: {} });
    learn({ doi: 2 });
    expect([
      isStillShown(known, toShowing({ title: "A", paper: { doi: "10.1" } })),
      isStillShown(known, toShowing({ title: "B", paper: { doi: "10.1" } })),
    ]).toEqual([true, false]);
  });

  test("of a shape that is not known, or of none, count as still shown", () => {
    expect(["3:abc", "", "{", "0:abc"].map((known) => isStillShown(known, toShowing(1)))).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });
});

/** Every member, so that the compiler asks for the next one here; but for what stands in the place of others then. */
const WHOLE: Required<Omit<Session, "written">> = {
  ...aSession(),
  number: 21,
  presenters: [{ name: "A", affiliation: "B", x: "c", url: "https://d.example" }],
  chair: [{ name: "A", affiliation: "B", x: "c", url: "https://d.example" }],
  papers: [{ title: "A", arxiv: "2601.00001", url: "https://d.example" }],
  talks: [{ title: "A", presenters: [], papers: [], replay: { videoId: "videoAAAAA0" } }],
  join: "https://meet.example",
  passcode: "1",
  stream: "https://live.example",
  location: "Room 1",
  replay: { videoId: "videoAAAAA0" },
  otherReplays: [{ videoId: "vimeo.1", url: "https://vimeo.com/1" }],
  slides: "https://slides.example",
  code: "https://code.example",
  links: [{ title: "A", url: "https://d.example" }],
  inLanguage: "fr",
  tags: ["a"],
  announcedAt: 0,
};
const TIME: Required<NoticeTime> = { startsAt: 1, endsAt: 2, timeZone: "UTC", isAllDay: false };
const STANDING: Required<Standing> = { ...TIME, status: "scheduled", place: "[]", recording: null };

test("a member that is new in what is published is named among the later ones", () => {
  learn(TODAY);
  expect(toShown([aClub(), WHOLE, STANDING, aNotice()], 1), "write the new member into LATER_MEMBERS").toBe(
    "hfhn29rxak",
  );
});

test("a formula that is rendered otherwise changes nothing, and one that is written otherwise does", () => {
  const old = aSession({ title: "On $k$", abstract: { html: "<p>$x_t$</p>", text: "$x_t$" } });
  const { ledger } = publish(EMPTY_LEDGER, [old], NOW);
  const written = { title: old.title, abstract: old.abstract };
  const abstract = { html: "<p>x_t</p>", text: "x_t", page: "<p><math></math></p>" };
  const rendered: Session = { ...old, title: "On k", abstract, written };
  expect(publish(ledger, [rendered], NOW + DAY).ledger).toEqual(ledger);
  const corrected = {
    ...rendered,
    written: { ...written, abstract: { html: "<p>$x_s$</p>", text: "$x_s$" } },
  };
  const { published } = publish(ledger, [corrected], NOW + DAY);
  expect(published.sessions[0]?.announcement).toEqual({ publishedAt: NOW, updatedAt: NOW + DAY });
});

test("talks with formulas are compared as written, with their replays", () => {
  const replay = { videoId: "videoAAAAA0" };
  const talks = [{ title: "On $k$", presenters: [], papers: [], replay }];
  const papers = [{ title: "About $k$" }];
  const old = aSession({ talks, papers, replay });
  const archive = [anArchivedVideo({ firstSeenAt: NOW })];
  const { ledger } = publish(EMPTY_LEDGER, [old], NOW, archive);
  const readable = { talks: [{ ...talks[0]!, title: "On k" }], papers: [{ title: "About k" }] };
  const rendered: Session = { ...old, ...readable, written: { talks, papers } };
  expect(publish(ledger, [rendered], NOW + DAY, archive).ledger).toEqual(ledger);
});

describe("a record made before a member was known", () => {
  const archive = [{ ...anArchivedVideo({ id: "videoBBBBB0", title: "Alone" }), firstSeenAt: NOW - DAY }];
  const old = publish(EMPTY_LEDGER, [aSession()], NOW, archive);
  const later: Session[] = [Object.assign(aSession(), { language: "fr" })];
  const laterClub = Object.assign(aClub(), { motto: "Read." });

  test("raises nothing, moves nothing, and is brought into the present shape", () => {
    learn({ language: 2, motto: 2 });
    const { ledger, published } = publish(old.ledger, later, NOW + DAY, archive, laterClub);
    expect({
      ...published,
      sessions: published.sessions.map((session) => ({ ...session, session: aSession() })),
    }).toEqual(old.published);
    expect([
      ledger.sessions.get("s21")?.shown,
      ...[...ledger.entries.values()].map(({ shown }) => shown),
      ledger.published?.fingerprint,
    ]).toEqual(Array.from({ length: 4 }, () => expect.stringMatching(/^2:/)));
    expect(publish(ledger, later, NOW + 2 * DAY, archive, laterClub).ledger).toEqual(ledger);
  });

  test("tells what else has changed, as ever", () => {
    learn({ language: 2 });
    const retitled = [{ ...later[0]!, title: "Corrected" }];
    const { published } = publish(old.ledger, retitled, NOW + DAY, archive);
    expect([
      published.sessions[0]?.announcement,
      published.sessions[0]?.revision,
      published.changedAt,
    ]).toEqual([
      { publishedAt: NOW, updatedAt: NOW + DAY },
      { firstSeenAt: NOW, lastChangedAt: NOW + DAY, sequence: 0 },
      NOW + DAY,
    ]);
  });

  test("is told from then on when the new member changes", () => {
    learn({ language: 2 });
    const { ledger } = publish(old.ledger, later, NOW + DAY, archive);
    const changed: Session[] = [Object.assign(aSession(), { language: "de" })];
    const { published } = publish(ledger, changed, NOW + 2 * DAY, archive);
    expect(published.sessions[0]?.announcement.updatedAt).toBe(NOW + 2 * DAY);
  });
});

describe("a record that lacks a member of its standing", () => {
  const { ledger } = publish(EMPTY_LEDGER, [aSession({ join: "https://meet.example" })], NOW);
  const record = ledger.sessions.get("s21")!;
  const without = (names: (keyof Standing)[], shown = record.shown): Ledger => {
    const standing = Object.fromEntries(
      Object.entries(record.standing).filter(([name]) => !names.some((other) => other === name)),
    );
    const sessions = new Map<string, SessionRecord>([["s21", { ...record, standing, shown }]]);
    return { ...ledger, sessions };
  };

  test("is filled in and raises nothing", () => {
    const revised = publish(
      without(["place", "isAllDay"]),
      [aSession({ join: "https://meet.example" })],
      NOW + DAY,
    );
    expect(revised.ledger).toEqual(ledger);
  });

  test("raises SEQUENCE only when a member both know has changed, and tells no move by what it lacks", () => {
    const retitled = publish(without(["startsAt", "place"]), [aSession({ title: "Corrected" })], NOW + DAY);
    const cancelled = publish(without(["place"]), [aSession({ status: "cancelled" })], NOW + DAY);
    expect(
      [retitled, cancelled].map(({ published }) => [
        published.sessions[0]?.revision.sequence,
        published.notices.map(({ kind }) => kind),
      ]),
    ).toEqual([
      [0, []],
      [1, ["cancelled"]],
    ]);
  });

  test("of another code's standing, the members that this one does not know are no change", () => {
    const standing = { ...record.standing, venue: "A" };
    const sessions = new Map<string, SessionRecord>([["s21", { ...record, standing, shown: "7:abc" }]]);
    const { published } = publish({ ...ledger, sessions }, [aSession({ title: "Corrected" })], NOW + DAY);
    expect(published.sessions[0]?.revision).toEqual(record.revision);
  });
});

const lacking = <T>(map: ReadonlyMap<string, T>, key: string) =>
  new Map([...map].filter(([name]) => name !== key));

describe("a ledger that has lost something", () => {
  const END = aSession().endsAt;
  const video = anArchivedVideo({ id: "videoAAAAA0", title: "S21 | Uniform", publishedAt: END + DAY });
  const later = aSession({
    id: "s22",
    number: 22,
    title: "Next",
    startsAt: END + 30 * DAY,
    endsAt: END + 31 * DAY,
  });
  const moved = { ...later, startsAt: later.startsAt + DAY, endsAt: later.endsAt + DAY };
  const first = publish(EMPTY_LEDGER, [aSession(), later], NOW);
  const second = publish(first.ledger, [aSession(), moved], NOW + DAY);
  const seenAt = END + 2 * DAY;
  const archive = [{ ...video, firstSeenAt: seenAt }];
  const before = publish(second.ledger, [aSession(), moved], seenAt, archive);
  const again = (ledger: Partial<Ledger>, now = seenAt + 9 * DAY) =>
    publish({ ...before.ledger, ...ledger }, [aSession(), moved], now, archive);

  test.each([...before.ledger.entries.keys()])("gives the entry %s its date back", (key) => {
    const { ledger } = again({ entries: lacking(before.ledger.entries, key) });
    expect(ledger.entries.get(key)?.dates.publishedAt).toBe(
      before.ledger.entries.get(key)?.dates.publishedAt,
    );
  });

  test("dates a replay named by a person, whose entry is lost, with the end of its session", () => {
    const named = aSession({ replay: { videoId: "videoAAAAA0" } });
    const known = publish(first.ledger, [named], seenAt);
    const entries = lacking(known.ledger.entries, "video/videoAAAAA0");
    const { published } = publish({ ...known.ledger, entries }, [named], seenAt + DAY);
    expect(published.sessions[0]?.replay?.publishedAt).toBe(END);
  });

  test("keeps the dates of a session whose record is lost, and the sequence its notices told", () => {
    const { published } = again({ sessions: lacking(before.ledger.sessions, "s22") });
    expect(published).toEqual(before.published);
    expect(published.sessions[1]?.revision.sequence).toBe(1);
  });

  test("changes nothing when the mark of what was published is lost", () => {
    expect(again({ published: LOST_PUBLISHED })).toEqual(before);
  });

  test("dates a past session that is new before its start, also when that mark is lost", () => {
    const new21 = aSession({
      id: "s1",
      number: 1,
      title: "Early",
      startsAt: NOW - DAY,
      endsAt: NOW - DAY + SECOND,
    });
    const { published } = publish(
      { ...before.ledger, published: LOST_PUBLISHED },
      [aSession(), moved, new21],
      seenAt + DAY,
    );
    expect([published.sessions[0]?.announcement.publishedAt, published.changedAt]).toEqual([
      NOW - 5 * DAY,
      seenAt + DAY,
    ]);
  });
});
