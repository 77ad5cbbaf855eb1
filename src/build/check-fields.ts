/** A YAML tree against the schema of its file. */
import type * as z from "zod";
import { UNKNOWN_NAMES } from "./field.ts";
import { toFieldName, type PlacedMistake } from "./mistake.ts";
import { findNearest } from "./nearest-name.ts";
import type { YamlTree } from "./yaml-tree.ts";

/** Longer lists of known names than this are no help. */
const MAX_LISTED_NAMES = 20;

export interface CheckedFields<T> {
  /** Null where a field is wrong. */
  value: T | null;
  mistakes: PlacedMistake[];
}

/** Check every field; all mistakes at once, those of the YAML first. */
export function checkFields<T>(schema: z.ZodType<T>, tree: YamlTree): CheckedFields<T> {
  if (!tree.isReadable) return { value: null, mistakes: tree.mistakes };
  const checked = schema.safeParse(tree.value);
  if (checked.success) {
    return { value: tree.mistakes.length === 0 ? checked.data : null, mistakes: tree.mistakes };
  }
  const unread = new Set(tree.mistakes.map(({ field }) => field));
  const found = checked.error.issues.flatMap((issue) => toMistakes(issue, tree));
  return { value: null, mistakes: [...tree.mistakes, ...found.filter(({ field }) => !unread.has(field))] };
}

function toMistakes(issue: z.core.$ZodIssue, tree: YamlTree): PlacedMistake[] {
  if (issue.code !== "unrecognized_keys") {
    const field = toFieldName(issue.path);
    return [{ line: tree.lineOf(field), field, message: issue.message }];
  }
  const known = issue.message.slice(UNKNOWN_NAMES.length).split(" ");
  return issue.keys.map((name) => {
    const field = toFieldName([...issue.path, name]);
    return {
      line: tree.lineOf(field),
      field,
      message: `is not a known field, expected ${suggest(name, known)}`,
    };
  });
}

function suggest(name: string, known: readonly string[]): string {
  const nearest = findNearest(name, known);
  return nearest === null ? `one of ${known.slice(0, MAX_LISTED_NAMES).join(", ")}` : `"${nearest}"`;
}
