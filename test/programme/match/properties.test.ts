/** What holds of matching whatever the input: order, unrelated videos, stability, one to one, a person's word. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MatchableSession } from "../../../src/programme/match/match.ts";
import type { Video } from "../../../src/programme/video.ts";
import { anUpload, aTalk, matchAll } from "./support.ts";

/** Few words, so that titles collide, share and nearly match all the time. */
const WORDS =
  "kites tides bees locks bread maps chess birds keynote open evening part harbour of the 1 2".split(" ");
const NAMES = ["Ada Moreau", "Bo Lindqvist", "Chidi Abara", "Dana Kowalczyk", "Ada Lindqvist"];
/** Words that no session and no presenter has. */
const STRANGE_WORDS = "zymurgy quokka vexillology xylophone jacuzzi fjord".split(" ");

const title = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 })
  .map((words) => words.join(" "));
const names = fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 2 });

const number = fc.nat({ max: 9 });
const fields = { title, names, week: fc.nat({ max: 30 }) };
const toSession = (
  {
    title: text,
    names: presenters,
    ...others
  }: { title: string; names: string[]; week: number; number?: number },
  at: number,
): MatchableSession => aTalk(`session-${at}`, text, presenters, others);

const numberless = fc
  .array(fc.record(fields), { maxLength: 12 })
  .map((drawn) => drawn.map((one, at) => toSession(one, at)));
const sessions = fc
  .array(fc.oneof(fc.record(fields), fc.record({ ...fields, number })), { maxLength: 12 })
  .map((drawn) => drawn.map((one, at) => toSession(one, at)));

const videos: fc.Arbitrary<Video[]> = fc
  .array(
    fc.record({
      title,
      name: fc.option(fc.constantFrom(...NAMES)),
      days: fc.nat({ max: 250 }),
      prefix: fc.boolean(),
    }),
    {
      maxLength: 12,
    },
  )
  .map((drawn) =>
    drawn.map(({ title: text, name, days, prefix }, at) =>
      anUpload(
        `video-${at}`,
        `${prefix ? "Club 2026 | " : ""}${text}${name === null ? "" : ` - ${name}`}`,
        days,
      ),
    ),
  );

const strangers: fc.Arbitrary<Video[]> = fc
  .array(
    fc.record({
      title: fc.array(fc.constantFrom(...STRANGE_WORDS), { minLength: 1, maxLength: 6 }),
      days: fc.integer({ min: -100, max: 400 }),
      prefix: fc.boolean(),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((drawn) =>
    drawn.map(({ title: words, days, prefix }, at) =>
      anUpload(`stranger-${at}`, `${prefix ? "Club 2026 | " : ""}${words.join(" ")}`, days, words.join(" ")),
    ),
  );

const shuffled = <T>(values: readonly T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...values], { minLength: values.length, maxLength: values.length });

describe("matching", () => {
  it("does not depend on the order of the input", () => {
    const inputs = fc.tuple(sessions, videos).chain(([someSessions, someVideos]) =>
      fc.record({
        someSessions: fc.constant(someSessions),
        someVideos: fc.constant(someVideos),
        otherSessions: shuffled(someSessions),
        otherVideos: shuffled(someVideos),
      }),
    );
    fc.assert(
      fc.property(inputs, ({ someSessions, someVideos, otherSessions, otherVideos }) => {
        expect(matchAll(otherSessions, otherVideos)).toEqual(matchAll(someSessions, someVideos));
      }),
    );
  });

  it("gives the same again from the same input", () => {
    fc.assert(
      fc.property(sessions, videos, (someSessions, someVideos) => {
        const first = matchAll(someSessions, someVideos);
        expect(matchAll(structuredClone(someSessions), structuredClone(someVideos))).toEqual(first);
      }),
    );
  });

  it("changes no match when an unrelated video is added", () => {
    fc.assert(
      fc.property(sessions, videos, strangers, (someSessions, someVideos, others) => {
        const { matches } = matchAll(someSessions, someVideos);
        expect(matchAll(someSessions, [...others, ...someVideos]).matches).toEqual(matches);
      }),
    );
  });

  // A number that comes into a title is the organisers' word: sessions without one, here.
  it("keeps every match, word for word, when all titles are edited and more videos come", () => {
    fc.assert(
      fc.property(numberless, videos, videos, title, (someSessions, someVideos, more, text) => {
        const { matches } = matchAll(someSessions, someVideos);
        const renamed = someSessions.map((session) => ({ ...session, title: text }));
        const edited = someVideos.map((video) => ({ ...video, title: text, description: text }));
        const added = more.map((video) => ({ ...video, id: `more-${video.id}` }));
        const after = matchAll(renamed, [...added, ...edited], { previous: matches });
        const ids = new Set(matches.map(({ sessionId }) => sessionId));
        expect(after.matches.filter(({ sessionId }) => ids.has(sessionId))).toEqual(matches);
      }),
    );
  });

  it("is settled: what was matched before and nothing else is matched again", () => {
    fc.assert(
      fc.property(sessions, videos, (someSessions, someVideos) => {
        const { matches } = matchAll(someSessions, someVideos);
        const again = matchAll(someSessions, someVideos, { previous: matches });
        const ids = new Set(matches.map(({ sessionId }) => sessionId));
        expect(again.matches.filter(({ sessionId }) => ids.has(sessionId))).toEqual(matches);
      }),
    );
  });

  it("gives each session one video at most, each video one session, and accounts for every video", () => {
    fc.assert(
      fc.property(sessions, videos, (someSessions, someVideos) => {
        const { matches, unmatched } = matchAll(someSessions, someVideos);
        expect(new Set(matches.map(({ sessionId }) => sessionId)).size).toBe(matches.length);
        const accounted = [...matches, ...unmatched].map(({ videoId }) => videoId);
        expect(accounted.toSorted()).toEqual(someVideos.map(({ id }) => id).toSorted());
      }),
    );
  });

  it("obeys a person's word, whatever else speaks", () => {
    fc.assert(
      fc.property(sessions, videos, fc.nat(), fc.nat(), (someSessions, someVideos, which, what) => {
        fc.pre(someSessions.length > 0 && someVideos.length > 0);
        const chosen = which % someSessions.length;
        const videoId = someVideos[what % someVideos.length]!.id;
        const previous = matchAll(someSessions, someVideos).matches;
        const said = someSessions.map((session, at) =>
          at === chosen ? { ...session, replay: { videoId } } : session,
        );
        const { matches } = matchAll(said, someVideos, { previous });
        const about = matches.filter(
          (match) => match.sessionId === `session-${chosen}` || match.videoId === videoId,
        );
        expect(about).toEqual([
          { sessionId: `session-${chosen}`, videoId, rule: "replay", evidence: "the session file names it" },
        ]);
      }),
    );
  });
});
