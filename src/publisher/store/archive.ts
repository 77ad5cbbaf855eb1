/**
 * The archive: every video ever seen. Nothing is ever removed from it because a feed no longer shows it.
 */
import type { Instant } from "../../programme/instant.ts";
import type { ArchivedVideo } from "../../programme/programme.ts";
import type { Video } from "../../programme/video.ts";
import type { ChannelFeed, FeedIdentity } from "../../sources/channel-feed.ts";
import type { RowReader } from "./row-reader.ts";
import { SOURCE, VIDEO } from "./rows.ts";

export class Archive {
  readonly #sql: SqlStorage;
  readonly #rows: RowReader;

  constructor(sql: SqlStorage, rows: RowReader) {
    this.#sql = sql;
    this.#rows = rows;
  }

  /**
   * The videos of a source, and those of every channel that was ever the club's own; where the source's row was lost
   * nobody knows, and they stay.
   *
   * @param identity the source at present; null while it has never answered
   */
  read(identity: FeedIdentity | null): ArchivedVideo[] {
    const others = "SELECT 1 FROM source WHERE source.identity = video.identity AND is_club = 0";
    return this.#rows.read(
      VIDEO,
      `WHERE video.identity = ? OR NOT EXISTS (${others}) ORDER BY video.id`,
      identity ?? "",
    );
  }

  /** The source met last, or null before the first. */
  readLatestIdentity(): FeedIdentity | null {
    return this.#rows.read(SOURCE, "ORDER BY first_filled_at, identity").at(-1)?.identity ?? null;
  }

  /**
   * Take in an accepted feed; writes only what is new or differs.
   *
   * A video older than the archive's first fill was there before anyone looked: it counts as seen when it was published,
   * so that neither a first start nor an old entry coming back floods readers.
   *
   * @param isClub whether the feed is the club's own channel, as its data names it
   * @returns whether anything changed
   */
  add(feed: ChannelFeed, isClub: boolean, now: Instant): boolean {
    const filledAt = this.#openSource(feed.identity, isClub, now);
    const known = new Map(this.#readAll(feed.videos).map((video) => [video.id, video]));
    let changed = false;
    for (const video of feed.videos) {
      const before = known.get(video.id);
      if (before !== undefined && isSame(before, video)) continue;
      const isOld = filledAt === null || video.publishedAt < filledAt;
      const firstSeenAt = before?.firstSeenAt ?? (isOld ? Math.min(video.publishedAt, now) : now);
      this.#write(video, feed.identity, firstSeenAt);
      changed = true;
    }
    return changed;
  }

  /** @returns when the source was first filled, null if this is the first time */
  #openSource(identity: FeedIdentity, isClub: boolean, now: Instant): Instant | null {
    const [row] = this.#rows.read(SOURCE, "WHERE identity = ?", identity);
    if (row === undefined) {
      this.#sql.exec("INSERT INTO source VALUES (?, ?, ?)", identity, now, Number(isClub));
      return null;
    }
    if (isClub && row.is_club === 0)
      this.#sql.exec("UPDATE source SET is_club = 1 WHERE identity = ?", identity);
    return row.first_filled_at;
  }

  #readAll(videos: readonly Video[]): ArchivedVideo[] {
    const ids = JSON.stringify(videos.map(({ id }) => id));
    return this.#rows.read(VIDEO, "WHERE id IN (SELECT value FROM json_each(?))", ids);
  }

  #write(
    { id, title, description, publishedAt, isShort }: Video,
    identity: string,
    firstSeenAt: Instant,
  ): void {
    this.#sql.exec(
      `INSERT OR REPLACE INTO video (id, identity, title, description, published_at, is_short, first_seen_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      id,
      identity,
      title,
      description,
      publishedAt,
      Number(isShort),
      firstSeenAt,
    );
  }
}

/** View counts, thumbnails' hosts and the feed's `updated` are no changes; they are not even read. */
function isSame(a: Video, b: Video): boolean {
  return (
    a.title === b.title &&
    a.description === b.description &&
    a.publishedAt === b.publishedAt &&
    a.isShort === b.isShort
  );
}
