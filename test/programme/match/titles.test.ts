/** Rule 4 on what clubs and channels do: an invented club, one kind of case after the other. */
import { describe, expect, it } from "vitest";
import { DAY } from "../../../src/programme/instant.ts";
import type { MatchableSession } from "../../../src/programme/match/match.ts";
import type { Video } from "../../../src/programme/video.ts";
import { anUpload, aTalk, matchAll, toLeft, toLines } from "./support.ts";

/** A season of the club and its videos, for cases that need a channel with habits. */
const SEASON: readonly (readonly [id: string, title: string, presenter: string])[] = [
  ["kites", "Kites in Strong Wind", "Ada Moreau"],
  ["tides", "Reading the Tides of Narrow Harbours", "Bo Lindqvist"],
  ["bees", "What Bees Remember of Last Summer", "Chidi Abara"],
  ["locks", "A Short History of Padlocks", "Dana Kowalczyk"],
  ["bread", "Sourdough Without Superstition", "Eun-ji Park"],
  ["maps", "Maps That Lie on Purpose", "Farid Haddad"],
  ["chess", "Endgames for Impatient Players", "Greta Olsen"],
  ["birds", "Counting Birds by Their Songs", "Hana Novakova"],
];
const seasonSessions = SEASON.map(([id, title, name], week) => aTalk(id, title, [name], { week }));
const seasonVideos = SEASON.map(([id, title, name], week) =>
  anUpload(`${id}Video`, `Harbour Club 2026 | ${title} by ${name}`, 7 * week + 2),
);
const seasonMatches = SEASON.map(([id]) => `${id} title ${id}Video`).toSorted();

/** The outcome of sessions and videos beside the season's. */
function matchBeside(sessions: MatchableSession[], videos: Video[]): { matches: string[]; left: string[] } {
  const outcome = matchAll([...seasonSessions, ...sessions], [...seasonVideos, ...videos]);
  const matches = toLines(outcome).filter((line) => !seasonMatches.includes(line));
  expect(matches.length).toBe(outcome.matches.length - seasonMatches.length);
  return { matches, left: toLeft(outcome) };
}

describe("one session, one video", () => {
  const session = aTalk("lamp", "Keeping a Lighthouse Lamp Burning", ["Zoë Şahin"], { week: 1 });
  const matched = { matches: ["lamp title video"], left: [] };
  it.each([
    "Keeping a Lighthouse Lamp Burning",
    "KEEPING A LIGHTHOUSE LAMP BURNING",
    "Zoë Şahin: Keeping a lighthouse lamp burning",
    "Keeping a Lighthouse Lamp Burning 🔦🌊 by Zoe Sahin",
    "Harbour Club 2026 – “Keeping a Lighthouse Lamp Burning”",
    "Ｋｅｅｐｉｎｇ a Lighthouse Lamp Burning",
    "Keeping a Light-House Lamp Burning",
    "Keeping a Lighthouse Lamp Buring | Zoë Şahin",
    "Keeping a Lighthouse Lamp... by Zoë Şahin",
    "Zoë Şahin explains: keep a lighthouse lamp burning (Harbour Club, 12 January 2026)",
  ])("%s", (title) => {
    expect(matchBeside([session], [anUpload("video", title, 9)])).toEqual(matched);
  });

  it.each([
    "Painting a Lighthouse",
    "Keeping Bees",
    "Zoë Şahin: What I Learnt in Twelve Years of Diving",
    "Trailer: Keeping a Lighthouse Lamp Burning",
    "Keeping a Lighthouse Lamp Burning #shorts",
    "Best of Harbour Club 2026",
  ])("not %s", (title) => {
    expect(matchBeside([session], [anUpload("video", title, 9)])).toEqual({
      matches: [],
      left: ["video unlike"],
    });
  });

  it("a session that is cancelled gets none", () => {
    const cancelled: MatchableSession = { ...session, status: "cancelled" };
    const video = anUpload("video", "Keeping a Lighthouse Lamp Burning", 9);
    expect(matchBeside([cancelled], [video])).toEqual({ matches: [], left: ["video unlike"] });
  });

  it("the title of the paper stands for that of the session", () => {
    const reading = {
      ...aTalk("reading", "Reading Evening", ["Ivo Brandt"], { week: 3 }),
      papers: [{ title: "Optics of Small Lenses" }],
    };
    const video = anUpload("video", "Harbour Club 2026 | Optics of Small Lenses", 23);
    expect(matchBeside([reading], [video])).toEqual({ matches: ["reading title video"], left: [] });
  });

  it("a name on the poster and in another alphabet is one name", () => {
    const talk = aTalk("fog", "How Fog Signals Work", ["Anna Shcherbakova"], { week: 3 });
    const video = anUpload("video", "Анна Щербакова. Как работают туманные сигналы", 23);
    expect(matchBeside([talk], [video])).toEqual({ matches: ["fog title video"], left: [] });
  });

  it("a title in a script without spaces is compared by pairs of characters", () => {
    const talk = aTalk("tea", "茶の湯の歴史と道具", ["Mika Sato"], { week: 3 });
    const video = anUpload("video", "【録画】茶の湯の歴史と道具 / Mika Sato", 23);
    expect(matchBeside([talk], [video])).toEqual({ matches: ["tea title video"], left: [] });
  });
});

