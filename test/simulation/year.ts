/** A year in a minute: a club, its channel with its outages, the real service with its cron every quarter of an hour. */
import { DAY, MINUTE, type Instant } from "../../src/programme/instant.ts";
import { aChannelFeed } from "../support/channel-feed.ts";
import { createMeetings, toSessions, type Meeting } from "./club-year.ts";
import { createOutages, findOutage, type Outage } from "./outages.ts";
import { createRandom } from "./random.ts";
import { SimulatedService, type Format, type Version } from "./service.ts";

export interface Year {
  from: Instant;
  until: Instant;
  outages: Outage[];
  meetings: Meeting[];
  /** Of meetings that were recorded, in order. */
  replays: Replay[];
  versions: Record<Format, Version[]>;
  fetches: { sent: number; refused: number };
}

export interface Replay {
  id: string;
  uploadedAt: Instant;
  /** The first cron after the feed could show it: no service that asks every quarter of an hour can be earlier. */
  idealAt: Instant;
  /** When subscribers could see it; null if never. */
  publishedAt: Instant | null;
}

/** A Monday. */
const START = Date.UTC(2026, 0, 5);
const CRON: Instant = 15 * MINUTE;
/** YouTube's own copies of a feed live so long. */
const YOUTUBE_CACHE: Instant = 15 * MINUTE;
/** YouTube lists so many videos. */
const LISTED = 15;
/** After the last session, for its replay. */
const TAIL: Instant = 14 * DAY;

export async function simulateYear(seed: number, weeks: number): Promise<Year> {
  const random = createRandom(seed);
  const until = START + weeks * 7 * DAY + TAIL;
  const meetings = createMeetings(random, START, weeks);
  const outages = createOutages(random, START, (until - START) / DAY);
  const fetches = { sent: 0, refused: 0 };
  const service = new SimulatedService((at) => {
    fetches.sent += 1;
    const outage = findOutage(outages, at);
    if (outage !== null && random.next() >= outage.leak) {
      fetches.refused += 1;
      return new Response("<!DOCTYPE html>", { status: outage.status });
    }
    return new Response(toFeed(meetings, at), { headers: { "content-type": "text/xml; charset=UTF-8" } });
  });
  let deployed = "";
  for (let at = START; at < until; at += CRON) {
    const sessions = toSessions(meetings, at);
    const state = JSON.stringify(sessions);
    if (state !== deployed) await service.deploy(sessions, at);
    deployed = state;
    await service.refresh(at + 2_000);
  }
  const { versions } = service;
  const replays = meetings.flatMap(({ upload }) =>
    upload === null ? [] : [toReplay(upload, outages, versions.rss)],
  );
  return { from: START, until, outages, meetings, replays, versions, fetches };
}

/** What YouTube's copy has: it is made anew every quarter of an hour. */
function toFeed(meetings: readonly Meeting[], at: Instant): string {
  const copiedAt = Math.floor(at / YOUTUBE_CACHE) * YOUTUBE_CACHE;
  const entries = meetings
    .flatMap(({ upload }) => (upload !== null && upload.at <= copiedAt ? [upload.entry] : []))
    .toReversed()
    .slice(0, LISTED);
  return aChannelFeed({ entries: entries.length === 0 ? [WELCOME] : entries });
}

/** The channel is older than the year. */
const WELCOME = { id: "welcome0000", title: "Welcome", published: "2025-01-01T00:00:00Z" };

function toReplay(
  { at, entry: { id } }: NonNullable<Meeting["upload"]>,
  outages: readonly Outage[],
  versions: readonly Version[],
): Replay {
  const published = versions.find(({ told }) => [...told.keys()].some((key) => key.endsWith(`video/${id}`)));
  return { id, uploadedAt: at, idealAt: toIdeal(at, outages), publishedAt: published?.from ?? null };
}

function toIdeal(uploadedAt: Instant, outages: readonly Outage[]): Instant {
  let at = Math.ceil(uploadedAt / CRON) * CRON;
  while (findOutage(outages, at)?.leak === 0) at += CRON;
  return at;
}
