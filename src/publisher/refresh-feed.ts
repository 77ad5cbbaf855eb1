/**
 * One fetch of a feed, from attempt to archive. A failure changes nothing but the feed's own health.
 */
import type { Instant } from "../programme/instant.ts";
import { fail, type Result } from "../programme/result.ts";
import type { Video } from "../programme/video.ts";
import type { ChannelFeed, ChannelFeedFault, FeedIdentity } from "../sources/channel-feed.ts";
import { fetchChannelFeed } from "../sources/fetch-channel-feed.ts";
import { parseChannelFeed } from "../sources/parse-channel-feed.ts";
import type { Archive } from "./store/archive.ts";
import type { Config, Source } from "./config.ts";
import type { FactTable } from "./store/fact-table.ts";
import type { FeedTable } from "./store/feed-table.ts";
import { log } from "./log.ts";
import { toHealthAfterFailure, toHealthAfterSuccess } from "./source-health.ts";

/** What a refresh reads and writes; all of it lies in the one database. */
export interface Shelves {
  config: Config;
  feeds: FeedTable;
  archive: Archive;
  facts: FactTable;
  /** Whether a video is of the file of known ones: those are no news, whoever shows them first. */
  isKnown: (videoId: string) => boolean;
  pings: Pings;
}

/** What was pushed of a channel, and waits for its feed to show it. */
export interface Pings {
  /** Whether a channel is to be looked at because of that. */
  isLookDue: (identity: FeedIdentity, now: Instant) => boolean;
  /** It was looked at; null where its feed could not be had. */
  noteLook: (identity: FeedIdentity, videos: readonly Video[] | null, now: Instant) => void;
}

/**
 * Where the archive, or whose videos count, changes, another edition is due.
 *
 * @param aboutUrl where people can read who is asking
 */
export async function refreshFeed(
  source: Source,
  { config, feeds, archive, facts, isKnown, pings }: Shelves,
  aboutUrl: string | null,
  now: Instant,
): Promise<void> {
  const { kind, own } = config;
  const before = feeds.get(kind, source);
  const expected = source.identity ?? before.identity;
  const outcome = await fetchAndParse(source.feedUrl, expected, aboutUrl);
  if (expected !== null) pings.noteLook(expected, outcome.ok ? outcome.value.videos : null, now);
  if (!outcome.ok) {
    feeds.set(kind, source, { ...before, health: toHealthAfterFailure(before.health, outcome.error, now) });
    log("warn", "channel feed not accepted", { of: before.identity, ...outcome.error });
    return;
  }
  const { identity } = outcome.value;
  if (identity !== before.identity) facts.outdate();
  feeds.set(kind, source, { identity, health: toHealthAfterSuccess(now) });
  feeds.keep(kind, config.sources);
  const how = { isClub: own.has(identity), by: "feed", isKnown } as const;
  archive.add(outcome.value, how, now);
}

async function fetchAndParse(
  feedUrl: string,
  expected: FeedIdentity | null,
  aboutUrl: string | null,
): Promise<Result<ChannelFeed, ChannelFeedFault>> {
  const text = await fetchChannelFeed(feedUrl, { aboutUrl });
  if (!text.ok) return text;
  try {
    return await parseChannelFeed(text.value, expected);
  } catch (error) {
    // The parser is a package: whatever it throws must not end the cycle without a word in the health.
    return fail({ reason: "malformed", message: error instanceof Error ? error.message : "unreadable" });
  }
}
