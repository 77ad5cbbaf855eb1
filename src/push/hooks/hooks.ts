/**
 * Hooks: chats and programs that are told of news and reminded of sessions.
 *
 * Each piece of news is one errand for each hook. What was sent is remembered for ever, so that nothing is sent again; what
 * is said is said at sending, of the programme as it is then.
 */
import { toHookPost, type Hook } from "../../programme/hook.ts";
import { DAY, MINUTE, SECOND, toTime, type Instant } from "../../programme/instant.ts";
import type { News } from "../../programme/news.ts";
import type { PublishedProgramme } from "../../programme/publication.ts";
import type { Result } from "../../programme/result.ts";
import type { DueErrand, Sender, Senders, Sent } from "../outbox.ts";
import type { Change, Part, Surroundings } from "../part.ts";
import type { HookStatus } from "../status.ts";
import { readErrand, toErrandId, type HookErrand } from "./errand.ts";
import { toDestination, type Destination, type NoDestination } from "./destination.ts";
import { toMessage, toStanding, type Subject } from "./message.ts";
import { isKnownById, post } from "./post.ts";
import { toReminders, type Reminder } from "./reminders.ts";
import { ToldTable } from "./told.ts";

type Target = Hook & { destination: Result<Destination, NoDestination> };

/** How an attempt ended, and how the session stood in what was said; absent where nothing was. */
type Posted = Sent & { standing?: string };

/** Errands: to chats, and to those that know a repeat by its id. */
const CHAT = "hook";
const BY_ID = "hook-by-id";

/** After so long something is no news. */
const NEWS_LASTS: Instant = 3 * DAY;
/** Of several at once each goes a little later: chats take about one message a second, and show them in order. */
const APART: Instant = SECOND;
/** How a session stands for a hook that may have been told something or not. */
const IN_DOUBT = "?";
/** Dates of entries give way to one another backwards, by a second each. */
const DATES_APART: Instant = 5 * MINUTE;

export class Hooks implements Part {
  readonly senders: Senders;
  readonly #around: Surroundings;
  readonly #told: ToldTable;
  readonly #targets: readonly Target[];
  #schedule: { of: PublishedProgramme; reminders: { target: Target; reminder: Reminder }[] } | null = null;
  /** Reminders due until then have been put into the outbox. */
  #preparedAt: Instant = 0;

