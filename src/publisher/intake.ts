/**
 * The intake: all that comes from outside into the archive. Each source is asked when it is due, and none waits for another.
 */
import type { Instant } from "../programme/instant.ts";
import type { FeedIdentity } from "../sources/channel-feed.ts";
import type { Source } from "./config.ts";
import { UNASKED, type Asked } from "./api-state.ts";
import { toDataApiStatus, type DataApiStatus } from "./api-status.ts";
import { refreshApi } from "./refresh-api.ts";
import { refreshFeed, type Shelves } from "./refresh-feed.ts";
import { isAskable, isFetchDue } from "./refresh-policy.ts";
import type { SourceHealth } from "./source-health.ts";

/** How a source fares, and whose feed it is as far as that is known. */
export interface SourceReport {
  identity: FeedIdentity | null;
  health: SourceHealth;
}

export class Intake {
  readonly #shelves: Shelves;

  constructor(shelves: Shelves) {
    this.#shelves = shelves;
  }

  /**
   * Ask every source that is due, all at once.
   *
   * @param awaited when the sessions ended whose replays are missing
   * @returns whether the archive, or whose videos count, changed
   */
  async refresh(awaited: () => readonly Instant[], aboutUrl: string | null, now: Instant): Promise<boolean> {
    const { config, feeds } = this.#shelves;
    const { kind, trialInterval } = config;
    const due = config.sources.filter(
      (source) =>
        isFetchDue({ ...feeds.get(kind, source), awaited, trialInterval }, now) ||
        this.#isPinged(source, now),
    );
    const changes = await Promise.all(due.map((source) => refreshFeed(source, this.#shelves, aboutUrl, now)));
    const isShownMore = await refreshApi(this.#shelves, this.#toAsked(), now);
    return changes.includes(true) || isShownMore;
  }

  /** The sources that the Data API can be asked for. */
  #toAsked(): Asked[] {
    return this.reports().flatMap(({ identity, health }) =>
      identity === null ? [] : [{ identity, feedFailures: health.consecutiveFailures }],
    );
  }

  /** Whether a source is to be asked because of what was pushed. */
  isPinged(now: Instant): boolean {
    return this.#shelves.config.sources.some((source) => this.#isPinged(source, now));
  }

  #isPinged(source: Source, now: Instant): boolean {
    const { config, feeds, pings } = this.#shelves;
    const { identity, health } = feeds.get(config.kind, source);
    const known = source.identity ?? identity;
    return known !== null && pings.isLookDue(known, now) && isAskable(health, now);
  }

  /** Whether a source was never asked: then nobody should have to wait for the next cron. */
  isUntried(): boolean {
    return this.reports().some(({ health }) => health.lastAttemptAt === null);
  }

  /** How the Data API fares; null where there is no key. */
  reportApi(now: Instant): DataApiStatus | null {
    const { config, facts } = this.#shelves;
    return config.api === null ? null : toDataApiStatus(facts.get("api") ?? UNASKED, now);
  }

  reports(): SourceReport[] {
    const { config, feeds } = this.#shelves;
    return config.sources.map((source: Source) => {
      const { identity, health } = feeds.get(config.kind, source);
      return { identity: identity ?? source.identity, health };
    });
  }

  /**
   * Whose videos count at present: what the sources are, and what feeds of this kind last showed. With an archive but
   * without any feed that was lost, and it is the source met last.
   */
  identities(): FeedIdentity[] {
    const { config, feeds, archive } = this.#shelves;
    const found = feeds.findIdentities(config.kind) ?? [archive.sources.readLatestIdentity()];
    const asked = config.sources.map(({ identity }) => identity);
    return [...new Set([...found, ...asked])].filter((identity) => identity !== null);
  }
}
