import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { toLinks } from "../../src/documents/addresses.ts";
import { toProgrammeData, toSessionData } from "../../src/formats/programme-json.ts";
import type { Publication } from "../../src/programme/publication.ts";
import { WHOLE, type Selection } from "../../src/programme/selection.ts";
import { PUBLICATION } from "../golden/programme.ts";
import {
  aNotice,
  aPublication,
  aPublishedProgramme,
  aPublishedSession,
  aPublishedVideo,
  aReplayedSession,
} from "../support/builders.ts";
import { textOf } from "../support/documents.ts";

const DAY = 24 * 60 * 60_000;
const HOUR = DAY / 24;
const START = Date.UTC(2026, 5, 15, 17);
const END = START + 1.5 * HOUR;
const FEEDS = "https://feeds.example.org";
const LINKS = toLinks(FEEDS);
const on = (id: string, days: number) => ({
  id,
  startsAt: START + days * DAY,
  endsAt: END + days * DAY,
});

/** A session with everything that one can have. */
const WHOLE_SESSION = aReplayedSession({
  chair: [{ name: "Ada Host" }],
  talks: [
    {
      title: "Uniform noise",
      presenters: [{ name: "Max Example", x: "max" }],
      papers: [{ title: "Noise" }],
      replay: { videoId: "vimeo.1", url: "https://vimeo.com/1" },
    },
  ],
  location: "Room 1",
  otherReplays: [{ videoId: "vimeo.1", url: "https://vimeo.com/1" }],
  slides: "https://slides.example/1",
  code: "https://code.example/1",
  links: [{ title: "Notes", url: "https://notes.example/1" }],
  inLanguage: "fr",
  tags: ["theory"],
});

const programme = aPublishedProgramme({
  sessions: [
    aReplayedSession(on("a", -14)),
    aPublishedSession(on("b", -7)),
    aPublishedSession({ ...on("c", 0), status: "cancelled" }),
    aPublishedSession(on("d", 7)),
    aPublishedSession(on("e", 14)),
  ],
  standAloneVideos: [aPublishedVideo(), aPublishedVideo({ id: "videoCCCCC0" })],
});

const read = (items: Iterable<{ id: string }>) => [...items].map(({ id }) => id).join(" ");

function toIds(selection: Partial<Selection>, asOf = START - DAY) {
  const data = toProgrammeData(aPublication({ programme, asOf }), { ...WHOLE, ...selection }, LINKS);
  return { upcoming: read(data.upcoming), past: read(data.past), videos: data.videos.length };
}

describe("programme order", () => {
  test("is the next session, then what is coming by date, then the past from the newest", () => {
    expect(toIds({})).toEqual({ upcoming: "d c e", past: "b a", videos: 2 });
  });

  test("changes at the instant at which a session ends", () => {
    expect([toIds({}, END + 7 * DAY - 1).upcoming, toIds({}, END + 7 * DAY).upcoming]).toEqual(["d e", "e"]);
  });

  test("is cut from the first on", () => {
    expect([toIds({ limit: 1 }), toIds({ limit: 4 })]).toEqual([
      { upcoming: "d", past: "", videos: 1 },
      { upcoming: "d c e", past: "b", videos: 2 },
    ]);
  });

  test("is of the selected sessions", () => {
    expect([
      toIds({ show: "next" }),
      toIds({ show: "replays" }),
      toIds({ show: "sessions" }),
      toIds({ tag: "none" }),
    ]).toEqual([
      { upcoming: "d", past: "", videos: 0 },
      { upcoming: "", past: "a", videos: 2 },
      { upcoming: "d c e", past: "b a", videos: 0 },
      { upcoming: "", past: "", videos: 0 },
    ]);
  });
});

