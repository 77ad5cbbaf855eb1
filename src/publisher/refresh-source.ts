/**
 * One fetch of the channel feed, from attempt to archive. A failure changes nothing but the source's health.
 */
import type { Config } from "../config.ts";
import type { Instant } from "../programme/instant.ts";
import { fail, type Result } from "../programme/result.ts";
import {
  toChannelIdentity,
  toExpectedIdentity,
  type ChannelFeed,
  type ChannelFeedFault,
  type FeedIdentity,
} from "../sources/channel-feed.ts";
import { fetchChannelFeed } from "../sources/fetch-channel-feed.ts";
import { parseChannelFeed } from "../sources/parse-channel-feed.ts";
import type { Archive } from "./archive.ts";
import type { FactTable } from "./facts.ts";
import { toHealthAfterFailure, toHealthAfterSuccess } from "./source-health.ts";

/** @returns whether the archive, or whose videos count, changed */
export async function refreshSource(
  { source, publicUrl }: Config,
  facts: FactTable,
  archive: Archive,
  now: Instant,
): Promise<boolean> {
  if (source.kind === "none") return false;
  const pin = facts.get("pin");
  const isPinned = pin !== null && pin.feedUrl === source.feedUrl && pin.kind === source.kind;
  const expected = toExpected(source, isPinned ? pin.identity : null);

  const outcome = await fetchAndParse(source.feedUrl, expected, publicUrl ?? facts.get("origin"));
  if (!outcome.ok) {
    facts.set("health", toHealthAfterFailure(facts.get("health"), outcome.error, now));
    console.warn(JSON.stringify({ event: "channel feed not accepted", ...outcome.error }));
    return false;
  }
  const { identity } = outcome.value;
  const isClub = source.channelId !== null && identity === toChannelIdentity(source.channelId);
  facts.set("health", toHealthAfterSuccess(now));
  facts.set("pin", { feedUrl: source.feedUrl, kind: source.kind, identity });
  const isChanged = archive.add(outcome.value, isClub, now);
  return isChanged || identity !== pin?.identity;
}

/** What the address asks for, else the club's channel for YouTube's own feed, else what the address showed before. */
function toExpected(
  source: Exclude<Config["source"], { kind: "none" }>,
  pinned: FeedIdentity | null,
): FeedIdentity | null {
  return toExpectedIdentity(source.feedUrl) ?? pinned;
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
