/**
 * The archive: every video ever seen. Nothing is ever removed from it because a feed no longer shows it; what only the Data
 * API has shown is marked, and goes as YouTube's terms want it (see detail-table.ts).
 */
import type { Instant } from "../../programme/instant.ts";
import type { ArchivedVideo } from "../../programme/programme.ts";
import type { Video } from "../../programme/video.ts";
import type { FeedIdentity } from "../../sources/channel-feed.ts";
import { VIDEO, type VideoDetail } from "./archive-rows.ts";
import { DetailTable, toDetail, toParts } from "./detail-table.ts";
import type { RowReader } from "./row-reader.ts";
import { isChannel, SourceTable } from "./source-table.ts";

/** What a source shows at present. */
export interface Showing {
  identity: FeedIdentity;
  videos: readonly Video[];
}

export interface ShownHow {
  /** Whether the source is the club's own, as its data name it. */
  isClub: boolean;
  by: "feed" | "api";
  /** Whether a video was known before anybody looked; asked of new ones alone. */
  isKnown: (videoId: string) => boolean;
}

/** What the archive has of a video. */
interface Kept {
  video: ArchivedVideo | undefined;
  detail: VideoDetail | undefined;
  home: Home | undefined;
}

export class Archive {
  readonly sources: SourceTable;
  readonly details: DetailTable;
  readonly #storage: DurableObjectStorage;
  readonly #sql: SqlStorage;
  readonly #rows: RowReader;
  readonly #noteNews: () => void;

  /** @param noteNews what follows from a change that could be seen: within its transaction, so that both are kept or neither */
  constructor(storage: DurableObjectStorage, rows: RowReader, noteNews: () => void) {
    this.sources = new SourceTable(storage.sql, rows);
    this.details = new DetailTable(storage.sql, rows);
    this.#storage = storage;
    this.#sql = storage.sql;
    this.#rows = rows;
    this.#noteNews = noteNews;
  }

