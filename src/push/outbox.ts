/**
 * The outbox: every request that is to be made, kept until it was made. What was put in survives a restart; what goes out
 * goes in slices that fit a call of the free plan.
 *
 * A row is marked "sending" before its request leaves, and the mark is durable by then: Durable Objects hold requests back
 * until writes are. A row that bears the mark although nothing is under way is one that a crash has cut off: nobody knows
 * whether it arrived.
 */
import { toEarliest, type Instant } from "../programme/instant.ts";
import type { Storage } from "./schema.ts";
import { toErrand, type OutboxRow } from "./outbox-row.ts";
import { toNextAt, toPause } from "./retry.ts";

/** What is put in, and under what name. */
export interface Errand {
  /** Two of one id are one. */
  id: string;
  kind: string;
  /** JSON, the sender's own. */
  payload: unknown;
  dueAt: Instant;
  /** Given up then. */
  expiresAt: Instant;
  /**
   * Goes after everything else that is due: what strangers are sent may be thousands, and each may let us wait. Always the same
   * for the same id.
   */
  canWait?: boolean;
}

/** What a sender is handed. */
export interface DueErrand extends Errand {
  /** Before this one. */
  attempts: number;
  /** Whether an attempt before may have arrived. */
  isRepeat: boolean;
  /** How often it was put in before it was taken out to be sent. */
  puts: number;
}

/** How an attempt ended. */
export type Sent =
  | { outcome: "done" }
  /** It did not arrive: tried again after a pause. */
  | { outcome: "later"; error: string; retryAfterSeconds?: number | null }
  /** It may have arrived. */
  | { outcome: "unknown"; error: string }
  /** Never to be tried again. */
  | { outcome: "given_up"; error: string };

export interface Sender {
  /** The most requests that one of its errands takes. */
  requests: number;
  /** Whether what may have arrived is repeated once at most; otherwise it is tried again as if it had not. */
  isOnce: boolean;
  /** Whether it is of use until it expires, and tried more often towards that: a reminder, but not what waits for the next change. */
  isTriedToTheEnd?: boolean;
  send: (errand: DueErrand, now: Instant) => Promise<Sent>;
  /** Told how each attempt ended, in the transaction that notes it. */
  note?: (errand: DueErrand, sent: Sent, now: Instant) => void;
}

/** The free plan gives a call 50 requests; the rest is for channel feeds. */
const REQUESTS_A_SLICE = 40;
/**
 * Errands under way at once. A call has six connections; a request that waits for one would be out of time behind six that
 * hang, and never leave.
 */
const LANES = 5;

/** In the order in which they go: what cannot wait, and what can. */
const WAITS = [0, 1];

/** By kind. */
export type Senders = Readonly<Record<string, Sender>>;

/** One that is in already is due at the earlier time, and lasts until the later. */
const AGAIN = `ON CONFLICT DO UPDATE SET payload = excluded.payload, due_at = min(due_at, excluded.due_at),
  expires_at = max(expires_at, excluded.expires_at), puts = puts + 1`;

