/** The looks at channels that pushes bring about: what waits for them, and how many there may be. */
import { MINUTE, SECOND, toEarliest, type Instant } from "../../programme/instant.ts";
import type { Video } from "../../programme/video.ts";
import type { FeedIdentity } from "../../sources/channel-feed.ts";
import type { Pushed } from "../../sources/parse-delivery.ts";
import type { Surroundings } from "../part.ts";
import { BUCKET, mayLook, toLookableAt, toLooked, toPing, toSpent, type Bucket } from "./look.ts";
import { PingTable } from "./ping-table.ts";

/** Who brought a delivery looks at once; the alarm does where that came to nothing, and later. */
const ALARM_AFTER: Instant = 2 * SECOND;
/** A look that is overdue for so long cannot be taken at present: its channel wants quiet, or is no source. */
const OVERDUE_AFTER: Instant = MINUTE;
const OVERDUE_PAUSE: Instant = 15 * MINUTE;

export class Looks {
  readonly #around: Surroundings;
  readonly #table: PingTable;

  constructor(around: Surroundings) {
    this.#around = around;
    this.#table = new PingTable(around.storage);
  }

  /** Put down what was pushed. @returns whether any of it is new */
  record(identity: FeedIdentity, pushed: readonly Pushed[], now: Instant): boolean {
    let isNew = false;
    for (const one of pushed) {
      const before = this.#table.find(identity, one.videoId);
      const ping = toPing(one, before, this.#around.isArchived(one.videoId), now);
      if (ping === null) continue;
      this.#table.set(identity, ping);
      isNew = true;
    }
    if (isNew) this.#table.bound();
    return isNew;
  }

  isDue(identity: FeedIdentity, now: Instant): boolean {
    const at = this.#table.nextLookAt(identity);
    return at !== null && at <= now && mayLook(this.#readBucket(identity), now);
  }

  /** @param now when the look began */
  note(identity: FeedIdentity, videos: readonly Video[] | null, now: Instant): void {
    const pings = this.#table.readOpen(identity);
    if (pings.length === 0) return;
    const { storage, facts } = this.#around;
    storage.transactionSync(() => {
      if (this.isDue(identity, now)) {
        const spent = toSpent(this.#readBucket(identity), now);
        facts.set(toBucketName(identity), spent);
      }
      for (const ping of pings) this.#table.set(identity, toLooked(ping, videos, now));
    });
  }

  /** Look no more at other channels, and put off what is overdue, so that the alarm does not come again and again for it. */
  prepare(channels: readonly FeedIdentity[], now: Instant): void {
    this.#table.keep(channels);
    for (const identity of channels.filter((one) => this.isDue(one, now - OVERDUE_AFTER))) {
      for (const ping of this.#table.readOpen(identity))
        this.#table.set(identity, { ...ping, nextLookAt: now + OVERDUE_PAUSE });
    }
  }

  nextAt(channels: readonly FeedIdentity[], now: Instant): Instant | null {
    const times = channels.map((identity) => {
      const at = this.#table.nextLookAt(identity);
      if (at === null) return null;
      return Math.max(at, toLookableAt(this.#readBucket(identity), now)) + ALARM_AFTER;
    });
    return toEarliest(times);
  }

  #readBucket(identity: FeedIdentity): Bucket | null {
    return this.#around.facts.get(toBucketName(identity), BUCKET);
  }
}

function toBucketName(identity: FeedIdentity): string {
  return `looks:${identity}`;
}
