/** What is written: by the options, or by asking for each session and field. */
import type { Asker } from "../command/ask.ts";
import type { NewFile } from "../command/write-files.ts";
import { toUpdatedText, type PlannedSession } from "./plan.ts";
import { toDifferenceLine, toOverwriteName } from "./report.ts";

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
