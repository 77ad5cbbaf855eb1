/** One request for a video's picture, bounded in time and size. */
import { fail, succeed, type Result } from "../programme/result.ts";
import { toThumbnailUrl } from "../programme/video.ts";
import { readBounded } from "./read-bounded.ts";

/** Nobody waits longer for a picture. */
const TIMEOUT_MS = 5_000;
/** YouTube's pictures of this size have 5 to 25 KB. */
const MAX_BYTES = 200_000;

export type ThumbnailFault = { reason: "no_picture"; detail: string };

/** The JPEG that YouTube keeps; a missing one is a 404 that has a JPEG as well, so only the status tells. */
export async function fetchThumbnail(videoId: string): Promise<Result<ArrayBuffer, ThumbnailFault>> {
  try {
    const { status, headers, body } = await fetch(toThumbnailUrl(videoId), {
      headers: { accept: "image/jpeg" },
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const type = headers.get("content-type") ?? "none";
    if (status !== 200 || type !== "image/jpeg") {
      await body?.cancel();
      return fail({ reason: "no_picture", detail: `status ${status}, ${type}` });
    }
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    const read = await readBounded(body, MAX_BYTES, (piece) => pieces.push(new Uint8Array(piece)));
    if (!read.ok) return fail({ reason: "no_picture", detail: `larger than ${MAX_BYTES} bytes` });
    return succeed(await new Blob(pieces).arrayBuffer());
  } catch (error) {
    return fail({ reason: "no_picture", detail: String(error) });
  }
}
