/** Sessions of the past against the data folder: which file each has, what it lacks there, and which are new. */
import type { CompiledFiles } from "../../build/compile-data.ts";
import type { DataFile } from "../../build/data-file.ts";
import { toWeekday } from "../../programme/civil-time.ts";
import type { Club } from "../../programme/club.ts";
import { toEnglishDate, WEEKDAYS } from "../../wording/dates.ts";
import type { Session } from "../../programme/session.ts";
import { toTitleKey } from "../announce/lines/line.ts";
import { toNextId } from "../announce/plan.ts";
import {
  findDifferences,
  parseSessionFile,
  toSessionFile,
  toSessionText,
  toWordList,
  type Difference,
  type SessionFile,
} from "../announce/session-file.ts";
import { findGeneric, isSameTime, matchPasts, type Existing, type IsGeneric } from "./match-past.ts";
import type { PassedOver, PastSession } from "./past-session.ts";

/** A session and the file it goes to. */
export interface PlannedPast {
  past: PastSession;
  id: string;
  path: string;
  state: "new" | "same" | "lacks" | "differs";
  differences: Difference[];
  /** The file that is there; null for a new one. */
  existing: { text: string; file: SessionFile } | null;
  /** As the source alone has it. */
  text: string;
}

export interface PastPlan {
  planned: PlannedPast[];
  passedOver: PassedOver[];
}

/**
 * @param folder where `sessions/` is
 * @param isAll whether what is doubtful is wanted too
 */
export function planPast(
  pasts: readonly PastSession[],
  files: readonly DataFile[],
  { sessions, origins, club }: CompiledFiles,
  folder: string,
  isAll = false,
): PastPlan {
  const existing = toExisting(sessions, files, origins);
  const isGeneric = findGeneric(
    [...sessions, ...pasts].map(({ title }) => title),
    [club.name, club.shortName],
  );
  const matched = matchPasts(pasts, existing, club, isGeneric);
  const claimed = new Set([...matched.values()].map(({ session }) => session.id));
  const others = existing.filter(({ session }) => !claimed.has(session.id));
  const owners = new Map(existing.map((one) => [one.session.number, one]));
  const used = new Set([...sessions.map(({ id }) => id), ...club.retired]);
  const taken = new Set<string>();
  const plan: PastPlan = { planned: [], passedOver: [] };
  for (const one of pasts) {
    const found = matched.get(one);
    const past = withOwnNumber(one, found, owners);
    const id = found?.session.id ?? toFreeId(past, used);
    const doubt = found === undefined && !isAll ? findDoubt(one, others, club) : null;
    const reason = findNoPlace(id, taken, club.retired) ?? doubt;
    if (reason === null) plan.planned.push(planOne(past, id, found, { folder, isGeneric }));
    else plan.passedOver.push({ place: past.place, reason: `"${past.title}" ${reason}` });
    taken.add(id);
    used.add(id);
  }
  return plan;
}

/** Why an id is not to be had; null where it is. */
function findNoPlace(id: string, taken: ReadonlySet<string>, retired: readonly string[]): string | null {
  if (taken.has(id)) return `is there twice (${id})`;
  return retired.includes(id) ? `was taken back: ${id} is retired` : null;
}

/** The sessions that are there, with their files. */
function toExisting(
  sessions: readonly Session[],
  files: readonly DataFile[],
  origins: CompiledFiles["origins"],
): Existing[] {
  return sessions.flatMap((session): Existing[] => {
    const file = files.find(({ path }) => path === origins.get(session.id)?.path);
    if (file === undefined) return [];
    return [{ ...file, session, knownAs: toWordList(parseSessionFile(file.text).document, "knownAs") }];
  });
}

function planOne(
  past: PastSession,
  id: string,
  found: Existing | undefined,
  { folder, isGeneric }: { folder: string; isGeneric: IsGeneric },
): PlannedPast {
  return found === undefined ? planNew(past, id, folder) : planExisting(past, found, isGeneric);
}

