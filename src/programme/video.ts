import type { Instant } from "./instant.ts";

/** One entry of the channel feed. */
export interface Video {
  /** YouTube's eleven characters: `yt:videoId`. Titles and links are never used to identify a video. */
  id: string;
  title: string;
  description: string;
  /** The feed's `published`: the upload, or for a scheduled stream the moment its event was created. */
  publishedAt: Instant;
  isShort: boolean;
  /** When a stream really began, and how long the video is; only the Data API and the file of known videos say so. */
  startedAt?: Instant;
  durationSeconds?: number;
  /** Nobody knows when it was published: of the file of known videos. */
  isUndated?: true;
  /** "UC…": whose it is, where a playlist shows it; absent for what a channel itself shows. */
  ownerId?: string;
}

/** The page of a video, for people. */
export function toWatchUrl(videoId: string): string {
  return `https://www.youtube.com/watch?v=${videoId}`;
}

/** YouTube's 16:9 preview, which always exists (hqdefault is letterboxed, maxresdefault may be missing). */
export function toThumbnailUrl(videoId: string): string {
  return `https://i.ytimg.com/vi/${videoId}/mqdefault.jpg`;
}
