/** Rules 1 to 3, their order, and what stays of matches made before. */
import { describe, expect, it } from "vitest";
import type { MatchInput, MatchableSession } from "../../../src/programme/match/match.ts";
import type { Video } from "../../../src/programme/video.ts";
import { aMatch, anUpload, aTalk, matchAll, PAGES_URL, toLeft, toLines } from "./support.ts";

interface Case {
  name: string;
  sessions: MatchableSession[];
  videos: Video[];
  fields?: Partial<MatchInput>;
  matches: string[];
  left: string[];
}

function play(cases: Case[]): void {
  it.each(cases)("$name", ({ sessions, videos, fields, matches, left }) => {
    const outcome = matchAll(sessions, videos, fields);
    expect({ matches: toLines(outcome), left: toLeft(outcome) }).toEqual({ matches, left });
  });
}

const described = (description: string) => [anUpload("video", "Monday evening", 2, description)];
const titled = (title: string, days = 9) => [anUpload("video", title, days)];

const kites = aTalk("2026-01-05-kites", "Kites in Strong Wind", ["Ada Moreau"], { number: 20 });
const tides = aTalk("2026-01-12-tides", "Reading the Tides", ["Bo Lindqvist"], { number: 21, week: 1 });

describe("rule 1, a person's word", () => {
  play([
    {
      name: "an id in the session file decides, against every likeness",
      sessions: [{ ...kites, replay: { videoId: "videoTides" } }, tides],
      videos: [
        anUpload("videoKites", "S20 | Kites in Strong Wind"),
        anUpload("videoTides", "Reading the Tides", 9),
      ],
      matches: ["2026-01-05-kites replay videoTides"],
      left: ["videoKites unlike"],
    },
    {
      name: "a video that the channel never showed is matched all the same",
      sessions: [{ ...kites, replay: { videoId: "unknown" } }],
      videos: [],
      matches: ["2026-01-05-kites replay unknown"],
      left: [],
    },
    {
      name: "two sessions may name one video that holds both talks",
      sessions: [
        { ...kites, replay: { videoId: "both" } },
        { ...tides, replay: { videoId: "both" } },
      ],
      videos: [anUpload("both", "Two evenings")],
      matches: ["2026-01-05-kites replay both", "2026-01-12-tides replay both"],
      left: [],
    },
    {
      name: "none keeps every video away",
      sessions: [{ ...kites, replay: "none" }],
      videos: [
        anUpload("videoKites", "S20 | Kites in Strong Wind", 2, `${PAGES_URL}/sessions/2026-01-05-kites`),
      ],
      matches: [],
      left: ["videoKites unlike"],
    },
    {
      name: "it holds for a cancelled session and for a Short",
      sessions: [{ ...kites, status: "cancelled", replay: { videoId: "short" } }],
      videos: [{ ...anUpload("short", "What you missed"), isShort: true }],
      matches: ["2026-01-05-kites replay short"],
      left: [],
    },
    {
      name: "it ends the match made before of either side at once",
      sessions: [{ ...kites, replay: { videoId: "videoTides" } }, tides],
      videos: [
        anUpload("videoKites", "Filmed from the pier"),
        anUpload("videoTides", "Filmed from the boat", 9),
      ],
      fields: { previous: [aMatch(kites.id, "videoKites"), aMatch(tides.id, "videoTides")] },
      matches: ["2026-01-05-kites replay videoTides"],
      left: ["videoKites unlike"],
    },
  ]);
});