export class Outbox {
  readonly #storage: Storage;
  /** Rows that a start before this one has left marked are cut off; those marked since are under way. */
  #isLookedThrough = false;
  #slice: Promise<boolean> | null = null;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  /** Put one in. If it is in already it is due at the earlier time, and lasts until the later. */
  put({ id, kind, payload, dueAt, expiresAt, canWait = false }: Errand): void {
    this.#storage.sql.exec(
      `INSERT INTO push_outbox VALUES (?, ?, ?, ?, ?, 1, 0, 'waiting', 0, '', ?)
       ${AGAIN}`,
      id,
      kind,
      JSON.stringify(payload),
      dueAt,
      expiresAt,
      Number(canWait),
    );
  }

  /**
   * Put in one for each row that a query gives: id, payload, due_at and expires_at. One statement, however many there are, and
   * so many can wait.
   *
   * @param query its bindings in order
   */
  putEach(kind: string, query: string, ...bindings: (string | number)[]): void {
    this.#storage.sql.exec(
      `INSERT INTO push_outbox SELECT id, ?, payload, due_at, expires_at, 1, 0, 'waiting', 0, '', 1 FROM (${query}) WHERE true
       ${AGAIN}`,
      kind,
      ...bindings,
    );
  }

  has(id: string): boolean {
    return this.#storage.sql.exec("SELECT 1 FROM push_outbox WHERE id = ?", id).toArray().length > 0;
  }

  /** Take one out, whatever became of it. */
  drop(id: string): void {
    this.#storage.sql.exec("DELETE FROM push_outbox WHERE id = ?", id);
  }

  /** When the next is due; null where there is none. */
  nextAt(): Instant | null {
    const query = "SELECT min(due_at) AS at FROM push_outbox WHERE can_wait = ? AND (state = 'waiting' OR ?)";
    const times = WAITS.map((canWait) => {
      const bindings = [canWait, Number(!this.#isLookedThrough)];
      return this.#storage.sql.exec<{ at: number | null }>(query, ...bindings).toArray()[0]?.at ?? null;
    });
    return toEarliest(times);
  }

  /** How many of a kind wait, and how many of them have failed before. */
  count(kind: string): { pending: number; failing: number } {
    const query =
      "SELECT count(*) AS pending, coalesce(sum(attempts > 0), 0) AS failing FROM push_outbox WHERE kind = ?";
    const [row] = this.#storage.sql.exec<{ pending: number; failing: number }>(query, kind).toArray();
    return row ?? { pending: 0, failing: 0 };
  }

  /** How many there are whose ids begin so. */
  countBeginning(prefix: string): number {
    const query = "SELECT count(*) AS pending FROM push_outbox WHERE substr(id, 1, ?) = ?";
    return (
      this.#storage.sql.exec<{ pending: number }>(query, prefix.length, prefix).toArray()[0]?.pending ?? 0
    );
  }

  /**
   * Send what is due, at most a slice of it; never two at once. Whatever a sender throws is an attempt that may have arrived.
   *
   * @returns whether there was anything to send
   */
  async sendSlice(senders: Senders, now: Instant): Promise<boolean> {
    this.#slice ??= this.#sendSlice(senders, now).finally(() => {
      this.#slice = null;
    });
    return await this.#slice;
  }

  async #sendSlice(senders: Senders, now: Instant): Promise<boolean> {
    this.#findCutOff(senders, now);
    const errands = this.#takeDue(senders, now);
    const queue = errands.values();
    const sendInTurn = async () => {
      for (const errand of queue) {
        const sender = senders[errand.kind];
        this.#storage.sql.exec("UPDATE push_outbox SET state = 'sending' WHERE id = ?", errand.id);
        const sent = await attempt(sender, errand, now);
        this.#settle(errand, sent, sender, now);
      }
    };
    await Promise.all(Array.from({ length: LANES }, sendInTurn));
    return errands.length > 0;
  }

  /** Once after each start: what was cut off. */
  #findCutOff(senders: Senders, now: Instant): void {
    if (this.#isLookedThrough) return;
    this.#isLookedThrough = true;
    const query = "SELECT * FROM push_outbox WHERE state = 'sending'";
    for (const errand of this.#storage.sql.exec<OutboxRow>(query).toArray().map(toErrand)) {
      const sent = { outcome: "unknown", error: "cut off while it was sent" } as const;
      this.#settle(errand, sent, senders[errand.kind], now);
    }
  }

  #takeDue(senders: Senders, now: Instant): DueErrand[] {
    const { sql } = this.#storage;
    const query = `SELECT * FROM push_outbox WHERE can_wait = ? AND due_at <= ? AND state = 'waiting'
      ORDER BY due_at, id LIMIT ?`;
    const due = WAITS.flatMap((canWait) =>
      sql.exec<OutboxRow>(query, canWait, now, REQUESTS_A_SLICE).toArray().map(toErrand),
    );
    const late = due.filter(({ expiresAt }) => expiresAt <= now);
    for (const errand of late)
      this.#settle(errand, { outcome: "given_up", error: "too late" }, senders[errand.kind], now);
    let requests = 0;
    return due.filter((errand) => {
      if (late.includes(errand)) return false;
      requests += senders[errand.kind]?.requests ?? 0;
      return requests <= REQUESTS_A_SLICE;
    });
  }

  /** Note how an attempt ended. What was put in again meanwhile is another errand of the same name. */
  #settle(errand: DueErrand, sent: Sent, sender: Sender | undefined, now: Instant): void {
    const { id, puts } = errand;
    const isOnce = sender?.isOnce === true;
    const isOver =
      sent.outcome === "done" ||
      sent.outcome === "given_up" ||
      (sent.outcome === "unknown" && isOnce && errand.isRepeat);
    this.#storage.transactionSync(() => {
      const { sql } = this.#storage;
      sender?.note?.(errand, sent, now);
      if (!isOver) return this.#postpone(errand, sent, sender, now);
      sql.exec("DELETE FROM push_outbox WHERE id = ? AND puts = ?", id, puts);
      sql.exec("UPDATE push_outbox SET state = 'waiting', attempts = 0, is_repeat = 0 WHERE id = ?", id);
    });
  }

  #postpone(
    { id, attempts, expiresAt }: DueErrand,
    sent: Exclude<Sent, { outcome: "done" }>,
    { isOnce = false, isTriedToTheEnd = false }: Partial<Sender> = {},
    now: Instant,
  ): void {
    const failures = attempts + 1;
    const retryAfterSeconds = sent.outcome === "later" ? (sent.retryAfterSeconds ?? null) : null;
    const dueAt = isTriedToTheEnd
      ? toNextAt(failures, retryAfterSeconds, { now, expiresAt })
      : now + toPause(failures, retryAfterSeconds);
    this.#storage.sql.exec(
      `UPDATE push_outbox SET state = 'waiting', attempts = ?, is_repeat = max(is_repeat, ?), due_at = ?, last_error = ?
       WHERE id = ?`,
      failures,
      Number(sent.outcome === "unknown" && isOnce),
      dueAt,
      sent.error,
      id,
    );
  }
}

async function attempt(sender: Sender | undefined, errand: DueErrand, now: Instant): Promise<Sent> {
  if (sender === undefined) return { outcome: "given_up", error: "of a kind that is not known" };
  try {
    return await sender.send(errand, now);
  } catch (error) {
    return { outcome: "unknown", error: String(error) };
  }
}
