/** A session file's two parts: YAML between two lines of `---`, and the abstract below. */
import { fail, succeed, type Result } from "../programme/result.ts";

export interface FrontMatter {
  yaml: string;
  /** The line on which the YAML begins. */
  yamlLine: number;
  abstract: string;
  /** The line after the closing `---`. */
  abstractLine: number;
}

export type FrontMatterFault = { reason: "no_front_matter" | "not_closed" };

const FENCE = /^---[ \t]*$/;

/** Split a session file; `text` has LF line ends and no byte order mark. */
export function parseFrontMatter(text: string): Result<FrontMatter, FrontMatterFault> {
  const lines = text.split("\n");
  if (!FENCE.test(lines[0] ?? "")) return fail({ reason: "no_front_matter" });
  const close = lines.findIndex((line, index) => index > 0 && FENCE.test(line));
  if (close === -1) return fail({ reason: "not_closed" });
  return succeed({
    yaml: lines.slice(1, close).join("\n"),
    yamlLine: 2,
    abstract: lines.slice(close + 1).join("\n"),
    abstractLine: close + 2,
  });
}
