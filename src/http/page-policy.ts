/** Header fields that keep pages safe: what may load, who is told where a visitor comes from, who may show a page in a frame. */

/** Everything a page loads is its own; the player's frame is there only once somebody presses play. */
const CONTENT_SOURCES = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  // Tools that look at a page from within read its robots.txt.
  "connect-src 'self'",
  "frame-src https://www.youtube-nocookie.com",
  "form-action 'self'",
  "base-uri 'none'",
];

/**
 * Fields of every page.
 *
 * @param isFramed whether other sites may show the page in a frame
 */
export function toPagePolicy(isFramed = false): Record<string, string> {
  const ancestors = `frame-ancestors ${isFramed ? "*" : "'none'"}`;
  return {
    "content-security-policy": [...CONTENT_SOURCES, ancestors].join("; "),
    // YouTube's player refuses to play without a referrer.
    "referrer-policy": "strict-origin-when-cross-origin",
    ...(isFramed ? {} : { "x-frame-options": "DENY", "cross-origin-opener-policy": "same-origin" }),
  };
}
