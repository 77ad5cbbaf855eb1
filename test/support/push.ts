/** What a part of push has around it, over SQLite in Node. */
import { toPushConfig } from "../../src/push/config.ts";
import { PushFacts } from "../../src/push/facts.ts";
import { Outbox } from "../../src/push/outbox.ts";
import type { Surroundings } from "../../src/push/part.ts";
import { openPush, type Storage } from "../../src/push/schema.ts";
import { aClub, aPublishedProgramme } from "./builders.ts";

export const PUBLIC_URL = "https://feeds.example.org";

/** As after a start of the service: over the tables that are there, with no variables, hooks and hubs set. */
export function aSurroundings(storage: Storage, changes: Partial<Surroundings> = {}): Surroundings {
  openPush(storage);
  return {
    storage,
    outbox: new Outbox(storage),
    facts: new PushFacts(storage),
    config: toPushConfig({}),
    club: aClub(),
    settings: { hooks: [], hubs: [] },
    publicUrl: () => PUBLIC_URL,
    address: () => PUBLIC_URL,
    isArchived: () => false,
    current: () => aPublishedProgramme(),
    read: () => Promise.resolve(null),
    ...changes,
  };
}
