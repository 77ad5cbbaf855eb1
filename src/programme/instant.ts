/**
 * Instants: points on the time line, as milliseconds since 1970-01-01T00:00:00Z.
 *
 * Every `…At` field of the model is an Instant. Civil dates and wall-clock times live in `civil-time.ts`.
 */
export type Instant = number;

export const SECOND: Instant = 1_000;
export const MINUTE: Instant = 60 * SECOND;
export const HOUR: Instant = 60 * MINUTE;
export const DAY: Instant = 24 * HOUR;

/** The RFC 3339 form in UTC to the second ("2026-06-15T17:00:00Z"), the precision every feed format shares. */
export function toRfc3339(instant: Instant): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}

/** The same; null for never. */
export function toTime(instant: Instant | null): string | null {
  return instant === null ? null : toRfc3339(instant);
}

/** The first of some instants; null where there is none. */
export function toEarliest(instants: readonly (Instant | null)[]): Instant | null {
  const known = instants.filter((instant) => instant !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/** Cut to the whole second: RSS dates (RFC 822) and iCalendar (RFC 5545 3.3.5) carry no fractions. */
export function toWholeSecond(instant: Instant): Instant {
  return Math.floor(instant / SECOND) * SECOND;
}
