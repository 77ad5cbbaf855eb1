/** Which of the sessions that are there each session of a file is. */
import { toCivil } from "../../programme/civil-time.ts";
import type { Club } from "../../programme/club.ts";
import { DAY } from "../../programme/instant.ts";
import type { Session } from "../../programme/session.ts";
import type { DataFile } from "../../build/data-file.ts";
import { toTitleKey } from "../announce/lines/line.ts";
import type { PastSession } from "./past-session.ts";

export interface Existing extends DataFile {
  session: Session;
  /** The names by which files know it, beside its id. */
  knownAs: readonly string[];
}

/** Whether a title says no more than that there is a session. */
export type IsGeneric = (title: string) => boolean;

type Rule = (past: PastSession, existing: Existing) => boolean;

/**
 * By the name that a file gives it; then by the title, where it is one of a kind on both sides; then by the day, the
 * number or who presents, two of them together. Where several can be it none is.
 */
export function matchPasts(
  pasts: readonly PastSession[],
  existing: readonly Existing[],
  { timeZone }: Pick<Club, "timeZone">,
  isGeneric: IsGeneric,
): Map<PastSession, Existing> {
  const found = new Map<PastSession, Existing>();
  const open = new Set(existing);
  const titles = Map.groupBy(pasts, ({ title }) => toTitleKey(title));
  const isOneOfAKind = ({ title }: PastSession): boolean =>
    titles.get(toTitleKey(title))?.length === 1 && !isGeneric(title);
  const rules: Rule[] = [
    ({ id }, { session, knownAs }) => id !== null && (session.id === id || knownAs.includes(id)),
    (past, { session }) => isSameDay(past, session) && isSameTitle(past, session),
    (past, { session }) => isSameNumber(past, session) && isSimilar(session.title, past.title),
    (past, { session }) =>
      isSameDay(past, session) && isSimilar(session.title, past.title) && !isGeneric(past.title),
    (past, { session }) => isSameDay(past, session) && isSameNumber(past, session),
    (past, { session }) => isSameDay(past, session) && isOfSamePeople(past, session),
    (past, { session }) => isSameTitle(past, session) && isOneOfAKind(past),
    (past, { session }) =>
      isSimilar(session.title, past.title) && isOneOfAKind(past) && isOfSamePeople(past, session),
    (past, { session }) => isSameNumber(past, session) && isOfSamePeople(past, session),
    // A calendar of "Reading group" beside a sheet of titles.
    (past, { session }) =>
      isSameDay(past, session) &&
      isSameTime(past, session, timeZone) &&
      (isGeneric(past.title) || isGeneric(session.title)),
    (past, { session }) =>
      past.isDayOfPosting === true && isSimilar(session.title, past.title) && isNear(past, session),
  ];
  for (const rule of rules) {
    for (const past of pasts.filter((one) => !found.has(one))) {
      const [candidate, another] = [...open].filter((one) => rule(past, one));
      if (candidate === undefined || another !== undefined) continue;
      found.set(past, candidate);
      open.delete(candidate);
    }
  }
  return found;
}

/** Titles that many sessions share, and the club's own names. */
export function findGeneric(titles: readonly string[], names: readonly string[]): IsGeneric {
  const counts = Map.groupBy(titles.map(toTitleKey), (key) => key);
  const own = new Set(names.map(toTitleKey));
  return (title) => {
    const key = toTitleKey(title);
    return own.has(key) || (counts.get(key)?.length ?? 0) >= MIN_SHARING;
  };
}

const MIN_SHARING = 3;

/** Whether it can be at the same time; where one does not say when, it can. */
export function isSameTime({ clock }: PastSession, session: Session, timeZone: string): boolean {
  if (clock === undefined || clock === "tba" || session.isAllDay) return true;
  return toCivil(session.startsAt, timeZone).time === clock;
}

function isSameDay(past: PastSession, session: Session): boolean {
  return past.date === session.date;
}

function isSameTitle(past: PastSession, session: Session): boolean {
  return toTitleKey(past.title) === toTitleKey(session.title);
}

function isSameNumber(past: PastSession, session: Session): boolean {
  return past.number !== undefined && past.number === session.number;
}

/** The same people, or a title that is a presenter's name. */
function isOfSamePeople(past: PastSession, session: Session): boolean {
  const [own, others] = [past.presenters, session.presenters].map((all) =>
    all.map(({ name }) => toTitleKey(name)).toSorted(),
  );
  if (own === undefined || others === undefined) return false;
  if (own.length > 0 && own.join("\n") === others.join("\n")) return true;
  const [title, other] = [toTitleKey(past.title), toTitleKey(session.title)];
  return others.some((name) => isNamedIn(title, name)) || own.some((name) => isNamedIn(other, name));
}

function isNamedIn(title: string, name: string): boolean {
  return name.includes(" ") && ` ${title} `.includes(` ${name} `);
}

/** A posting is about a session not far from it. */
const MAX_DAYS = 60;

function isNear({ date }: PastSession, session: Session): boolean {
  return Math.abs(Date.parse(date) - Date.parse(session.date)) <= MAX_DAYS * DAY;
}

/** So much of the words of the shorter title stand in the longer. */
const MIN_SHARED = 0.6;

function isSimilar(a: string, b: string): boolean {
  const [some, others] = [a, b].map((title) => new Set(toTitleKey(title).split(" ")));
  if (some === undefined || others === undefined) return false;
  const shared = [...some].filter((word) => others.has(word)).length;
  return shared / Math.min(some.size, others.size) >= MIN_SHARED;
}