describe("rule 2, an identifier in the description", () => {
  const found = { matches: ["2026-01-05-kites identifier video"], left: [] };
  const lost = { matches: [], left: ["video unlike"] };
  const sessions = [
    kites,
    tides,
    aTalk("s7", "Fog"),
    aTalk("intro", "Opening"),
    aTalk("state-of-the-art", "Now"),
  ];
  play([
    {
      name: "the session page",
      ...found,
      sessions,
      videos: described(`More: ${PAGES_URL}/sessions/2026-01-05-kites`),
    },
    {
      name: "its page without https",
      ...found,
      sessions,
      videos: described("feeds.example.org/sessions/2026-01-05-kites."),
    },
    {
      name: "its calendar",
      ...found,
      sessions,
      videos: described(`${PAGES_URL}/sessions/2026-01-05-kites.ics`),
    },
    { name: "the id as a word of its own", ...found, sessions, videos: described("(2026-01-05-kites)") },
    {
      name: "a short id labelled as one",
      sessions,
      videos: described("Session ID: s7"),
      matches: ["s7 identifier video"],
      left: [],
    },
    {
      name: "the page of a short id",
      sessions,
      videos: described(`${PAGES_URL}/sessions/s7`),
      matches: ["s7 identifier video"],
      left: [],
    },
    {
      name: "not a short id that merely stands there",
      ...lost,
      sessions,
      videos: described("Filmed on a Galaxy s7."),
    },
    { name: "not an id that is a word", ...lost, sessions, videos: described("After the intro we begin.") },
    {
      name: "not an id that is a common phrase",
      ...lost,
      sessions,
      videos: described("The state-of-the-art today."),
    },
    {
      name: "not part of a longer id",
      ...lost,
      sessions,
      videos: described(`${PAGES_URL}/sessions/2026-01-05-kites-2`),
    },
    {
      name: "not another site's page of the same short name",
      ...lost,
      sessions,
      videos: described("https://other.example/sessions/intro"),
    },
    {
      name: "not the page of the next session",
      ...lost,
      sessions,
      videos: described(`Next week: ${PAGES_URL}/sessions/2026-01-05-kites`),
    },
    {
      name: "another site's page of a short name when the club has no pages",
      ...lost,
      sessions,
      videos: described("https://other.example/sessions/intro"),
      fields: { pagesUrl: "" },
    },
    {
      name: "its page in whatever case",
      sessions,
      videos: described("FEEDS.example.org/sessions/s7"),
      fields: { pagesUrl: "https://Feeds.Example.org" },
      matches: ["s7 identifier video"],
      left: [],
    },
    {
      name: "its page beside one that the programme does not have",
      ...found,
      sessions,
      videos: described(`${PAGES_URL}/sessions/2020-01-01-gone ${PAGES_URL}/sessions/2026-01-05-kites`),
    },
    {
      name: "a video that names an open session becomes no other's, however alike",
      sessions,
      videos: [
        anUpload("first", "Kites in Strong Wind, Ada Moreau", 2, "2026-01-12-tides"),
        anUpload("second", "Monday night", 2, "2026-01-12-tides"),
      ],
      matches: [],
      left: ["first ambiguous", "second ambiguous"],
    },
    {
      name: "a video that names a session that is settled may be another's",
      sessions: [kites, { ...tides, replay: "none" }],
      videos: [anUpload("video", "Kites in Strong Wind, Ada Moreau", 2, "After 2026-01-12-tides")],
      matches: ["2026-01-05-kites title video"],
      left: [],
    },
    {
      name: "two sessions named are no match",
      ...lost,
      sessions,
      videos: described(`${PAGES_URL}/sessions/2026-01-05-kites ${PAGES_URL}/sessions/2026-01-12-tides`),
    },
    {
      name: "several videos that name one session are too close to call",
      sessions,
      videos: [
        anUpload("first", "Monday evening", 2, "2026-01-05-kites"),
        anUpload("second", "Monday night", 2, "2026-01-05-kites"),
      ],
      matches: [],
      left: ["first ambiguous", "second ambiguous"],
    },
    {
      name: "a trailer that names the session does not stand in the way",
      sessions,
      videos: [
        anUpload("talk", "Monday evening", 2, "2026-01-05-kites"),
        anUpload("trailer", "Trailer: Monday evening", 1, "2026-01-05-kites"),
      ],
      matches: ["2026-01-05-kites identifier talk"],
      left: ["trailer unlike"],
    },
    {
      name: "it goes before the number and the title",
      sessions,
      videos: [anUpload("video", "S21 | Reading the Tides", 9, `${PAGES_URL}/sessions/2026-01-05-kites`)],
      ...found,
    },
    {
      name: "a cancelled session is not matched",
      sessions: [{ ...kites, status: "cancelled" }],
      videos: described("2026-01-05-kites"),
      ...lost,
    },
  ]);
});

