/** Mistakes as a terminal or a log shows them. */
import { styleText } from "node:util";
import { toMistakeLine, type Mistake } from "./mistake.ts";

/**
 * One line a mistake, and a last line with their number and what came of it ("2 errors: nothing was built").
 *
 * Coloured only where `stream` is a terminal that shows colours.
 */
export function toMistakeReport(
  mistakes: readonly Mistake[],
  outcome: string,
  stream: NodeJS.WritableStream,
): string {
  const lines = mistakes.map((mistake) => {
    const place = `${mistake.path}:${mistake.line}`;
    const rest = toMistakeLine(mistake).slice(place.length);
    return styleText("bold", place, { stream, validateStream: true }) + rest;
  });
  const count = mistakes.length === 1 ? "1 error" : `${mistakes.length} errors`;
  return [...lines, styleText("red", `${count}: ${outcome}`, { stream, validateStream: true })].join("\n");
}
