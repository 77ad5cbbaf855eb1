/** The imprint: with what code and data, where, and from what kind of source editions are published. */
import { compiled } from "#data";
import type { Config } from "./config.ts";
import type { FactTable } from "./store/fact-table.ts";

export class Imprint {
  readonly #config: Config;
  readonly #facts: FactTable;

  constructor(config: Config, facts: FactTable) {
    this.#config = config;
    this.#facts = facts;
  }

  /** All of it, as a text. */
  toText(): string {
    return [compiled.build, this.publicUrl(), this.#config.kind].join(" ");
  }

  /** What of it every document says; null while nobody has asked, and the address is not known. */
  toAppearance(): string | null {
    const address = this.address();
    return address === null ? null : `${address} ${this.#config.kind}`;
  }

  /** Without a slash at the end. */
  publicUrl(): string {
    return this.address() ?? compiled.club.siteUrl.replace(/\/+$/, "");
  }

  /** The same, where the service itself is met; null while nobody has asked, and it is not known. */
  address(): string | null {
    return this.#config.publicUrl ?? this.#facts.get("origin");
  }

  /** Where no PUBLIC_URL is set, the first request says under which origin the service is met. */
  learnOrigin(origin: string): void {
    if (this.#config.publicUrl === null && this.#facts.get("origin") === null)
      this.#facts.set("origin", origin);
  }
}
