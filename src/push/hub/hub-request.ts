/** What a subscriber asks of the hub (W3C WebSub 5.1): a form to a value, or the first field that is wrong. Pure. */
import type { ParameterFault } from "../../documents/parameters.ts";
import { fail, succeed, type Result } from "../../programme/result.ts";
import { findAddressFault } from "./public-address.ts";

export interface HubRequest {
  mode: "subscribe" | "unsubscribe";
  /** As the URL Standard writes it, with its own query. */
  callback: string;
  /** As it was sent: the canonical address is compared with it to the letter. */
  topic: string;
  leaseSeconds: number;
  /** "" for none. */
  secret: string;
}

/** A lease that a subscriber does not name: ten days, as most hubs give. */
export const DEFAULT_LEASE_SECONDS = 864_000;
/** Longer ones are cut to thirty days: a reader that has gone is told of no more changes than those of a month. */
export const MAX_LEASE_SECONDS = 2_592_000;
/** Shorter ones become an hour, in which a subscriber can be verified again and again without being refused. */
export const MIN_LEASE_SECONDS = 3_600;

/** W3C WebSub 5.1: "must be less than 200 bytes in length". */
const SECRET_BYTES = 200;
/** Longer addresses are refused by servers as well. */
const MAX_ADDRESS_CHARACTERS = 2_048;
/** As much of a wrong value as an answer repeats. */
const SHOWN_CHARACTERS = 200;

/**
 * Read a form. Parameters that are not known are passed over, `hub.verify` of older versions among them: intent is always
 * verified after the answer.
 */
export function parseHubRequest(
  form: URLSearchParams,
  isPrivateAllowed: boolean,
): Result<HubRequest, ParameterFault> {
  const read = (name: string) => form.get(`hub.${name}`) ?? "";
  const mode = parseMode(read("mode"));
  if (!mode.ok) return mode;
  const callback = parseCallback(read("callback"), isPrivateAllowed);
  if (!callback.ok) return callback;
  const topic = parseTopic(read("topic"));
  if (!topic.ok) return topic;
  const lease = parseLease(read("lease_seconds"));
  if (!lease.ok) return lease;
  const secret = parseSecret(read("secret"));
  if (!secret.ok) return secret;
  return succeed({
    mode: mode.value,
    callback: callback.value,
    topic: topic.value,
    leaseSeconds: lease.value,
    secret: secret.value,
  });
}

function parseMode(text: string): Result<HubRequest["mode"], ParameterFault> {
  if (text === "subscribe" || text === "unsubscribe") return succeed(text);
  const why = text === "publish" ? ": this hub learns of changes by itself" : "";
  return fail(blame("mode", text, `subscribe or unsubscribe${why}`));
}

/** Whether it is one of this service is for the hub to say. */
function parseTopic(text: string): Result<string, ParameterFault> {
  return text === "" || text.length > MAX_ADDRESS_CHARACTERS
    ? fail(blame("topic", text, "the address of a feed of this service"))
    : succeed(text);
}

/** A wrong one is not repeated. */
function parseSecret(text: string): Result<string, ParameterFault> {
  return new TextEncoder().encode(text).byteLength < SECRET_BYTES
    ? succeed(text)
    : fail(blame("secret", "…", `less than ${SECRET_BYTES} bytes`));
}

function parseCallback(text: string, isPrivateAllowed: boolean): Result<string, ParameterFault> {
  const url = text.length > MAX_ADDRESS_CHARACTERS ? null : URL.parse(text);
  if (url === null)
    return fail(
      blame("callback", text, `an http(s) address of at most ${MAX_ADDRESS_CHARACTERS} characters`),
    );
  const expected = findAddressFault(url, isPrivateAllowed);
  return expected === null ? succeed(url.href) : fail(blame("callback", text, expected));
}

function parseLease(text: string): Result<number, ParameterFault> {
  if (text === "") return succeed(DEFAULT_LEASE_SECONDS);
  if (!/^\d{1,15}$/.test(text)) return fail(blame("lease_seconds", text, "a whole number of seconds"));
  return succeed(Math.min(Math.max(Number(text), MIN_LEASE_SECONDS), MAX_LEASE_SECONDS));
}

/** A field that is wrong, without the "hub." of its name. */
export function blame(name: string, value: string, expected: string) {
  return {
    reason: "bad_parameter" as const,
    name: `hub.${name}`,
    value: value.slice(0, SHOWN_CHARACTERS),
    expected,
  };
}
