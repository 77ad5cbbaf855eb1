/**
 * One invented programme with everything a writer meets: each status, each kind of notice, replay, live stream,
 * stand-alone video, two zones on both sides of both changes of the clocks, and text that breaks careless writers.
 */
import { TEXTS } from "../../src/documents/texts.ts";
import { toInstant, toStartOfDay } from "../../src/programme/civil-time.ts";
import { MINUTE } from "../../src/programme/instant.ts";
import type { Publication, PublishedProgramme, PublishedSession } from "../../src/programme/publication.ts";
import type { Session } from "../../src/programme/session.ts";
import { aClub, aNotice, aPublishedSession, aPublishedVideo, aRecording, aSession, someDates } from "../support/builders.ts";

export const PUBLIC_URL = "https://feeds.example.org";

export const CLUB = aClub({
  name: "Example & Friends Reading Group",
  description: "A reading group about examples; weekly, <online> & free.",
});

/** What must come out of every parser as it went in, but for the characters no document may hold. */
export const HOSTILE = [
  "<script>alert('x')</script>",
  "]]> and ]]> again",
  "&amp; &lt; & &nbsp;",
  "back\\slash; semicolon, comma: \"quoted\"",
  "👩‍🔬👨‍👩‍👧‍👦 🇩🇪🇯🇵 👍🏽",
  "עברית and العربية \u202eoverride\u202c",
  "離散拡散モデルの尤度評価について考える読書会である",
  "Zalgo e\u0301\u0302\u0303 \u1100\u1161\u11a8",
].join(" ");

/** Stripped wherever they stand, as the override in {@link HOSTILE} is: controls, noncharacters, a lone surrogate. */
export const UNSENDABLE = "\u0000\u0007\u001b\u007f\u0085\ufdd0\ufdd1\uffff\ud800";

const LATEX = String.raw`We bound $\mathcal{L}(\theta) = \sum_{i<n} \log p_\theta(x_i \mid x_{<i})$; see \cite{x}, 100% & more.`;

function at(date: string, time: string, timeZone = "America/New_York"): number {
  const instant = toInstant(date, time, timeZone);
  if (!instant.ok) throw new RangeError(`skipped: ${date} ${time}`);
  return instant.value;
}

/** A session of 90 minutes, announced a week before and with its replay a day after; `n` tells its dates apart. */
function held(n: number, date: string, time: string, fields: Partial<Session> = {}): PublishedSession {
  const timeZone = fields.timeZone ?? "America/New_York";
  const startsAt = at(date, time, timeZone);
  const id = `s${String(n).padStart(2, "0")}`;
  const [announcedAt, replayedAt] = [startsAt - 7 * 24 * 60 * MINUTE, startsAt + 24 * 60 * MINUTE];
  return aPublishedSession(
    { id, number: n, title: `Example ${n}`, date, startsAt, endsAt: startsAt + 90 * MINUTE, ...fields },
    {
      recording: aRecording({ videoId: `video-AA_${String(n).padStart(2, "0")}` }),
      announcement: someDates(announcedAt),
      revision: { firstSeenAt: announcedAt, lastChangedAt: replayedAt, sequence: 1 },
      replay: someDates(replayedAt),
    },
  );
}

/** A session without a recording, announced on 1 June 2026. */
function planned(n: number, date: string, fields: Partial<Session> = {}): PublishedSession {
  const startsAt = at(date, "13:00");
  const announcedAt = Date.UTC(2026, 5, 1, 12, n);
  return aPublishedSession(
    {
      id: `s${n}`,
      number: n,
      title: `Example ${n}`,
      date,
      startsAt,
      endsAt: startsAt + 90 * MINUTE,
      join: `https://meet.example/j/${n}?pwd=a,b;c&lang=en`,
      ...fields,
    },
    {
      announcement: someDates(announcedAt),
      revision: { firstSeenAt: announcedAt, lastChangedAt: announcedAt, sequence: 0 },
    },
  );
}

const LONDON = { timeZone: "Europe/London" };
const JUNE_8 = { ...aSession(), startsAt: at("2026-06-08", "13:00"), endsAt: at("2026-06-08", "14:30") };
const JULY_6 = { ...aSession(), startsAt: at("2026-07-06", "13:00"), endsAt: at("2026-07-06", "14:30") };

