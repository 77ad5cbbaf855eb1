/**
 * Denial (W3C WebSub 5.2): subscribers of a hub that has ceased, because the club names other hubs now, are told so, and
 * find those in the feed. Nobody else is denied: bounds are kept before a request is accepted, and a callback that turns
 * out to be private is not spoken to.
 */
import * as v from "valibot";
import { DAY, type Instant } from "../../programme/instant.ts";
import type { Outbox, Sender } from "../outbox.ts";
import type { Surroundings } from "../part.ts";
import { isPassing, toLater } from "../reply.ts";
import { request } from "../request.ts";
import { addParameters } from "./verification.ts";

const KIND = "deny";
const LASTS: Instant = DAY;

const denied = v.object({ topic: v.string(), callback: v.string() });

/** For all subscriptions that there are. */
export function putDenials(outbox: Outbox, now: Instant): void {
  outbox.putEach(
    KIND,
    `SELECT '${KIND} ' || id AS id, json_object('topic', topic, 'callback', callback) AS payload, ? AS due_at,
       ? AS expires_at
     FROM push_subscription`,
    now,
    now + LASTS,
  );
}

export function createDenier({ publicUrl }: Pick<Surroundings, "publicUrl">): Sender {
  return {
    requests: 1,
    isOnce: false,
    send: async ({ payload }) => {
      if (!v.is(denied, payload)) return { outcome: "given_up", error: "cannot be read" };
      const url = addParameters(payload.callback, {
        "hub.mode": "denied",
        "hub.topic": payload.topic,
        "hub.reason": "This hub has ceased; the feed names another.",
      });
      const reply = await request(url, { method: "GET", aboutUrl: publicUrl() });
      return isPassing(reply) ? toLater(reply) : { outcome: "done" };
    },
  };
}
