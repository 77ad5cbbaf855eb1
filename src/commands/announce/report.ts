/** What was understood, for people and for programs. */
import { paint } from "../terminal/command-line.ts";
import type { Difference } from "./session-file.ts";
import type { PassedOver } from "./drafts/passed-over.ts";
import type { Remark } from "./lines/line.ts";
import type { Plan, PlannedSession } from "./plan.ts";

export interface Reported extends Plan {
  passedOver: PassedOver[];
}

/** A session as it was understood: where it goes, its file, what its existing file has otherwise. */
export function toSessionReport(planned: PlannedSession): string {
  const { announced, path, text, differences } = planned;
  const place = toPlace(announced.firstLine, announced.lastLine);
  const lines = [
    `${paint("bold", path)}  ${paint("dim", `(from ${place}; ${toState(planned)})`)}`,
    ...(announced.missing.length > 0
      ? [paint("yellow", `INCOMPLETE, without ${announced.missing.join(" and ")}`)]
      : []),
    text.trimEnd(),
    ...announced.warnings.map(toWarning),
    ...differences.map(toDifferenceLine),
  ];
  return `${lines.join("\n")}\n`;
}

function toWarning({ line, message }: Remark): string {
  return paint("yellow", `warning: line ${line}: ${message}`);
}

function toState({ state, differences }: PlannedSession): string {
  if (state === "new") return state;
  if (state === "same") return "there already, nothing differs";
  const count = differences.length === 1 ? "1 field differs" : `${differences.length} fields differ`;
  return `there already, ${count}: --update`;
}

/** "date: 2026-06-15 → 2026-06-22". */
export function toDifferenceLine({ field, before, after, isTaken }: Difference): string {
  const changed = toOneLine(after);
  if (before === null) return `  ${field}: ${paint("green", `+ ${changed}`)}`;
  const what =
    field === "abstract"
      ? `the file's ${before.length} characters differ from the announcement's ${after.length}`
      : `${paint("red", toOneLine(before))} → ${paint("green", changed)}`;
  const kept = ` (kept unless you say so: --overwrite ${toOverwriteName(field)})`;
  return `  ${field}: ${what}${isTaken ? "" : paint("dim", kept)}`;
}

/** The name by which `--overwrite` takes a field. */
export function toOverwriteName(field: string): string {
  return field.replace(/\[.*$/, "");
}

/** What came of the rest of the input. */
export function toRestReport({ passedOver, refused, warnings }: Omit<Reported, "sessions">): string {
  const lines = [
    ...warnings.map(toWarning),
    ...(passedOver.length > 0 ? [paint("bold", "Passed over:")] : []),
    ...passedOver.map(
      ({ line, lastLine, text, reason }) => `  ${toPlace(line, lastLine)}: ${text} ${reason}`,
    ),
    ...refused.map(({ line, message }) => paint("red", `error: line ${line}: ${message}`)),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

/** The same for programs; that a difference can be applied does not show in JSON. */
export function toJsonReport(reported: Reported, written: readonly string[]): unknown {
  return {
    sessions: reported.sessions.map(({ announced, id, path, state, differences, text }) => {
      const { firstLine: line, lastLine, missing, warnings, clock: _clock, ...fields } = announced;
      const incomplete = missing.length > 0;
      const about = { id, path, state, line, lastLine, incomplete, missing };
      return { ...about, ...fields, warnings, differences, text };
    }),
    passedOver: reported.passedOver,
    refused: reported.refused,
    warnings: reported.warnings,
    written,
  };
}

function toPlace(first: number, last: number): string {
  return first === last ? `line ${first}` : `lines ${first}–${last}`;
}

function toOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