export const PROGRAMME: PublishedProgramme = {
  sessions: [
    held(1, "2025-10-20", "18:00", LONDON),
    held(2, "2025-10-27", "13:00"),
    held(3, "2025-10-28", "18:00", LONDON),
    held(4, "2025-11-03", "13:00", { join: "https://meet.example/gone", location: "Room 4, ground floor" }),
    held(5, "2026-03-02", "13:00", { tags: ["Theory", "Sampling & more"] }),
    held(6, "2026-03-09", "13:00"),
    held(7, "2026-03-23", "18:00", LONDON),
    {
      ...held(8, "2026-03-30", "18:00", { ...LONDON, replay: "none", presenters: [], papers: [] }),
      recording: null,
      replay: null,
    },
    held(16, "2026-04-06", "13:00", {
        title: "Two talks & a list of replays",
        presenters: [{ name: "Ada Example" }, { name: "Max Example" }],
        papers: [{ title: "A paper of a talk", url: "https://paper.example/1" }],
        talks: [
          {
            title: "The first <talk>",
            presenters: [{ name: "Ada Example" }],
            papers: [{ title: "A paper of a talk", url: "https://paper.example/1" }],
            replay: { videoId: "vimeo.7654321", url: "https://vimeo.com/7654321/0a1b2c3d4e" },
          },
          { title: "The second talk", presenters: [{ name: "Max Example" }], papers: [] },
        ],
        replay: { videoId: "video-AA_16" },
        otherReplays: [
          { videoId: "vimeo.7654321", url: "https://vimeo.com/7654321/0a1b2c3d4e" },
          { videoId: "web.abc", url: "https://videos.example/watch?a=1&b=2" },
        ],
        inLanguage: "fr",
    }),
    planned(9, "2026-06-08", { id: "s09", status: "cancelled" }),
    {
      ...planned(12, "2026-06-15"),
      recording: aRecording({ videoId: "video-live1", state: "live" }),
    },
    planned(13, "2026-06-22", {
      title: `${HOSTILE}${UNSENDABLE}`,
      location: "Hall 1; “Große Aula”, 2nd floor",
      presenters: [
        { name: "Bobby <b>Tables</b> & Söhne", affiliation: "Uni of ]]>", x: "bobby" },
        { name: "王 小明", url: "https://wang.example/?a=1&b=2" },
      ],
      papers: [
        { title: `On ${HOSTILE}`, arxiv: "2602.00002", url: "https://arxiv.org/abs/2602.00002" },
        { title: "No link" },
      ],
      tags: ["a<b", "x & y", "c,d;e", "日本語"],
      abstract: {
        html: `<p>We bound <em>it</em>: $\\mathcal{L}$ &amp; more]]&gt;</p>\n<p>${"離散".repeat(40)}</p>`,
        text: `${LATEX}${UNSENDABLE}\r\n\r\n${"離散".repeat(40)}`,
      },
    }),
    planned(17, "2026-06-23", {
      title: "Everything that a session can have before",
      chair: [{ name: "Grace <b>Chair</b>", affiliation: "Uni & Co", url: "https://chair.example/?a=1&b=2" }],
      passcode: "a<b>&\"c\"",
      stream: "https://peertube.example/w/2b8TTkuVDbbyQmvqhMcwLD",
      slides: "https://slides.example/?a=1&b=2",
      code: "https://code.example/club",
      links: [{ title: HOSTILE, url: "https://links.example/1" }],
    }),
    planned(14, "2026-06-29", { status: "scheduled" }),
    planned(10, "2026-07-06", { status: "postponed" }),
    aPublishedSession(
      {
        ...planned(11, "2026-07-13").session,
        id: "summer-special",
        title: "Summer special",
        isAllDay: true,
        status: "tentative",
        startsAt: toStartOfDay("2026-07-13", "America/New_York"),
        endsAt: toStartOfDay("2026-07-14", "America/New_York"),
        presenters: [],
        papers: [],
        abstract: { html: "", text: "" },
      },
      { announcement: someDates(Date.UTC(2026, 5, 1, 12, 11)) },
    ),
  ],
  standAloneVideos: [
    aPublishedVideo(
      {
        title: `A talk elsewhere ${HOSTILE}`,
        description: `${HOSTILE}${UNSENDABLE}\r\nhttps://example.org/?a=1&b=<2>.\r\n\r\n(see http://example.org/(x))`,
      },
      someDates(Date.UTC(2026, 4, 20, 10)),
    ),
  ],
  notices: [
    aNotice({
      sessionId: "s09",
      kind: "cancelled",
      title: "Example 9",
      before: JUNE_8,
      after: JUNE_8,
      dates: someDates(Date.UTC(2026, 4, 31, 8)),
    }),
    aNotice({
      sessionId: "s10",
      kind: "postponed",
      title: "Example 10",
      before: JUNE_8,
      after: JULY_6,
      dates: someDates(Date.UTC(2026, 5, 2, 8)),
    }),
    aNotice({ sessionId: "s13", title: HOSTILE, dates: someDates(Date.UTC(2026, 5, 3, 8)) }),
    aNotice({
      sessionId: "s14",
      kind: "reinstated",
      sequence: 3,
      title: "Example 14",
      before: JULY_6,
      after: JULY_6,
      dates: someDates(Date.UTC(2026, 5, 4, 8)),
    }),
  ],
  changedAt: Date.UTC(2026, 5, 4, 8),
};

export const PUBLICATION: Publication = {
  club: CLUB,
  programme: PROGRAMME,
  publicUrl: PUBLIC_URL,
  isSample: false,
  hubs: [`${PUBLIC_URL}/hub`],
  asOf: Date.UTC(2026, 5, 10),
  texts: TEXTS,
};

/** The same with what the Publisher's index gives for one document. */
export const SEARCHED: Publication = {
  ...PUBLICATION,
  transcript: [
    { from: 0, to: 4.5, text: "Welcome to the first example." },
    { from: 61.25, to: 3725, text: `a < b & c --> ${HOSTILE}` },
  ],
  results: {
    found: [
      {
        sessionId: PROGRAMME.sessions[0]?.session.id ?? "",
        fields: { title: [{ text: "Example", isHit: true }] },
        moments: [{ at: 61, passageAt: 0, text: [{ text: HOSTILE, isHit: true }] }],
      },
    ],
    total: 1,
    page: 1,
    pages: 1,
    isComplete: true,
  },
};
