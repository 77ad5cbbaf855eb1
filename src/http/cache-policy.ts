/**
 * How long answers are fresh, for clients and for the edge.
 *
 * Neither `s-maxage` nor `must-revalidate` appears: either switches stale-while-revalidate off in Workers Cache. The edge
 * has its own field, which Cloudflare takes off before the client.
 */

/** Clients ask again after a quarter of an hour: the pace of the channel feed itself. Also RSS `ttl`. */
export const CLIENT_FRESH_SECONDS = 900;
/** The edge asks the Worker again after a minute, so that a moved session is late by no more; a poll that hits runs no code. */
const EDGE_FRESH_SECONDS = 60;
/** While one request revalidates, the others of that hour get the stale copy at once. */
const STALE_WHILE_REVALIDATE_SECONDS = 3_600;
/** A week of outage is bridged with the last copy. */
const STALE_IF_ERROR_SECONDS = 604_800;
/** As long as somebody looks at a result and comes back. */
const SEARCH_FRESH_SECONDS = 60;
/** An unknown address may exist after the next deployment. */
const NOT_FOUND_FRESH_SECONDS = 60;
/** Redirects of old addresses are for ever; a day keeps a mistake mendable. */
const REDIRECT_FRESH_SECONDS = 86_400;

/** What names its version in its address never changes; a year is the longest that caches count. */
const ASSET_FRESH_SECONDS = 31_536_000;
/** A video's picture hardly ever changes, and nobody minds an old one. */
const THUMBNAIL_FRESH_SECONDS = 2_592_000;
/** A missing picture may come, an outage ends. */
const PLACEHOLDER_FRESH_SECONDS = 600;

const STALE = `stale-while-revalidate=${STALE_WHILE_REVALIDATE_SECONDS}, stale-if-error=${STALE_IF_ERROR_SECONDS}`;

/** Purged at once when the programme changes. */
export const CACHE_TAG = "programme";

/**
 * Header fields for a representation.
 *
 * @param isCanonical whether it was asked for by its one canonical address; other spellings are answered alike but not
 *   kept at the edge, where each would be a copy of its own
 */
export function toRepresentationCaching(isCanonical: boolean): Record<string, string> {
  return {
    "cache-control": `public, max-age=${CLIENT_FRESH_SECONDS}, ${STALE}`,
    "cloudflare-cdn-cache-control": isCanonical
      ? `public, max-age=${EDGE_FRESH_SECONDS}, ${STALE}`
      : "no-store",
    "cache-tag": CACHE_TAG,
    vary: "Accept-Encoding",
  };
}

/**
 * Header fields for what was searched for, in place of those of other representations. A visitor who comes back from a
 * result sees the page again; the edge keeps none, as hardly anybody asks the same.
 */
export const SEARCH_CACHING = {
  "cache-control": `private, max-age=${SEARCH_FRESH_SECONDS}`,
  "cloudflare-cdn-cache-control": "no-store",
} as const;

/** Strangers can make up any number of addresses that have no document: none may fill the edge. */
const NOT_AT_EDGE = { "cloudflare-cdn-cache-control": "no-store" };

export const NOT_FOUND_CACHING = {
  "cache-control": `public, max-age=${NOT_FOUND_FRESH_SECONDS}`,
  ...NOT_AT_EDGE,
};
export const REDIRECT_CACHING = {
  "cache-control": `public, max-age=${REDIRECT_FRESH_SECONDS}`,
  ...NOT_AT_EDGE,
};
export const ASSET_CACHING = { "cache-control": `public, max-age=${ASSET_FRESH_SECONDS}, immutable` };
export const THUMBNAIL_CACHING = { "cache-control": `public, max-age=${THUMBNAIL_FRESH_SECONDS}, immutable` };
export const PLACEHOLDER_CACHING = { "cache-control": `public, max-age=${PLACEHOLDER_FRESH_SECONDS}` };
export const NO_STORE = { "cache-control": "no-store" };
