/** A delivery, believed or not (W3C WebSub 7). */
import { parseDelivery, isOfOther, type Pushed } from "../../sources/parse-delivery.ts";
import { isSigned } from "../signature.ts";
import type { LeaseRow } from "./lease-table.ts";

/** A request of the hub, as far as it counts. */
export interface Delivered {
  /** X-Hub-Signature. */
  signature: string | null;
  /** The field `Link`, which names the topic. */
  link: string | null;
  bytes: Uint8Array<ArrayBuffer>;
}

/** `<ADDRESS>; rel=self` (RFC 8288). */
const SELF = /<([^>]{1,500})>\s*;\s*rel="?self\b/i;

/** What was pushed; null where none of it is believed. */
export async function readDelivery(
  { signature, link, bytes }: Delivered,
  { identity, secret }: LeaseRow,
): Promise<Pushed[] | null> {
  if (!(await isSigned(signature, secret, bytes))) return null;
  if (isOfOther(SELF.exec(link ?? "")?.[1], identity)) return null;
  try {
    const delivery = await parseDelivery(new TextDecoder().decode(bytes), identity);
    return delivery.ok && !delivery.value.isOther ? delivery.value.pushed : null;
  } catch {
    // The parser is a package: whatever it throws is rubbish.
    return null;
  }
}
