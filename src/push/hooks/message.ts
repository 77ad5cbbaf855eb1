/**
 * What is posted, said once and for no chat in particular: plain text, each piece on one line and bounded. How it is put so
 * that it stays text is the writers' business.
 */
import { toSessionUrl } from "../../programme/address.ts";
import type { Club } from "../../programme/club.ts";
import type { Instant } from "../../programme/instant.ts";
import type { NewsKind } from "../../programme/news.ts";
import {
  toReplays,
  toSessionLinks,
  type PublishedProgramme,
  type PublishedSession,
} from "../../programme/publication.ts";
import { isOff, type Session } from "../../programme/session.ts";
import { toLinks } from "../../documents/addresses.ts";
import { toNoticeEntry } from "../../formats/notice.ts";
import { toSessionData } from "../../formats/programme-json.ts";
import { toBeginning, toDateLine } from "../../wording/dates.ts";
import { toLabel, toNameList } from "../../wording/labels.ts";
import { toLanguage, type Language } from "../../wording/language.ts";
import { toStatusNote } from "../../wording/status.ts";
import { isReadable, toExcerpt, toLine } from "../../wording/text.ts";
import { isNear, isStillDue, type Reminder } from "./reminders.ts";

export interface Message {
  /** The same for the same message, however often it is sent: letters, digits, "-" and "_". */
  id: string;
  kind: NewsKind | "reminder" | "test";
  title: string;
  /** Where more is said. */
  url: string;
  lines: string[];
  links: MessageLink[];
  /** That it may have been sent before; for those who cannot know it by the id. */
  aside: string | null;
  /** As `/programme.json` has it; for programs. */
  session?: ReturnType<typeof toSessionData>;
}

export interface MessageLink {
  label: string;
  /** Absolute http(s). */
  url: string;
  /** What belongs behind it: a passcode. */
  beside?: string;
}

/** What a message is about: news, or a reminder. */
export type Subject = { id: string; sessionId: string } & (
  | { kind: NewsKind; sequence?: number | undefined }
  | ({ kind: "reminder" } & Pick<Reminder, "startsAt" | "minutes">)
);

export interface MessageInput {
  club: Club;
  programme: PublishedProgramme;
  publicUrl: string;
  /** Whether it may have been sent before. */
  isRepeat: boolean;
}

/** Chats show a title and some lines; the rest is a link away. */
const MAX_TITLE = 160;
const MAX_LINE = 400;

/**
 * Say it as it is now; null where there is nothing to say any more: the session is gone, a reminder's session was moved or
 * called off, an announced one was called off, a change was changed again, a replay was taken back.
 */
export function toMessage(subject: Subject, input: MessageInput, now: Instant): Message | null {
  const published = input.programme.sessions.find(({ session }) => session.id === subject.sessionId);
  if (published === undefined) return null;
  const said = say(subject, published, input, now);
  if (said === null) return null;
  const { club, programme, publicUrl } = input;
  const language = toLanguage(club.language);
  const url = toSessionUrl(publicUrl, published.session.id);
  const publication = { club, programme, publicUrl, isSample: false, asOf: now };
  return {
    id: toMessageId(subject.id),
    kind: subject.kind,
    title: toCut(said.title, MAX_TITLE),
    url,
    lines: said.lines.map((line) => toCut(line, MAX_LINE)).filter((line) => line !== ""),
    links: [...said.links, { label: language.words.session.page, url }],
    aside: input.isRepeat ? language.words.hook.again : null,
    session: toSessionData(publication, published, toLinks(publicUrl)),
  };
}

/** A message that shows that a hook works. */
export function toTestMessage(club: Club, publicUrl: string, now: Instant): Message {
  const { hook } = toLanguage(club.language).words;
  return {
    id: toMessageId(`test/${now}`),
    kind: "test",
    title: hook.test,
    url: `${publicUrl}/`,
    lines: [toCut(hook.isTest(toLine(club.name)), MAX_LINE)],
    links: [],
    aside: null,
  };
}

/** Text on one line keeps its spaces, some of which do not break, where it fits. */
function toCut(line: string, limit: number): string {
  return line.length <= limit ? line : toExcerpt(line, limit);
}

/** For places that take no slashes and colons. Ids of sessions hold no "_", so that no two become one. */
function toMessageId(newsId: string): string {
  return newsId.replace(/[^A-Za-z0-9-]/g, "_");
}

