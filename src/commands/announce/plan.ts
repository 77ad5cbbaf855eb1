/** Announced sessions against the data folder: which file each has, what would change there, and what is written. */
import type { CompiledFiles } from "../../build/compile-data.ts";
import type { DataFile } from "../../build/data-file.ts";
import type { Session } from "../../programme/session.ts";
import type { Announced } from "./interpret.ts";
import { toTitleKey, type Remark } from "./lines/line.ts";
import {
  findDifferences,
  parseSessionFile,
  toSessionFile,
  toSessionText,
  type Difference,
  type SessionFile,
} from "./session-file.ts";

export interface PlannedSession {
  announced: Announced;
  id: string;
  path: string;
  /** The file as the announcement alone would have it. */
  text: string;
  state: "new" | "same" | "differs";
  /** Of the file that is there; empty for a new session. */
  differences: Difference[];
  /** The file that is there, as it was and as its differences change it. */
  existing: { text: string; file: SessionFile } | null;
}

export interface Plan {
  sessions: PlannedSession[];
  refused: Remark[];
  warnings: Remark[];
}

/** A session of the data folder, and its file. */
interface Existing extends DataFile {
  session: Session;
}

/** @param folder where `sessions/` is */
export function planSessions(
  announced: readonly Announced[],
  files: readonly DataFile[],
  { sessions, origins, club }: CompiledFiles,
  folder: string,
): Plan {
  const plan: Plan = { sessions: [], refused: [], warnings: [] };
  const existing = sessions.flatMap((session): Existing[] => {
    const file = files.find(({ path }) => path === origins.get(session.id)?.path);
    return file === undefined ? [] : [{ ...file, session }];
  });
  const used = [...sessions.map(({ id }) => id), ...club.retired];
  const numbered = withNumbers(announced, sessions, (one) => findExisting(one, existing).length > 0);
  for (const one of numbered) {
    const { firstLine: line, date } = one;
    const candidates = findExisting(one, existing);
    const [found, another] = candidates;
    if (another !== undefined) {
      const ids = candidates.map(({ session }) => session.id).join(" or ");
      plan.refused.push({ line, message: `the session can be ${ids}, expected its number, such as "S21"` });
    } else if (found !== undefined) {
      plan.sessions.push(planExisting(one, found));
    } else {
      for (const { path, session } of existing.filter((other) => other.session.date === date)) {
        const message = `${path} has another session on that day: "${session.title}"`;
        plan.warnings.push({ line, message });
      }
      const id = toNextId(used, one.number);
      used.push(id);
      const path = `${folder}/sessions/${date}-${id}.md`;
      const text = toSessionText(toSessionFile(id, one));
      plan.sessions.push({ announced: one, id, path, text, state: "new", differences: [], existing: null });
    }
  }
  return plan;
}

function planExisting(
  announced: Announced,
  { path, text: before, session: { id } }: Existing,
): PlannedSession {
  const file = parseSessionFile(before);
  const differences = findDifferences(file, announced);
  const text = toSessionText(toSessionFile(id, announced));
  const state = differences.length === 0 ? "same" : "differs";
  return { announced, id, path, text, state, differences, existing: { text: before, file } };
}

/** By number, then title, then paper; the same day decides between several, and several left are all returned. */
function findExisting({ date, number, title, papers }: Announced, existing: readonly Existing[]): Existing[] {
  const titles = new Set(papers.map((paper) => toTitleKey(paper.title)));
  const ids = new Set(papers.flatMap(({ arxiv }) => arxiv ?? []));
  const rules: ((session: Session) => boolean)[] = [
    (session) => number !== undefined && session.number === number,
    (session) => toTitleKey(session.title) === toTitleKey(title),
    (session) =>
      session.papers.some((known) => ids.has(known.arxiv ?? "") || titles.has(toTitleKey(known.title))),
  ];
  const matches = rules.map((isMatch) => existing.filter(({ session }) => isMatch(session)));
  const first = matches.find((found) => found.length > 0) ?? [];
  const sameDay = first.filter(({ session }) => session.date === date);
  return sameDay.length === 1 ? sameDay : first;
}

/**
 * The next free id: the number after the highest of ids such as "s21" (or 1), as the newest of them are written.
 *
 * @param used ids of sessions and retired ids
 */
export function toNextId(used: readonly string[], number?: number): string {
  const numbered = used.flatMap((id) => {
    const [, prefix = "", digits] = /^([a-z][a-z-]*?)(\d{1,4})$/.exec(id) ?? [];
    return digits === undefined ? [] : [{ prefix, digits }];
  });
  const [last = { prefix: "s", digits: "0" }] = numbered.toSorted((a, b) => +b.digits - +a.digits);
  const width = last.digits.startsWith("0") ? last.digits.length : 1;
  const toId = (candidate: number): string => last.prefix + String(candidate).padStart(width, "0");
  if (number !== undefined && !used.includes(toId(number))) return toId(number);
  let next = Number(last.digits) + 1;
  while (used.includes(toId(next))) next += 1;
  return toId(next);
}

/** So many of the latest sessions tell whether the club numbers: one without a number can be an exception. */
const LATEST = 3;

/**
 * The number of a session after all others, or undefined where the club does not number its sessions.
 *
 * @param sessions in order of time
 */
export function toNextNumber(sessions: readonly Pick<Session, "number">[]): number | undefined {
  const latest = sessions.slice(-LATEST).flatMap(({ number }) => number ?? []);
  if (latest.length === 0) return undefined;
  return sessions.reduce((highest, { number = 0 }) => Math.max(highest, number), 0) + 1;
}

/** New sessions after the last one go on with its numbers, by day; what an announcement says itself counts. */
function withNumbers(
  announced: readonly Announced[],
  sessions: readonly Session[],
  isKnown: (one: Announced) => boolean,
): Announced[] {
  let next = toNextNumber(sessions);
  const last = sessions.reduce((latest, { date }) => (date > latest ? date : latest), "");
  const numbers = new Map<Announced, number>();
  for (const one of announced.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))) {
    if (next === undefined || one.date <= last || isKnown(one)) continue;
    numbers.set(one, one.number ?? next);
    next = Math.max(next, (one.number ?? next) + 1);
  }
  return announced.map((one) => ({ ...one, number: numbers.get(one) ?? one.number }));
}
