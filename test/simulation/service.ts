/** The real Publisher, over SQLite in memory, with the simulation's clock and network. */
import { joinBody } from "../../src/http/representation.ts";
import type { Instant } from "../../src/programme/instant.ts";
import type { Session } from "../../src/programme/session.ts";
import { WHOLE } from "../../src/programme/selection.ts";
import { Publisher } from "../../src/publisher/publisher.ts";
import { refreshToEnd } from "../support/refresh.ts";
import { aStorage } from "../support/sqlite.ts";
import { compiled } from "../worker/data.ts";

export const FORMATS = ["rss", "atom", "json", "calendar"] as const;
export type Format = (typeof FORMATS)[number];

const PUBLIC_URL = "https://feeds.example.org";

/** A document as it was from an instant on, until the next. */
export interface Version {
  from: Instant;
  etag: string;
  lastModified: Instant;
  bytes: number;
  /** By id. */
  told: ReadonlyMap<string, Told>;
}

/** An entry or event: all its words, and those that it is known by. */
export interface Told {
  words: string;
  subject: string;
}

export class SimulatedService {
  readonly versions: Record<Format, Version[]> = { rss: [], atom: [], json: [], calendar: [] };
  readonly #state: DurableObjectState;
  #publisher: Publisher;
  #now: Instant = 0;
  #deployments = 0;

  /** @param answer what the channel's address answers at an instant */
  constructor(answer: (at: Instant) => Response) {
    const { sql, transactionSync } = aStorage();
    const storage = { sql, transactionSync, getAlarm: () => Promise.resolve(1) };
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the Publisher uses nothing else of it
    this.#state = { storage } as unknown as DurableObjectState;
    Date.now = () => this.#now;
    globalThis.fetch = () => Promise.resolve(answer(this.#now));
    console.warn = () => {};
    this.#publisher = this.#start([]);
  }

  async deploy(sessions: readonly Session[], now: Instant): Promise<void> {
    this.#now = now;
    this.#publisher = this.#start(sessions);
    await this.#look();
  }

  /** One cron. */
  async refresh(now: Instant): Promise<void> {
    this.#now = now;
    const { isChanged } = await refreshToEnd(this.#publisher);
    if (isChanged) await this.#look();
  }

  #start(sessions: readonly Session[]): Publisher {
    Object.assign(compiled, { sessions: [...sessions], build: `0.0.0+simulation.${++this.#deployments}` });
    return new Publisher(this.#state, { PUBLIC_URL });
  }

  async #look(): Promise<void> {
    for (const format of FORMATS) {
      const heldEtag = this.versions[format].at(-1)?.etag ?? null;
      const answer = await this.#publisher.read({
        name: format,
        selection: WHOLE,
        origin: PUBLIC_URL,
        heldEtag,
      });
      if (answer.outcome !== "found") continue;
      const { etag, lastModified } = answer.representation;
      const body = joinBody(answer.representation);
      const told = readTold(format, new TextDecoder().decode(body));
      this.versions[format].push({ from: this.#now, etag, lastModified, bytes: body.byteLength, told });
    }
  }
}

const ITEMS: Record<Format, RegExp> = {
  rss: /<item>[\s\S]*?<\/item>/g,
  atom: /<entry>[\s\S]*?<\/entry>/g,
  json: /^ {4}\{[\s\S]*?^ {4}\}/gm,
  calendar: /BEGIN:VEVENT[\s\S]*?END:VEVENT/g,
};
const IDS: Record<Format, RegExp> = {
  rss: /<guid[^>]*>([^<]*)</,
  atom: /<id>([^<]*)</,
  json: /"id": "([^"]*)"/,
  calendar: /UID:(\S+)/,
};
/** An entry that says the same under another id is doubled: what it says. */
const SUBJECTS: Record<Format, RegExp> = {
  rss: /<content:encoded>([\s\S]*?)<\/content:encoded>/,
  atom: /<content[^>]*>([\s\S]*?)<\/content>/,
  json: /"content_html": "([^\n]*)"/,
  calendar: /DTSTART([\s\S]*?)DESCRIPTION/,
};

function readTold(format: Format, text: string): Version["told"] {
  const items = text.match(ITEMS[format]) ?? [];
  return new Map(
    items.map((item) => [
      IDS[format].exec(item)?.[1] ?? "",
      { words: item, subject: SUBJECTS[format].exec(item)?.[1] ?? "" },
    ]),
  );
}
