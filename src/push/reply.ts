/** What a reply says of an attempt. Pure. */
import type { Sent } from "./outbox.ts";
import { describeReply, type Reply } from "./request.ts";

/** Of 4xx those that say "not now": it was too slow, too early, or too many asked. */
const NOT_NOW = new Set([408, 425, 429]);

export function isSuccess(reply: Reply): boolean {
  return reply.reason === "answered" && reply.status >= 200 && reply.status < 300;
}

/** Whether what was wrong may pass: no answer, an error of the server, or too many requests. */
export function isPassing(reply: Reply): boolean {
  return reply.reason !== "answered" || reply.status >= 500 || reply.status === 429;
}

/** Whether a status says that the same request may be taken later. */
export function isNotNow(status: number): boolean {
  return status >= 500 || NOT_NOW.has(status);
}

/** How long it asks to be left alone; null where it does not say. */
export function toRetryAfterSeconds(reply: Reply): number | null {
  return reply.reason === "answered" ? reply.retryAfterSeconds : null;
}

/** To be tried again; what was too slow may have arrived. */
export function toLater(reply: Reply): Sent {
  const error = describeReply(reply);
  if (reply.reason === "timeout") return { outcome: "unknown", error };
  return { outcome: "later", error, retryAfterSeconds: toRetryAfterSeconds(reply) };
}
