/**
 * The archive: every video ever seen. Nothing is ever removed from it because a feed no longer shows it.
 */
import type { Instant } from "../../programme/instant.ts";
import type { ArchivedVideo } from "../../programme/programme.ts";
import type { Video } from "../../programme/video.ts";
import type { ChannelFeed, FeedIdentity } from "../../sources/channel-feed.ts";
import type { RowReader } from "./row-reader.ts";
import { FIRST_FILL, SOURCE, VIDEO } from "./rows.ts";

/** YouTube's feeds hold no more entries; the schema's second step counts as well. */
const FULL_FEED = 15;

export class Archive {
  readonly #storage: DurableObjectStorage;
  readonly #sql: SqlStorage;
  readonly #rows: RowReader;

  constructor(storage: DurableObjectStorage, rows: RowReader) {
    this.#storage = storage;
    this.#sql = storage.sql;
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
   * Take in an accepted feed, whole or not at all; writes only what is new or differs.
   *
   * What the first fill showed was there before anyone looked: it counts as seen when it was published, so that a first
   * start does not flood readers. So does an older video that comes back from beyond a full feed. Any other is news,
   * however old: a stream that was created long ago was not listed then, and a Short was not published.
   *
   * @param isClub whether the feed is the club's own channel, as its data names it
   * @returns whether anything changed
   */
  add(feed: ChannelFeed, isClub: boolean, now: Instant): boolean {
    return this.#storage.transactionSync(() => this.#add(feed, isClub, now));
  }

  #add(feed: ChannelFeed, isClub: boolean, now: Instant): boolean {
    const reachesBackTo = this.#openSource(feed, isClub, now);
    const known = new Map(this.#readAll(feed.videos).map((video) => [video.id, video]));
    let changed = false;
    for (const video of feed.videos) {
      const before = known.get(video.id);
      if (before !== undefined && isSame(before, video)) continue;
      const isOld = video.publishedAt < reachesBackTo;
      const firstSeenAt = before?.firstSeenAt ?? (isOld ? Math.min(video.publishedAt, now) : now);
      const isShortNoMore = before?.isShort === true && !video.isShort;
      this.#write(video, feed.identity, isShortNoMore ? now : firstSeenAt);
      changed = true;
    }
    return changed;
  }

  /** @returns before which instant a video that is new must have been published to count as old */
  #openSource({ identity, videos }: ChannelFeed, isClub: boolean, now: Instant): Instant {
    const [row] = this.#rows.read(SOURCE, "WHERE identity = ?", identity);
    if (row === undefined) {
      this.#sql.exec("INSERT INTO source VALUES (?, ?, ?)", identity, now, Number(isClub));
      const reach = toReach(videos);
      this.#sql.exec("INSERT OR IGNORE INTO first_fill VALUES (?, ?)", identity, reach);
      return Infinity;
    }
    if (isClub && row.is_club === 0)
      this.#sql.exec("UPDATE source SET is_club = 1 WHERE identity = ?", identity);
    // Not known where it was lost, or the source was met by the version before.
    const [fill] = this.#rows.read(FIRST_FILL, "WHERE identity = ?", identity);
    return fill?.reaches_back_to ?? row.first_filled_at;
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

/** A feed that is not full shows every video there is. */
function toReach(videos: readonly Video[]): Instant {
  if (videos.length < FULL_FEED) return 0;
  return Math.max(0, Math.min(...videos.map(({ publishedAt }) => publishedAt)));
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
