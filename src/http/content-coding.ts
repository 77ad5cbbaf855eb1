/**
 * Content codings (RFC 9110 8.4): gzip, or as it is.
 *
 * Cloudflare compresses RSS and pages by itself, but neither Atom, JSON Feed nor calendars; so everything that is worth it
 * is compressed here, once for each rendering.
 */

import { gzipSync } from "node:zlib";

/** Below, less than a packet of the network is saved. */
export const MIN_GZIP_BYTES = 1_024;

/** Half the time of 6, which is usual, for 2 to 10 % more bytes: compressing is most of what a change costs. */
const LEVEL = 4;

/** The compressed bytes; null where they are not worth it. */
export function toGzip(body: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | null {
  if (body.byteLength < MIN_GZIP_BYTES) return null;
  const gzip = new Uint8Array(gzipSync(body, { level: LEVEL }));
  return gzip.byteLength < body.byteLength ? gzip : null;
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
