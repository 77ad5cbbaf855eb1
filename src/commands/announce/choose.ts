/** Which of the planned files are written: what the organiser has said beforehand, and what they answer. */
import type { Asker } from "../terminal/command-line.ts";
import type { NewFile } from "../terminal/data-files.ts";
import type { PlannedSession } from "./plan.ts";
import { toDifferenceLine, toOverwriteName } from "./report.ts";
import { toSessionText } from "./session-file.ts";

/** What the organiser has said beforehand. */
export interface Wishes {
  update: boolean;
  /** Write cut copies too. */
  incomplete: boolean;
  /** Fields of existing files that the announcement may replace, parted by commas; "all" for every one. */
  overwrite: string;
}

/**
 * The files to write, in the order planned.
 *
 * @param asker null where nobody is asked
 */
export async function chooseFiles(
  planned: readonly PlannedSession[],
  wishes: Wishes,
  asker: Asker | null,
): Promise<NewFile[]> {
  const files: NewFile[] = [];
  for (const session of planned) {
    const { path, text, existing } = session;
    if (existing === null) {
      if (await isWanted(session, wishes, asker)) files.push({ path, text, before: null });
    } else if (wishes.update && (await applyChosen(session, wishes, asker))) {
      files.push({ path, text: toSessionText(existing.file), before: existing.text });
    }
  }
  return files;
}

async function isWanted(
  { announced: { missing }, path }: PlannedSession,
  { incomplete }: Wishes,
  asker: Asker | null,
): Promise<boolean> {
  if (asker === null) return missing.length === 0 || incomplete;
  return await asker.ask(
    missing.length > 0 ? `Write ${path}, INCOMPLETE (without ${missing.join(" and ")})?` : `Write ${path}?`,
  );
}

/** @returns whether any difference was applied */
async function applyChosen(
  { path, differences }: PlannedSession,
  { overwrite }: Wishes,
  asker: Asker | null,
): Promise<boolean> {
  const named = overwrite.split(",").map((field) => field.trim());
  let isChanged = false;
  for (const difference of differences) {
    const isNamed = named.includes("all") || named.includes(toOverwriteName(difference.field));
    const isTaken =
      asker === null || isNamed
        ? difference.isTaken || isNamed
        : await asker.ask(`${path}\n${toDifferenceLine(difference)}\nTake it?`);
    if (isTaken) difference.apply();
    isChanged ||= isTaken;
  }
  return isChanged;
}