/** How a session stands, for telling whether a hook knows it: whether it takes place, and when. */
export function toStanding({
  status,
  startsAt,
  isAllDay,
}: Pick<Session, "status" | "startsAt" | "isAllDay">): string {
  return `${isOff(status) ? status : "on"} ${startsAt}${isAllDay ? " day" : ""}`;
}

type Said = Pick<Message, "title" | "lines" | "links">;

function say(subject: Subject, published: PublishedSession, input: MessageInput, now: Instant): Said | null {
  switch (subject.kind) {
    case "announced":
      return sayAnnounced(published, input, now);
    case "reminder":
      return sayReminder(subject, published, input, now);
    case "replay":
      return sayReplay(published, input);
    case "moved":
    case "cancelled":
    case "postponed":
    case "reinstated":
      return sayNotice(subject, published, input, now);
  }
}

function sayAnnounced({ session }: PublishedSession, { club }: MessageInput, now: Instant): Said | null {
  if (isOff(session.status) || session.endsAt <= now) return null;
  const language = toLanguage(club.language);
  const { colon, hook } = language.words;
  const title = hook.announced + colon + toLabel(session);
  return { title, lines: [...toFacts(session, language), toLine(session.abstract.text)], links: [] };
}

function sayReminder(
  subject: Pick<Reminder, "startsAt" | "minutes">,
  published: PublishedSession,
  { club }: MessageInput,
  now: Instant,
): Said | null {
  const { session } = published;
  if (!isStillDue(subject, session) || session.endsAt <= now) return null;
  const language = toLanguage(club.language);
  const { colon, hook } = language.words;
  const links = isNear(subject.minutes) ? toWaysIn(published, language) : [];
  return { title: hook.reminder + colon + toLabel(session), lines: toFacts(session, language), links };
}

/** The change as it was made; nothing of one that was changed again, for then that is the news. */
function sayNotice(
  { sessionId, kind, sequence }: { sessionId: string; kind: NewsKind; sequence?: number | undefined },
  published: PublishedSession,
  { club, programme, publicUrl }: MessageInput,
  now: Instant,
): Said | null {
  const own = programme.notices.filter((notice) => notice.sessionId === sessionId);
  const notice = own.find((one) => one.sequence === sequence && one.kind === kind);
  if (notice === undefined || own.some((other) => other.sequence > notice.sequence)) return null;
  if (published.session.endsAt <= now && notice.before.endsAt <= now) return null;
  const { title, summary } = toNoticeEntry(notice, published, { club, publicUrl });
  return { title, lines: [summary], links: [] };
}

function sayReplay(published: PublishedSession, { club }: MessageInput): Said | null {
  const { session } = published;
  const replays = toReplays(published);
  if (replays.length === 0) return null;
  const language = toLanguage(club.language);
  const { colon, replay } = language.words;
  const links = replays.map(({ talk, siteName, watchUrl }) => ({
    label: talk === undefined ? replay.watchOn(siteName) : toCut(toLine(replay.of(talk)), MAX_TITLE),
    url: watchUrl,
  }));
  return {
    title: replay.label + colon + toLabel(session),
    lines: toFacts(session, language).slice(0, 2),
    links,
  };
}

/** When, by whom, what is special about it, and where. */
function toFacts(session: Session, language: Language): string[] {
  const { colon, session: words } = language.words;
  const { presenters, status, location } = session;
  const names = presenters.map(({ name }) => name).filter(isReadable);
  return [
    toBeginning(toDateLine(session, language), language),
    names.length === 0 ? "" : words.presentedBy + colon + toNameList(names, language),
    toStatusNote(status, language)?.sentence ?? "",
    location === undefined ? "" : words.location + colon + toLine(location),
  ];
}

/** Where to take part, and what is asked for there. */
function toWaysIn(published: PublishedSession, { words }: Language): MessageLink[] {
  const { join, passcode, live } = toSessionLinks(published);
  const beside =
    passcode === undefined ? {} : { beside: toLine(words.session.withPasscode(toLine(passcode))) };
  return [
    ...(join === undefined ? [] : [{ label: words.session.joinOnline, url: join, ...beside }]),
    ...(live === undefined ? [] : [{ label: words.session.liveStream, url: live }]),
  ];
}
