/**
 * A representation as the answer to a GET or HEAD: 200, 304 or 412.
 */
import { ASSET_CACHING, NOT_FOUND_CACHING, toRepresentationCaching } from "./cache-policy.ts";
import { prefersGzip, readAcceptEncoding, toGzipEtag } from "./content-coding.ts";
import { CORS } from "./cors.ts";
import { evaluatePreconditions, toHttpDate, type Validators, type Verdict } from "./preconditions.ts";
import { serveProblem } from "./problem.ts";
import type { Representation } from "./representation.ts";

export interface ServeOptions {
  /** Whether the request used the canonical address. */
  isCanonical: boolean;
  /** Further fields of a 200: Content-Disposition, Link, policies. */
  headers?: Record<string, string>;
}

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
  text: string;
  /** Whether the text stands for bytes. */
  isBase64?: boolean;
  contentType: string;
  /** Changes with the text. */
  version: string;
}

export function serveRepresentation(
  request: Request,
  representation: Representation,
  { isCanonical, headers = {} }: ServeOptions,
): Response {
  return serve(request, representation, {
    "last-modified": toHttpDate(representation.lastModified),
    ...toRepresentationCaching(isCanonical),
    ...CORS,
    // One field of all links: caches may keep the last of several. A 304 has none (RFC 9110 15.4.5): who holds the copy has them.
    ...(representation.link !== undefined && { link: representation.link }),
    ...headers,
  });
}

/** Kept by browsers for ever under an address that names its version. */
export function serveAsset(request: Request, asset: Asset): Response {
  const { contentType, version } = asset;
  const isCurrent = new URL(request.url).searchParams.get("v") === version;
  const representation = {
    body: toBytes(asset),
    // Cloudflare compresses style sheets and scripts by itself.
    gzip: null,
    contentType,
    etag: `"${version}"`,
    lastModified: null,
  };
  // Under another version's address this is a stopgap between two deployments.
  return serve(request, representation, isCurrent ? ASSET_CACHING : NOT_FOUND_CACHING);
}

function toBytes({ text, isBase64 = false }: Asset): Uint8Array<ArrayBuffer> {
  if (!isBase64) return new Uint8Array(new TextEncoder().encode(text));
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

function serve(
  request: Request,
  representation: Omit<Representation, "lastModified"> & Validators,
  headers: Record<string, string>,
): Response {
  const codings = toCodings(representation, prefersGzip(readAcceptEncoding(request)));
  const { verdict, coded } = evaluate(request.headers, codings, representation.lastModified);
  if (verdict === "precondition_failed") return serveProblem({ reason: "precondition_failed" });
  const fields = new Headers({
    "content-type": representation.contentType,
    etag: coded.etag,
    "x-content-type-options": "nosniff",
    ...headers,
  });
  if (verdict === "not_modified") return new Response(null, { status: 304, headers: keep(fields) });
  fields.set("content-length", String(coded.bytes.byteLength));
  if (coded.coding !== null) fields.set("content-encoding", coded.coding);
  // "manual": the bytes are coded already, and the runtime is not to do it again.
  return new Response(request.method === "HEAD" ? null : coded.bytes, {
    headers: fields,
    encodeBody: "manual",
  });
}

/** The bytes in one coding, which have a tag of their own. */
interface Coded {
  bytes: Uint8Array<ArrayBuffer>;
  etag: string;
  coding: "gzip" | null;
}

/** First what is to be sent, then what the client may hold as well. */
function toCodings(
  { body, gzip, etag }: Pick<Representation, "body" | "gzip" | "etag">,
  isGzipPreferred: boolean,
): [Coded, ...Coded[]] {
  const plain: Coded = { bytes: body, etag, coding: null };
  if (gzip === null) return [plain];
  const compressed: Coded = { bytes: gzip, etag: toGzipEtag(etag), coding: "gzip" };
  return isGzipPreferred ? [compressed, plain] : [plain, compressed];
}

/**
 * Who holds the bytes in one coding has them in the other too: a condition holds for either tag, and a 304 names the tag
 * that the client holds (RFC 9110 15.4.5).
 */
function evaluate(
  headers: Headers,
  codings: [Coded, ...Coded[]],
  lastModified: Validators["lastModified"],
): { verdict: Verdict; coded: Coded } {
  const verdicts = codings.map((coded) => ({
    coded,
    verdict: evaluatePreconditions(headers, { etag: coded.etag, lastModified }),
  }));
  const held = verdicts.find(({ verdict }) => verdict === "not_modified");
  const isAllowed = verdicts.some(({ verdict }) => verdict === "perform");
  return held ?? { coded: codings[0], verdict: isAllowed ? "perform" : "precondition_failed" };
}

function keep(fields: Headers): Headers {
  const kept = new Headers();
  for (const name of KEPT_ON_304) {
    const value = fields.get(name);
    if (value !== null) kept.set(name, value);
  }
  return kept;
}
