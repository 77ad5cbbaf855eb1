/** The request for a lease (W3C WebSub 5.1), in the dialect of YouTube's hub, and what its answer means. Pure. */
import type { FeedIdentity } from "../../sources/channel-feed.ts";
import { describeReply, type Reply } from "../request.ts";
import { LEASE_SECONDS, type Answer } from "./lease.ts";

/** Under which callbacks are answered: "/websub/TOKEN". */
const CALLBACKS = "/websub";

/** What the hub knows the channel by, to the letter. */
export function toTopic(identity: FeedIdentity): string {
  return `https://www.youtube.com/xml/feeds/videos.xml?channel_id=${identity.replace(/^channel:/, "")}`;
}

export interface Wanted {
  identity: FeedIdentity;
  /** Where the service is met, without a slash at the end. */
  address: string;
  token: string;
  secret: string;
}

/** The form that asks for a lease. */
export function toForm({ identity, address, token, secret }: Wanted): string {
  return new URLSearchParams({
    "hub.callback": `${address}${CALLBACKS}/${token}`,
    "hub.mode": "subscribe",
    "hub.topic": toTopic(identity),
    "hub.secret": secret,
    "hub.lease_seconds": String(LEASE_SECONDS),
    // Of PubSubHubbub 0.3, which the hub still reads; others pass over it.
    "hub.verify": "async",
  }).toString();
}

/** Which answers are a no for good: the hub will say the same of the same request. */
const FINAL = /^[34]/;
/** Which of them are not: it was too slow, too early, or too many asked. */
const NOT_FINAL = new Set([408, 425, 429]);

export function toAnswer(reply: Reply): Answer {
  const error = describeReply(reply);
  if (reply.reason !== "answered") return { outcome: "unknown", error };
  const { status } = reply;
  if (status >= 200 && status < 300) return { outcome: "taken" };
  const isFinal = FINAL.test(String(status)) && !NOT_FINAL.has(status);
  return { outcome: isFinal ? "rejected" : "refused", error };
}