it("follows the pages to another address, of the same sessions and videos too", () => {
  const sessions = [aTalk("intro", "Kites", [], { week: 0 })];
  const videos = described("https://other.example/sessions/intro");
  const addresses = [PAGES_URL, "https://other.example", PAGES_URL];
  const lines = addresses.map((pagesUrl) => toLines(matchAll(sessions, videos, { pagesUrl })));
  expect(lines).toEqual([[], ["intro identifier video"], []]);
});

describe("rule 3, the number in the title", () => {
  const sessions = [kites, tides, aTalk("untold", "Fog on the Bridge", [], { week: 2 })];
  const found = { matches: ["2026-01-12-tides number video"], left: [] };
  const lost = { matches: [], left: ["video unlike"] };
  play([
    ...[
      "S21 | An evening by the sea",
      "S21: An evening by the sea",
      "[S21] An evening by the sea",
      "Example Club S21 | An evening by the sea",
      "An evening by the sea (S21)",
      "An evening by the sea #21",
      "Session 21: An evening by the sea",
      "Example Club, Session #21 – An evening by the sea",
      "S021 - An evening by the sea",
      "Ｓ２１ | An evening by the sea",
    ].map((title) => ({ name: `"${title}"`, sessions, videos: titled(title), ...found })),
    ...[
      "An evening with the Galaxy S21 telephone",
      "S21E03 | An evening by the sea",
      "An evening by the sea, part #21",
      "Poster Session 21",
      "An evening by the sea S210",
      "21 evenings by the sea",
      "S21 & S20 | Two evenings by the sea",
    ].map((title) => ({ name: `not "${title}"`, sessions, videos: titled(title), ...lost })),
    {
      name: "a session announced under one title and published under another keeps its number",
      sessions,
      videos: titled("S21 | Moon, Sun and Sea Level", 10),
      ...found,
    },
    {
      name: "an id says the number where the session has none",
      sessions: [aTalk("s20", "Kites"), aTalk("session-21", "Tides", [], { week: 1 })],
      videos: titled("S21 | Something else"),
      matches: ["session-21 number video"],
      left: [],
    },
    {
      name: "an id says no number where one id and its session's number differ",
      sessions: [aTalk("s20", "Kites", [], { number: 19 }), aTalk("s21", "Tides", [], { week: 1 })],
      videos: titled("S21 | Something else"),
      matches: [],
      left: ["video unlike"],
    },
    {
      name: "an id says no number that another session has",
      sessions: [aTalk("first", "Kites", [], { number: 21 }), aTalk("s21", "Tides", [], { week: 1 })],
      videos: titled("S21 | Something else"),
      matches: ["first number video"],
      left: [],
    },
    {
      name: "a number that two sessions have says nothing",
      sessions: [...sessions, aTalk("again", "Tides, Once More", [], { number: 21, week: 3 })],
      videos: titled("S21 | An evening by the sea"),
      ...lost,
    },
    {
      name: "two videos with one number are too close to call",
      sessions,
      videos: [anUpload("first", "S21 | An evening", 9), anUpload("second", "S21 | A morning", 9)],
      matches: [],
      left: ["first ambiguous", "second ambiguous"],
    },
    {
      name: "a trailer with the number does not stand in the way",
      sessions,
      videos: [anUpload("talk", "S21 | An evening", 9), anUpload("trailer", "S21 | Trailer", 5)],
      matches: ["2026-01-12-tides number talk"],
      left: ["trailer unlike"],
    },
    {
      name: "a part of the evening is not the evening",
      sessions,
      videos: titled("S21 | An evening by the sea, part 2"),
      matches: [],
      left: ["video ambiguous"],
    },
    {
      name: "the number of one session and the title of another contradict each other",
      sessions,
      videos: titled("S21 | Kites in Strong Wind - Ada Moreau"),
      matches: [],
      left: ["video ambiguous"],
    },
    {
      name: "the titles of both sessions contradict nothing",
      sessions,
      videos: titled("S21 | Reading the Tides and Kites in Strong Wind"),
      ...found,
    },
    {
      name: "nor does a part of another session's title",
      sessions,
      videos: titled("S21 | Kites in Strong Rain, Ada Moreau and Bo Lindqvist"),
      ...found,
    },
    {
      name: "a number that may count something else keeps no title off",
      sessions,
      videos: titled("Kites in Strong Wind, Ada Moreau #21"),
      matches: ["2026-01-05-kites title video"],
      left: [],
    },
    {
      name: "nor does one that no session has",
      sessions,
      videos: titled("S99 | Kites in Strong Wind, Ada Moreau"),
      matches: ["2026-01-05-kites title video"],
      left: [],
    },
    {
      name: "a video from months before the session is of another series",
      sessions,
      videos: titled("S21 | An evening by the sea", -90),
      ...lost,
    },
    {
      name: "a video from a year after is its recording",
      sessions,
      videos: titled("S21 | An evening by the sea", 370),
      ...found,
    },
    {
      name: "an explicit number keeps the title rule off other sessions",
      sessions: [...sessions, aTalk("again", "Moon over the Harbour", ["Cy Abara"], { week: 3 })],
      videos: [
        anUpload("one", "S21 | An evening", 9),
        anUpload("two", "S21 | Moon over the Harbour, Cy Abara", 23),
      ],
      matches: ["2026-01-12-tides number one"],
      left: ["two ambiguous"],
    },
    {
      name: "a cancelled session is not matched",
      sessions: [{ ...tides, status: "cancelled" }],
      videos: titled("S21 | Reading the Tides"),
      ...lost,
    },
  ]);
});