describe("dates", () => {
  const session = aTalk("lamp", "Keeping a Lighthouse Lamp Burning", ["Zoë Şahin"], { week: 6 });
  it.each([
    ["the same evening", 42],
    ["a scheduled stream, published three weeks before it starts", 21],
    ["half a year later", 220],
    ["three years later", 1_140],
  ])("%s", (_, days) => {
    const video = anUpload("video", "Keeping a Lighthouse Lamp Burning - Zoë Şahin", days);
    expect(matchBeside([session], [video])).toEqual({ matches: ["lamp title video"], left: [] });
  });

  it("a video from three months before the session is none of it", () => {
    const video = anUpload("video", "Keeping a Lighthouse Lamp Burning - Zoë Şahin", -50);
    expect(matchBeside([session], [video])).toEqual({ matches: [], left: ["video unlike"] });
  });

  it("a video that says another year is none of it", () => {
    const earlier = aTalk("old", "Ropes", [], { week: -52 });
    const video = anUpload("video", "Harbour Club 2025 | Keeping a Lighthouse Lamp", 44);
    expect(matchBeside([session, earlier], [video])).toEqual({ matches: [], left: ["video unlike"] });
  });
});

describe("what tells two that are alike apart", () => {
  it("another date in the title keeps a video away that would else be taken", () => {
    const session = aTalk("knots", "Old Knots", [], { week: 6 });
    const told = ["Old Knots, 16 February", "Old Knots, 31 March", "Old Knots, 31 Marches"].map((title) => {
      return matchBeside([session], [anUpload("video", title, 44)]).matches;
    });
    expect(told).toEqual([["knots title video"], [], ["knots title video"]]);
  });

  it("years beyond YouTube's time are part of a title", () => {
    const session = aTalk("lamp", "Keeping a Lighthouse Lamp Burning", [], { week: 6 });
    for (const year of ["2001", "2050"]) {
      const video = anUpload("video", `${year}: Keeping a Lighthouse Lamp Burning`, 44);
      expect(matchBeside([session], [video])).toEqual({ matches: ["lamp title video"], left: [] });
    }
  });

  it("a year that the session's own title has dates no recording", () => {
    const session = aTalk("review", "Lamps of 2025 in Review", [], { week: 6 });
    const video = anUpload("video", "Lamps of 2025 in Review", 44);
    expect(matchBeside([session], [video])).toEqual({ matches: ["review title video"], left: [] });
  });

  it.each([
    ["in the evening of New Year's Eve in New York is of both years", Date.UTC(2027, 0, 1, 1), [1, 1]],
    ["in the morning of New Year's Day in Tokyo is of both years", Date.UTC(2026, 11, 31, 23), [1, 1]],
    ["a day before is of its own", Date.UTC(2026, 11, 30, 23), [1, 0]],
  ])("a session %s", (_, startsAt, expected) => {
    const session = { ...aTalk("eve", "Lamps", ["Ivo Brandt"]), startsAt, endsAt: startsAt + DAY / 24 };
    const told = [2026, 2027].map((year) => {
      const video = { ...anUpload("video", `Lamps by Ivo Brandt, ${year}`), publishedAt: startsAt + DAY };
      return matchAll([session], [video]).matches.length;
    });
    expect(told).toEqual(expected);
  });

  it("a session that calls itself a preview has a recording that does", () => {
    const session = aTalk("spring", "Preview of the Spring Season", [], { week: 6 });
    const video = anUpload("video", "Preview of the Spring Season", 44);
    expect(matchBeside([session], [video])).toEqual({ matches: ["spring title video"], left: [] });
  });

  it("a few foreign words do not make a title one of another script", () => {
    const session = aTalk("fog", "How Fog Signals Work", ["Anna Shcherbakova"], { week: 5 });
    const video = anUpload("video", "Дом: Baking Bread at Home with Anna Shcherbakova", 37);
    expect(matchBeside([session], [video])).toEqual({ matches: [], left: ["video unlike"] });
  });

  it("the word itself goes before one that is only like it", () => {
    const sessions = [
      aTalk("build", "Stone Building", [], { week: 5 }),
      aTalk("builders", "Stone Builders", [], { week: 5 }),
    ];
    const videos = [anUpload("video", "Stone Builders", 37)];
    expect(matchBeside(sessions, videos)).toEqual({ matches: ["builders title video"], left: [] });
  });
});

