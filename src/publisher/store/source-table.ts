/**
 * The sources met so far: whether each is the club's own, and how far back it was known from the start.
 */
import type { Instant } from "../../programme/instant.ts";
import type { Video } from "../../programme/video.ts";
import type { FeedIdentity } from "../../sources/channel-feed.ts";
import { FIRST_FILL, SOURCE } from "./archive-rows.ts";
import type { RowReader } from "./row-reader.ts";

/** YouTube's feeds hold no more entries; the schema's second step counts as well. */
const FULL_FEED = 15;

export class SourceTable {
  readonly #sql: SqlStorage;
  readonly #rows: RowReader;

  constructor(sql: SqlStorage, rows: RowReader) {
    this.#sql = sql;
    this.#rows = rows;
  }

  /** The source met last, or null before the first. */
  readLatestIdentity(): FeedIdentity | null {
    return this.#rows.read(SOURCE, "ORDER BY first_filled_at, identity").at(-1)?.identity ?? null;
  }

  /**
   * A source has shown these videos.
   *
   * @returns before which instant a video that is new must have been published to count as old
   */
  meet(identity: FeedIdentity, videos: readonly Video[], isClub: boolean, now: Instant): Instant {
    const [row] = this.#rows.read(SOURCE, "WHERE identity = ?", identity);
    if (row === undefined) {
      this.#sql.exec("INSERT INTO source VALUES (?, ?, ?)", identity, now, Number(isClub));
      this.#sql.exec("INSERT OR IGNORE INTO first_fill VALUES (?, ?)", identity, toReach(videos));
      return Infinity;
    }
    if (isClub && row.is_club === 0)
      this.#sql.exec("UPDATE source SET is_club = 1 WHERE identity = ?", identity);
    // Not known where it was lost, or the source was met by the version before.
    const [fill] = this.#rows.read(FIRST_FILL, "WHERE identity = ?", identity);
    return fill?.reaches_back_to ?? row.first_filled_at;
  }

  /** Before the API is first asked for the whole of a source: what was published until now is no news. */
  beginWalk(identity: FeedIdentity, isClub: boolean, now: Instant): void {
    this.#sql.exec("INSERT OR IGNORE INTO source VALUES (?, ?, ?)", identity, now, Number(isClub));
    // Even where a feed has shown all it has: it may have shown the first videos of a playlist, or no unlisted ones.
    this.#setReach(identity, now);
  }

  /** All there is of a source is known: whatever comes now is news. */
  endWalk(identity: FeedIdentity): void {
    this.#setReach(identity, 0);
  }

  #setReach(identity: FeedIdentity, reach: Instant): void {
    this.#sql.exec("INSERT OR REPLACE INTO first_fill VALUES (?, ?)", identity, reach);
  }
}

/** Whether it is a channel, and no playlist. */
export function isChannel(identity: string): boolean {
  return identity.startsWith("channel:");
}

/** A feed that is not full shows every video there is. */
function toReach(videos: readonly Video[]): Instant {
  if (videos.length < FULL_FEED) return 0;
  return Math.max(0, Math.min(...videos.map(({ publishedAt }) => publishedAt)));
}
