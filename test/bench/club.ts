/**
 * An invented club of any size as a data folder, the same on every run of a day: abstracts of 1,500 characters, a past that is
 * recorded (`videos.json`), the fifteen newest replays in the channel's feed, two sessions to come.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DAY, toRfc3339, type Instant } from "../../src/programme/instant.ts";
import { spell } from "../matching/words.ts";
import { createRandom, type Random } from "../simulation/random.ts";
import { aChannelFeed, CHANNEL_ID, type FeedEntry } from "../support/channel-feed.ts";

const ABSTRACT_CHARACTERS = 1_500;
/** YouTube's feeds hold as many. */
const IN_FEED = 15;
const TO_COME = 2;
/** A large club meets more often, so that every size fits into the years of YouTube. */
const LONGEST_PAST = 19 * 365 * DAY;
const COMMON =
  "the of and a to in is we for that with on as by this are model token noise score sampler step bound loss discrete".split(
    " ",
  );
const VOCABULARY = 4_000;
const TAGS = 50;
const PRESENTERS = 97;
/** As many addresses that select something as there are of tags and these. */
export const LIMITS = [5, 10, 15, 20, 25, 30, 35, 40, 45];

interface InventedSession {
  id: string;
  title: string;
  abstract: string;
  presenter: string;
  tag: string;
  /** "2026-06-15". */
  date: string;
  videoId: string;
  isPast: boolean;
}

export interface InventedClub {
  /** The oldest first. */
  sessions: InventedSession[];
  /** What the channel shows; its newest replays are held back when they are to be news. */
  toFeed: (options: { hidden: number }) => string;
}

/** @param today the day of the run, in UTC: what is to come begins on it */
export function inventClub(size: number, today: Instant): InventedClub {
  const random = createRandom(size);
  const step = Math.max(DAY, Math.min(7 * DAY, Math.floor(LONGEST_PAST / size / DAY) * DAY));
  const first = today - (size - TO_COME) * step;
  const sessions = Array.from({ length: size }, (_, at): InventedSession => {
    const startsAt = first + at * step + (size > TO_COME && at < size - TO_COME ? 0 : DAY);
    return {
      id: `s${at + 1}`,
      title: toTitle(random),
      abstract: toText(random, ABSTRACT_CHARACTERS),
      presenter: `Person ${toWord(random)} ${at % PRESENTERS}`,
      tag: toTag(at),
      date: toRfc3339(startsAt).slice(0, 10),
      videoId: `video${String(at).padStart(6, "0")}`,
      isPast: at < size - TO_COME,
    };
  });
  const shown = sessions.filter(({ isPast }) => isPast).slice(-IN_FEED - 1);
  return {
    sessions,
    toFeed: ({ hidden }) => aChannelFeed({ entries: shown.slice(0, shown.length - hidden).map(toFeedEntry) }),
  };
}

/** Write the club's data folder. */
export function writeClub(folder: string, { sessions }: Pick<InventedClub, "sessions">): void {
  mkdirSync(join(folder, "sessions"), { recursive: true });
  writeFileSync(
    join(folder, "club.yaml"),
    `name: Example Reading Group
shortName: Example
description: A reading group about examples.
siteUrl: https://example.org
uidDomain: ${UID_DOMAIN}
firstYear: 2006
worker: example-feeds
timeZone: America/New_York
usual: { weekday: Monday, start: "13:00", duration: 90 }
hosts: [{ name: Ada Host, url: https://ada.example }]
youtube: { channelId: ${CHANNEL_ID} }
`,
  );
  for (const session of sessions)
    writeFileSync(join(folder, "sessions", `${session.id}.md`), toFile(session));
  const past = sessions.filter(({ isPast }) => isPast).slice(0, -IN_FEED - 1);
  const videos = past.map((session) => {
    const { id, title, published } = toFeedEntry(session);
    return { id, title, publishedAt: published.replace("+00:00", "Z") };
  });
  writeFileSync(join(folder, "videos.json"), JSON.stringify({ videos }));
}

export const UID_DOMAIN = "example.org";

export const toTag = (at: number): string => `topic-${at % TAGS}`;

function toFile({ id, title, date, presenter, tag, abstract }: InventedSession): string {
  const lines = abstract.replace(/(.{90}\S*) /g, "$1\n");
  return `---
id: ${id}
number: ${id.slice(1)}
title: "${title}"
date: ${date}
presenters:
  - name: ${presenter}
papers:
  - title: "${title}"
    arxiv: "2601.${id.slice(1).padStart(5, "0")}"
tags: [${tag}]
---

${lines}
`;
}

function toFeedEntry({ id, title, presenter, date, videoId }: InventedSession): FeedEntry {
  return {
    id: videoId,
    title: `S${id.slice(1)} | ${title} by ${presenter}`,
    description: `${title}. `.repeat(8),
    published: `${toRfc3339(Date.parse(`${date}T22:00:00Z`)).slice(0, 19)}+00:00`,
  };
}

function toTitle(random: Random): string {
  const words = Array.from({ length: 7 }, () => toWord(random)).join(" ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function toText(random: Random, characters: number): string {
  let text = "";
  while (text.length < characters) text += `${toWord(random)} `;
  return text.slice(0, characters).trim();
}

/** The square makes early words frequent and late ones rare, as words are. */
function toWord(random: Random): string {
  const rank = Math.floor(random.next() ** 2 * VOCABULARY);
  return COMMON[rank % 97] ?? spell(rank);
}