describe("generic titles", () => {
  const open = [
    aTalk("open-2", "Open Evening", [], { week: 2 }),
    aTalk("open-9", "Open Evening", [], { week: 9 }),
  ];

  it("the same title twice, told apart by the lag the club usually has", () => {
    const videos = [anUpload("second", "Open Evening", 65), anUpload("first", "Open Evening", 16)];
    expect(matchBeside(open, videos)).toEqual({
      matches: ["open-2 title first", "open-9 title second"],
      left: [],
    });
  });

  it("a word that says nothing is no match for a session of another kind", () => {
    const keynote = aTalk("keynote", "Keynote: Why Knots Hold", ["Jan de Wit"], { week: 4 });
    const video = anUpload("video", "Keynote by Kofi Mensah", 30);
    expect(matchBeside([keynote], [video])).toEqual({ matches: [], left: ["video unlike"] });
  });

  it("nor is it when two presenters hold one each", () => {
    const keynotes = [
      aTalk("one", "Keynote", ["Jan de Wit"], { week: 4 }),
      aTalk("two", "Keynote", ["Kofi Mensah"], { week: 4 }),
    ];
    const videos = [anUpload("a", "Keynote - Kofi Mensah", 30), anUpload("b", "Jan de Wit: Keynote", 30)];
    expect(matchBeside(keynotes, videos)).toEqual({ matches: ["one title b", "two title a"], left: [] });
  });

  it("a bare Q&A says too little, and is not the talk it followed", () => {
    const talk = aTalk("talk", "Why Knots Hold", ["Jan de Wit"], { week: 4 });
    const qa = aTalk("qa", "Q&A", [], { week: 4 });
    const videos = [anUpload("a", "Q&A", 30), anUpload("b", "Why Knots Hold, Jan de Wit", 30)];
    expect(matchBeside([talk, qa], videos)).toEqual({ matches: ["talk title b"], left: ["a unlike"] });
  });
});

