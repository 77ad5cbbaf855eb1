/** The instant that pages are of: the last start or end of a session. */
import type { Instant } from "../programme/instant.ts";
import type { ProgrammeSession } from "../programme/programme.ts";
import { toSpan } from "../programme/turns.ts";
import type { FactTable } from "./facts.ts";

/**
 * Kept until the next start or end, so that a poll neither computes nor writes anything.
 *
 * @param readSessions gives all sessions; asked only when a turn has passed
 */
export function readAsOf(
  facts: FactTable,
  now: Instant,
  readSessions: () => readonly ProgrammeSession[],
): Instant {
  const span = facts.get("span");
  if (span !== null && (span.until === null || now < span.until)) return span.since;
  const turned = toSpan(
    readSessions().map(({ session }) => session),
    now,
  );
  facts.set("span", turned);
  return turned.since;
}
