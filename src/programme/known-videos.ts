/** Videos that the club's data name: a past that no feed shows any more. */
import type { Instant } from "./instant.ts";
import type { ArchivedVideo } from "./programme.ts";
import type { Video } from "./video.ts";

/** A video of `data/videos.json`. */
export interface KnownVideo extends Omit<Video, "publishedAt" | "ownerId" | "isUndated"> {
  /** Absent where nobody knows: then it can be a replay, and is no entry by itself. */
  publishedAt?: Instant;
}

/**
 * The archive and the known videos as one. What a feed or the Data API says of a video is newer than the file.
 *
 * @param now stands for the date of one that has none; nothing shows it
 */
export function addKnownVideos(
  archive: readonly ArchivedVideo[],
  known: readonly KnownVideo[],
  now: Instant,
): ArchivedVideo[] {
  const archived = new Set(archive.map(({ id }) => id));
  return [...archive, ...known.filter(({ id }) => !archived.has(id)).map((video) => toArchived(video, now))];
}

/** It was there before anybody looked: seen when it was published. */
function toArchived({ publishedAt, ...video }: KnownVideo, now: Instant): ArchivedVideo {
  return publishedAt === undefined
    ? { ...video, publishedAt: now, firstSeenAt: now, isUndated: true }
    : { ...video, publishedAt, firstSeenAt: Math.min(publishedAt, now) };
}
