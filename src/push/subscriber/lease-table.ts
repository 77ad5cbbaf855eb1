/** The leases, as rows. One that cannot be read is dropped: another is asked for in its place. */
import type { FeedIdentity } from "../../sources/channel-feed.ts";
import type { Storage } from "../schema.ts";
import { LEASE, type Lease } from "./lease.ts";
import { parseJson } from "../json.ts";

export interface LeaseRow {
  token: string;
  identity: FeedIdentity;
  /** Where the service was met when it was asked for, without a slash at the end. */
  address: string;
  secret: string;
  lease: Lease;
}

type Row = { token: string; identity: string; address: string; secret: string; state: string };

/** Of the token and of the secret: nobody guesses 256 bits. */
const RANDOM_BYTES = 32;

export class LeaseTable {
  readonly #sql: SqlStorage;

  constructor({ sql }: Storage) {
    this.#sql = sql;
  }

  read(): LeaseRow[] {
    return this.#select("");
  }

  find(token: string): LeaseRow | null {
    return this.#select("WHERE token = ?", token)[0] ?? null;
  }

  add(identity: FeedIdentity, address: string, lease: Lease): void {
    this.#sql.exec(
      "INSERT INTO push_lease VALUES (?, ?, ?, ?, ?)",
      toRandom(),
      identity,
      address,
      toRandom(),
      JSON.stringify(lease),
    );
  }

  set(token: string, lease: Lease): void {
    this.#sql.exec("UPDATE push_lease SET state = ? WHERE token = ?", JSON.stringify(lease), token);
  }

  drop(token: string): void {
    this.#sql.exec("DELETE FROM push_lease WHERE token = ?", token);
  }

  #select(where: string, ...bindings: string[]): LeaseRow[] {
    const query = `SELECT * FROM push_lease ${where} ORDER BY rowid`;
    const rows = this.#sql.exec<Row>(query, ...bindings).toArray();
    return rows.flatMap(({ token, identity, address, secret, state }) => {
      const lease = parseJson(state, LEASE);
      return lease !== null && isChannel(identity) ? [{ token, identity, address, secret, lease }] : [];
    });
  }
}

function isChannel(identity: string): identity is FeedIdentity {
  return identity.startsWith("channel:");
}

/** In base64url. */
function toRandom(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(RANDOM_BYTES));
  return btoa(String.fromCharCode(...bytes)).replace(
    /[+/=]/g,
    (sign) => ({ "+": "-", "/": "_" })[sign] ?? "",
  );
}
