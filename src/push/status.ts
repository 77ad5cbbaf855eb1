/** What `/status.json` says of push: never a secret, and no path of a callback. */

export interface PushStatus {
  /** The club's channels at YouTube's hub; none where no address of this service is known that it could call. */
  channels: ChannelLeaseStatus[];
  hub: HubStatus;
  hooks: HookStatus[];
}

export interface ChannelLeaseStatus {
  /** "channel:UC…" */
  identity: string;
  /** asking: a lease is asked for or being verified; refused: the hub answers, but gives none, and polling goes on. */
  state: "asking" | "leased" | "refused" | "denied";
  leaseUntil: string | null;
  lastDeliveryAt: string | null;
  /** Deliveries that were not believed: not signed, of another channel, or rubbish. */
  ignoredDeliveries: number;
  lastError: string | null;
}

export interface HubStatus {
  /** The hubs that feeds name: this service's own, or those of the club file. */
  urls: string[];
  subscriptions: number;
  /** Requests that wait: verifications and deliveries, or pings of other hubs. */
  pending: number;
  /** Of them, those that have failed before. */
  failing: number;
  lastDeliveryAt: string | null;
  lastError: string | null;
}

export interface HookStatus {
  name: string;
  kind: string;
  /** Whether its address is known. */
  isSet: boolean;
  pending: number;
  lastSentAt: string | null;
  lastError: string | null;
}
