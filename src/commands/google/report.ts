/** What is said of each event, and of all. */
import { paint } from "../terminal/command-line.ts";
import type { Denial } from "./google-api.ts";
import type { GooglePlan, PlannedRemoval, PlannedWrite } from "./plan.ts";

export interface Outcome {
  written: number;
  refused: number;
}

const STYLES = {
  new: "green",
  changed: "yellow",
  mended: "yellow",
  restored: "green",
  removed: "red",
  refused: "red",
} as const;
const WIDTH = Math.max(...Object.keys(STYLES).map(({ length }) => length));

/** "changed   s21  ERG S21: Title (time, place)" */
export function toEventLine(planned: PlannedWrite | PlannedRemoval, refusal: Denial | null): string {
  const kind = refusal === null ? planned.kind : "refused";
  const title = planned.kind === "removed" ? (planned.there.summary ?? "") : planned.content.summary;
  const detail = refusal === null ? toDetail(planned) : `: ${refusal.message}`;
  const words = `${planned.sessionId}  ${title}${detail}`.replaceAll(/\p{Cc}/gu, " ");
  return `${paint(STYLES[kind], kind.padEnd(WIDTH))}  ${words}`;
}

function toDetail(planned: PlannedWrite | PlannedRemoval): string {
  if (planned.kind === "removed" || planned.kind === "new") return "";
  if (planned.kind === "restored") return " (it was deleted there)";
  const differences = planned.differences.join(", ");
  if (planned.kind === "mended") return ` (${differences}: somebody changed it there)`;
  return differences === "" ? "" : ` (${differences})`;
}

/** "2 written, 30 unchanged" */
export function toSummaryLine(
  { written, refused }: Outcome,
  { unchanged }: GooglePlan,
  isDry: boolean,
): string {
  const done = isDry ? `${written} to write` : `${written} written`;
  const problems = refused === 0 ? "" : `, ${refused} refused`;
  return `${done}, ${unchanged} unchanged${problems}${isDry ? "; nothing was written" : ""}`;
}
