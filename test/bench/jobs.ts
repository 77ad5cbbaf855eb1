/** What is written, matched and revised, by name; and what the same costs by the packages, or at the least. */
import RssParser from "rss-parser";
import { findDocument, writePieces } from "../../src/documents/addresses.ts";
import { DOCUMENTS } from "../../src/documents/table.ts";
import { matchRecordings } from "../../src/programme/match/match-recordings.ts";
import { toNews } from "../../src/programme/news.ts";
import { createProgramme, type Programme } from "../../src/programme/programme.ts";
import type { Publication, PublishedProgramme, PublishedSession } from "../../src/programme/publication.ts";
import type { Notice } from "../../src/programme/revision.ts";
import { revise } from "../../src/programme/revise.ts";
import { WHOLE } from "../../src/programme/selection.ts";
import { parseChannelFeed } from "../../src/sources/parse-channel-feed.ts";
import {
  shorten,
  toPackagedCalendar,
  toPlainAtom,
  toPlainJsonFeed,
  toPlainRss,
  toTemplateCalendar,
} from "./plain/writers.ts";
import { PUBLIC_URL, toPlainProgramme, type Scene } from "./scene.ts";

/** Something to do again and again; what it gives is looked at by nobody. */
type Job = () => unknown;

/** Makes a job ready; what that takes is not measured. */
type Prepare = () => Job;

/** Of a writer that was asked for the edition before, of which one session has changed since. */
const LATER = ", one replay later";
/** The documents whose writers remember what they have written. */
const REMEMBERED = ["rss", "atom", "json", "calendar"];

/** Whether a job is nothing that a process could begin with. */
export const isWarmAlone = (name: string): boolean => name.endsWith(LATER);

/** What of the table is written here: the others are fixed texts, or need what was said. */
const UNWRITTEN = new Set([
  "session-transcript",
  "session-extension",
  "programme-schema",
  "element",
  "oembed",
]);

const WRITTEN = DOCUMENTS.map(({ name }) => name).filter((name) => !UNWRITTEN.has(name));

/** What each is beside. */
const BESIDE: Record<string, { job: string; name: string }[]> = {
  "write rss": [{ job: "feed rss", name: "`feed`, plainly" }],
  "write atom": [{ job: "feed atom", name: "`feed`, plainly" }],
  "write json": [{ job: "feed json", name: "`feed`, plainly" }],
  "write calendar": [
    { job: "template calendar", name: "string templates" },
    { job: "package calendar", name: "`ical-generator`'s `toString`" },
  ],
  "write programme": [{ job: "stringify", name: "`JSON.stringify` of the sessions" }],
  "match one replay": [{ job: "look for the title", name: "`includes` in every title" }],
  "revise, nothing new": [{ job: "stringify", name: "`JSON.stringify` of the sessions" }],
  "revise, one replay": [{ job: "stringify", name: "`JSON.stringify` of the sessions" }],
  "an edition, one replay": [{ job: "stringify", name: "`JSON.stringify` of the sessions" }],
  "an edition after a sleep, one replay": [{ job: "stringify", name: "`JSON.stringify` of the sessions" }],
  "parse the feed": [{ job: "rss-parser", name: "`rss-parser`, plainly" }],
};

export const toBeside = (name: string) => BESIDE[name.replace(LATER, "")] ?? [];

/** What is measured, see {@link toBeside}. */
export const JOBS = [
  ...WRITTEN.flatMap((name) => [
    `write ${name}`,
    ...(REMEMBERED.includes(name) ? [`write ${name}${LATER}`] : []),
  ]),
  "match one replay",
  "match and order, one replay",
  "revise, nothing new",
  "revise, one replay",
  "an edition, one replay",
  "an edition after a sleep, one replay",
  "parse the feed",
];