/** Why a session that no file has may not be a new one; null where it is. */
function findDoubt(past: PastSession, others: readonly Existing[], { timeZone, usual }: Club): string | null {
  const { date, number } = past;
  const numbered = others.find(({ session }) => number !== undefined && session.number === number);
  if (numbered !== undefined)
    return `may be ${numbered.path}, which has its number ${number} and another title ("${numbered.session.title}"): ${REMEDY}`;
  // What has a name of its own is another session, though it be on the same day, if it is at another time.
  const other = others.find(
    ({ session }) => session.date === date && (past.id === null || isAtItsTime(past, session, timeZone)),
  );
  if (other === undefined) return findOtherWeekday(past, usual.weekday);
  return `may be ${other.path}, which has another title on that day ("${other.session.title}"): ${REMEDY}`;
}

/** A posting on the day on which the club meets may say no day; any other is of a session on another, or of none. */
function findOtherWeekday({ date, isDayOfPosting }: PastSession, weekday: number): string | null {
  if (isDayOfPosting !== true || toWeekday(date) === weekday) return null;
  return `says no day, and was posted on ${toEnglishDate(date)}, no ${WEEKDAYS[weekday - 1]}: use --all where that is its day`;
}

function isAtItsTime(past: PastSession, session: Existing["session"], timeZone: string): boolean {
  return past.clock !== "tba" && !session.isAllDay && isSameTime(past, session, timeZone);
}

const REMEDY = "where it is the same, write one title in both; where it is another, use --all";

/** A number is one session's: a list that was counted anew does not give it to a second. */
function withOwnNumber(
  past: PastSession,
  found: Existing | undefined,
  owners: ReadonlyMap<number | undefined, Existing>,
): PastSession {
  const { number } = past;
  const owner = number === undefined ? found : owners.get(number);
  if (owner === undefined || owner === found) return past;
  const leftOver = [...past.leftOver, `number: ${number} is that of ${owner.path}`];
  return { ...past, number: undefined, leftOver };
}

function planNew(past: PastSession, id: string, folder: string): PlannedPast {
  const { date } = past;
  const path = `${folder}/sessions/${id.startsWith(date) ? id : `${date}-${id}`}.md`;
  const text = toSessionText(toSessionFile(id, past));
  return { past, id, path, text, state: "new", differences: [], existing: null };
}

function planExisting(past: PastSession, existing: Existing, isGeneric: IsGeneric): PlannedPast {
  const { path, text: before, session } = existing;
  const { id, title } = session;
  const file = parseSessionFile(before);
  const knownAs = past.id === null || past.id === id ? [] : [past.id];
  const people = [...past.presenters, ...session.presenters].map(({ name }) => toTitleKey(name));
  const isBare = (one: string): boolean => isGeneric(one) || people.includes(toTitleKey(one));
  const differences = findDifferences(file, { ...past, knownAs })
    // When it was announced is for the file to say, and a title that says nothing is none.
    .filter(({ field, before: own }) => field !== "announced" || own === null)
    .filter(({ field }) => field !== "title" || !isBare(past.title))
    .filter(({ field }) => past.isDayOfPosting !== true || !["date", "announced"].includes(field))
    .map((one) => ({ ...one, isTaken: isLacking(one) || (isBare(title) && one.field === "title") }));
  // A passcode belongs to its address.
  const isOtherJoin = differences.some(({ field, isTaken }) => field === "join" && !isTaken);
  for (const one of differences) if (isOtherJoin && one.field === "passcode") one.isTaken = false;
  const lacks = differences.some(({ isTaken }) => isTaken);
  const state = differences.length === 0 ? "same" : lacks ? "lacks" : "differs";
  const text = toSessionText(toSessionFile(id, past));
  return { past, id, path, text, state, differences, existing: { text: before, file } };
}

/** A file without these says that all is as usual; half of a new time would be a wrong one. */
const USUAL = ["start", "duration", "status", "language"];

function isLacking({ field, before }: Difference): boolean {
  return field === "knownAs" || (before === null && !USUAL.includes(field));
}

/** A lasting name's own id; the next number of the club's ids; or the day, which no later id is counted on from. */
function toFreeId({ id, number, date }: PastSession, used: ReadonlySet<string>): string {
  if (id !== null) return id;
  const numbered = number === undefined ? "" : toNextId([...used], number);
  if (Number(/\d+$/.exec(numbered)?.[0]) === number) return numbered;
  let free = date;
  for (let count = 2; used.has(free); count += 1) free = `${date}-${count}`;
  return free;
}
