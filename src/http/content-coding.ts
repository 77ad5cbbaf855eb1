/**
 * Content codings (RFC 9110 8.4): gzip, or as it is.
 *
 * Cloudflare compresses RSS and pages by itself, but neither Atom, JSON Feed nor calendars; so everything that is worth it
 * is compressed here, in pieces, each of them once.
 */
import { constants, crc32, deflateRawSync } from "node:zlib";

/** Below, less than a packet of the network is saved. */
export const MIN_GZIP_BYTES = 1_024;

/** Half the time of 6, which is usual, for 2 to 10 % more bytes: compressing is most of what a change costs. */
const LEVEL = 4;

const OPTIONS = { level: LEVEL, finishFlush: constants.Z_SYNC_FLUSH };

/** How far back a compressed text can refer to what was in it before (RFC 1951 2). */
const WINDOW = 32_768;

/**
 * A piece of a body, compressed so that it can stand between others: whole blocks, none of which says that it is the last
 * (RFC 1951 3.2.3), up to a full byte. So what stays as it is, while others change, is compressed once.
 *
 * @param before the piece that it stands behind, if any: what is in that already is referred to
 */
export function deflate(
  piece: Uint8Array<ArrayBuffer>,
  before?: Uint8Array<ArrayBuffer>,
): Uint8Array<ArrayBuffer> {
  const options = before === undefined ? OPTIONS : { ...OPTIONS, dictionary: before.subarray(-WINDOW) };
  return new Uint8Array(deflateRawSync(piece, options));
}

/** What stands before the first piece (RFC 1952 2.3): deflate, no flags, no time, an unknown system. */
export const GZIP_START = new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);

/** An empty block that says that it is the last. */
const LAST_BLOCK = [3, 0];

/** What stands behind the last piece: the end of the blocks, checksum and length of all pieces before they were compressed. */
export function toGzipEnd(pieces: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  const end = new DataView(new ArrayBuffer(LAST_BLOCK.length + 8));
  LAST_BLOCK.forEach((byte, at) => end.setUint8(at, byte));
  const checksum = pieces.reduce((sum, piece) => crc32(piece, sum), 0);
  end.setUint32(LAST_BLOCK.length, checksum, true);
  end.setUint32(LAST_BLOCK.length + 4, toByteLength(pieces), true);
  return new Uint8Array(end.buffer);
}

export function toByteLength(pieces: readonly Uint8Array[]): number {
  return pieces.reduce((sum, { byteLength }) => sum + byteLength, 0);
}

/** The tag of the compressed bytes, which are another representation than the plain ones (RFC 9110 8.8.3.3). */
export function toGzipEtag(etag: string): string {
  return etag.replace(/"$/, '-gzip"');
}

/** What was answered lately: the programs that ask say few different things. */
const KNOWN = new Map<string, boolean>();
/** Strangers can say anything; then what is known is forgotten. */
const MAX_KNOWN = 100;
/** Longer than any program's. */
const MAX_KNOWN_CHARACTERS = 200;

/**
 * Whether the request would rather have gzip than the plain bytes (RFC 9110 12.5.3). Without the field it gets those: any
 * coding would be allowed, but who names none may know none.
 */
export function prefersGzip(acceptEncoding: string): boolean {
  const known = KNOWN.get(acceptEncoding);
  if (known !== undefined) return known;
  const isPreferred = weighGzip(acceptEncoding);
  if (acceptEncoding.length > MAX_KNOWN_CHARACTERS) return isPreferred;
  if (KNOWN.size >= MAX_KNOWN) KNOWN.clear();
  KNOWN.set(acceptEncoding, isPreferred);
  return isPreferred;
}

function weighGzip(acceptEncoding: string): boolean {
  const weights = new Map(acceptEncoding.split(",").map(readWeight));
  const weight = weights.get("gzip") ?? weights.get("x-gzip") ?? weights.get("*") ?? 0;
  return weight > 0 && weight >= (weights.get("identity") ?? 0);
}

/** RFC 9110 12.4.2: 1 where no weight is named, 0 refuses; a malformed one is taken for a refusal. */
function readWeight(item: string): [coding: string, weight: number] {
  const [coding = "", ...parameters] = item.split(";").map((part) => part.trim().toLowerCase());
  const [parameter] = parameters;
  if (parameter === undefined) return [coding, 1];
  return [coding, Number(/^q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.exec(parameter)?.[1] ?? 0)];
}

/**
 * Whether the client of a request would rather have gzip. On Cloudflare, and in its local runtime, the field always says
 * "br, gzip", whatever the client sent: that stands in `cf.clientAcceptEncoding`, which is empty where it sent none.
 * The runtime makes `cf` anew for each request that asks for it, so it is looked at last.
 */
export function isGzipWanted(request: Request): boolean {
  if (!prefersGzip(request.headers.get("accept-encoding") ?? "")) return false;
  const ofClient = request.cf?.["clientAcceptEncoding"];
  return typeof ofClient !== "string" || prefersGzip(ofClient);
}
