/** One message to one hook, and how that ended. The same for the service and for `npm run hooks`. */
import type { Hook } from "../../programme/hook.ts";
import type { Instant } from "../../programme/instant.ts";
import type { Sent } from "../outbox.ts";
import { isNotNow, isSuccess } from "../reply.ts";
import { describeReply, request, type Reply } from "../request.ts";
import type { Destination } from "./destination.ts";
import { writeDiscord } from "./discord.ts";
import { writeMatrix } from "./matrix.ts";
import { writeMattermost } from "./mattermost.ts";
import type { Message } from "./message.ts";
import { writeSlack } from "./slack.ts";
import { writeStandardWebhook } from "./standard-webhook.ts";
import type { Writer } from "./writer.ts";

export const WRITERS: Readonly<Record<Hook["kind"], Writer>> = {
  slack: writeSlack,
  discord: writeDiscord,
  mattermost: writeMattermost,
  matrix: writeMatrix,
  json: writeStandardWebhook,
};

/** Whether a repeat is known by its id over there, so that it does no harm and needs no word. */
export function isKnownById(kind: Hook["kind"]): boolean {
  return kind === "matrix" || kind === "json";
}

/** A gateway that gave up waiting. */
const UNKNOWN = 504;
/** No connection, so that nothing can have arrived; what was broken off may have. */
const NOT_ARRIVED = new Set(["refused", "no such host", "no secure connection"]);

/** @param aboutUrl where people can read who is asking */
export async function post(
  kind: Hook["kind"],
  destination: Destination,
  message: Message,
  { aboutUrl, now }: { aboutUrl: string; now: Instant },
): Promise<Sent> {
  const { url, ...rest } = await WRITERS[kind](message, destination, now);
  return toSent(await request(url, { ...rest, aboutUrl }));
}

/** What a reply says of a message. */
export function toSent(reply: Reply): Sent {
  const error = describeReply(reply);
  if (reply.reason === "timeout") return { outcome: "unknown", error };
  if (reply.reason === "network")
    return { outcome: NOT_ARRIVED.has(reply.message) ? "later" : "unknown", error };
  const { status } = reply;
  if (isSuccess(reply)) return { outcome: "done" };
  if (status === UNKNOWN) return { outcome: "unknown", error };
  if (isNotNow(status)) return { outcome: "later", error, retryAfterSeconds: toRetryAfter(reply) };
  return { outcome: "given_up", error };
}

/** In the header, or as Discord (`retry_after`, seconds) and Matrix (`retry_after_ms`) say it in the body. */
function toRetryAfter({
  text,
  retryAfterSeconds,
}: Pick<Extract<Reply, { reason: "answered" }>, "text" | "retryAfterSeconds">): number | null {
  if (retryAfterSeconds !== null) return retryAfterSeconds;
  const [, unit, number] = /"retry_after(_ms)?"\s*:\s*(\d{1,12}(?:\.\d+)?)/.exec(text) ?? [];
  if (number === undefined) return null;
  return Math.ceil(Number(number) / (unit === undefined ? 1 : 1_000));
}
