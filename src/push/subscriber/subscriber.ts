/** The subscriber: leases for the club's channels at YouTube's hub, and what its deliveries bring about. */
import type { Instant } from "../../programme/instant.ts";
import type { Video } from "../../programme/video.ts";
import type { FeedIdentity } from "../../sources/channel-feed.ts";
import type { Senders } from "../outbox.ts";
import type { Part } from "../part.ts";
import type { ChannelLeaseStatus } from "../status.ts";

export class Subscriber implements Part {
  readonly senders: Senders = {};

  /** Whether a channel is to be looked at because of what was pushed. */
  isLookDue(_identity: FeedIdentity, _now: Instant): boolean {
    return false;
  }

  /** A channel was looked at; null where its feed could not be had. */
  noteLook(_identity: FeedIdentity, _videos: readonly Video[] | null, _now: Instant): void {}

  status(_now: Instant): ChannelLeaseStatus[] {
    return [];
  }
}
