/** Several labels on one line: "Speaker: Ada Example | Title: Counting Sheep", "Paper: https://… | Code: https://…". */
import { parseLabel, type Label } from "./labels.ts";
import type { Line } from "../lines/line.ts";

/** The line as one for each of its labels; as it is, unless all of it is labels with their values. */
export function splitLabels(line: Line): Line[] {
  const parts = line.text.split(/\s+[|·]\s+|;\s+/);
  if (parts.length < 2) return [line];
  const labels = parts.map(parseLabel);
  const names = new Set(labels.map((label) => label?.name));
  return names.size === parts.length && labels.every(isWhole)
    ? parts.map((text) => ({ ...line, text }))
    : [line];
}

/** With a value that no other words go on with: "Code: the Talk" is the end of a title. */
function isWhole(label: Label | null): boolean {
  if (label === null || label.value === "" || label.name === "abstract") return false;
  return (label.name !== "code" && label.name !== "slides") || /^https?:\/\/\S+$/.test(label.value);
}
