/**
 * Editions: the programme as published. Knows which edition is the current one, and makes the next.
 */
import { compiled } from "#data";
import { toWholeSecond, type Instant } from "../programme/instant.ts";
import { keepSameOf } from "../programme/keep-same.ts";
import { addKnownVideos } from "../programme/known-videos.ts";
import { isListed, isReplayed, type Ledger } from "../programme/ledger.ts";
import { createProgramme, toNextTurn, type ArchivedVideo, type Programme } from "../programme/programme.ts";
import type { PublishedProgramme } from "../programme/publication.ts";
import { toNews } from "../programme/news.ts";
import { revise } from "../programme/revise.ts";
import type { Session } from "../programme/session.ts";
import { toSpan } from "../programme/turns.ts";
import type { Change } from "../push/part.ts";
import type { Archive } from "./store/archive.ts";
import type { Config } from "./config.ts";
import type { Intake } from "./intake.ts";
import { toAwaited } from "./refresh-policy.ts";
import type { FactTable } from "./store/fact-table.ts";
import type { LedgerTable } from "./store/ledger-table.ts";

export interface Edition {
  programme: Programme;
  published: PublishedProgramme;
  /** Every video that was seen, and those of the file. */
  videos: ArchivedVideo[];
  /** Sessions that are published although their files are gone. */
  vanished: Session[];
}

/** What editions are made from and written to; all of it lies in the one database. */
export interface EditionSources {
  config: Config;
  storage: DurableObjectStorage;
  facts: FactTable;
  archive: Archive;
  intake: Intake;
  ledger: LedgerTable;
  /** Told of everything that is published, within its transaction. */
  tell: (change: Change, now: Instant) => void;
}

type Outcome = ReturnType<typeof revise>;

export class Editions {
  readonly #sources: EditionSources;
  /** Rebuilt from the tables when the object has slept. */
  #current: Edition | null = null;
  /** What the tables hold, while the object is awake: reading it again takes longer than all else. */
  #ledger: Ledger | null = null;

  constructor(sources: EditionSources) {
    this.#sources = sources;
  }

  current(now: Instant): Edition {
    return this.#current ?? this.publish(now);
  }

  /** Everything representations are made from: the programme, the code and data of the build, the address. */
  name(): string {
    const { config, facts } = this.#sources;
    const fingerprint = facts.get("published")?.fingerprint ?? "";
    return [fingerprint, compiled.build, this.publicUrl(), config.kind].join(" ");
  }

  isFirst(): boolean {
    return this.#sources.facts.get("published") === null;
  }

  /** Whether another edition is due without news from the source: never published, other data or code, or a turn. */
  isDue(now: Instant): boolean {
    const { facts } = this.#sources;
    if (this.isFirst() || facts.get("edition") !== this.name()) return true;
    const nextTurnAt = facts.get("nextTurnAt");
    return nextTurnAt !== null && nextTurnAt <= now;
  }

  /** Match, revise, and write what changed: in one step, so that no reader and no crash sees half of it. */
  publish(now: Instant): Edition {
    const { storage, facts, archive, intake, ledger: table, tell } = this.#sources;
    const { club } = compiled;
    const current = this.#current;
    const shown = addKnownVideos(archive.read(intake.identities()), compiled.videos, now);
    const videos = keepSameOf(current?.videos, shown, ({ id }) => id);
    const vanished = current?.vanished ?? this.#readVanished();
    const sessions = [...compiled.sessions, ...vanished];
    const before = this.#ledger ?? table.read(facts.get("published"));
    const previous = current?.programme.matches ?? table.readMatches();
    const programme = createProgramme(
      {
        club,
        sessions: compiled.sessions,
        vanished,
        archive: videos,
        previous,
        isReplayed: (videoId) => isReplayed(before.sessions, videoId),
        isListed: (videoId) => isListed(before.entries, videoId),
        publicUrl: this.publicUrl(),
        before: current?.programme,
      },
      now,
    );
    const revised = revise(programme, club, before, now, current?.published);
    const { ledger, published } = this.#toPublishedHere(revised, now);
    storage.transactionSync(() => {
      table.write(before, ledger, sessions);
      table.writeMatches(previous, programme.matches);
      facts.set("published", ledger.published);
      facts.set("nextTurnAt", toNextTurn(programme, now));
      facts.set("span", toSpan(sessions, now));
      facts.set("awaited", toAwaited(programme.sessions, now));
      if (this.#appearance() !== null) facts.set("appearance", this.#appearance());
      facts.set("edition", this.name());
      tell(
        { edition: this.name(), published, news: toNews(before, published, now, current?.published) },
        now,
      );
    });
    this.#ledger = { ...ledger, notices: toSorted(ledger.notices) };
    this.#current = { programme, published, videos, vanished };
    return this.#current;
  }

  #readVanished(): Session[] {
    const { sessions, club } = compiled;
    return this.#sources.ledger.readVanished([...sessions.map(({ id }) => id), ...club.retired]);
  }

  /** Under another address every document changes, though nothing in the programme does. */
  #toPublishedHere({ ledger, published }: Outcome, now: Instant): Outcome {
    const known = this.#sources.facts.get("appearance");
    const appearance = this.#appearance();
    if (known === null || appearance === null || known === appearance || ledger.published === null)
      return { ledger, published };
    const changedAt = Math.max(published.changedAt, toWholeSecond(now));
    return {
      ledger: { ...ledger, published: { ...ledger.published, changedAt } },
      published: { ...published, changedAt },
    };
  }

  /** Null while nobody has asked, and the address is not known. */
  #appearance(): string | null {
    const address = this.address();
    return address === null ? null : `${address} ${this.#sources.config.kind}`;
  }

  /**
   * The last start or end of a session: what pages call past ended at or before it. Kept until the next one, so that a
   * poll neither computes nor writes anything.
   */
  asOf(now: Instant): Instant {
    const { facts } = this.#sources;
    const span = facts.get("span");
    if (span !== null && (span.until === null || now < span.until)) return span.since;
    const sessions = this.current(now).programme.sessions.map(({ session }) => session);
    const turned = toSpan(sessions, now);
    facts.set("span", turned);
    return turned.since;
  }

  /**
   * When the sessions ended whose replays are missing, as it was last published: a refresh that brings nothing new looks at
   * no session. None before the first fetch: a first start publishes sessions and replays in one step, with the dates of
   * the past.
   */
  awaited(now: Instant): readonly Instant[] {
    if (this.isFirst()) return [];
    return this.#sources.facts.get("awaited") ?? toAwaited(this.current(now).programme.sessions, now);
  }

  /** After a restore: what is in memory is not what is in the tables any more. */
  forget(): void {
    this.#current = null;
    this.#ledger = null;
  }

  /** Without a slash at the end. */
  publicUrl(): string {
    return this.address() ?? compiled.club.siteUrl.replace(/\/+$/, "");
  }

  /** The same, where the service itself is met; null while nobody has asked, and it is not known. */
  address(): string | null {
    const { config, facts } = this.#sources;
    return config.publicUrl ?? facts.get("origin");
  }

  /** Where no PUBLIC_URL is set, the first request says under which origin the service is met. */
  learnOrigin(origin: string): void {
    const { config, facts } = this.#sources;
    if (config.publicUrl === null && facts.get("origin") === null) facts.set("origin", origin);
  }
}

/** As the table gives them: their order is part of the programme's fingerprint. */
function toSorted(notices: Ledger["notices"]): Ledger["notices"] {
  return new Map([...notices].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
