/** The request for a lease (W3C WebSub 5.1), in the dialect of YouTube's hub, and what its answer means. Pure. */
import type { FeedIdentity } from "../../sources/channel-feed.ts";
import { isNotNow, isSuccess } from "../reply.ts";
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

export function toAnswer(reply: Reply): Answer {
  const error = describeReply(reply);
  if (reply.reason !== "answered") return { outcome: "unknown", error };
  if (isSuccess(reply)) return { outcome: "taken" };
  // A no for good: the hub will say the same of the same request.
  return { outcome: isNotNow(reply.status) ? "refused" : "rejected", error };
}
