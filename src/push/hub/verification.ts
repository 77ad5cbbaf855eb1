/**
 * Verification of intent (W3C WebSub 5.3): a subscriber is asked whether it is it that asked, and says so by repeating a
 * challenge. Until then nothing begins, changes or ends.
 */
import * as v from "valibot";
import { toHex } from "../../http/digest.ts";
import { HOUR, SECOND, type Instant } from "../../programme/instant.ts";
import type { Errand, Sender, Sent } from "../outbox.ts";
import type { Surroundings } from "../part.ts";
import { isPassing, isSuccess, toLater } from "../reply.ts";
import { describeReply, request } from "../request.ts";
import { isResolvedPrivately } from "./name-check.ts";
import type { HubNotes } from "./notes.ts";
import { toHost } from "./subscriptions.ts";

const asked = v.object({
  id: v.string(),
  mode: v.picklist(["subscribe", "unsubscribe"]),
  topic: v.string(),
  callback: v.string(),
  secret: v.string(),
  leaseSeconds: v.number(),
  etag: v.string(),
});

/** What was asked for. */
export type Asked = v.InferOutput<typeof asked>;

/** At once, after one minute, after six: a subscriber that restarts is not lost, and nobody is asked for long. */
const ATTEMPTS = 3;
/** A verification that waits longer is of nothing that anybody still expects. */
const LASTS: Instant = HOUR;
const CHALLENGE_BYTES = 16;

/** The errand; a later one for the same subscription takes the place of one that waits. */
export function toVerification(payload: Asked, now: Instant): Errand {
  return {
    id: `verify ${payload.id}`,
    kind: "verify",
    payload,
    dueAt: now,
    expiresAt: now + LASTS,
    canWait: true,
  };
}

export interface VerifierSources {
  around: Pick<Surroundings, "config" | "publicUrl">;
  notes: HubNotes;
  /** The subscriber has confirmed: within the transaction that notes it. */
  confirm: (confirmed: Asked & { leaseUntil: Instant }, now: Instant) => void;
}

/** The sender of verifications. */
export function createVerifier({ around, notes, confirm }: VerifierSources): Sender {
  const { config, publicUrl } = around;
  return {
    // Two for the name.
    requests: 3,
    isOnce: false,
    send: async ({ payload: wanted, attempts }) => {
      if (!v.is(asked, wanted)) return { outcome: "given_up", error: "cannot be read" };
      const host = toHost(wanted.callback);
      if (!config.isPrivateAllowed && !isAddress(host)) {
        const isPrivate = await isResolvedPrivately(host, config.dnsUrl, publicUrl());
        if (isPrivate)
          return { outcome: "given_up", error: "the callback's name leads to a private address" };
      }
      return await verify(wanted, attempts, publicUrl());
    },
    note: ({ payload: wanted }, sent, now) => {
      notes.noteFailure("verification", sent, now);
      if (sent.outcome !== "done" || !v.is(asked, wanted)) return;
      confirm({ ...wanted, leaseUntil: now + wanted.leaseSeconds * SECOND }, now);
    },
  };
}

async function verify(wanted: Asked, attempts: number, aboutUrl: string): Promise<Sent> {
  const { mode, topic, callback, leaseSeconds } = wanted;
  const challenge = toChallenge();
  const url = addParameters(callback, {
    "hub.mode": mode,
    "hub.topic": topic,
    "hub.challenge": challenge,
    ...(mode === "subscribe" && { "hub.lease_seconds": String(leaseSeconds) }),
  });
  const reply = await request(url, { method: "GET", aboutUrl });
  if (isSuccess(reply))
    return reply.reason === "answered" && reply.text === challenge
      ? { outcome: "done" }
      : { outcome: "given_up", error: "the answer was not the challenge" };
  const isLast = attempts + 1 >= ATTEMPTS;
  return isPassing(reply) && !isLast ? toLater(reply) : { outcome: "given_up", error: describeReply(reply) };
}

/** An address with parameters behind those it has, which stay as they are (W3C WebSub 5.1). */
export function addParameters(address: string, parameters: Record<string, string>): string {
  const sign = address.includes("?") ? "&" : "?";
  return address + sign + new URLSearchParams(parameters).toString();
}

function toChallenge(): string {
  return toHex(crypto.getRandomValues(new Uint8Array(CHALLENGE_BYTES)));
}

/** Whether a host, as the URL Standard writes it, is an address by itself. */
function isAddress(host: string): boolean {
  return host.startsWith("[") || /^[\d.]+$/.test(host);
}
