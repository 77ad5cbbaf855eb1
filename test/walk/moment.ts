/** A moment of a walk: what was seen before and after a step, and what the step changed. */
import type { Instant } from "../../src/programme/instant.ts";
import { FORMATS, type Observation, type SeenEntry, type SeenEvent } from "./observation.ts";
import { isPending, type World } from "./world.ts";

export interface Moment {
  world: World;
  /** Null before the first step. */
  before: Observation | null;
  after: Observation;
  history: History;
  /** What the service was told by this step: ids of sessions and videos. */
  changed: Changed;
  /** Whether this step damaged a row. */
  isDamage: boolean;
}

/** What was seen last of everything ever published. */
export interface History {
  entries: Map<string, SeenEntry>;
  events: Map<string, SeenEvent>;
}

export interface Changed {
  sessions: Set<string>;
  videos: Set<string>;
}

/** What the service can know of each session and each video, as text. */
export interface Known {
  sessions: Map<string, string>;
  videos: Map<string, string>;
}

export function toKnown(world: World): Known {
  const { sessions, club, accepted, channel } = world;
  const retired = club.retired.map((id) => [id, "retired"] as const);
  return {
    sessions: new Map([...sessions.map((one) => [one.id, JSON.stringify(one)] as const), ...retired]),
    // What is listed but was not accepted counts too: a refresh that died may have got so far.
    videos: new Map(
      channel.map((video) => [
        video.id,
        JSON.stringify([video, accepted.get(video.id), isPending(world, video)]),
      ]),
    ),
  };
}

export function toChanged(before: Known, after: Known): Changed {
  return {
    sessions: toDiffering(before.sessions, after.sessions),
    videos: toDiffering(before.videos, after.videos),
  };
}

function toDiffering(a: Map<string, string>, b: Map<string, string>): Set<string> {
  return new Set([...a.keys(), ...b.keys()].filter((id) => a.get(id) !== b.get(id)));
}

export function remember(history: History, { entries, events }: Observation): void {
  for (const entry of entries) history.entries.set(entry.key, entry);
  for (const event of events) history.events.set(event.id, event);
}

/** The entries that no observation before had. */
export function toNew({ after, history }: Moment): SeenEntry[] {
  return after.entries.filter(({ key }) => !history.entries.has(key));
}

/** Since when what is new may have been visible. */
export function toEarliest({ before, after }: Moment): Instant {
  // Taken seconds are avoided backwards.
  return Math.min(before?.now ?? 0, after.now) - 60_000;
}

/** "session" or "video", its id, and for a notice its number. */
export function readKey(key: string): { kind: string; id: string; notice: string | null } {
  const [kind = "", id = "", , notice = null] = key.split("/");
  return { kind, id, notice };
}

/** The formats whose bytes are others than before. */
export function toRewritten({ before, after }: Moment) {
  if (before === null) return [];
  return FORMATS.filter((format) => before.documents[format].hash !== after.documents[format].hash);
}
