/** What was understood of a club's past, for people and for programs. */
import { toDifferenceLine } from "../announce/report.ts";
import type { Difference } from "../announce/session-file.ts";
import { paint } from "../terminal/command-line.ts";
import type { ReadDump } from "./videos/dump.ts";
import type { PassedOver, ReadPast } from "./past-session.ts";
import type { PlannedPast } from "./plan-past.ts";

export interface PastReport extends Pick<ReadPast, "notes"> {
  kind: string;
  planned: PlannedPast[];
  passedOver: PassedOver[];
}

/** A line for each session, and below it what the file has otherwise and what was left over. */
export function toTable({ planned, passedOver, notes }: PastReport): string {
  const rows = planned.flatMap((one) => [
    toRow(one),
    ...one.differences.map(toDifference),
    ...one.past.leftOver.map((words) => paint("yellow", `    left over: ${toShort(words)}`)),
  ]);
  const lines = [
    ...rows,
    ...(passedOver.length > 0 ? [paint("bold", `Passed over: ${passedOver.length}`)] : []),
    ...[...Map.groupBy(passedOver, ({ reason }) => reason)].map(toPassedOver),
    ...notes.map((note) => paint("yellow", `note: ${note}`)),
    toCounts(planned),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

const MAX_PLACES = 3;

/** "line 3: …"; many of one reason are told together. */
function toPassedOver([reason, all]: [string, PassedOver[]]): string {
  const places = all.slice(0, MAX_PLACES).map(({ place }) => place);
  const more = all.length > places.length ? ` and ${all.length - places.length} more` : "";
  return `  ${places.join(", ")}${more}: ${toShort(reason)}`;
}

function toDifference(difference: Difference): string {
  const line = toDifferenceLine({ ...difference, isTaken: true });
  return `  ${line}${difference.isTaken ? "" : paint("dim", " (kept unless --update)")}`;
}

const STATES = {
  new: "new",
  same: "there, the same",
  lacks: "there, lacks fields",
  differs: "there, differs",
} as const;

function toRow({ past, id, state }: PlannedPast): string {
  const { place, date, clock = "usual time", number, title, presenters, status } = past;
  const words = [
    `${date} ${clock}`,
    ...(number === undefined ? [] : [`S${number}`]),
    paint("bold", title),
    ...(presenters.length === 0 ? [] : [presenters.map(({ name }) => name).join(", ")]),
    ...(status === undefined ? [] : [status]),
  ];
  return `${words.join("  ")}  ${paint("dim", `(${place} → ${id}; ${STATES[state]})`)}`;
}

export function toCounts(planned: readonly PlannedPast[]): string {
  const count = (state: PlannedPast["state"]): number => planned.filter((one) => one.state === state).length;
  return `${count("new")} new, ${count("lacks")} to fill in, ${count("differs")} that differ, ${count("same")} the same`;
}

/** For programs; the place of each, its fields, its file. */
export function toPastJson(
  { kind, planned, passedOver, notes }: PastReport,
  written: readonly string[],
): unknown {
  const sessions = planned.map(({ past, id, path, state, differences, text }) => {
    const { clock: _clock, id: _id, ownTitle: _own, ...fields } = past;
    return { ...fields, id, path, state, differences, text };
  });
  return { kind, sessions, passedOver, notes, written };
}

/** @param added videos that were not known before; `changed` ones say something new */
export function toVideoReport({ videos, passedOver }: ReadDump, added: number, changed: number): string {
  const reasons = Map.groupBy(passedOver, ({ reason }) => reason);
  const lines = [
    `${videos.length} videos: ${added} new, ${changed} changed, ${videos.length - added - changed} the same`,
    ...[...reasons].map(([reason, all]) => `passed over: ${all.length} ${reason}`),
    ...(videos.some(({ publishedAt }) => publishedAt === undefined)
      ? [
          `${videos.filter(({ publishedAt }) => publishedAt === undefined).length} have no date: yt-dlp --dump-json without --flat-playlist says it`,
        ]
      : []),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

const MAX_SHOWN_CHARACTERS = 160;

function toShort(words: string): string {
  const line = words.replace(/\s+/g, " ");
  return line.length > MAX_SHOWN_CHARACTERS ? `${line.slice(0, MAX_SHOWN_CHARACTERS)}…` : line;
}
