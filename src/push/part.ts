/** What the parts of push have in common: the subscriber, the hub, the hooks. */
import type { Document } from "../documents/document.ts";
import type { Representation } from "../http/representation.ts";
import type { Club } from "../programme/club.ts";
import type { PushSettings } from "../programme/hook.ts";
import type { Instant } from "../programme/instant.ts";
import type { News } from "../programme/news.ts";
import type { PublishedProgramme } from "../programme/publication.ts";
import type { Selection } from "../programme/selection.ts";
import type { PushConfig } from "./config.ts";
import type { PushFacts } from "./facts.ts";
import type { Outbox, Senders } from "./outbox.ts";
import type { Storage } from "./schema.ts";

/** What the Publisher says when it has published: all that push learns of a change. */
export interface Change {
  published: PublishedProgramme;
  news: readonly News[];
}

/** What a part has around it. */
export interface Surroundings {
  storage: Storage;
  outbox: Outbox;
  facts: PushFacts;
  config: PushConfig;
  club: Club;
  settings: PushSettings;
  /** Where the service is met, without a slash at the end. */
  publicUrl: () => string;
  /** The same; null while no one has asked and it is not known. */
  address: () => string | null;
  /** Whether a video was ever taken in. */
  isArchived: (videoId: string) => boolean;
  current: (now: Instant) => PublishedProgramme;
  /** What an address answers; null where it answers nothing. */
  read: (document: Document, selection: Selection, now: Instant) => Promise<Representation | null>;
}

export interface Part {
  /** For its kinds of errands. */
  senders: Senders;
  /** Something was published: within its transaction, so that both are kept or neither. No requests here. */
  tell?: (change: Change, now: Instant) => void;
  /** Put in the outbox what has become due by itself. */
  prepare?: (now: Instant) => void;
  /** When something becomes due by itself; null for nothing. */
  nextAt?: (now: Instant) => Instant | null;
}
