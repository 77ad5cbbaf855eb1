/** What a callback's name resolves to, asked by DNS over HTTPS: a Worker is told of no addresses. */
import * as v from "valibot";
import { request } from "../request.ts";
import { parseJson } from "../json.ts";
import { isPublicIp } from "./public-address.ts";

/** The JSON form that Cloudflare and Google answer with; of its records only addresses matter. */
const answerBody = v.object({
  Answer: v.optional(v.array(v.object({ type: v.number(), data: v.string() }))),
});
/** By their numbers (RFC 1035 3.2.2, RFC 3596). */
const ADDRESS_TYPES = { A: 1, AAAA: 28 } as const;

/** Nobody waits long for a name. */
const TIMEOUT_MS = 5_000;

/**
 * Whether a name resolves to an address that is not public. Where that cannot be learnt it is not known to, and the name
 * passes: from a Worker nothing private can be reached anyway, and a resolver that is down must not stop subscriptions.
 *
 * @param dnsUrl where to ask, without a query
 */
export async function isResolvedPrivately(
  hostname: string,
  dnsUrl: string,
  aboutUrl: string,
): Promise<boolean> {
  // One after the other: few connections may be open at once.
  for (const type of ["A", "AAAA"] as const) {
    const addresses = await resolve(hostname, type, { dnsUrl, aboutUrl });
    if (!addresses.every(isPublicIp)) return true;
  }
  return false;
}

async function resolve(
  name: string,
  type: keyof typeof ADDRESS_TYPES,
  { dnsUrl, aboutUrl }: { dnsUrl: string; aboutUrl: string },
): Promise<string[]> {
  const url = `${dnsUrl}?${new URLSearchParams({ name, type }).toString()}`;
  const headers = { accept: "application/dns-json" };
  const reply = await request(url, { method: "GET", headers, aboutUrl }, TIMEOUT_MS);
  const records = parseJson(reply.reason === "answered" ? reply.text : "", answerBody)?.Answer;
  return (records ?? []).filter((record) => record.type === ADDRESS_TYPES[type]).map(({ data }) => data);
}
