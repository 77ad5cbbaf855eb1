/**
 * One fetch of the channel feed, from attempt to archive. A failure changes nothing but the source's health.
 */
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
import type { Archive } from "./store/archive.ts";
import type { Config } from "./config.ts";
import type { FactTable, Pin } from "./store/fact-table.ts";
import { log } from "./log.ts";
import { toHealthAfterFailure, toHealthAfterSuccess, UNTRIED } from "./source-health.ts";

type FetchedSource = Exclude<Config["source"], { kind: "none" }>;

/** @returns whether the archive, or whose videos count, changed */
export async function refreshSource(
  { source, publicUrl }: Config,
  facts: FactTable,
  archive: Archive,
  now: Instant,
): Promise<boolean> {
  if (source.kind === "none") return false;
  const pin = facts.get("pin");
  const expected = toExpected(source, pin);
  const outcome = await fetchAndParse(source.feedUrl, expected, publicUrl ?? facts.get("origin"));
  if (!outcome.ok) {
    facts.set("health", toHealthAfterFailure(facts.get("health"), outcome.error, now));
    log("warn", "channel feed not accepted", outcome.error);
    return false;
  }
  const { identity } = outcome.value;
  const isClub = source.channelId !== null && identity === toChannelIdentity(source.channelId);
  facts.set("health", toHealthAfterSuccess(now));
  facts.set("pin", { feedUrl: source.feedUrl, kind: source.kind, identity });
  const isChanged = archive.add(outcome.value, isClub, now);
  return isChanged || identity !== pin?.identity;
}

/** Health is a source's own: another address is tried at once, another kind of source starts from nothing. */
export function resetHealthOfOtherSource({ source: { kind, feedUrl } }: Config, facts: FactTable): void {
  const known = facts.get("source");
  if (known?.kind === kind && known.feedUrl === feedUrl) return;
  const { lastSuccessAt } = facts.get("health");
  // Where it is not known whose health it is, it is this source's: that fact was lost.
  if (known !== null)
    facts.set("health", { ...UNTRIED, lastSuccessAt: known.kind === kind ? lastSuccessAt : null });
  facts.set("source", { kind, feedUrl });
}

/** What the address asks for, else what it showed before; another address may be another channel's. */
function toExpected(source: FetchedSource, pin: Pin | null): FeedIdentity | null {
  const isPinned = pin?.feedUrl === source.feedUrl && pin.kind === source.kind;
  return toExpectedIdentity(source.feedUrl) ?? (isPinned ? pin.identity : null);
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