describe("a cancelled session", () => {
  const sessions: MatchableSession[] = [{ ...kites, status: "cancelled" }, tides];
  const [description, title] = ["2026-01-05-kites", "S20 | Kites"];
  play([
    ...[
      {
        name: "holds the stream that names it",
        videos: [anUpload("video", "Monday", -3, description)],
        rule: "identifier",
      },
      {
        name: "holds the stream that carries its number",
        videos: [anUpload("video", title, -3)],
        rule: "number",
      },
      {
        name: "holds the stream with its title",
        videos: [anUpload("video", kites.title, -3)],
        rule: "title",
      },
    ].map(({ rule, ...one }) => ({
      ...one,
      sessions,
      matches: [`2026-01-05-kites ${rule} video`],
      left: [],
    })),
    {
      name: "keeps no later video from another",
      sessions,
      videos: [anUpload("video", "Reading the Tides", 9, description)],
      matches: ["2026-01-12-tides title video"],
      left: [],
    },
    {
      name: "is no rival of a later video",
      sessions,
      videos: [anUpload("video", kites.title, 2)],
      matches: [],
      left: ["video unlike"],
    },
  ]);
});

describe("Shorts", () => {
  const short = { ...anUpload("short", "S21 | Reading the Tides", 9, "2026-01-12-tides"), isShort: true };
  play([
    { name: "are left alone", sessions: [tides], videos: [short], matches: [], left: ["short short"] },
    {
      name: "are matched where the club says so",
      sessions: [tides],
      videos: [short],
      fields: { shorts: true },
      matches: ["2026-01-12-tides identifier short"],
      left: [],
    },
  ]);
});

