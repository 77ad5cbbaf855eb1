/** A body from outside is read as far as it may go, whatever its header fields said of its length. */
import { fail, succeed, type Result } from "../programme/result.ts";

export type TooLarge = { reason: "too_large"; maxBytes: number };
type Body = ReadableStream<Uint8Array> | null;

/** Hand over a body piece by piece; one that is longer than the bound is left as soon as that shows. */
export async function readBounded(
  body: Body,
  maxBytes: number,
  take: (piece: Uint8Array) => void,
): Promise<Result<null, TooLarge>> {
  let size = 0;
  for await (const piece of body ?? []) {
    size += piece.byteLength;
    if (size > maxBytes) return fail({ reason: "too_large", maxBytes });
    take(piece);
  }
  return succeed(null);
}

/** A body as bytes. */
export async function readBoundedBytes(
  body: Body,
  maxBytes: number,
): Promise<Result<Uint8Array<ArrayBuffer>, TooLarge>> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const read = await readBounded(body, maxBytes, (piece) => pieces.push(new Uint8Array(piece)));
  return read.ok ? succeed(new Uint8Array(await new Blob(pieces).arrayBuffer())) : read;
}

/** A body as text. */
export async function readBoundedText(body: Body, maxBytes: number): Promise<Result<string, TooLarge>> {
  const decoder = new TextDecoder();
  let text = "";
  const read = await readBounded(
    body,
    maxBytes,
    (piece) => (text += decoder.decode(piece, { stream: true })),
  );
  return read.ok ? succeed(text + decoder.decode()) : read;
}
