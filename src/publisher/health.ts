/**
 * Whether somebody must look: the rules of `/healthz`. Feeds are served in any case; what mends itself within a day, such as
 * an outage at YouTube, is no trouble.
 */
import { DAY, type Instant } from "../programme/instant.ts";
import type { SourceStatus, Status } from "./status.ts";

/** YouTube's feed fails for hours on most days, and for no more than a day. */
const LONGEST_OUTAGE: Instant = DAY;
/** A row set aside is lost, and nothing mends it: it is told for so long. */
const TOLD_FOR: Instant = 7 * DAY;

/** Each trouble as a line in plain words. */
export function findTroubles({ sources, dataApi, counts, unwritten, store }: Status, now: Instant): string[] {
  const troubles: [boolean, string][] = [
    ...sources.flatMap((source) => toSourceTroubles(source, isShownByApi(source, dataApi), now)),
    [
      isOlder(dataApi?.failingSince ?? null, LONGEST_OUTAGE, now),
      `api: the YouTube Data API fails since ${dataApi?.failingSince}; the last error: ${dataApi?.lastError}`,
    ],
    [
      counts.ambiguous > 0,
      `matches: ${counts.ambiguous} videos could be of several sessions; name the right one with \`replay\` in its file`,
    ],
    [
      store.setAside.lastAt !== null && !isOlder(store.setAside.lastAt, TOLD_FOR, now),
      `store: ${store.setAside.count} rows could not be read, the last at ${store.setAside.lastAt}`,
    ],
    [unwritten.length > 0, `documents: ${unwritten.join(", ")} cannot be written`],
  ];
  return troubles.filter(([isTrouble]) => isTrouble).map(([, told]) => told);
}

/** Whether the Data API stands in for a feed that fails. */
function isShownByApi({ identity }: SourceStatus, api: Status["dataApi"]): boolean {
  const known = api?.sources.find((source) => source.identity === identity);
  return api?.state === "ok" && known !== undefined && known.wholeAt !== null && known.lastError === null;
}

function toSourceTroubles(
  { identity, failingSince, lastAttemptAt, lastError }: SourceStatus,
  isShown: boolean,
  now: Instant,
): [boolean, string][] {
  const feed = identity === null ? "the feed" : `the feed of ${identity}`;
  return [
    [
      !isShown && isOlder(failingSince, LONGEST_OUTAGE, now),
      `source: no fetch of ${feed} was accepted since ${failingSince}; the last error: ${lastError}`,
    ],
    [
      isOlder(lastAttemptAt, LONGEST_OUTAGE, now),
      `cron: ${feed} was last asked for at ${lastAttemptAt}; it should be every hour`,
    ],
  ];
}

/** @param at RFC 3339, or null for never */
function isOlder(at: string | null, age: Instant, now: Instant): boolean {
  return at !== null && now - Date.parse(at) > age;
}