describe("parts", () => {
  const parts = [
    aTalk("knots-1", "Knots for Sailors, Part 1", ["Jan de Wit"], { week: 3 }),
    aTalk("knots-2", "Knots for Sailors, Part 2", ["Jan de Wit"], { week: 4 }),
  ];

  it("each part is its own, however it is spelled", () => {
    const videos = [
      anUpload("two", "Knots for Sailors Pt. 2", 30),
      anUpload("one", "Jan de Wit - Knots for Sailors (Part I)", 30),
    ];
    expect(matchBeside(parts, videos)).toEqual({
      matches: ["knots-1 title one", "knots-2 title two"],
      left: [],
    });
  });

  it("the one video there is goes to its part and not to the other", () => {
    const videos = [anUpload("two", "Knots for Sailors pt 2, Jan de Wit", 30)];
    expect(matchBeside(parts, videos)).toEqual({ matches: ["knots-2 title two"], left: [] });
    expect(matchBeside(parts.slice(0, 1), videos)).toEqual({ matches: [], left: ["two unlike"] });
  });

  it("a part is not the whole", () => {
    const whole = aTalk("knots", "Knots for Sailors", ["Jan de Wit"], { week: 3 });
    const videos = [
      anUpload("one", "Knots for Sailors, Part 1", 23),
      anUpload("two", "Knots for Sailors, Part 2", 23),
    ];
    expect(matchBeside([whole], videos)).toEqual({ matches: [], left: ["one unlike", "two unlike"] });
  });
});

describe("several that are alike", () => {
  const talk = aTalk("knots", "Why Knots Hold", ["Jan de Wit"], { week: 3 });

  it("a second upload makes it too close to call", () => {
    const videos = [
      anUpload("a", "Why Knots Hold - Jan de Wit", 23),
      anUpload("b", "Why Knots Hold - Jan de Wit", 24),
    ];
    expect(matchBeside([talk], videos)).toEqual({ matches: [], left: ["a ambiguous", "b ambiguous"] });
  });

  it("the recording is found beside its trailer", () => {
    const videos = [anUpload("a", "Why Knots Hold - teaser", 20), anUpload("b", "Why Knots Hold", 23)];
    expect(matchBeside([talk], videos)).toEqual({ matches: ["knots title b"], left: ["a unlike"] });
  });

  it("one video of two talks is too close to call", () => {
    const ropes = aTalk("ropes", "Ropes Old and New", ["Kofi Mensah"], { week: 3 });
    const videos = [anUpload("a", "Why Knots Hold (Jan de Wit) and Ropes Old and New (Kofi Mensah)", 23)];
    expect(matchBeside([talk, ropes], videos)).toEqual({ matches: [], left: ["a ambiguous"] });
  });

  it("the same talk given twice goes by the dates", () => {
    const again = aTalk("again", "Why Knots Hold", ["Jan de Wit"], { week: 30 });
    const videos = [
      anUpload("later", "Why Knots Hold, Jan de Wit", 212),
      anUpload("soon", "Why Knots Hold, Jan de Wit", 23),
    ];
    expect(matchBeside([talk, again], videos)).toEqual({
      matches: ["again title later", "knots title soon"],
      left: [],
    });
  });

  it("a video of a talk given elsewhere is left to the one who knows", () => {
    const video = anUpload("elsewhere", "Jan de Wit at another club: Splicing Steel Cables", 23);
    expect(matchBeside([talk], [video])).toEqual({ matches: [], left: ["elsewhere unlike"] });
  });
});

describe("a session published under another title", () => {
  it("is found by its presenter and a rare word", () => {
    const talk = aTalk("lenses", "Leave-One-Out Grinding of Small Lenses", ["Ivo Brandt"], { week: 5 });
    const video = anUpload("video", "Harbour Club 2026 | Grinding Lenses Revisited by Ivo Brandt", 37);
    expect(matchBeside([talk], [video])).toEqual({ matches: ["lenses title video"], left: [] });
  });

  it.each(["9 February 2026", "Feb 9", "2026-02-09"])(
    "is found by its presenter and its date: %s",
    (date) => {
      const talk = aTalk("lenses", "Leave-One-Out Grinding of Small Lenses", ["Ivo Brandt"], { week: 5 });
      const video = anUpload("video", `Harbour Club, ${date} | Telescopes You Can Build by Ivo Brandt`, 37);
      expect(matchBeside([talk], [video])).toEqual({ matches: ["lenses title video"], left: [] });
    },
  );

  it("is found by a presenter of one name and its date", () => {
    const talk = aTalk("lenses", "Leave-One-Out Grinding of Small Lenses", ["Teller"], { week: 5 });
    const video = anUpload("video", "Telescopes You Can Build, 9 February 2026, Teller", 37);
    expect(matchBeside([talk], [video]).left).toEqual([]);
  });

  it("is not found by another date", () => {
    const talk = aTalk("lenses", "Leave-One-Out Grinding of Small Lenses", ["Ivo Brandt"], { week: 5 });
    const video = anUpload("video", "Harbour Club, March 9 | Telescopes You Can Build by Ivo Brandt", 65);
    expect(matchBeside([talk], [video])).toEqual({ matches: [], left: ["video unlike"] });
  });

  it("and left alone when nothing but the presenter is the same", () => {
    const talk = aTalk("lenses", "Leave-One-Out Grinding of Small Lenses", ["Ivo Brandt"], { week: 5 });
    const video = anUpload("video", "Harbour Club 2026 | Telescopes You Can Build by Ivo Brandt", 37);
    expect(matchBeside([talk], [video])).toEqual({ matches: [], left: ["video unlike"] });
  });
});

