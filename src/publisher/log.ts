/**
 * The log: one line of JSON for each thing an operator should hear of, and nothing about who asked for what.
 *
 * It cannot be filled by requests: what they can bring about is told once a minute by each isolate.
 */
import { MINUTE, type Instant } from "../programme/instant.ts";

type Level = "warn" | "error";
type Facts = Readonly<Record<string, unknown>>;

/** For what happens a few times in a cycle at most. */
export function log(level: Level, event: string, facts: Facts): void {
  console[level](JSON.stringify({ event, ...facts }));
}

/** When an event was told last, by this isolate. */
const toldAt = new Map<string, Instant>();

/** For what each request can bring about. */
export function logSeldom(level: Level, event: string, facts: Facts): void {
  const now = Date.now();
  const last = toldAt.get(event);
  // After a clock that has jumped back nobody knows how long ago it was.
  if (last !== undefined && now >= last && now - last < MINUTE) return;
  toldAt.set(event, now);
  log(level, event, facts);
}