test("a programme of nothing has empty lists, and is whole", () => {
  const publication = aPublication({ programme: aPublishedProgramme({ sessions: [] }) });
  expect(JSON.parse(textOf("programme", publication))).toEqual({
    $schema: `${FEEDS}/programme.schema.json`,
    name: "Example Reading Group",
    description: "A reading group about examples.",
    language: "en",
    timeZone: "America/New_York",
    url: `${FEEDS}/`,
    calendarUrl: `${FEEDS}/calendar.ics`,
    feedUrl: `${FEEDS}/rss.xml`,
    words: {
      nothing:
        "Nothing is announced at the moment. The club usually meets on Mondays at 13:00 (America/New_York).",
      live: "On now",
      tentative: "Tentative",
      postponed: "Postponed",
      cancelled: "Cancelled",
      join: "Join online",
      passcode: "Passcode",
      watchLive: "Live stream",
      replay: "Replay",
    },
    upcoming: [],
    past: [],
  });
});

const toWritten = (published: Parameters<typeof toSessionData>[1], more: Partial<Publication> = {}) =>
  JSON.parse(JSON.stringify(toSessionData(aPublication(more), published, LINKS)));

test("of a selection, calendar and feed are of the same one, whole", () => {
  const selection: Selection = { ...WHOLE, show: "next", tag: "theory", limit: 3 };
  const { calendarUrl, feedUrl } = toProgrammeData(aPublication(), selection, LINKS);
  expect([calendarUrl, feedUrl]).toEqual([`${FEEDS}/calendar.ics?tag=theory`, `${FEEDS}/rss.xml?tag=theory`]);
});

test("a session that is coming, whole", () => {
  const session = { join: "https://meet.example/1", passcode: "84 62", stream: "https://live.example/1" };
  const publication = aPublication({
    programme: aPublishedProgramme({ sessions: [aPublishedSession(session)], notices: [aNotice()] }),
  });
  expect(JSON.parse(textOf("programme", publication)).upcoming).toEqual([
    {
      id: "s21",
      number: 21,
      label: "S21: Uniform Examples Revisited",
      title: "Uniform Examples Revisited",
      state: "upcoming",
      note: "This session was moved. It was to be on Monday 8 June 2026, 13:00–14:30 (America/New_York, UTC−04:00).",
      when: "Monday 15 June 2026, 13:00–14:30 (America/New_York, UTC−04:00)",
      date: "2026-06-15",
      start: "13:00",
      end: "14:30",
      timeZone: "America/New_York",
      startsAt: "2026-06-15T17:00:00Z",
      endsAt: "2026-06-15T18:30:00Z",
      url: `${FEEDS}/sessions/s21`,
      calendarUrl: `${FEEDS}/sessions/s21.ics`,
      joinUrl: "https://meet.example/1",
      passcode: "84 62",
      liveUrl: "https://live.example/1",
      presenters: [
        { name: "Grace Example", affiliation: "Example University", url: "https://grace.example" },
      ],
      papers: [{ title: "Uniform Examples", arxiv: "2601.00001", url: "https://arxiv.org/abs/2601.00001" }],
      summary: "What the examples show.",
    },
  ]);
});

test("what a session has after it: its replays, of talks with their titles, and nothing to join", () => {
  const { replays, joinUrl, state, talks } = toWritten(WHOLE_SESSION, { asOf: END });
  expect({ replays, joinUrl, state, talks }).toEqual({
    replays: [
      {
        url: "https://www.youtube.com/watch?v=videoAAAAA0",
        siteName: "YouTube",
        playerUrl: "https://www.youtube-nocookie.com/embed/videoAAAAA0",
        imageUrl: `${FEEDS}/thumbnails/videoAAAAA0.jpg`,
      },
      {
        talk: "Uniform noise",
        url: "https://vimeo.com/1",
        siteName: "Vimeo",
        playerUrl: "https://player.vimeo.com/video/1?dnt=1",
      },
    ],
    joinUrl: undefined,
    state: "past",
    talks: [
      {
        title: "Uniform noise",
        presenters: [{ name: "Max Example", url: "https://x.com/max" }],
        papers: [{ title: "Noise" }],
      },
    ],
  });
});

