/** Header fields that keep pages safe: what may load, who is told where a visitor comes from, who may show a page in a frame. */

/** Everything a page loads is its own. */
const CONTENT_SOURCES = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  // Tools that look at a page from within read its robots.txt.
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
];

export interface PageUse {
  /** Whether other sites may show the page in a frame. */
  isFramed?: boolean;
  /** Whether it plays replays. Of which sites it states itself, as these fields know no session: what both allow is allowed. */
  isPlaying?: boolean;
}

/** Fields of every page. A player's frame is there only once somebody presses play. */
export function toPagePolicy({ isFramed = false, isPlaying = false }: PageUse = {}): Record<string, string> {
  const frames = isPlaying ? ["frame-src https:"] : [];
  const ancestors = `frame-ancestors ${isFramed ? "*" : "'none'"}`;
  return {
    "content-security-policy": [...CONTENT_SOURCES, ...frames, ancestors].join("; "),
    // YouTube's player refuses to play without a referrer.
    "referrer-policy": "strict-origin-when-cross-origin",
    ...(isFramed ? {} : { "x-frame-options": "DENY", "cross-origin-opener-policy": "same-origin" }),
  };
}
