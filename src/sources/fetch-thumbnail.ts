/** One request for a video's picture, bounded in time and size. */
import { toThumbnailUrl } from "../programme/video.ts";

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
    const response = await fetch(toThumbnailUrl(videoId), {
      headers: { accept: "image/jpeg" },
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.status === 200 && response.headers.get("content-type") === "image/jpeg")
      return await readBounded(response);
    await response.body?.cancel();
    return null;
  } catch {
    return null;
  }
}

/** Null where the body is longer than allowed, whatever its header fields said. */
async function readBounded(response: Response): Promise<ArrayBuffer | null> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > MAX_BYTES) return null;
    chunks.push(new Uint8Array(chunk));
  }
  return await new Blob(chunks).arrayBuffer();
}