describe("a match made before", () => {
  const before = { previous: [aMatch(kites.id, "video")] };
  const kept = ["2026-01-05-kites title video"];
  play([
    {
      name: "stays when the video is retitled",
      sessions: [kites],
      videos: [anUpload("video", "Something else")],
      fields: before,
      matches: kept,
      left: [],
    },
    {
      name: "stays when the session is renamed and moved",
      sessions: [
        { ...kites, title: "Balloons", startsAt: kites.startsAt + 1e10, endsAt: kites.endsAt + 1e10 },
      ],
      videos: [anUpload("video", "Kites in Strong Wind")],
      fields: before,
      matches: kept,
      left: [],
    },
    {
      name: "stays when a likelier video comes, even one with the number",
      sessions: [kites],
      videos: [anUpload("video", "Evening"), anUpload("other", "S20 | Kites in Strong Wind, Ada Moreau")],
      fields: before,
      matches: kept,
      left: ["other unlike"],
    },
    {
      name: "ends when the session is gone",
      sessions: [tides],
      videos: [anUpload("video", "Evening")],
      fields: before,
      matches: [],
      left: ["video unlike"],
    },
    {
      name: "ends when the video is gone",
      sessions: [kites],
      videos: [],
      fields: before,
      matches: [],
      left: [],
    },
    {
      name: "ends when the session is cancelled",
      sessions: [{ ...kites, status: "cancelled" }],
      videos: [anUpload("video", "Kites in Strong Wind")],
      fields: before,
      matches: [],
      left: ["video unlike"],
    },
    {
      name: "stays when the session is cancelled whose stream it was to be",
      sessions: [{ ...kites, status: "cancelled" }],
      videos: [anUpload("video", "Kites in Strong Wind", -3)],
      fields: before,
      matches: kept,
      left: [],
    },
    {
      name: "ends when a person says that nothing was recorded",
      sessions: [{ ...kites, replay: "none" }],
      videos: [anUpload("video", "Kites in Strong Wind")],
      fields: before,
      matches: [],
      left: ["video unlike"],
    },
    {
      name: "ends when the video comes to name another session's page",
      sessions: [kites, tides],
      videos: [anUpload("video", "Evening", 9, `${PAGES_URL}/sessions/2026-01-12-tides`)],
      fields: before,
      matches: ["2026-01-12-tides identifier video"],
      left: [],
    },
    {
      name: "ends when the video comes to carry another session's number",
      sessions: [kites, tides],
      videos: [anUpload("video", "S21 | Evening", 9)],
      fields: before,
      matches: ["2026-01-12-tides number video"],
      left: [],
    },
    {
      name: "stays when the video merely mentions another session",
      sessions: [kites, tides],
      videos: [anUpload("video", "Evening", 9, "As in 2026-01-12-tides")],
      fields: before,
      matches: kept,
      left: [],
    },
    {
      name: "stays when the number may count something else",
      sessions: [kites, tides],
      videos: [anUpload("video", "Evening #21", 9)],
      fields: before,
      matches: kept,
      left: [],
    },
    ...[true, false].map((isReversed) => {
      const two = [aMatch(kites.id, "video"), aMatch(tides.id, "video")];
      return {
        name: `is the first by id of two that exclude each other, ${isReversed ? "in whatever order" : "as they come"}`,
        sessions: [kites, tides],
        videos: [anUpload("video", "Evening", 9)],
        fields: { previous: isReversed ? two.toReversed() : two },
        matches: kept,
        left: [],
      };
    }),
    {
      name: "is the first video by id of two of one session",
      sessions: [kites],
      videos: [anUpload("other", "Evening", 9), anUpload("video", "Evening", 9)],
      fields: { previous: [aMatch(kites.id, "video"), aMatch(kites.id, "other")] },
      matches: ["2026-01-05-kites title other"],
      left: ["video unlike"],
    },
    {
      name: "stays by its identifier whatever number the title comes to carry",
      sessions: [kites, tides],
      videos: [anUpload("video", "S21 | Evening", 9)],
      fields: { previous: [aMatch(kites.id, "video", "identifier")] },
      matches: ["2026-01-05-kites identifier video"],
      left: [],
    },
    {
      name: "ends when it was a person's word that is taken back",
      sessions: [kites],
      videos: [anUpload("video", "Evening")],
      fields: { previous: [aMatch(kites.id, "video", "replay")] },
      matches: [],
      left: ["video unlike"],
    },
    {
      name: "keeps its evidence",
      sessions: [kites],
      videos: [anUpload("video", "Kites in Strong Wind, Ada Moreau")],
      fields: before,
      matches: kept,
      left: [],
    },
  ]);
});
