/** Announced sessions against the data folder: which file each has, what would change there, and what is written. */
import type { CompiledFiles } from "../../build/compile-data.ts";
import type { DataFile } from "../../build/data-file.ts";
import type { Session } from "../../programme/session.ts";
import type { Asker } from "../terminal/command-line.ts";
import type { NewFile } from "../terminal/data-files.ts";
import type { Announced } from "./interpret.ts";
import { toTitleKey, type Remark } from "./line.ts";
import { toDifferenceLine, toOverwriteName } from "./report.ts";
import {
  type Difference,
  applyDifferences,
  findDifferences,
  toFields,
  toSessionText,
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
  /** The file that is there. */
  existing: ExistingSession | null;
}

export interface Plan {
  sessions: PlannedSession[];
  refused: Remark[];
  warnings: Remark[];
}

/** @param folder where `sessions/` is */
export function planSessions(
  announced: readonly Announced[],
  files: readonly DataFile[],
  data: CompiledFiles,
  folder: string,
): Plan {
  const plan: Plan = { sessions: [], refused: [], warnings: [] };
  const existing = toExisting(files, data);
  const used = [...data.sessions.map(({ id }) => id), ...data.club.retired];
  for (const one of announced) {
    const found = findExisting(one, existing);
    if ("existing" in found) {
      const differences = findDifferences(found.existing.text, one);
      const { path, session } = found.existing;
      const text = toSessionText(session.id, toFields(one), one.abstract);
      const state = differences.length === 0 ? "same" : "differs";
      plan.sessions.push({
        announced: one,
        id: session.id,
        path,
        text,
        state,
        differences,
        existing: found.existing,
      });
      continue;
    }
    if (found.candidates.length > 0) {
      const ids = found.candidates.map(({ session }) => session.id).join(" or ");
      plan.refused.push({
        line: one.firstLine,
        message: `the session can be ${ids}, expected its number, such as "S21"`,
      });
      continue;
    }
    plan.warnings.push(...findSameDay(one, existing));
    const id = toNextId(used, one.number);
    used.push(id);
    const path = `${folder}/sessions/${one.date}-${id}.md`;
    const text = toSessionText(id, toFields(one), one.abstract);
    plan.sessions.push({ announced: one, id, path, text, state: "new", differences: [], existing: null });
  }
  return plan;
}

/** A session's file with some of its differences taken. */
export function toUpdatedText(
  { existing, announced, text }: PlannedSession,
  fields: readonly string[],
): string {
  return existing === null ? text : applyDifferences(existing.text, announced, fields);
}

function toExisting(files: readonly DataFile[], data: CompiledFiles): ExistingSession[] {
  return data.sessions.flatMap((session) => {
    const path = data.origins.get(session.id)?.path;
    const file = files.find((candidate) => candidate.path === path);
    return file === undefined ? [] : [{ path: file.path, text: file.text, session }];
  });
}

function findSameDay(announced: Announced, existing: readonly ExistingSession[]): Remark[] {
  return existing
    .filter(({ session }) => session.date === announced.date)
    .map(({ path, session }) => ({
      line: announced.firstLine,
      message: `${path} has another session on that day: "${session.title}"`,
    }));
}

export interface ExistingSession {
  path: string;
  text: string;
  session: Session;
}

export type Found =
  | { existing: ExistingSession; by: "number" | "title" | "paper" }
  | { candidates: ExistingSession[] };

/** Find by number, then title, then paper; the same day decides between several. Several left are returned as such. */
export function findExisting(announced: Announced, sessions: readonly ExistingSession[]): Found {
  const rules = [
    [
      "number",
      ({ session }: ExistingSession) => announced.number !== undefined && session.number === announced.number,
    ],
    ["title", ({ session }: ExistingSession) => toTitleKey(session.title) === toTitleKey(announced.title)],
    ["paper", (existing: ExistingSession) => hasPaper(announced, existing)],
  ] as const;
  for (const [by, isMatch] of rules) {
    const matches = sessions.filter(isMatch);
    const sameDay = matches.filter(({ session }) => session.date === announced.date);
    const [only, second] = sameDay.length > 0 ? sameDay : matches;
    if (only !== undefined && second === undefined) return { existing: only, by };
    if (only !== undefined) return { candidates: matches };
  }
  return { candidates: [] };
}

function hasPaper({ papers }: Announced, { session }: ExistingSession): boolean {
  return papers.some(({ title, arxiv }) =>
    session.papers.some(
      (known) =>
        (arxiv !== undefined && known.arxiv === arxiv) || toTitleKey(known.title) === toTitleKey(title),
    ),
  );
}

/**
 * The next free id: the number after the highest of ids such as "s21" (or 1), as the newest of them are written.
 *
 * @param used ids of sessions and retired ids
 */
export function toNextId(used: readonly string[], number?: number): string {
  const numbered = used.flatMap((id) => {
    const [, prefix = "", digits] = /^([a-z][a-z-]*?)(\d{1,4})$/.exec(id) ?? [];
    return digits === undefined
      ? []
      : [{ prefix, number: Number(digits), width: digits.startsWith("0") ? digits.length : 1 }];
  });
  const last = numbered.toSorted((a, b) => b.number - a.number)[0] ?? { prefix: "s", number: 0, width: 1 };
  const toId = (candidate: number): string => last.prefix + String(candidate).padStart(last.width, "0");
  if (number !== undefined && !used.includes(toId(number))) return toId(number);
  let next = last.number + 1;
  while (used.includes(toId(next))) next += 1;
  return toId(next);
}

export interface Wishes {
  isUpdate: boolean;
  /** Write cut copies too. */
  isIncomplete: boolean;
  /** Fields of existing files that the announcement may replace; "all" for every one. */
  overwrite: readonly string[];
  /** Null: nobody is asked. */
  asker: Asker | null;
}

/** The files to write, in the order planned. */
export async function chooseFiles(planned: readonly PlannedSession[], wishes: Wishes): Promise<NewFile[]> {
  const files: NewFile[] = [];
  for (const session of planned) {
    if (session.state === "new" && (await isWanted(session, wishes))) {
      files.push({ path: session.path, text: session.text, before: null });
    }
    if (session.state !== "differs" || !wishes.isUpdate || session.existing === null) continue;
    const fields = await chooseFields(session, wishes);
    if (fields.length === 0) continue;
    const text = toUpdatedText(session, fields);
    files.push({ path: session.path, text, before: session.existing.text });
  }
  return files;
}

async function isWanted(
  { announced, path }: PlannedSession,
  { isIncomplete, asker }: Wishes,
): Promise<boolean> {
  const isCut = announced.missing.length > 0;
  if (asker === null) return !isCut || isIncomplete;
  const what = isCut ? `${path}, INCOMPLETE (without ${announced.missing.join(" and ")})` : path;
  return await asker.ask(`Write ${what}?`);
}

async function chooseFields(session: PlannedSession, { asker, overwrite }: Wishes): Promise<string[]> {
  const fields: string[] = [];
  for (const difference of session.differences) {
    const isNamed = overwrite.includes("all") || overwrite.includes(toOverwriteName(difference.field));
    const isTaken =
      asker === null || isNamed
        ? difference.isTaken || isNamed
        : await asker.ask(`${session.path}\n${toDifferenceLine(difference)}\nTake it?`);
    if (isTaken) fields.push(difference.field);
  }
  return fields;
}
