/** One edition after the other: each is made from the one before, is what it would be without it, and keeps what stayed. */
import { isDeepStrictEqual } from "node:util";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DAY, HOUR, type Instant } from "../../src/programme/instant.ts";
import { EMPTY_LEDGER, isListed, isReplayed, type Ledger } from "../../src/programme/ledger.ts";
import type { Match } from "../../src/programme/match/match.ts";
import { toNews } from "../../src/programme/news.ts";
import { createProgramme, type ArchivedVideo, type Programme } from "../../src/programme/programme.ts";
import type { PublishedProgramme } from "../../src/programme/publication.ts";
import { revise } from "../../src/programme/revise.ts";
import type { Session } from "../../src/programme/session.ts";
import { aClub, anArchivedVideo, aSession } from "../support/builders.ts";

const club = aClub();
const START = aSession().startsAt;
const WEEK = 7 * DAY;

/** What an edition is made of. */
interface Data {
  sessions: Session[];
  vanished: Session[];
  archive: ArchivedVideo[];
  now: Instant;
}

interface Edition {
  programme: Programme;
  published: PublishedProgramme;
}

/** What is there when it is made. */
interface Known {
  ledger: Ledger;
  matches: readonly Match[];
  edition?: Edition | undefined;
}

function publish({ now, ...data }: Data, { ledger, matches, edition }: Known) {
  const programme = createProgramme(
    {
      club,
      ...data,
      previous: matches,
      isReplayed: (videoId) => isReplayed(ledger.sessions, videoId),
      isListed: (videoId) => isListed(ledger.entries, videoId),
      publicUrl: "https://feeds.example.org",
      before: edition?.programme,
    },
    now,
  );
  const revised = revise(programme, club, ledger, now, edition?.published);
  const news = toNews(ledger, revised.published, now, edition?.published);
  return { programme, ...revised, news };
}

/** Publishes as the Publisher does while it is awake. */
class Story {
  #known: Known = { ledger: EMPTY_LEDGER, matches: [] };

  /** What there is before the next edition. */
  get known(): Known {
    return this.#known;
  }

  publish(data: Data) {
    const made = publish(data, this.#known);
    this.#known = { ledger: made.ledger, matches: made.programme.matches, edition: made };
    return made;
  }
}

const TITLES = ["Kites in Wind", "Reading Tides", "Bees at Night", "Kites at Night", "Locks"];
const title = fc.constantFrom(...TITLES);
const at = fc.nat({ max: 5 });
const toVideoId = (name: number) => `video${name}AAAAA`;

function aTalk(name: number, fields: Partial<Session> = {}): Session {
  const startsAt = START + name * WEEK;
  const { number: _number, ...session } = aSession({
    id: `session-${name}`,
    title: TITLES[name % TITLES.length]!,
    startsAt,
    endsAt: startsAt + HOUR,
    presenters: [],
  });
  return { ...session, ...fields };
}

const someFields: fc.Arbitrary<Partial<Session>> = fc.oneof(
  fc.record({ title }),
  fc.record({ number: fc.nat({ max: 3 }) }),
  fc.record({ status: fc.constantFrom("scheduled", "cancelled", "postponed", "tentative") }),
  fc.record({ join: fc.constantFrom("https://meet.example", "https://other.example") }),
  fc.record({ abstract: fc.constant({ html: "<p>New.</p>", text: "New." }) }),
  fc.record({ replay: at.map((name) => ({ videoId: toVideoId(name) })) }),
  fc.record({ replay: fc.constant({ videoId: "vimeo.1", url: "https://vimeo.com/1" }) }),
  fc.record({ replay: fc.constant("none" as const) }),
  fc.record({ stream: at.map((name) => `https://www.youtube.com/live/${toVideoId(name)}`) }),
  fc
    .integer({ min: -3, max: 3 })
    .map((days) => ({ startsAt: START + days * DAY, endsAt: START + days * DAY + HOUR })),
);

const someVideo: fc.Arbitrary<Partial<ArchivedVideo>> = fc.record(
  {
    title: fc.oneof(
      title,
      title.map((text) => `Club | ${text}`),
      fc.nat({ max: 3 }).map((number) => `S${number} | On stage`),
    ),
    description: at.map((name) => `https://feeds.example.org/sessions/session-${name}`),
    publishedAt: fc.integer({ min: -20, max: 60 }).map((days) => START + days * DAY),
    isShort: fc.boolean(),
    isUndated: fc.constant(true as const),
    ownerId: fc.constant("UCother"),
  },
  { requiredKeys: ["title", "publishedAt"] },
);

type Step = (data: Data) => Data;

/** A new object, where that is different. */
function toChanged<T extends object>(before: T, fields: Partial<T>): T {
  const after = { ...before, ...fields };
  return isDeepStrictEqual(before, after) ? before : after;
}

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(at, someFields).map(([name, fields]): Step => ({ sessions, ...data }) => ({
    ...data,
    sessions: sessions.map((one) => (one.id === `session-${name}` ? toChanged(one, fields) : one)),
  })),
  at.map((name): Step => ({ sessions, vanished, ...data }) => {
    const isThere = [...sessions, ...vanished].some(({ id }) => id === `session-${name}`);
    return { ...data, vanished, sessions: isThere ? sessions : [...sessions, aTalk(name)] };
  }),
  at.map((name): Step => ({ sessions, vanished, ...data }) => {
    const { gone = [], left = [] } = Object.groupBy(sessions, ({ id }) =>
      id === `session-${name}` ? "gone" : "left",
    );
    return { ...data, sessions: left, vanished: [...vanished, ...gone] };
  }),
  fc.tuple(at, someVideo).map(([name, fields]): Step => ({ archive, now, ...data }) => {
    const id = toVideoId(name);
    const shown = anArchivedVideo({ ...fields, id, firstSeenAt: now });
    const before = archive.find((video) => video.id === id);
    const others = archive.filter((video) => video !== before);
    return {
      ...data,
      now,
      archive: [
        ...others,
        before === undefined ? shown : toChanged(before, { ...shown, firstSeenAt: before.firstSeenAt }),
      ],
    };
  }),
  fc.constantFrom(HOUR, DAY, WEEK).map((time): Step => ({ now, ...data }) => ({ ...data, now: now + time })),
);

