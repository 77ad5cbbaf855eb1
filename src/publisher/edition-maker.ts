/** How an edition is made of what the tables hold, and written to them. */
import { compiled } from "#data";
import { toWholeSecond, type Instant } from "../programme/instant.ts";
import { keepSameOf } from "../programme/keep-same.ts";
import { addKnownVideos } from "../programme/known-videos.ts";
import { isListed, isReplayed, type Ledger } from "../programme/ledger.ts";
import type { Match } from "../programme/match/match.ts";
import { toNews } from "../programme/news.ts";
import { makeProgramme, toNextTurn, type ArchivedVideo, type Programme } from "../programme/programme.ts";
import type { PublishedProgramme } from "../programme/publication.ts";
import { revise } from "../programme/revise.ts";
import type { Session } from "../programme/session.ts";
import type { Steps } from "../programme/steps.ts";
import { toSpan } from "../programme/turns.ts";
import type { Change } from "../push/part.ts";
import type { Imprint } from "./imprint.ts";
import type { Intake } from "./intake.ts";
import { toAwaited } from "./refresh-policy.ts";
import type { Archive } from "./store/archive.ts";
import type { FactTable } from "./store/fact-table.ts";
import type { LedgerTable } from "./store/ledger-table.ts";

export interface Edition {
  programme: Programme;
  published: PublishedProgramme;
  /** Every video that was seen, and those of the file. */
  videos: ArchivedVideo[];
  /** Sessions that are published although their files are gone. */
  vanished: Session[];
  /** What the tables hold, while the object is awake: reading it again takes longer than all else. */
  ledger: Ledger;
}

/** What editions are made from and written to; all of it lies in the one database. */
export interface EditionSources {
  storage: DurableObjectStorage;
  facts: FactTable;
  archive: Archive;
  intake: Intake;
  ledger: LedgerTable;
  imprint: Imprint;
  /** Told of everything that is published, within its transaction. */
  tell: (change: Omit<Change, "edition">, now: Instant) => void;
}

type Outcome = ReturnType<typeof revise>;

/** What stands in the place of an imprint while the first edition is written. */
const UNFINISHED = "";

/** Sessions written ahead in a step: a few milliseconds. */
const SESSIONS_A_STEP = 250;

export class EditionMaker {
  readonly #sources: EditionSources;

  constructor(sources: EditionSources) {
    this.#sources = sources;
  }

  /**
   * Match, revise, and write what changed: that in one step, so that no reader and no crash sees half of it.
   *
   * @param current the edition before, while the object is awake; else it is made again from the tables
   */
  *make(current: Edition | null, now: Instant): Steps<Edition> {
    const { club, sessions } = compiled;
    const { videos, vanished, previous, before } = this.#read(current, now);
    yield;
    const programme = yield* makeProgramme(
      {
        club,
        sessions,
        vanished,
        archive: videos,
        previous,
        isReplayed: (videoId) => isReplayed(before.sessions, videoId),
        isListed: (videoId) => isListed(before.entries, videoId),
        publicUrl: this.#sources.imprint.publicUrl(),
        before: current?.programme,
      },
      now,
    );
    yield;
    const revised = revise(programme, club, before, now, current?.published);
    const { ledger, published } = this.#toPublishedHere(revised, now);
    const all = [...sessions, ...vanished];
    const written = before.published === null ? yield* this.#writeAhead(before, ledger, all) : before;
    const news = toNews(before, published, now, current?.published);
    this.#write(written, previous, { programme, published, ledger, sessions: all, news }, now);
    const notices = toSorted(ledger.notices);
    return { programme, published, videos, vanished, ledger: { ...ledger, notices } };
  }

  #read(
    current: Edition | null,
    now: Instant,
  ): Pick<Edition, "videos" | "vanished"> & { previous: readonly Match[]; before: Ledger } {
    const { facts, archive, intake, ledger: table } = this.#sources;
    if (facts.get("edition") === UNFINISHED) table.clear();
    const shown = addKnownVideos(archive.read(intake.identities()), compiled.videos, now);
    return {
      videos: keepSameOf(current?.videos, shown, ({ id }) => id),
      vanished: current?.vanished ?? this.#readVanished(),
      previous: current?.programme.matches ?? table.readMatches(),
      before: current?.ledger ?? table.read(facts.get("published")),
    };
  }

  /**
   * Most of a first edition are the sessions themselves: they are written before it, step by step, and nobody reads them until
   * it is there. What one leaves behind that does not get there is cleared away by the next.
   *
   * @returns what is written
   */
  *#writeAhead(before: Ledger, after: Ledger, sessions: readonly Session[]): Steps<Ledger> {
    const { storage, facts, ledger: table } = this.#sources;
    yield;
    for (let at = 0; at < sessions.length; at += SESSIONS_A_STEP) {
      storage.transactionSync(() => {
        facts.set("edition", UNFINISHED);
        table.writeSessions(before, after, sessions.slice(at, at + SESSIONS_A_STEP));
      });
      yield;
    }
    return { ...before, sessions: after.sessions };
  }

  #write(
    before: Ledger,
    previous: readonly Match[],
    after: Pick<Edition, "programme" | "published" | "ledger"> &
      Pick<Change, "news"> & { sessions: readonly Session[] },
    now: Instant,
  ): void {
    const { storage, facts, ledger: table, imprint, tell } = this.#sources;
    const { programme, published, ledger, sessions, news } = after;
    const appearance = imprint.toAppearance();
    storage.transactionSync(() => {
      table.write(before, ledger, sessions);
      table.writeMatches(previous, programme.matches);
      facts.set("published", ledger.published);
      facts.set("nextTurnAt", toNextTurn(programme, now));
      facts.set("span", toSpan(sessions, now));
      facts.set("awaited", toAwaited(programme.sessions, now));
      if (appearance !== null) facts.set("appearance", appearance);
      facts.set("edition", imprint.toText());
      tell({ published, news }, now);
    });
  }

  #readVanished(): Session[] {
    const { sessions, club } = compiled;
    return this.#sources.ledger.readVanished([...sessions.map(({ id }) => id), ...club.retired]);
  }

  /** Under another address every document changes, though nothing in the programme does. */
  #toPublishedHere({ ledger, published }: Outcome, now: Instant): Outcome {
    const { facts, imprint } = this.#sources;
    const known = facts.get("appearance");
    const appearance = imprint.toAppearance();
    if (known === null || appearance === null || known === appearance || ledger.published === null)
      return { ledger, published };
    const changedAt = Math.max(published.changedAt, toWholeSecond(now));
    return {
      ledger: { ...ledger, published: { ...ledger.published, changedAt } },
      published: { ...published, changedAt },
    };
  }
}

/** As the table gives them: their order is part of the programme's fingerprint. */
function toSorted(notices: Ledger["notices"]): Ledger["notices"] {
  return new Map([...notices].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
