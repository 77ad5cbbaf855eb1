/** Figures as JSON and as Markdown: a table a part, a line a thing, a column a size. */
import type { Machine } from "./machine.ts";
import { PARTS, type Figure, type Part } from "./measure.ts";

const TITLES: Record<Part, string> = {
  serving: "Serving: CPU a request",
  rendering: "Rendering and refresh: CPU a call",
  start: "Start-up, size, memory",
  search: "Search: CPU a query",
  push: "Push: CPU a fan-out",
};

/** What a run gives. */
export interface Results {
  /** "2026-11-28". */
  date: string;
  machine: Machine;
  /** Of the settings: "whole" or "quick". */
  extent: string;
  figures: Figure[];
}

export function toMarkdown({ date, machine, extent, figures }: Results): string {
  const { cores, model, node, workerd } = machine;
  const head = `${date}, ${extent} run: ${cores} cores of ${model}, Node ${node}, workerd ${workerd}. Each cell: ours / the other = ratio.`;
  const tables = PARTS.flatMap((part) => {
    const own = figures.filter((figure) => figure.part === part);
    return own.length === 0 ? [] : [`### ${TITLES[part]}\n\n${toTable(own)}`];
  });
  return `${[head, ...tables].join("\n\n")}\n`;
}

function toTable(figures: readonly Figure[]): string {
  const sizes = [...new Set(figures.map(({ sessions }) => sessions))].toSorted(
    (a, b) => (a ?? -1) - (b ?? -1),
  );
  const rows = Map.groupBy(figures, ({ name, against }) => `${name} | ${against?.name ?? "—"}`);
  return [
    `| what | beside | ${sizes.map(toSizeTitle).join(" | ")} |`,
    `|---|---|${sizes.map(() => "---:|").join("")}`,
    ...[...rows].map(
      ([title, found]) =>
        `| ${title} | ${sizes
          .map((size) => toCell(found.find(({ sessions }) => sessions === size)))
          .join(" | ")} |`,
    ),
  ].join("\n");
}

function toSizeTitle(size: number | null): string {
  return size === null ? "" : `${size.toLocaleString("en")} sessions`;
}

function toCell(figure: Figure | undefined): string {
  if (figure === undefined) return "";
  const { value, unit, against } = figure;
  if (against === null) return `${toNumber(value)} ${unit}`;
  return `${toNumber(value)} / ${toNumber(against.value)} ${unit} = ${toNumber(against.ratio, 2)}`;
}

/** Three digits that say something. */
export function toNumber(value: number, decimals = 1): string {
  const most = value >= 100 ? 0 : value >= 1 ? decimals : Math.max(decimals, 2);
  return value.toLocaleString("en", { maximumFractionDigits: most, minimumFractionDigits: 0 });
}
