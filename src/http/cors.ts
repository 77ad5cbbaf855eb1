/**
 * Cross-origin sharing (Fetch Standard 3.2): everything here is public and read-only.
 */

/** Lets any site read a feed, its validators and where its hub is. */
export const CORS = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "ETag, Last-Modified, Link",
} as const;

export const ALLOWED_METHODS = "GET, HEAD, OPTIONS";

/** How long a browser may remember the answer to its preflight; browsers cap it at two hours to a day. */
const PREFLIGHT_SECONDS = 86_400;

/** Answer OPTIONS, a preflight or not. */
export function servePreflight(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...CORS,
      allow: ALLOWED_METHODS,
      "access-control-allow-methods": ALLOWED_METHODS,
      "access-control-allow-headers": "If-None-Match, If-Modified-Since, Accept, Cache-Control",
      "access-control-max-age": String(PREFLIGHT_SECONDS),
      "cache-control": "no-store",
    },
  });
}
