/** Sessions of the past against the data folder: which file each has, what it lacks there, and which are new. */
import type { CompiledFiles } from "../../build/compile-data.ts";
import type { DataFile } from "../../build/data-file.ts";
import type { Session } from "../../programme/session.ts";
import { toTitleKey } from "../announce/lines/line.ts";
import { toNextId } from "../announce/plan.ts";
import {
  findDifferences,
  parseSessionFile,
  toSessionFile,
  toSessionText,
  type Difference,
  type SessionFile,
} from "../announce/session-file.ts";
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

interface Existing extends DataFile {
  session: Session;
}

/** @param folder where `sessions/` is */
export function planPast(
  pasts: readonly PastSession[],
  files: readonly DataFile[],
  { sessions, origins, club }: CompiledFiles,
  folder: string,
): PastPlan {
  const existing = sessions.flatMap((session): Existing[] => {
    const file = files.find(({ path }) => path === origins.get(session.id)?.path);
    return file === undefined ? [] : [{ ...file, session }];
  });
  const plan: PastPlan = { planned: [], passedOver: [] };
  const used = new Set([...sessions.map(({ id }) => id), ...club.retired]);
  const taken = new Set<string>();
  const matched = findAll(pasts, existing);
  const claimed = new Set([...matched.values()].map(({ session }) => session.id));
  const others = existing.filter(({ session }) => !claimed.has(session.id));
  for (const past of pasts) {
    const found = matched.get(past);
    const id = found?.session.id ?? toFreeId(past, used);
    const reason =
      (taken.has(id) ? `is there twice (${id})` : null) ??
      (found === undefined ? findDoubt(past, id, others, club.retired) : null);
    if (reason !== null) plan.passedOver.push({ place: past.place, reason: `"${past.title}" ${reason}` });
    else plan.planned.push(found === undefined ? planNew(past, id, folder) : planExisting(past, found));
    taken.add(id);
    used.add(id);
  }
  return plan;
}

/** Why a session that no file has may not be a new one; null where it is. */
function findDoubt(
  { id: lastingId, date }: PastSession,
  id: string,
  others: readonly Existing[],
  retired: readonly string[],
): string | null {
  if (retired.includes(id)) return `was taken back: ${id} is retired`;
  const other = others.find(({ session }) => session.date === date);
  // What has a name of its own is another session, though it be on the same day.
  if (lastingId !== null || other === undefined) return null;
  return `may be ${other.path}, which has another title on that day ("${other.session.title}"): where it is the same, write one title in both`;
}

function planNew(past: PastSession, id: string, folder: string): PlannedPast {
  const { date } = past;
  const path = `${folder}/sessions/${id.startsWith(date) ? id : `${date}-${id}`}.md`;
  const text = toSessionText(toSessionFile(id, past));
  return { past, id, path, text, state: "new", differences: [], existing: null };
}

function planExisting(past: PastSession, { path, text: before, session: { id } }: Existing): PlannedPast {
  const file = parseSessionFile(before);
  const differences = findDifferences(file, past)
    // When it was announced is for the file to say.
    .filter(({ field, before: own }) => field !== "announced" || own === null)
    .map((difference) => ({ ...difference, isTaken: isLacking(difference) }));
  const lacks = differences.some(({ isTaken }) => isTaken);
  const state = differences.length === 0 ? "same" : lacks ? "lacks" : "differs";
  const text = toSessionText(toSessionFile(id, past));
  return { past, id, path, text, state, differences, existing: { text: before, file } };
}

/** A file without these says that all is as usual; half of a new time would be a wrong one. */
const USUAL = ["start", "duration", "status"];

function isLacking({ field, before }: Difference): boolean {
  return before === null && !USUAL.includes(field);
}

/** By id; then by the title, where it is one of a kind on both sides; then by the day with a similar title or the number. */
function findAll(pasts: readonly PastSession[], existing: readonly Existing[]): Map<PastSession, Existing> {
  const found = new Map<PastSession, Existing>();
  const open = new Set(existing);
  const rules: ((past: PastSession, session: Session) => boolean)[] = [
    (past, { id }) => past.id === id,
    (past, { date, title }) => past.date === date && toTitleKey(title) === toTitleKey(past.title),
    (past, { number, title }) =>
      number !== undefined && number === past.number && isSimilar(title, past.title),
    (past, { date, title }) => past.date === date && isSimilar(title, past.title),
    (past, { date, number }) => past.date === date && number !== undefined && number === past.number,
    (past, { title }) => toTitleKey(title) === toTitleKey(past.title) && isOneOfAKind(past, pasts),
  ];
  for (const rule of rules) {
    for (const past of pasts.filter((one) => !found.has(one))) {
      const [candidate, another] = [...open].filter(({ session }) => rule(past, session));
      if (candidate === undefined || another !== undefined) continue;
      found.set(past, candidate);
      open.delete(candidate);
    }
  }
  return found;
}

function isOneOfAKind({ title }: PastSession, pasts: readonly PastSession[]): boolean {
  return pasts.filter((other) => toTitleKey(other.title) === toTitleKey(title)).length === 1;
}

/** So much of the words of the shorter title stand in the longer. */
const MIN_SHARED = 0.6;

function isSimilar(a: string, b: string): boolean {
  const [some, others] = [a, b].map((title) => new Set(toTitleKey(title).split(" ")));
  if (some === undefined || others === undefined) return false;
  const shared = [...some].filter((word) => others.has(word)).length;
  return shared / Math.min(some.size, others.size) >= MIN_SHARED;
}

/** A lasting name's own id; the next number of the club's ids; or the day, which no later id is counted on from. */
function toFreeId({ id, number, date }: PastSession, used: ReadonlySet<string>): string {
  if (id !== null) return id;
  if (number !== undefined) return toNextId([...used], number);
  let free = date;
  for (let count = 2; used.has(free); count += 1) free = `${date}-${count}`;
  return free;
}
