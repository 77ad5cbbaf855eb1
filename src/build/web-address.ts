/** Web addresses that hosts write. */
import { fail, succeed, type Result } from "../programme/result.ts";

export type AddressFault = { reason: "not_http" | "has_credentials" | "malformed" };

/** Written this way an address needs no escaping in URI values of any format. */
const PLAIN_ADDRESS = /^[\u0021\u0023-\u003b\u003d\u003f-\u005b\u005d\u005f\u0061-\u007a\u007e]+$/;

/**
 * Read an absolute http(s) address without user name or password.
 *
 * It stays as written where that is plain ASCII; else it is what a browser would ask for (punycode, percent-encoding).
 */
export function parseWebAddress(text: string): Result<string, AddressFault> {
  if (!/^https?:\/\//i.test(text)) return fail({ reason: "not_http" });
  if (/\s/.test(text) || !URL.canParse(text)) return fail({ reason: "malformed" });
  const url = new URL(text);
  if (url.username !== "" || url.password !== "") return fail({ reason: "has_credentials" });
  return succeed(PLAIN_ADDRESS.test(text) ? text : url.href);
}
