/** What pages load besides their HTML: small fixed texts, kept by browsers for ever under an address that names their version. */
import { ASSET_CACHING, NOT_FOUND_CACHING } from "./cache-policy.ts";
import { evaluatePreconditions } from "./preconditions.ts";

export interface Asset {
  text: string;
  contentType: string;
  /** Changes with the text. */
  version: string;
}

export function serveAsset(request: Request, { text, contentType, version }: Asset): Response {
  const isCurrent = new URL(request.url).searchParams.get("v") === version;
  const etag = `"${version}"`;
  // There is no date to go by: a condition on one never holds.
  const verdict = evaluatePreconditions(request.headers, { etag, lastModified: Number.POSITIVE_INFINITY });
  const headers = {
    etag,
    "content-type": contentType,
    "x-content-type-options": "nosniff",
    // Under another version's address this is a stopgap between two deployments.
    ...(isCurrent ? ASSET_CACHING : NOT_FOUND_CACHING),
  };
  if (verdict === "not_modified") return new Response(null, { status: 304, headers });
  return new Response(request.method === "HEAD" ? null : text, { headers });
}
