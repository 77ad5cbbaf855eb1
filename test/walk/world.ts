/**
 * The world outside the service, as a walk changes it: the clock, what stands at YouTube, what `data/` says; and what of
 * it the service has been shown.
 */
import { toCivil } from "../../src/programme/civil-time.ts";
import type { Club } from "../../src/programme/club.ts";
import { DAY, HOUR, MINUTE, type Instant } from "../../src/programme/instant.ts";
import type { Session } from "../../src/programme/session.ts";
import type { Video } from "../../src/programme/video.ts";
import { aClub, aSession } from "../support/builders.ts";

/** A video at YouTube, listed by the feed or not. */
export interface ChannelVideo extends Video {
  isListed: boolean;
  /** The session it is of, whatever its title says; null for a talk of its own. */
  of: string | null;
  /** Made for a session to come: not to be told as a replay before that has ended. */
  isStream: boolean;
}

export interface World {
  now: Instant;
  club: Club;
  sessions: Session[];
  /** Sessions whose files are gone, and that may come back. */
  deleted: Session[];
  /** Sessions to come whose files are not written yet, though the channel may have their streams. */
  planned: Session[];
  channel: ChannelVideo[];
  /** As the last accepted feed that listed them showed them, by id. */
  accepted: Map<string, ChannelVideo>;
  /** Videos of refreshes that died: nobody can say when they were taken in. */
  offered: Map<string, ChannelVideo>;
  /** What stood in the first feed that was accepted, or may have been. */
  firstFill: Set<string>;
  /** Sessions that had ended before the service first saw them. */
  imported: Set<string>;
  /** Sessions that were ever deployed. */
  deployed: Set<string>;
  /** How many stored rows were damaged: what they held may be lost. */
  damages: number;
  /** Numbers given so far, so that no id comes twice. */
  given: number;
}

const START = Date.UTC(2026, 2, 2, 12);
const ZONES = ["America/New_York", "Europe/Berlin", "UTC", "Asia/Kolkata"];
/** Title words of which no two sessions share any. */
const WORDS =
  "Gradient Noise Lattice Entropy Kernel Mirror Descent Spectral Gap Random Forest Optimal Transport Markov Chain Sparse Coding Neural Tangent Causal Graph Hidden State Convex Duality Sharp Minima Tensor Program Score Matching".split(
    " ",
  );

/** Two sessions, one past and one to come, and an empty channel. */
export function aWorld(): World {
  const world: World = {
    now: START,
    club: aClub({ feedLength: 500 }),
    sessions: [],
    deleted: [],
    planned: [],
    channel: [],
    accepted: new Map(),
    offered: new Map(),
    firstFill: new Set(),
    imported: new Set(),
    deployed: new Set(),
    damages: 0,
    given: 0,
  };
  world.sessions.push(createSession(world, -6 * DAY), createSession(world, 8 * DAY));
  return world;
}

/** A session that starts so long from now, at a whole hour; every third has no number. */
export function createSession(world: World, fromNow: Instant): Session {
  const number = ++world.given;
  const timeZone = ZONES[number % ZONES.length] ?? "UTC";
  const startsAt = Math.floor((world.now + fromNow) / HOUR) * HOUR;
  const { number: _number, ...session } = aSession({
    id: `s${number}`,
    title: `${toWord(2 * number)} ${toWord(2 * number + 1)} ${number}${number}`,
    timeZone,
    presenters: [{ name: `Presenter ${toWord(number)}` }],
    papers: [],
    ...toTimes(startsAt, timeZone),
  });
  return number % 3 === 0 ? session : { ...session, number };
}

/** The members of a session that say when it is. */
export function toTimes(startsAt: Instant, timeZone: string) {
  return { startsAt, endsAt: startsAt + 90 * MINUTE, date: toCivil(startsAt, timeZone).date };
}

/** The service has accepted a feed of these, or may have. */
export function accept(world: World, listed: readonly ChannelVideo[], isSure: boolean): void {
  if (listed.length === 0) return;
  if (world.accepted.size === 0) for (const { id } of listed) world.firstFill.add(id);
  for (const video of listed) {
    if (isSure) world.accepted.set(video.id, { ...video });
    else world.offered.set(video.id, { ...video });
  }
}

export function createVideo(world: World, fields: Partial<ChannelVideo> = {}): ChannelVideo {
  const number = ++world.given;
  return {
    id: `video${String(number).padStart(6, "0")}`,
    title: `An unrelated talk no ${number}${number}`,
    description: "",
    publishedAt: world.now,
    isShort: false,
    isListed: true,
    of: null,
    isStream: false,
    ...fields,
  };
}

/** "S4 | Kernel Mirror 44", as the club names its videos. */
export function toVideoTitle({ number, title }: Session): string {
  return number === undefined ? title : `S${number} | ${title}`;
}

/** One of a list by any number; null of an empty list. */
export function pick<T>(list: readonly T[], at: number): T | null {
  return list[at % Math.max(1, list.length)] ?? null;
}

/** The session that a video is of, as `data/` has it or had it. */
export function findSessionOf({ sessions, deleted }: World, video: ChannelVideo): Session | null {
  return [...sessions, ...deleted].find(({ id }) => id === video.of) ?? null;
}

/** Whether a video is a stream whose session has not ended. */
export function isPending(world: World, video: ChannelVideo): boolean {
  if (!video.isStream) return false;
  const session = findSessionOf(world, video) ?? world.planned.find(({ id }) => id === video.of);
  return session !== undefined && session !== null && session.endsAt > world.now;
}

/** "2026-03-02 12:00", in UTC. */
export function tellInstant(instant: Instant): string {
  return new Date(instant).toISOString().slice(0, 16).replace("T", " ");
}

const toWord = (number: number): string => WORDS[number % WORDS.length] ?? "";
