/**
 * What an address asks to be shown: which part of the programme, and how. Said in an address by its path (the session) and
 * its query (everything else), and always in one canonical form.
 */
import { toCivil } from "./civil-time.ts";
import type { Club } from "./club.ts";
import { DAY, type Instant } from "./instant.ts";
import { isReplayed, type PublishedProgramme, type PublishedSession } from "./publication.ts";
import type { Session } from "./session.ts";

export const SHOWS = ["all", "sessions", "replays"] as const;
/** With what only documents that tell past from coming can show: the one session that is on or next. */
export const TURNING_SHOWS = [...SHOWS, "next"] as const;
export type Show = (typeof TURNING_SHOWS)[number];

/** Minutes before the start at which a calendar may ring. */
export const ALARMS = [5, 10, 15, 30, 60, 120, 1440] as const;
export type Alarm = (typeof ALARMS)[number];

/** What an address may name as a year. */
export const YEAR = "[12]\\d{3}";

/** Light, dark, or, where an address names none of them, as the visitor's system has it. */
export const THEMES = ["light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export interface Selection {
  show: Show;
  /** The id of the one session that the document is of. */
  session?: string;
  /** A session's tag, compared without regard to case. */
  tag?: string;
  /** A presenter's name, compared without regard to case, accents and spacing. */
  presenter?: string;
  /** What a session must hold, or what must have been said in it: in the form of toQueryText. */
  q?: string;
  /** At most this many entries or events, the newest. */
  limit?: number;
  /** Calendars and pages: false leaves cancelled sessions out. */
  cancelled: boolean;
  /** Calendars: minutes before the start. */
  alarm?: Alarm;
  /** Calendars and pages: only sessions that start in this year of the club's time zone. */
  year?: number;
  /** Of what was found, from 1. */
  page?: number;
  /** Calendars: only these sessions, those a visitor has starred. Sorted, each once. */
  ids?: readonly string[];
  /** What is embedded in other sites. */
  theme?: Theme;
}

/** Everything, as the plain feeds show it. */
export const WHOLE: Selection = { show: "all", cancelled: true };

/** What the query says, in its one order. */
const IN_QUERY = [
  "show",
  "tag",
  "presenter",
  "q",
  "limit",
  "cancelled",
  "alarm",
  "year",
  "page",
  "theme",
] as const satisfies readonly (keyof Selection)[];

/** The canonical query, with its "?" ("" for the whole programme): parameters in one order, defaults left out. */
export function toQuery(selection: Selection): string {
  const given: [name: string, value: string][] = [];
  for (const name of IN_QUERY) {
    const value = selection[name];
    if (value !== undefined && value !== WHOLE[name]) given.push([name, String(value === false ? 0 : value)]);
  }
  const { ids } = selection;
  const parts = [
    // Nearly all addresses that a programme of a thousand sessions names have none.
    ...(given.length === 0 ? [] : [new URLSearchParams(given).toString()]),
    // Ids hold nothing to encode, and a comma means itself: an address of a hundred of them stays readable.
    ...(ids === undefined ? [] : [`ids=${ids.join(",")}`]),
  ];
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}

/**
 * The programme with only the sessions that have the selection's tag, presenter and id, and only their notices.
 *
 * A stand-alone video has neither tag nor presenter, so either filter leaves it out. What `q` finds only the Publisher's
 * index knows: the programme has it applied already. `show`, `limit`, `cancelled` and
 * `alarm` are for the writer: they mean entries in a feed and events in a calendar.
 */
export function selectProgramme(programme: PublishedProgramme, selection: Selection): PublishedProgramme {
  const { tag, presenter, ids } = selection;
  if ((tag ?? presenter ?? ids) === undefined) return programme;
  const wanted = new Set(ids);
  return keepSessions(programme, ({ session: { id, tags, presenters } }) => {
    const names = presenters.map(({ name }) => name);
    const isWanted = ids === undefined || wanted.has(id);
    return isWanted && isNamed(tag, tags) && isNamed(presenter, names);
  });
}

/** The programme with some of its sessions and their notices, and nothing that belongs to none. */
export function keepSessions(
  programme: PublishedProgramme,
  isKept: (published: PublishedSession) => boolean,
): PublishedProgramme {
  const sessions = programme.sessions.filter(isKept);
  const ids = new Set(sessions.map(({ session }) => session.id));
  const notices = programme.notices.filter(({ sessionId }) => ids.has(sessionId));
  return { ...programme, sessions, standAloneVideos: [], notices };
}

/**
 * Whether any session, or any video of that year, has what a selection names. Anybody can make up names and years without end, so what is written for those
 * that nobody has is as good as nothing; yet it is written, for they may come.
 */
export function isAnswered(
  programme: PublishedProgramme,
  selection: Selection,
  { timeZone }: Pick<Club, "timeZone">,
): boolean {
  const { tag, presenter, year, ids } = selection;
  if ((tag ?? presenter ?? year ?? ids) === undefined) return true;
  const { sessions, standAloneVideos } = selectProgramme(programme, selection);
  return (
    sessions.some((published) => isInYear(published, selection, timeZone)) ||
    standAloneVideos.some(({ video }) => toYearAt(video.publishedAt, timeZone) === year)
  );
}

/** The year in which a session starts, on the calendars of a zone. */
export function toYear({ startsAt }: Pick<Session, "startsAt">, timeZone: string): number {
  return toYearAt(startsAt, timeZone);
}

/** The year of an instant, on the calendars of a zone. */
export function toYearAt(instant: Instant, timeZone: string): number {
  // No zone is a day from UTC: the zone matters at the turn of the year alone.
  const before = new Date(instant - DAY).getUTCFullYear();
  return before === new Date(instant + DAY).getUTCFullYear()
    ? before
    : Number(toCivil(instant, timeZone).date.slice(0, 4));
}

/** Whether a session starts in the year that is asked for, where one is. */
export function isInYear({ session }: PublishedSession, { year }: Selection, timeZone: string): boolean {
  return year === undefined || toYear(session, timeZone) === year;
}

/** Whether calendars and lists of sessions show a session, as far as `show` and `cancelled` say. */
export function isShown(published: PublishedSession, { show, cancelled }: Selection): boolean {
  if (!cancelled && published.session.status === "cancelled") return false;
  return show !== "replays" || isReplayed(published);
}

/** Such a text has no accents, and that is told sooner. */
const ASCII = /^[\0-\x7f]*$/;

/** Text as selections compare it: no case, no accents, single spaces. */
export function toComparable(text: string): string {
  const bare = ASCII.test(text) ? text : text.normalize("NFKD").replace(/\p{M}/gu, "");
  return bare.toLowerCase().replace(/\s+/g, " ").trim();
}

function isNamed(wanted: string | undefined, names: readonly string[]): boolean {
  return wanted === undefined || names.some((name) => toComparable(name) === toComparable(wanted));
}
