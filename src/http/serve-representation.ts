/**
 * A representation as the answer to a GET or HEAD: 200, 304 or 412.
 */
import { toRepresentationCaching } from "./cache-policy.ts";
import { CORS } from "./cors.ts";
import { evaluatePreconditions, toHttpDate } from "./preconditions.ts";
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

export function serveRepresentation(
  request: Request,
  representation: Representation,
  { isCanonical, headers = {} }: ServeOptions,
): Response {
  const verdict = evaluatePreconditions(request.headers, representation);
  if (verdict === "precondition_failed") return serveProblem({ reason: "precondition_failed" });

  const fields = new Headers({
    "content-type": representation.contentType,
    etag: representation.etag,
    "last-modified": toHttpDate(representation.lastModified),
    "x-content-type-options": "nosniff",
    ...toRepresentationCaching(isCanonical),
    ...CORS,
    ...headers,
  });
  if (verdict === "not_modified") return new Response(null, { status: 304, headers: keep(fields) });
  fields.set("content-length", String(representation.body.byteLength));
  return new Response(request.method === "HEAD" ? null : representation.body, { headers: fields });
}

function keep(fields: Headers): Headers {
  const kept = new Headers();
  for (const name of KEPT_ON_304) {
    const value = fields.get(name);
    if (value !== null) kept.set(name, value);
  }
  return kept;
}