test("a time to be announced is a date, and no time anywhere", () => {
  const published = aPublishedSession({
    isAllDay: true,
    startsAt: Date.UTC(2026, 5, 15, 4),
    endsAt: Date.UTC(2026, 5, 16, 4),
  });
  const { when, date, start, end, startsAt, endsAt, timeZone, state } = toWritten(published);
  expect({ when, date, start, end, startsAt, endsAt, timeZone, state }).toEqual({
    when: "Monday 15 June 2026, time to be announced (America/New_York)",
    date: "2026-06-15",
    timeZone: "America/New_York",
    state: "upcoming",
  });
});

describe("join and state", () => {
  const join = { join: "https://meet.example/1" };
  test.each([
    ["before", aPublishedSession(join), START - 1, ["upcoming", true]],
    ["from the start", aPublishedSession(join), START, ["live", true]],
    ["from the end", aPublishedSession(join), END, ["past", false]],
    ["tentative", aPublishedSession({ ...join, status: "tentative" }), START - 1, ["tentative", true]],
    ["tentative, on", aPublishedSession({ ...join, status: "tentative" }), START, ["live", true]],
    ["tentative, over", aPublishedSession({ ...join, status: "tentative" }), END, ["past", false]],
    ["cancelled", aPublishedSession({ ...join, status: "cancelled" }), START, ["cancelled", false]],
    ["postponed", aPublishedSession({ ...join, status: "postponed" }), START - 1, ["postponed", false]],
    ["postponed, over", aPublishedSession({ ...join, status: "postponed" }), END, ["postponed", false]],
  ])("%s", (_name, published, asOf, expected) => {
    const { state, joinUrl } = toWritten(published, { asOf });
    expect([state, joinUrl !== undefined]).toEqual(expected);
  });
});

test("what was not recorded says so", () => {
  expect(toWritten(aPublishedSession({ replay: "none" })).isRecorded).toBe(false);
});

const schemaOf = (publication: Publication) => textOf("programme-schema", publication);

describe("its schema", () => {
  const schema = JSON.parse(textOf("programme-schema", PUBLICATION));
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  formats.default(ajv);
  const validate = ajv.compile(schema);
  const before = aPublishedSession({
    join: "https://meet.example/1",
    passcode: "1",
    stream: "https://a.example",
  });
  const everything = aPublication({
    programme: aPublishedProgramme({
      sessions: [WHOLE_SESSION, before, aPublishedSession({ replay: "none" })],
      notices: [aNotice()],
      standAloneVideos: [aPublishedVideo()],
    }),
  });

  test.each([
    ["the golden programme before", PUBLICATION],
    ["the golden programme after", { ...PUBLICATION, asOf: Date.UTC(2040, 0, 1) }],
    ["everything that a session can have", everything],
  ])("is kept by %s", (_name, publication) => {
    validate(JSON.parse(textOf("programme", publication)));
    expect(validate.errors).toBe(null);
  });

  test("refuses what is none: a state of its own, a time that is no instant", () => {
    const document = JSON.parse(textOf("programme", aPublication()));
    Object.assign(document.upcoming[0], { state: "on", startsAt: "13:00" });
    validate(document);
    expect(validate.errors?.map(({ instancePath }) => instancePath)).toEqual([
      "/upcoming/0/state",
      "/upcoming/0/startsAt",
    ]);
  });

  test("names every member that is written, and each has a meaning", () => {
    const written = new Set<string>();
    JSON.stringify(JSON.parse(textOf("programme", everything)), (name, value) => {
      if (name !== "" && !/^\d+$/.test(name)) written.add(name);
      return name === "words" ? undefined : value;
    });
    const named = new Set<string>();
    const undescribed: string[] = [];
    JSON.stringify(schema, (_name, value) => {
      for (const [member, { description }] of Object.entries<{ description?: string }>(
        value?.properties ?? {},
      )) {
        named.add(member);
        if ((description ?? "").length < 8) undescribed.push(member);
      }
      return value;
    });
    expect([named, undescribed]).toEqual([written, []]);
  });

  test("is the same for every club but for its address", () => {
    expect(schemaOf(PUBLICATION)).toBe(schemaOf(everything));
  });
});