const steps = fc.array(step, { minLength: 1, maxLength: 12 });
const FIRST: Data = {
  sessions: [0, 1, 2, 3].map((name) => aTalk(name)),
  vanished: [],
  archive: [0, 1].map((name) =>
    anArchivedVideo({ id: toVideoId(name), title: TITLES[name]!, publishedAt: START + name * WEEK + DAY }),
  ),
  now: START + DAY,
};

describe("whatever changes, an edition made from the one before", () => {
  test("is the one made of the same without it", () => {
    fc.assert(
      fc.property(steps, (some) => {
        const story = new Story();
        let data = FIRST;
        for (const change of [(first: Data) => first, ...some]) {
          data = change(data);
          const { edition: _edition, ...known } = story.known;
          const anew = publish(structuredClone(data), structuredClone(known));
          expect(story.publish(data)).toEqual(anew);
        }
      }),
    );
  });

  test("has the same object wherever nothing changed", () => {
    fc.assert(
      fc.property(steps, (some) => {
        const story = new Story();
        let data = FIRST;
        let before = story.publish(data);
        for (const change of some) {
          data = change(data);
          const after = story.publish(data);
          expect(findCopies(toParts(before), toParts(after))).toEqual([]);
          before = after;
        }
      }),
    );
  });
});

/** All that writers may know again, by where it stands, and the lists of it. */
function toParts({ programme, published }: Edition): Map<string, object> {
  const { sessions, standAloneVideos, notices } = published;
  return new Map<string, object>([
    ["all", published],
    ["sessions", sessions],
    ["videos", standAloneVideos],
    ["notices", notices],
    ["matches", programme.matches],
    ...programme.sessions.map((one) => [`programme ${one.session.id}`, one] as const),
    ...sessions.map((one) => [one.session.id, one] as const),
    ...sessions.flatMap(({ session: { id }, recording }) =>
      recording === null ? [] : [[`recording of ${id}`, recording] as const],
    ),
    ...standAloneVideos.map((one) => [one.video.id, one] as const),
    ...notices.map((one) => [`${one.sessionId} ${one.sequence}`, one] as const),
  ]);
}

/** What is equal and another object. */
function findCopies(before: Map<string, object>, after: Map<string, object>): string[] {
  return [...after]
    .filter(([name, part]) => before.get(name) !== part && isDeepStrictEqual(before.get(name), part))
    .map(([name]) => name);
}

test("one replay at 1,000 sessions makes one session new, and the list of them", () => {
  const sessions = Array.from({ length: 1_000 }, (_, name) => aTalk(name, { number: name }));
  const archive = sessions.map(({ number, endsAt }) =>
    anArchivedVideo({ id: toVideoId(number!), title: `S${number} | Talk`, publishedAt: endsAt }),
  );
  const story = new Story();
  const data = { sessions, vanished: [], now: START + 1_000 * WEEK };
  const before = toParts(story.publish({ ...data, archive: archive.slice(0, -1) }));
  const after = toParts(story.publish({ ...data, archive }));
  const changed = [...after].filter(([name, part]) => before.get(name) !== part).map(([name]) => name);
  expect(changed).toEqual([
    "all",
    "sessions",
    "matches",
    "programme session-999",
    "session-999",
    "recording of session-999",
  ]);
});
