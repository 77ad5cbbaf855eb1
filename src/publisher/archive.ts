/**
 * The archive: every video ever seen. Nothing is ever removed from it because a feed no longer shows it.
 */
import type { Instant } from "../programme/instant.ts";
import type { ArchivedVideo } from "../programme/programme.ts";
import type { Video } from "../programme/video.ts";
import type { ChannelFeed, FeedIdentity } from "../sources/channel-feed.ts";

type VideoRow = {
  id: string;
  title: string;
  description: string;
  published_at: number;
  is_short: number;
  first_seen_at: number;
};

export class Archive {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /**
   * The videos of a source, and those of every channel that was ever the club's own.
   *
   * @param identity the source at present; null while it has never answered
   */
  read(identity: FeedIdentity | null): ArchivedVideo[] {
    return this.#sql
      .exec<VideoRow>(
        `SELECT video.id, title, description, published_at, is_short, first_seen_at
         FROM video JOIN source ON source.identity = video.identity
         WHERE is_club = 1 OR video.identity = ?
         ORDER BY video.id`,
        identity ?? "",
      )
      .toArray()
      .map(toVideo);
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
    const [row] = this.#sql
      .exec<{ first_filled_at: number; is_club: number }>("SELECT * FROM source WHERE identity = ?", identity)
      .toArray();
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
    return this.#sql
      .exec<VideoRow>("SELECT * FROM video WHERE id IN (SELECT value FROM json_each(?))", ids)
      .toArray()
      .map(toVideo);
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

function toVideo(row: VideoRow): ArchivedVideo {
  return {
    id: row.id,
    title: row.title,
    description: row.description,
    publishedAt: row.published_at,
    isShort: row.is_short === 1,
    firstSeenAt: row.first_seen_at,
  };
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
