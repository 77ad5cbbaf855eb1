/**
 * One request to the Data API: bounded in time and size. The key travels in a header field and is in no address, log or error.
 */
import { fail, succeed, type Result } from "../programme/result.ts";
import type { Video } from "../programme/video.ts";
import { PAGE_SIZE, type DataApiFault } from "./data-api.ts";
import { parsePlaylistPage, parseVideos, toRefusal, type PlaylistPage } from "./parse-data-api.ts";
import { readBoundedText } from "./read-bounded.ts";

const TIMEOUT_MS = 10_000;
/** Fifty videos with descriptions of 5,000 characters in three bytes each are 750 KB. */
const MAX_BYTES = 2 * 1024 * 1024;

/** So many videos are never gone all at once. */
const MANY = 10;

/** Who asks, and where. */
export interface DataApi {
  /** Without a slash at the end. */
  url: string;
  key: string;
}

/** A page of a playlist: 1 unit. */
export async function fetchPlaylistPage(
  api: DataApi,
  playlistId: string,
  pageToken: string | null,
): Promise<Result<PlaylistPage, DataApiFault>> {
  const query = { part: "contentDetails", maxResults: String(PAGE_SIZE), playlistId };
  const answer = await ask(api, "playlistItems", pageToken === null ? query : { ...query, pageToken });
  return answer.ok ? parsePlaylistPage(answer.value) : answer;
}

/** Videos by their ids, at most 50: 1 unit. Those that are private or deleted are missing. */
export async function fetchVideos(
  api: DataApi,
  videoIds: readonly string[],
): Promise<Result<Video[], DataApiFault>> {
  const part = "snippet,contentDetails,liveStreamingDetails,status";
  const answer = await ask(api, "videos", { part, id: videoIds.join(",") });
  if (!answer.ok) return answer;
  const videos = parseVideos(answer.value);
  // So many are not deleted in one day: an empty answer must not withdraw a whole past.
  const isUnlikely = videos.ok && videos.value.length === 0 && videoIds.length >= MANY;
  return isUnlikely ? fail({ reason: "malformed", message: "none of the videos asked for" }) : videos;
}

async function ask(
  { url, key }: DataApi,
  method: string,
  query: Record<string, string>,
): Promise<Result<string, DataApiFault>> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), TIMEOUT_MS);
  try {
    const response = await fetch(`${url}/${method}?${new URLSearchParams(query).toString()}`, {
      headers: { accept: "application/json", "x-goog-api-key": key },
      // A redirect would carry the key elsewhere.
      redirect: "manual",
      signal: abort.signal,
    });
    const text = await readBoundedText(response.body, MAX_BYTES);
    if (!text.ok) return text;
    return response.status === 200 ? succeed(text.value) : fail(toRefusal(response.status, text.value));
  } catch {
    // What was thrown may name what was asked with.
    return fail(
      abort.signal.aborted ? { reason: "timeout", milliseconds: TIMEOUT_MS } : { reason: "network" },
    );
  } finally {
    clearTimeout(timer);
  }
}
