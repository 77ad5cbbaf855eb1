/** What is held under a key; null once it had to go. */
interface Held<Value> {
  value: Value | null;
  bytes: number;
}

/** A map of so many bytes and no more: what was kept longest ago makes room. */
export class BoundedMap<Value> {
  readonly #maxBytes: number;
  readonly #held = new Map<string, Held<Value>>();
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get(key: string): Value | null {
    return this.#held.get(key)?.value ?? null;
  }

  /** All that are held, the oldest first. */
  *values(): Generator<Value> {
    for (const { value } of this.#held.values()) if (value !== null) yield value;
  }

  /**
   * Keep, as the newest, in the place of what had the key. One value is held however large it is.
   *
   * @param bytes what the value holds in memory, the key included
   */
  keep(key: string, value: Value, bytes: number): void {
    this.drop(key);
    this.#held.set(key, { value, bytes });
    this.#bytes += bytes;
    for (const oldest of this.#held.keys()) {
      if (oldest === key || this.#bytes <= this.#maxBytes) return;
      this.drop(oldest);
    }
  }

  drop(key: string): void {
    const held = this.#held.get(key);
    if (held === undefined) return;
    this.#bytes -= held.bytes;
    this.#held.delete(key);
    // A `Map` that grows or is tidied up leaves its old table behind, and V8 keeps what that holds until it collects everything.
    held.value = null;
  }

  clear(): void {
    this.#held.clear();
    this.#bytes = 0;
  }
}