describe("what is said of it", () => {
  it("a match tells what it rests on", () => {
    const { matches } = matchAll(seasonSessions, seasonVideos);
    expect(matches.find(({ sessionId }) => sessionId === "maps")).toEqual({
      sessionId: "maps",
      videoId: "mapsVideo",
      rule: "title",
      evidence: "title 0.99, presenter named, 2 days after: 0.99; no other candidate",
    });
  });

  it("the next best may be a video that names another session", () => {
    const sessions = [
      aTalk("kites", "Kites in Strong Wind"),
      aTalk("bees", "Bees", [], { number: 2, week: 1 }),
    ];
    const videos = [
      anUpload("video", "Kites in Strong Wind"),
      anUpload("named", "S2 | Bees and Kites in Wind", 9),
    ];
    const { matches } = matchAll(sessions, videos);
    expect(matches.map(({ evidence }) => evidence)).toEqual([
      "the title carries the session's number",
      "title 1.00, 2 days after: 0.99; next best 0.30",
    ]);
  });

  it("a video left alone tells why and names its best candidates", () => {
    const twice = anUpload("copy", "Maps That Lie on Purpose", 40);
    const other = anUpload("other", "Diving off the Old Pier", 40);
    const near = anUpload("near", "Songs of the Sea, a Short History", 40);
    const previous = matchAll(seasonSessions, seasonVideos).matches;
    const { unmatched } = matchAll(seasonSessions, [...seasonVideos, twice, other, near], { previous });
    expect(unmatched.map(({ videoId, kind, reason }) => [videoId, kind, reason])).toEqual([
      ["copy", "unlike", "like a session that is settled: best maps 0.99, which has mapsVideo"],
      ["near", "unlike", "nothing alike: best locks 0.23, which has locksVideo"],
      ["other", "unlike", "nothing alike: best tides 0.00, which has tidesVideo"],
    ]);
  });

  it("a video that shares no word with any session has no candidates", () => {
    const { unmatched } = matchAll(seasonSessions, [anUpload("other", "Filmed from our pier", 40)]);
    expect(unmatched).toEqual([
      {
        videoId: "other",
        title: "Filmed from our pier",
        kind: "unlike",
        reason: "nothing alike",
        candidates: [],
      },
    ]);
  });

  it("days before and after are told as a host counts them", () => {
    const talk = aTalk("knots", "Why Knots Hold", [], { week: 10 });
    const told = [70 - 3, 70 + 1, 70 + 100, 70 + 1_100].map((days) => {
      const video = {
        ...anUpload("video", "Why Knots Hold"),
        publishedAt: talk.startsAt + (days - 70) * DAY,
      };
      return matchAll([talk], [video]).matches.map(({ evidence }) => evidence);
    });
    expect(told.flat()).toEqual([
      "title 1.00, 3 days before: 0.98; no other candidate",
      "title 1.00, 1 day after: 0.99; no other candidate",
      "title 1.00, 3 months after: 0.90; no other candidate",
      "title 1.00, 3 years after: 0.68; no other candidate",
    ]);
  });
});
