/**
 * Content codings (RFC 9110 8.4): gzip, or as it is.
 *
 * Cloudflare compresses RSS and pages by itself, but neither Atom, JSON Feed nor calendars; so everything that is worth it
 * is compressed here, once for each rendering.
 */

/** Below, less than a packet of the network is saved. */
export const MIN_GZIP_BYTES = 1_024;

/** The compressed bytes; null where they are not worth it. */
export async function toGzip(body: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | null> {
  if (body.byteLength < MIN_GZIP_BYTES) return null;
  const stream = new Blob([body]).stream().pipeThrough(new CompressionStream("gzip"));
  const gzip = new Uint8Array(await new Response(stream).arrayBuffer());
  return gzip.byteLength < body.byteLength ? gzip : null;
}

/** The tag of the compressed bytes, which are another representation than the plain ones (RFC 9110 8.8.3.3). */
export function toGzipEtag(etag: string): string {
  return etag.replace(/"$/, '-gzip"');
}

/**
 * Whether the request would rather have gzip than the plain bytes (RFC 9110 12.5.3). Without the field it gets those: any
 * coding would be allowed, but who names none may know none.
 */
export function prefersGzip(acceptEncoding: string): boolean {
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
 * What the client accepts. On Cloudflare, and in its local runtime, the field always says "br, gzip", whatever the client
 * sent: that stands in `cf.clientAcceptEncoding`, which is empty where it sent none.
 */
export function readAcceptEncoding({ cf, headers }: Request): string {
  const ofClient = cf?.["clientAcceptEncoding"];
  if (typeof ofClient === "string") return ofClient;
  return headers.get("accept-encoding") ?? "";
}
