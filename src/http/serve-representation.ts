/**
 * A representation as the answer to a GET or HEAD: 200, 304 or 412.
 */
import { ASSET_CACHING, NOT_FOUND_CACHING, toRepresentationCaching } from "./cache-policy.ts";
import { isGzipWanted, toGzipEtag } from "./content-coding.ts";
import { CORS } from "./cors.ts";
import {
  evaluatePreconditions,
  isConditional,
  readConditions,
  toHttpDate,
  type Conditions,
  type Validators,
  type Verdict,
} from "./preconditions.ts";
import { serveProblem } from "./problem.ts";
import { toBody, toGzipBody, type Representation } from "./representation.ts";

/** RFC 9110 15.4.5: what a 304 keeps of the 200's fields. */
const KEPT_ON_304 = [
  "etag",
  "last-modified",
  "cache-control",
  "cloudflare-cdn-cache-control",
  "cache-tag",
  "vary",
  "access-control-allow-origin",
  "access-control-expose-headers",
] as const;

/** What pages load besides their HTML: a small fixed text or picture. */
export interface Asset {
  bytes: Uint8Array<ArrayBuffer>;
  contentType: string;
  /** Changes with the bytes. */
  version: string;
}

/** Answers a request; `isCanonical` says whether it used the canonical address. An answer without a body is others' too. */
export type Serve = (request: Request, isCanonical: boolean) => Response;

/**
 * How requests for a representation are answered. All that is the same for each of them is made at the first and kept:
 * making the header fields is most of what a poll would cost.
 *
 * @param headers further fields of a 200: Content-Disposition, Link, policies
 */
export function toServe(
  representation: Representation,
  headers: Readonly<Record<string, string>> = {},
): Serve {
  const { contentType, etag, lastModified, link } = representation;
  const gzip = toGzipBody(representation);
  // The same for whichever address it is asked by: the bytes are held once.
  const bodies = { plain: new Blob(toBody(representation)), gzip: gzip === null ? null : new Blob(gzip) };
  const toReady = (isCanonical: boolean) =>
    prepare(
      { ...bodies, contentType, etag, lastModified },
      {
        "last-modified": toHttpDate(lastModified),
        ...toRepresentationCaching(isCanonical),
        ...CORS,
        // One field of all links: caches may keep the last of several. A 304 has none (RFC 9110 15.4.5): who holds the copy has them.
        ...(link !== undefined && { link }),
        ...headers,
      },
    );
  let canonical: Ready | null = null;
  let other: Ready | null = null;
  return (request, isCanonical) =>
    serve(request, isCanonical ? (canonical ??= toReady(true)) : (other ??= toReady(false)));
}

/** Kept by browsers for ever under an address that names its version. */
export function serveAsset(request: Request, { bytes, contentType, version }: Asset): Response {
  const isCurrent = new URL(request.url).searchParams.get("v") === version;
  const asset = {
    plain: new Blob([bytes]),
    // Cloudflare compresses style sheets and scripts by itself.
    gzip: null,
    contentType,
    etag: `"${version}"`,
    lastModified: null,
  };
  // Under another version's address this is a stopgap between two deployments.
  return serve(request, prepare(asset, isCurrent ? ASSET_CACHING : NOT_FOUND_CACHING));
}

/** What is the same for every request. */
interface Ready {
  plain: Coded;
  gzip: Coded | null;
  lastModified: Validators["lastModified"];
}

/** The bytes in one coding, which have a tag of their own. */
interface Coded {
  /** Sent as a stream, all answers read the same memory: of bytes the runtime makes a copy for each, and frees it late. */
  bytes: Blob;
  etag: string;
  /** What HEAD gets, and GET with the bytes. One for all requests, as without a body nothing of it is used up. */
  head: Response;
  notModified: Response;
}

/** A body in each coding, and what is said of it. */
interface Finished {
  plain: Blob;
  gzip: Blob | null;
  contentType: string;
  etag: string;
  lastModified: Validators["lastModified"];
}

function prepare(
  { plain, gzip, contentType, etag, lastModified }: Finished,
  headers: Record<string, string>,
): Ready {
  const toCoded = (bytes: Blob, tag: string, coding: Record<string, string>): Coded => {
    const fields = {
      "content-type": contentType,
      etag: tag,
      "x-content-type-options": "nosniff",
      ...headers,
      "content-length": String(bytes.size),
      ...coding,
    };
    // "manual": the bytes are coded already, and the runtime is not to do it again.
    const head = new Response(null, { headers: fields, encodeBody: "manual" });
    return {
      bytes,
      etag: tag,
      head,
      notModified: new Response(null, { status: 304, headers: keep(head.headers) }),
    };
  };
  return {
    plain: toCoded(plain, etag, {}),
    gzip: gzip === null ? null : toCoded(gzip, toGzipEtag(etag), { "content-encoding": "gzip" }),
    lastModified,
  };
}

function serve(request: Request, ready: Ready): Response {
  const conditions = readConditions(request.headers);
  if (!isConditional(conditions)) return send(request, toCodings(request, ready)[0]);
  const held = findHeld(conditions, ready);
  if (held !== null) return held.notModified;
  const { coded, verdict } = evaluate(conditions, toCodings(request, ready), ready.lastModified);
  if (verdict === "precondition_failed") return serveProblem({ reason: "precondition_failed" });
  return verdict === "not_modified" ? coded.notModified : send(request, coded);
}

function send({ method }: Request, { bytes, head }: Coded): Response {
  return method === "HEAD" ? head : new Response(bytes.stream(), head);
}

/** What a client holds that names its one tag and asks nothing else, as nearly all do: nothing is left to be weighed. */
function findHeld(
  { ifMatch, ifUnmodifiedSince, ifNoneMatch }: Conditions,
  { plain, gzip }: Ready,
): Coded | null {
  if (ifNoneMatch === null || ifMatch !== null || ifUnmodifiedSince !== null) return null;
  if (ifNoneMatch === plain.etag) return plain;
  return ifNoneMatch === gzip?.etag ? gzip : null;
}

/** First what is to be sent, then what the client may hold as well. */
function toCodings(request: Request, { plain, gzip }: Ready): [Coded, ...Coded[]] {
  if (gzip === null) return [plain];
  return isGzipWanted(request) ? [gzip, plain] : [plain, gzip];
}

/**
 * Who holds the bytes in one coding has them in the other too: a condition holds for either tag, and a 304 names the tag
 * that the client holds (RFC 9110 15.4.5).
 */
function evaluate(
  conditions: Conditions,
  [wanted, other]: [Coded, ...Coded[]],
  lastModified: Validators["lastModified"],
): { coded: Coded; verdict: Verdict } {
  const verdict = evaluatePreconditions(conditions, { etag: wanted.etag, lastModified });
  if (verdict === "not_modified" || other === undefined) return { coded: wanted, verdict };
  const otherVerdict = evaluatePreconditions(conditions, { etag: other.etag, lastModified });
  if (otherVerdict === "not_modified") return { coded: other, verdict: otherVerdict };
  const isAllowed = verdict === "perform" || otherVerdict === "perform";
  return { coded: wanted, verdict: isAllowed ? "perform" : "precondition_failed" };
}

function keep(fields: Headers): Headers {
  const kept = new Headers();
  for (const name of KEPT_ON_304) {
    const value = fields.get(name);
    if (value !== null) kept.set(name, value);
  }
  return kept;
}
