/**
 * What is known of videos beside what every feed says, and when the Data API showed it last: YouTube's terms let nobody keep
 * what only the API has shown for longer than 30 days without asking again.
 */
import type { Instant } from "../../programme/instant.ts";
import type { Video } from "../../programme/video.ts";
import { VIDEO_DETAIL, type VideoDetail } from "./archive-rows.ts";
import type { RowReader } from "./row-reader.ts";

/** What of a detail belongs to the video. */
export type DetailParts = Omit<VideoDetail, "id" | "apiAt" | "isApiOnly">;

export class DetailTable {
  readonly #sql: SqlStorage;
  readonly #rows: RowReader;

  constructor(sql: SqlStorage, rows: RowReader) {
    this.#sql = sql;
    this.#rows = rows;
  }

  /**
   * By video id.
   *
   * @param selection what follows the table's name in the query
   */
  read(selection = "", ...bindings: string[]): Map<string, VideoDetail> {
    return new Map(this.#rows.read(VIDEO_DETAIL, selection, ...bindings).map((one) => [one.id, one]));
  }

  /** @returns whether it says other things than before; that it says them still is none */
  write(after: VideoDetail, before: VideoDetail | undefined): boolean {
    const { id, apiAt, isApiOnly } = after;
    const json = JSON.stringify(toParts(after));
    const isEmpty = json === "{}" && apiAt === 0;
    const known = before === undefined ? "{}" : JSON.stringify(toParts(before));
    if (isEmpty && before !== undefined) this.#sql.exec("DELETE FROM video_detail WHERE id = ?", id);
    const isWritten = json !== known || apiAt !== before?.apiAt || isApiOnly !== before.isApiOnly;
    if (!isEmpty && isWritten) {
      const query =
        "INSERT OR REPLACE INTO video_detail (id, api_at, is_api_only, detail) VALUES (?, ?, ?, ?)";
      this.#sql.exec(query, id, apiAt, Number(isApiOnly), json);
    }
    return json !== known;
  }

  /** The videos that the API showed before an instant and not since, those of longest ago first. */
  findShownBefore(instant: Instant, limit: number): string[] {
    const query = `SELECT id FROM video_detail JOIN video USING (id) WHERE api_at > 0 AND api_at < ?
      ORDER BY api_at, id LIMIT ?`;
    return this.#sql
      .exec<{ id: string }>(query, instant, limit)
      .toArray()
      .map(({ id }) => id);
  }

  /**
   * Take back what the API has shown of these videos: of those that no feed has shown everything but the id stays, and that
   * tells that they are no news should they come back.
   *
   * @returns whether anything changed that could be seen
   */
  withdraw(ids: readonly string[]): boolean {
    const list = JSON.stringify(ids);
    const within = "id IN (SELECT value FROM json_each(?))";
    let changed = false;
    for (const [id, before] of this.read(`WHERE ${within}`, list)) {
      const { ownerId } = before;
      const after = before.isApiOnly
        ? { id, apiAt: before.apiAt, isApiOnly: true }
        : { id, apiAt: 0, isApiOnly: false, ...(ownerId !== undefined && { ownerId }) };
      if (this.write(after, before)) changed = true;
    }
    const query = `DELETE FROM video WHERE ${within} AND id IN (SELECT id FROM video_detail WHERE is_api_only = 1)
      RETURNING id`;
    return this.#sql.exec(query, list).toArray().length > 0 || changed;
  }
}

export function toParts({
  id: _id,
  apiAt: _apiAt,
  isApiOnly: _isApiOnly,
  ...parts
}: VideoDetail): DetailParts {
  return parts;
}

/** What a source's video adds to what is known. */
export function toDetail(
  video: Video,
  before: VideoDetail | undefined,
  {
    by,
    isApiOnly,
    isChannels,
    now,
  }: { by: "feed" | "api"; isApiOnly: boolean; isChannels: boolean; now: Instant },
): VideoDetail {
  // What a channel itself shows is the club's, whosever it is.
  const ownerId = isChannels ? undefined : (video.ownerId ?? before?.ownerId);
  return {
    id: video.id,
    apiAt: by === "api" ? now : (before?.apiAt ?? 0),
    isApiOnly,
    ...(ownerId !== undefined && { ownerId }),
    // The API says these anew, and takes them back; a feed knows nothing of them.
    ...toTimes(by === "api" ? video : (before ?? {})),
  };
}

function toTimes({
  startedAt,
  durationSeconds,
}: Partial<Video>): Pick<Video, "startedAt" | "durationSeconds"> {
  return {
    ...(startedAt !== undefined && { startedAt }),
    ...(durationSeconds !== undefined && { durationSeconds }),
  };
}
