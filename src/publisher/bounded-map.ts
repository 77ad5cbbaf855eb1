/** A map of so many bytes and no more: what was kept longest ago makes room. */
export class BoundedMap<Value> {
  readonly #maxBytes: number;
  readonly #held = new Map<string, { value: Value; bytes: number }>();
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get(key: string): Value | null {
    return this.#held.get(key)?.value ?? null;
  }

  /** All that are held, the oldest first. */
  *values(): Generator<Value> {
    for (const { value } of this.#held.values()) yield value;
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
    this.#bytes -= this.#held.get(key)?.bytes ?? 0;
    this.#held.delete(key);
  }

  clear(): void {
    this.#held.clear();
    this.#bytes = 0;
  }
}
