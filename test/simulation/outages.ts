/** Outages of the channel feed, as they have been since December 2025: most evenings for hours, now and then for days. */
import { DAY, HOUR, type Instant } from "../../src/programme/instant.ts";
import type { Random } from "./random.ts";

export interface Outage {
  from: Instant;
  until: Instant;
  status: number;
  /** Share of the requests that are answered all the same: some outages come and go from one request to the next. */
  leak: number;
}

const DAILY = {
  /** Of days that have one. */
  probability: 0.8,
  /** UTC: the evening in North America. */
  fromHour: [21, 28],
  hours: [2, 9],
};
const LONG = { perYear: 5, days: [1.5, 5] };
/** How often which: mostly 404, sometimes 500 or 403. */
const STATUSES: [status: number, share: number][] = [
  [404, 0.8],
  [500, 0.13],
  [403, 0.07],
];
/** Of outages that let some requests through, and how many. */
const LEAKY = { probability: 0.25, leak: 0.4 };

/** In the order of their beginning; some overlap. */
export function createOutages(random: Random, from: Instant, days: number): Outage[] {
  const outages: Outage[] = [];
  for (let day = 0; day < days; day += 1) {
    const start = from + day * DAY;
    if (random.next() < DAILY.probability)
      outages.push(
        createOutage(random, start + draw(random, DAILY.fromHour) * HOUR, draw(random, DAILY.hours) * HOUR),
      );
    if (random.next() < LONG.perYear / 365)
      outages.push(createOutage(random, start + random.next() * DAY, draw(random, LONG.days) * DAY));
  }
  return outages.toSorted((a, b) => a.from - b.from);
}

/** The outage at an instant, or null; of several the one that lets the least through. */
export function findOutage(outages: readonly Outage[], at: Instant): Outage | null {
  const current = outages.filter(({ from, until }) => from <= at && at < until);
  return current.toSorted((a, b) => a.leak - b.leak)[0] ?? null;
}

function createOutage(random: Random, from: Instant, length: Instant): Outage {
  const isLeaky = random.next() < LEAKY.probability;
  return { from, until: from + length, status: drawStatus(random), leak: isLeaky ? LEAKY.leak : 0 };
}

function drawStatus(random: Random): number {
  let left = random.next();
  return STATUSES.find(([, share]) => (left -= share) < 0)?.[0] ?? 404;
}

const draw = (random: Random, [from = 0, to = 0]: number[]): number => random.between(from, to);