  constructor(around: Surroundings) {
    const { config, settings, storage } = around;
    this.#around = around;
    this.#told = new ToldTable(storage);
    this.#targets = settings.hooks.map((hook) => ({
      ...hook,
      destination: toDestination(hook, config.secrets, config.isPrivateAllowed),
    }));
    const sender: Omit<Sender, "isOnce"> = {
      requests: 1,
      isTriedToTheEnd: true,
      send: (errand, now) => this.#send(errand, now),
      note: (errand, sent, now) => this.#note(errand, sent, now),
    };
    this.senders = { [CHAT]: { ...sender, isOnce: true }, [BY_ID]: { ...sender, isOnce: false } };
  }

  tell({ news }: Pick<Change, "news">, now: Instant): void {
    for (const target of this.#targets.filter(({ destination }) => destination.ok)) {
      const since = this.#told.since(target.name, now) - DATES_APART;
      const own = news.filter(({ kind, at }) => target.posts.includes(toHookPost(kind)) && at >= since);
      for (const [index, one] of own.entries()) {
        const dueAt = now + index * APART;
        this.#put(target, toSubject(one), { dueAt, expiresAt: dueAt + NEWS_LASTS });
      }
    }
  }

  prepare(now: Instant): void {
    for (const { target, reminder } of this.#toSchedule(now)) {
      const { dueAt, usefulUntil, ...about } = reminder;
      if (dueAt > now) break;
      if (usefulUntil > now)
        this.#put(target, { kind: "reminder", ...about }, { dueAt, expiresAt: usefulUntil });
    }
    this.#preparedAt = now;
  }

  nextAt(now: Instant): Instant | null {
    const schedule = this.#toSchedule(now);
    return schedule.find(({ reminder }) => reminder.dueAt > this.#preparedAt)?.reminder.dueAt ?? null;
  }

  status(_now: Instant): HookStatus[] {
    return this.#targets.map(({ name, kind, destination }) => {
      const { sentAt, error } = this.#told.readLast(name);
      return {
        name,
        kind,
        isSet: destination.ok,
        pending: this.#around.outbox.countBeginning(toErrandId(name, "")),
        lastSentAt: toTime(sentAt),
        lastError: destination.ok ? error : destination.error.message,
      };
    });
  }

  /** Made once for each programme, as there may be thousands of sessions. */
  #toSchedule(now: Instant): { target: Target; reminder: Reminder }[] {
    if (this.#targets.every(({ destination }) => !destination.ok)) return [];
    const of = this.#around.current(now);
    if (this.#schedule?.of !== of) {
      const reminders = this.#targets
        .filter(({ destination }) => destination.ok)
        .flatMap((target) => {
          const since = this.#told.since(target.name, now);
          return (
            toReminders(target, of, now)
              // None is put in before it is due.
              .filter(({ dueAt, id }) => dueAt >= since && (dueAt > now || !this.#isKnown(target, id)))
              .map((reminder) => ({ target, reminder }))
          );
        })
        .toSorted((a, b) => a.reminder.dueAt - b.reminder.dueAt);
      this.#schedule = { of, reminders };
      this.#preparedAt = 0;
    }
    return this.#schedule.reminders;
  }

  /** Whether something was sent, or waits to be. */
  #isKnown({ name }: Hook, newsId: string): boolean {
    return this.#told.has(name, newsId) || this.#around.outbox.has(toErrandId(name, newsId));
  }

  #put(target: Target, subject: Subject, times: { dueAt: Instant; expiresAt: Instant }): void {
    if (this.#isKnown(target, subject.id)) return;
    this.#around.outbox.put({
      id: toErrandId(target.name, subject.id),
      kind: isKnownById(target.kind) ? BY_ID : CHAT,
      payload: { hook: target.name, subject },
      ...times,
    });
  }

  async #send(errand: DueErrand, now: Instant): Promise<Posted> {
    const read = readErrand(errand);
    const target = this.#targets.find(({ name }) => name === read?.hook);
    // Of a hook that the club has no more.
    if (read === null || target === undefined) return { outcome: "done" };
    const { destination, kind } = target;
    if (!destination.ok) return { outcome: "later", error: destination.error.message };
    const { club, current, publicUrl } = this.#around;
    const programme = current(now);
    const standing = toStandingOf(read.subject, programme);
    const input = { club, programme, publicUrl: publicUrl(), isRepeat: errand.isRepeat };
    const message = this.#isTold(read, standing) ? null : toMessage(read.subject, input, now);
    if (message === null) return { outcome: "done" };
    const sent = await post(kind, destination.value, message, { aboutUrl: publicUrl(), now });
    return { ...sent, standing };
  }

  /** Whether a hook knows it: that very news, or what a change has come to. */
  #isTold({ hook, subject }: HookErrand, standing: string): boolean {
    return (
      this.#told.has(hook, subject.id) ||
      (isNotice(subject) && this.#told.lastStanding(hook, subject.sessionId) === standing)
    );
  }

  #note(errand: DueErrand, sent: Posted, now: Instant): void {
    const read = readErrand(errand);
    const { standing } = sent;
    if (read === null || (sent.outcome === "done" && standing === undefined)) return;
    const { hook, subject } = read;
    const { id: news, sessionId } = subject;
    if (sent.outcome === "done") {
      this.#told.noteSent(hook, now);
      this.#told.add({ hook, news, sessionId, standing: standing ?? "" }, now);
      return;
    }
    this.#told.noteError(hook, sent.error);
    if (sent.outcome !== "unknown") return;
    // It may be what was told last, so that what comes next is told in any case.
    const doubtful = { hook, sessionId, standing: subject.kind === "replay" ? "" : IN_DOUBT };
    this.#told.add({ ...doubtful, news: `${news} in doubt` }, now);
    // The second time that nobody knows: a third is not tried.
    if (errand.isRepeat) this.#told.add({ ...doubtful, news }, now);
  }
}

function toSubject({ id, kind, sessionId, sequence }: News): Subject {
  return { id, kind, sessionId, ...(sequence !== undefined && { sequence }) };
}

function isNotice({ kind }: Subject): boolean {
  return kind !== "announced" && kind !== "reminder" && kind !== "replay";
}

/** A replay says nothing of how its session stands. */
function toStandingOf({ kind, sessionId }: Subject, { sessions }: PublishedProgramme): string {
  const found = sessions.find(({ session }) => session.id === sessionId);
  return found === undefined || kind === "replay" ? "" : toStanding(found.session);
}