  /**
   * The videos of some sources, and those of everything that was ever the club's own; where a source's row was lost
   * nobody knows, and they stay.
   *
   * @param identities the sources at present
   */
  read(identities: readonly FeedIdentity[]): ArchivedVideo[] {
    const others = "SELECT 1 FROM source WHERE source.identity = video.identity AND is_club = 0";
    const videos = this.#rows.read(
      VIDEO,
      `WHERE video.identity IN (SELECT value FROM json_each(?)) OR NOT EXISTS (${others}) ORDER BY video.id`,
      JSON.stringify(identities),
    );
    const details = this.details.read();
    return videos.map((video) => {
      const detail = details.get(video.id);
      return detail === undefined ? video : { ...video, ...toParts(detail) };
    });
  }

  /** Whether a video was ever seen. */
  has(videoId: string): boolean {
    return this.#sql.exec("SELECT 1 FROM video WHERE id = ?", videoId).toArray().length > 0;
  }

  /**
   * Take in what a source shows, whole or not at all; writes only what is new or differs.
   *
   * What the first fill showed was there before anyone looked: it counts as seen when it was published, so that a first
   * start does not flood readers. So does an older video that comes back from beyond a full feed. Any other is news,
   * however old: a stream that was created long ago was not listed then, and a Short was not published.
   *
   * What a feed has shown is the feed's: the API adds to it and changes nothing of it.
   *
   * @returns whether anything changed that could be seen
   */
  add({ identity, videos }: Showing, how: ShownHow, now: Instant): boolean {
    return this.#change(() => {
      const reachesBackTo = this.sources.meet(identity, videos, how.isClub, now);
      const kept = this.#readKept(videos);
      const changes = videos.map((video) => {
        const before = kept(video.id);
        const isOld = () => video.publishedAt < reachesBackTo || how.isKnown(video.id);
        return this.#addVideo(video, before, { ...how, identity, isOld }, now);
      });
      return changes.includes(true);
    });
  }

  /** See {@link DetailTable.withdraw}. */
  withdraw(ids: readonly string[]): boolean {
    return ids.length > 0 && this.#change(() => this.details.withdraw(ids));
  }

  /** @param change whether it has changed anything that could be seen */
  #change(change: () => boolean): boolean {
    return this.#storage.transactionSync(() => {
      const isChanged = change();
      if (isChanged) this.#noteNews();
      return isChanged;
    });
  }

  /** What the API says anew of videos that are kept, each under the source it is kept under. */
  renew(videos: readonly Video[], now: Instant): boolean {
    return this.#change(() => {
      const kept = this.#readKept(videos);
      const changes = videos.map((video) => {
        const before = kept(video.id);
        if (before.home === undefined) return false;
        return this.#addVideo(video, before, { ...before.home, by: "api", isOld: () => true }, now);
      });
      return changes.includes(true);
    });
  }

  #addVideo(
    video: Video,
    before: Kept,
    { identity, isClub, by, isOld }: Home & Pick<ShownHow, "by"> & { isOld: () => boolean },
    now: Instant,
  ): boolean {
    const isFeeds = before.video !== undefined && before.detail?.isApiOnly !== true;
    const shown = by === "api" && isFeeds ? before.video : video;
    const home = toHome(before.home, { identity, isClub });
    const isApiOnly = by === "api" && !isFeeds;
    const detail = toDetail(video, before.detail, { by, isApiOnly, isChannels: isChannel(home), now });
    const isToldAnew = this.details.write(detail, before.detail);
    if (shown === undefined || (isSame(before.video, shown) && home === before.home?.identity))
      return isToldAnew;
    this.#write(shown, home, toFirstSeen(shown, before, isOld, now));
    return true;
  }

  /** What there is of these videos, by id. */
  #readKept(videos: readonly Video[]): (id: string) => Kept {
    const ids = JSON.stringify(videos.map(({ id }) => id));
    const within = "WHERE id IN (SELECT value FROM json_each(?))";
    const known = new Map(this.#rows.read(VIDEO, within, ids).map((video) => [video.id, video]));
    const details = this.details.read(within, ids);
    const homes = this.#readHomes(ids);
    return (id) => ({ video: known.get(id), detail: details.get(id), home: homes.get(id) });
  }

  /** The source that each of these videos is kept under, and whether that is the club's own. */
  #readHomes(ids: string): Map<string, Home> {
    const query = `SELECT id, identity, coalesce(is_club, 0) AS is_club FROM video LEFT JOIN source USING (identity)
      WHERE id IN (SELECT value FROM json_each(?))`;
    const rows = this.#sql.exec<{ id: string; identity: string; is_club: number }>(query, ids).toArray();
    return new Map(rows.map(({ id, identity, is_club }) => [id, { identity, isClub: is_club === 1 }]));
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

/** A source that a video is kept under. */
interface Home {
  identity: string;
  isClub: boolean;
}

/**
 * Where several sources show a video it is kept under a channel of the club rather than a playlist, and under either rather
 * than under what is not the club's.
 */
function toHome(before: Home | undefined, { identity, isClub }: Home): string {
  if (before?.isClub !== true) return identity;
  const isBetter = isClub && isChannel(identity) && !isChannel(before.identity);
  return isBetter ? identity : before.identity;
}

/** A detail without its video is that of one that was withdrawn, and comes back. */
function toFirstSeen(shown: Video, { video, detail }: Kept, isOld: () => boolean, now: Instant): Instant {
  const isShortNoMore = video?.isShort === true && !shown.isShort;
  if (isShortNoMore) return now;
  if (video !== undefined) return video.firstSeenAt;
  return detail !== undefined || isOld() ? Math.min(shown.publishedAt, now) : now;
}

/** View counts, thumbnails' hosts and the feed's `updated` are no changes; they are not even read. */
function isSame(a: Video | undefined, b: Video): boolean {
  return (
    a?.title === b.title &&
    a.description === b.description &&
    a.publishedAt === b.publishedAt &&
    a.isShort === b.isShort
  );
}
