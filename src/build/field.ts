/**
 * Fields of data files as zod schemas: one line of text in, a checked value out, and a message for a host when not;
 * and a file's YAML checked against them, with the field that was probably meant where a name is not known.
 *
 * Every message is `"VALUE" is what is wrong, expected what to write`. The description and pattern of a field go into
 * the JSON Schema that editors use.
 */
import * as z from "zod";
import { fail, type Result } from "../programme/result.ts";
import { isReadable } from "../wording/text.ts";
import { findForbidden } from "./data-file.ts";
import { quote, toFieldName, type PlacedMistake } from "./mistake.ts";
import type { YamlTree } from "./yaml.ts";

export type FieldFault = { reason: "bad_value"; message: string };
export type Reading<T> = Result<T, FieldFault>;

/** What editors are told of a field. */
export interface FieldHints {
  description: string;
  /** A regular expression of JSON Schema, for an early sign of a slip; the field's own reading decides. */
  pattern?: string;
  /** How YAML 1.2 types the value when it is not in quotes, where that is not a string. */
  type?: "integer" | "boolean" | readonly ("integer" | "number" | "string")[];
  enum?: readonly (string | boolean)[];
  examples?: readonly string[];
}

export interface CheckedFields<T> {
  /** Null where a field is wrong. */
  value: T | null;
  mistakes: PlacedMistake[];
}

/** Begins the message about an unknown name; the names that are known follow it. */
const UNKNOWN_NAMES = "unknown names, known: ";

/** Longer lists of known names than this are no help. */
const MAX_LISTED_NAMES = 20;

/** A name that differs in more than a third of its letters is another word. */
const MAX_DIFFERENCE = 1 / 3;

/** Words people use for a field of this service. */
const SYNONYMS: Readonly<Record<string, string>> = {
  speaker: "presenters",
  speakers: "presenters",
  authors: "presenters",
  time: "start",
  zone: "timeZone",
  tz: "timeZone",
  minutes: "duration",
  recording: "replay",
  video: "replay",
  youtube: "replay",
  link: "join",
  zoom: "join",
  meeting: "join",
  room: "location",
  place: "location",
  twitter: "x",
  handle: "x",
  website: "url",
  site: "url",
  topics: "tags",
};

/**
 * A field read from one line of text.
 *
 * @param expected what to write, as the end of "expected …"
 * @param read the text, without spaces around it, to the value
 */
export function field<T>(expected: string, hints: FieldHints, read: (text: string) => Reading<T>) {
  return z
    .string({ error: ({ input }) => `${describe(input)}, expected ${expected}` })
    .transform((raw, context): T => {
      const reading = readClean(raw, expected, read);
      if (reading.ok) return reading.value;
      context.addIssue({ code: "custom", message: reading.error.message, input: raw });
      return z.NEVER;
    })
    .meta({ ...hints });
}

/** A value that is not what the field takes. */
export function wrong(value: string, problem: string, expected: string): { ok: false; error: FieldFault } {
  return fail({ reason: "bad_value", message: `${quote(value)} ${problem}, expected ${expected}` });
}

/** A list of fields or groups, empty where the file has none; `example` is one item as YAML. */
export function list<T extends z.ZodType>(item: T, example: string, maxItems: number, description: string) {
  const expected = `a list, each item on its own line as "- ${example}"`;
  return z
    .array(item, { error: ({ input }) => `${describe(input)}, expected ${expected}` })
    .max(maxItems, { error: `has too many items, expected at most ${maxItems}` })
    .default([])
    .meta({ description });
}

/** A group of fields that has no others; `expected` says how it is written. */
export function group<T extends z.core.$ZodLooseShape>(shape: T, expected: string, description: string) {
  return z
    .strictObject(shape, {
      error: (issue) =>
        issue.code === "unrecognized_keys"
          ? `${UNKNOWN_NAMES}${Object.keys(shape).join(" ")}`
          : `${describe(issue.input)}, expected ${expected}`,
    })
    .meta({ description });
}

/** Check every field; all mistakes at once, those of the YAML first. */
export function checkFields<T>(schema: z.ZodType<T>, tree: YamlTree): CheckedFields<T> {
  if (!tree.isReadable) return { value: null, mistakes: tree.mistakes };
  const checked = schema.safeParse(tree.value);
  if (checked.success) {
    return { value: tree.mistakes.length === 0 ? checked.data : null, mistakes: tree.mistakes };
  }
  const unread = new Set(tree.mistakes.map((mistake) => mistake.field));
  const found = checked.error.issues.flatMap((issue) => toMistakes(issue, tree));
  return {
    value: null,
    mistakes: [...tree.mistakes, ...found.filter((mistake) => !unread.has(mistake.field))],
  };
}

function readClean<T>(raw: string, expected: string, read: (text: string) => Reading<T>): Reading<T> {
  const forbidden = findForbidden(raw);
  if (forbidden !== null) return wrong(raw, `has a character that is no text (${forbidden.name})`, expected);
  const text = raw.replace(/\s+/g, " ").trim();
  return isReadable(text) ? read(text) : wrong(text, toEmptiness(text), expected);
}

/** What shows nothing may look empty in an editor too. */
function toEmptiness(text: string): string {
  return text === "" ? "is empty" : "shows nothing, for its characters are invisible";
}

function describe(input: unknown): string {
  if (input === undefined) return "is missing";
  if (typeof input === "string") return `${quote(input)} is text`;
  return Array.isArray(input) ? "is a list" : "is a group of fields";
}

function toMistakes(issue: z.core.$ZodIssue, tree: YamlTree): PlacedMistake[] {
  const toMistake = (path: readonly PropertyKey[], message: string): PlacedMistake => {
    const name = toFieldName(path);
    return { line: tree.lineOf(name), field: name, message };
  };
  if (issue.code !== "unrecognized_keys") return [toMistake(issue.path, issue.message)];
  const known = issue.message.slice(UNKNOWN_NAMES.length).split(" ");
  return issue.keys.map((key) =>
    toMistake([...issue.path, key], `is not a known field, expected ${suggest(key, known)}`),
  );
}

function suggest(name: string, known: readonly string[]): string {
  const nearest = findNearest(name, known);
  return nearest === null ? `one of ${known.slice(0, MAX_LISTED_NAMES).join(", ")}` : `"${nearest}"`;
}

/** The known name nearest to one that is not known; null where none is near. */
function findNearest(name: string, known: readonly string[]): string | null {
  const lower = name.toLowerCase();
  const synonym = SYNONYMS[lower];
  if (synonym !== undefined && known.includes(synonym)) return synonym;
  const ranked = known
    .map((candidate) => ({ candidate, distance: toDistance(lower, candidate.toLowerCase()) }))
    .toSorted((a, b) => a.distance - b.distance);
  const [best] = ranked;
  if (best === undefined) return null;
  const longest = Math.max(name.length, best.candidate.length);
  const isNear = best.distance <= Math.ceil(longest * MAX_DIFFERENCE) && best.distance < longest;
  return isNear ? best.candidate : null;
}

/** Levenshtein: how many letters must be added, left out or changed. */
function toDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [i, letter] of from.split("").entries()) {
    const next = [i + 1];
    for (const [j, other] of to.split("").entries()) {
      const [left = 0, above = 0, corner = 0] = [next[j], row[j + 1], row[j]];
      next.push(Math.min(left + 1, above + 1, corner + (letter === other ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
