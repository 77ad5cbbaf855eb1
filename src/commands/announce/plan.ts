/** Announced sessions against the data folder: what is new, what is there already, what would change. */
import type { CompiledFiles } from "../../build/compile-data.ts";
import type { DataFile } from "../../build/data-file.ts";
import { applyDifferences, findDifferences, type Difference } from "./differences.ts";
import { findExisting, toNextId, type ExistingSession } from "./existing.ts";
import type { Announced } from "./interpret.ts";
import type { Remark } from "./line.ts";
import { toFields, toSessionText } from "./session-text.ts";

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
