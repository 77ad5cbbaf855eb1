/** Who is subscribed to what, and who has asked to be within the hour. */
import * as v from "valibot";
import { toShortDigest } from "../../http/digest.ts";
import type { Instant } from "../../programme/instant.ts";
import type { Storage } from "../schema.ts";
import { ASKS_WITHIN, type Load } from "./bounds.ts";

const subscriptionRow = v.object({
  id: v.string(),
  topic: v.string(),
  callback: v.string(),
  secret: v.string(),
  lease_until: v.number(),
  etag: v.string(),
});

export interface Subscription {
  id: string;
  topic: string;
  callback: string;
  /** "" for none. */
  secret: string;
  leaseUntil: Instant;
  /** Of the representation that the subscriber has. */
  etag: string;
}

/** The same for the same topic and callback: the two are what a subscription is known by (W3C WebSub 2). */
export function toSubscriptionId(topic: string, callback: string): string {
  return toShortDigest([new TextEncoder().encode(`${topic} ${callback}`)]);
}

/** The host of a callback, under which its bounds count; ports and a dot at the end make no other. */
export function toHost(callback: string): string {
  return new URL(callback).hostname.replace(/\.$/, "");
}

export class Subscriptions {
  readonly #sql: SqlStorage;

  constructor({ sql }: Storage) {
    this.#sql = sql;
  }

  /** Null where there is none, or none that can be read. */
  find(id: string): Subscription | null {
    const query = "SELECT * FROM push_subscription WHERE id = ?";
    const [row] = this.#sql.exec(query, id).toArray();
    if (!v.is(subscriptionRow, row)) return null;
    const { lease_until: leaseUntil, ...rest } = row;
    return { ...rest, leaseUntil };
  }

  /** A new one, or another lease and secret for one that there is: what its subscriber has stays what it was. */
  keep({ id, topic, callback, secret, leaseUntil, etag }: Subscription): void {
    this.#sql.exec(
      `INSERT INTO push_subscription VALUES (?, ?, ?, ?, ?, ?, ?, 0)
       ON CONFLICT DO UPDATE SET secret = excluded.secret, lease_until = excluded.lease_until`,
      id,
      topic,
      callback,
      toHost(callback),
      secret,
      leaseUntil,
      etag,
    );
  }

  noteDelivered(id: string, etag: string): void {
    this.#sql.exec("UPDATE push_subscription SET etag = ?, is_slow = 0 WHERE id = ?", etag, id);
  }

  /** It let us wait: at the next change it comes after all others. */
  noteSlow(id: string): void {
    this.#sql.exec("UPDATE push_subscription SET is_slow = 1 WHERE id = ?", id);
  }

  end(id: string): void {
    this.#sql.exec("DELETE FROM push_subscription WHERE id = ?", id);
  }

  endLapsed(now: Instant): void {
    this.#sql.exec("DELETE FROM push_subscription WHERE lease_until <= ?", now);
  }

  endAll(): void {
    this.#sql.exec("DELETE FROM push_subscription");
  }

  count(now: Instant): number {
    return this.#count("SELECT count(*) AS n FROM push_subscription WHERE lease_until > ?", now);
  }

  noteAsk(id: string, host: string, now: Instant): void {
    this.#sql.exec("DELETE FROM push_hub_ask WHERE at <= ?", now - ASKS_WITHIN);
    this.#sql.exec("INSERT INTO push_hub_ask VALUES (?, ?, ?)", now, host, id);
  }

  /** What counts against the bounds when a host asks. */
  load(host: string, now: Instant): Load {
    const since = now - ASKS_WITHIN;
    const query = "SELECT at, host FROM push_hub_ask WHERE at > ? ORDER BY at";
    const asks = this.#sql.exec<{ at: Instant; host: string }>(query, since).toArray();
    const asked = `SELECT count(DISTINCT subscription) AS n FROM push_hub_ask WHERE at > ?
      AND subscription NOT IN (SELECT id FROM push_subscription)`;
    const live = "SELECT count(*) AS n FROM push_subscription WHERE lease_until > ? AND host = ?";
    return {
      subscriptions: this.count(now) + this.#count(asked, since),
      subscriptionsOfHost: this.#count(live, now, host) + this.#count(`${asked} AND host = ?`, since, host),
      asks: asks.map(({ at }) => at),
      asksOfHost: asks.filter((ask) => ask.host === host).map(({ at }) => at),
    };
  }

  #count(query: string, ...bindings: (string | number)[]): number {
    return this.#sql.exec<{ n: number }>(query, ...bindings).toArray()[0]?.n ?? 0;
  }
}
