/** Header fields and types that several documents of the table have. */
import type { Club } from "../programme/club.ts";
import type { Selection } from "../programme/selection.ts";

export const HTML = "text/html; charset=utf-8";

/** For subscribers and programs, not for search results. */
export const UNLISTED = { "x-robots-tag": "noindex" };
export const INLINE = { ...UNLISTED, "content-disposition": "inline" };

/** A download: adding one session must not look like a subscription. */
export function toDownloadHeaders(ending: string) {
  return ({ uidDomain }: Club, { session = "" }: Selection) => ({
    ...UNLISTED,
    "content-disposition": `attachment; filename="${uidDomain}-${session}.${ending}"`,
  });
}
