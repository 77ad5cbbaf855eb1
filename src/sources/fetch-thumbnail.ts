/** One request for a video's picture, bounded in time and size. */
import { fail, succeed, type Result } from "../programme/result.ts";
import { toThumbnailUrl } from "../programme/video.ts";

/** Nobody waits longer for a picture. */
const TIMEOUT_MS = 5_000;
/** YouTube's pictures of this size have 5 to 25 KB. */
const MAX_BYTES = 200_000;

export type ThumbnailFault = { reason: "no_picture"; detail: string };

/** The JPEG that YouTube keeps; a missing one is a 404 that has a JPEG as well, so only the status tells. */
export async function fetchThumbnail(videoId: string): Promise<Result<ArrayBuffer, ThumbnailFault>> {
  try {
    const response = await fetch(toThumbnailUrl(videoId), {
      headers: { accept: "image/jpeg" },
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const type = response.headers.get("content-type") ?? "none";
    const declared = Number(response.headers.get("content-length") ?? 0);
    if (response.status !== 200 || type !== "image/jpeg" || declared > MAX_BYTES) {
      await response.body?.cancel();
      return fail({ reason: "no_picture", detail: `status ${response.status}, ${type}, ${declared} bytes` });
    }
    const picture = await readBounded(response);
    return picture === null
      ? fail({ reason: "no_picture", detail: `larger than ${MAX_BYTES} bytes` })
      : succeed(picture);
  } catch (error) {
    return fail({ reason: "no_picture", detail: String(error) });
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
