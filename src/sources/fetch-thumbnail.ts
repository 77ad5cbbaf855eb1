/** One request for a video's picture, bounded in time and size. */
import { toThumbnailUrl } from "../programme/video.ts";
import { readBoundedBytes } from "./read-bounded.ts";

/** Nobody waits longer for a picture. */
const TIMEOUT_MS = 5_000;
/** YouTube's pictures of this size have 5 to 25 KB. */
const MAX_BYTES = 200_000;

/**
 * The JPEG that YouTube keeps; null where there is none. A missing one is a 404 that has a JPEG as well, so only the status
 * tells.
 */
export async function fetchThumbnail(videoId: string): Promise<ArrayBuffer | null> {
  try {
    const { status, headers, body } = await fetch(toThumbnailUrl(videoId), {
      headers: { accept: "image/jpeg" },
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (status !== 200 || headers.get("content-type") !== "image/jpeg") {
      await body?.cancel();
      return null;
    }
    const read = await readBoundedBytes(body, MAX_BYTES);
    return read.ok ? read.value.buffer : null;
  } catch {
    return null;
  }
}
