/** What the club's Worker is called in a Cloudflare account: two clubs of one account never overwrite each other. */
import { createHash } from "node:crypto";

/** The longest that its address on workers.dev may be (a DNS label, RFC 1035 section 2.3.4). */
const MAX_CHARACTERS = 63;
const MARK_CHARACTERS = 8;

/** What `worker` in the club file may hold. */
export const WORKER_NAME = "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$";

/**
 * The name for a club that gives none: "feeds-example-org" for "example.org".
 *
 * No two domains have the same: a dot is one hyphen, a hyphen of the domain two, and what is too long ends in a hash.
 */
export function toWorkerName(uidDomain: string): string {
  const name = `feeds-${uidDomain.replaceAll("-", "--").replaceAll(".", "-")}`;
  if (name.length <= MAX_CHARACTERS) return name;
  const mark = createHash("sha256").update(uidDomain).digest("hex").slice(0, MARK_CHARACTERS);
  return `${name.slice(0, MAX_CHARACTERS - MARK_CHARACTERS - 1)}-${mark}`;
}