/** What is made here is not measured. */
export function toJob(name: string, scene: Scene): Prepare {
  if (name.startsWith("write ")) return toWriter(name.slice("write ".length), scene);
  const { compiled, ledger, previous, now } = scene;
  const { club, sessions } = compiled;
  // Each time another object: what is found out about a video is remembered with it, and nothing is known of a new one.
  const toArchive = () => [...scene.archive, { ...scene.news }];
  const match = () =>
    matchRecordings({ sessions, videos: toArchive(), previous, pagesUrl: PUBLIC_URL, shorts: false });
  const order = (before?: Programme) => {
    const input = { club, sessions, archive: toArchive(), previous, publicUrl: PUBLIC_URL, before };
    return createProgramme(input, now);
  };
  const before = scene.publication.programme;
  const publish = (programme: Programme, known?: PublishedProgramme) => {
    const { published } = revise(programme, club, ledger, now, known);
    return toNews(ledger, published, now, known);
  };
  // Made for nothing else, whose first call would not be a cold one.
  const news = name === "revise, one replay" ? order(scene.programme) : scene.programme;
  const replayed = news.sessions.findIndex((item, at) => item !== scene.programme.sessions[at]);
  const toNewsAgain = () => {
    const item = news.sessions[replayed];
    return item === undefined ? news : { ...news, sessions: news.sessions.with(replayed, { ...item }) };
  };
  const plain = toPlainProgramme(scene.publication);
  const short = shorten(plain);
  const jobs: Record<string, Job> = {
    "match one replay": match,
    "match and order, one replay": () => order(scene.programme),
    "look for the title": () => sessions.filter(({ title }) => scene.news.title.includes(title)),
    "revise, nothing new": () => revise(scene.programme, club, ledger, now, before),
    "revise, one replay": () => revise(toNewsAgain(), club, ledger, now, before),
    "an edition, one replay": () => publish(order(scene.programme), before),
    "an edition after a sleep, one replay": () => publish(order()),
    "parse the feed": () => parseChannelFeed(scene.feedText, null),
    "rss-parser": () => new RssParser().parseString(scene.feedText),
    stringify: () => JSON.stringify(sessions),
    "feed rss": () => toPlainRss(plain),
    "feed atom": () => toPlainAtom(plain),
    "feed json": () => toPlainJsonFeed(plain),
    "template calendar": () => toTemplateCalendar(short),
    "package calendar": () => toPackagedCalendar(short),
  };
  const job = jobs[name];
  if (job === undefined) throw new Error(`no job is called "${name}"`);
  return () => job;
}

/** Every time of sessions that no writer has seen, or of such as it knows, but for one. */
function toWriter(words: string, { publication }: Scene): Prepare {
  const name = words.replace(LATER, "");
  const document = findDocument(name);
  if (document === null) throw new Error(`no document is called "${name}"`);
  const { session } = publication.programme.sessions.at(-3) ?? { session: { id: "", date: "" } };
  const selection = {
    ...WHOLE,
    ...(document.pattern.includes(":session") && { session: session.id }),
    ...(document.pattern.includes(":year") && { year: Number(session.date.slice(0, 4)) }),
  };
  // In pieces, as the Publisher takes it.
  const write = (edition: Publication) => [...(writePieces(document, edition, selection) ?? [])];
  if (name === words) {
    return () => {
      const { sessions, notices } = publication.programme;
      const programme = {
        ...publication.programme,
        sessions: sessions.map(copySession),
        notices: notices.map(copyNotice),
      };
      const edition = { ...publication, programme };
      return () => write(edition);
    };
  }
  let known = publication;
  write(known);
  return () => {
    const { sessions } = known.programme;
    const at = sessions.findLastIndex(({ replay }) => replay !== null);
    const edition = {
      ...known,
      programme: {
        ...known.programme,
        sessions: sessions.map((one, place) => (place === at ? copySession(one) : one)),
      },
    };
    known = edition;
    return () => write(edition);
  };
}

/**
 * Another object that says the same, with another session: by these two, and by a notice's times, writers remember. All else is
 * shared: to collect a thousand whole copies would cost as much as to write them.
 */
function copySession(published: PublishedSession): PublishedSession {
  return { ...published, session: { ...published.session } };
}

function copyNotice(notice: Notice): Notice {
  return { ...notice, before: { ...notice.before }, after: { ...notice.after } };
}
