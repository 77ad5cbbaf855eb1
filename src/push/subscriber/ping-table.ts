/** What was pushed, as rows: each video once, the newest two hundred. */
import type { Instant } from "../../programme/instant.ts";
import type { FeedIdentity } from "../../sources/channel-feed.ts";
import type { Storage } from "../schema.ts";
import { PING, type Ping } from "./look.ts";
import { parseJson } from "../json.ts";

const MAX_ROWS = 200;

type Row = { ping: string };

export class PingTable {
  readonly #sql: SqlStorage;

  constructor({ sql }: Storage) {
    this.#sql = sql;
  }

  find(identity: FeedIdentity, videoId: string): Ping | null {
    return this.#select("WHERE identity = ? AND video_id = ?", identity, videoId)[0] ?? null;
  }

  /** Those of a channel that wait for a look, due or not. */
  readOpen(identity: FeedIdentity): Ping[] {
    return this.#select("WHERE identity = ? AND next_look_at IS NOT NULL", identity);
  }

  /** When a channel is to be looked at; null for never. */
  nextLookAt(identity: FeedIdentity): Instant | null {
    const query = "SELECT min(next_look_at) AS at FROM push_ping WHERE identity = ?";
    return this.#sql.exec<{ at: number | null }>(query, identity).toArray()[0]?.at ?? null;
  }

  set(identity: FeedIdentity, ping: Ping): void {
    const { videoId, seenAt, nextLookAt } = ping;
    const text = JSON.stringify(ping);
    this.#sql.exec(
      "INSERT OR REPLACE INTO push_ping VALUES (?, ?, ?, ?, ?)",
      identity,
      videoId,
      text,
      seenAt,
      nextLookAt,
    );
  }

  /** Let the oldest go, also those of which a look is still to come: looks at their channel go on for the newer. */
  bound(): void {
    this.#sql.exec(
      `DELETE FROM push_ping WHERE rowid NOT IN
         (SELECT rowid FROM push_ping ORDER BY seen_at DESC, rowid DESC LIMIT ?)`,
      MAX_ROWS,
    );
  }

  /** Look no more at channels that are not the club's. */
  keep(identities: readonly FeedIdentity[]): void {
    this.#sql.exec(
      "DELETE FROM push_ping WHERE identity NOT IN (SELECT value FROM json_each(?))",
      JSON.stringify(identities),
    );
  }

  #select(where: string, ...bindings: string[]): Ping[] {
    const rows = this.#sql.exec<Row>(`SELECT ping FROM push_ping ${where} ORDER BY rowid`, ...bindings);
    return rows.toArray().flatMap(({ ping }) => parseJson(ping, PING) ?? []);
  }
}
