/** Header fields that several documents of the table have. */
import { SEARCH_CACHING } from "../http/cache-policy.ts";
import { toPagePolicy } from "../http/page-policy.ts";
import type { Club } from "../programme/club.ts";
import type { Selection } from "../programme/selection.ts";

/** Feeds are for subscribers, not for search results. */
export const UNLISTED = { "x-robots-tag": "noindex" };
export const INLINE = { ...UNLISTED, "content-disposition": "inline" };
export const FRAMED = { ...toPagePolicy({ isFramed: true }), ...UNLISTED };
/** What was searched for is nobody's business, and the next search is another one. */
export const SEARCHED = { ...toPagePolicy(), ...UNLISTED, ...SEARCH_CACHING };

/** A download: adding one session must not look like a subscription. */
export function toDownloadHeaders({ uidDomain }: Club, { session = "" }: Selection) {
  return { ...UNLISTED, "content-disposition": `attachment; filename="${uidDomain}-${session}.ics"` };
}
