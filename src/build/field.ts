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
import { parseYaml, type YamlTree } from "./yaml.ts";

/** `expected` says what to write where that is more than the field always expects. */
export type FieldFault = { reason: "wrong_value"; problem: string; expected?: string | undefined };
export type Reading<T> = Result<T, FieldFault>;

export interface CheckedFields<T> extends Pick<YamlTree, "lineOf" | "mistakes"> {
  /** Null where something is wrong. */
  value: T | null;
  /** The fields as text, also where they are wrong. */
  fields: NonNullable<YamlTree["value"]>;
}

/** A name that differs in more than a third of its letters is another word. */
const MAX_DIFFERENCE = 1 / 3;

/** Words people use for a field of this service. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  presenters: ["speaker", "speakers", "authors"],
  start: ["time"],
  timeZone: ["zone", "tz"],
  duration: ["minutes"],
  replay: ["recording", "video", "youtube"],
  join: ["zoom", "meeting"],
  passcode: ["password", "pin"],
  chair: ["host", "hosts", "moderator"],
  stream: ["live", "livestream"],
  slides: ["presentation"],
  code: ["repository", "github"],
  links: ["resources"],
  location: ["room", "place"],
  x: ["twitter", "handle"],
  url: ["website", "site"],
  tags: ["topics"],
};

/**
 * A field read from one line of text.
 *
 * @param expected what to write, as the end of "expected …"
 * @param hints a description, or more, for editors: of the value as YAML 1.2 types it; the field's own reading decides
 * @param read the text, without spaces around it, to the value
 */
export function field<T>(expected: string, hints: z.GlobalMeta | string, read: (text: string) => Reading<T>) {
  return z
    .string({ error: ({ input }) => `${describe(input)}, expected ${expected}` })
    .transform((raw, context): T => {
      const reading = readClean(raw, read);
      if (reading.ok) return reading.value;
      const { problem, expected: instead = expected } = reading.error;
      context.addIssue({
        code: "custom",
        message: `${quote(raw)} ${problem}, expected ${instead}`,
        input: raw,
      });
      return z.NEVER;
    })
    .meta(typeof hints === "string" ? { description: hints } : hints);
}

/** A value that is not what the field takes. */
export function wrong(problem: string, expected?: string): { ok: false; error: FieldFault } {
  return fail({ reason: "wrong_value", problem, expected });
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

/** One item, or a list of them; always a list once it is read. */
export function oneOrList<T extends z.ZodType>(
  item: T,
  example: string,
  maxItems: number,
  description: string,
) {
  const items = list(item, example, maxItems, description).unwrap();
  return z
    .union([item, items])
    .transform((value): z.output<T>[] => (Array.isArray(value) ? value : [value as z.output<T>]))
    .meta({ description });
}

/** A group of fields that has no others; `expected` says how it is written. */
export function group<T extends z.core.$ZodLooseShape>(shape: T, expected: string, description: string) {
  return z
    .strictObject(shape, {
      error: (issue) =>
        issue.code === "unrecognized_keys"
          ? issue.keys
              .map((name) => `is not a known field, expected ${suggest(name, Object.keys(shape))}`)
              .join("\n")
          : `${describe(issue.input)}, expected ${expected}`,
    })
    .meta({ description });
}

/** Read YAML and check every field; all mistakes at once, those of the YAML first. */
export function checkFields<T>(schema: z.ZodType<T>, yaml: string): CheckedFields<T> {
  const tree = parseYaml(yaml);
  const fields = tree.value ?? {};
  const { data = null, error } = schema.safeParse(fields);
  const issues = tree.value === null ? [] : (error?.issues ?? []).flatMap(toChosen);
  const unread = new Set(tree.mistakes.map((mistake) => mistake.field));
  const found = issues.flatMap((issue) => toMistakes(issue, tree)).filter((one) => !unread.has(one.field));
  const mistakes = [...tree.mistakes, ...found];
  return { value: mistakes.length === 0 ? data : null, fields, lineOf: tree.lineOf, mistakes };
}

function readClean<T>(raw: string, read: (text: string) => Reading<T>): Reading<T> {
  const forbidden = findForbidden(raw);
  if (forbidden !== null) return wrong(`has a character that is no text (${forbidden.name})`);
  const text = raw.replace(/\s+/g, " ").trim();
  if (isReadable(text)) return read(text);
  // What shows nothing may look empty in an editor too.
  return wrong(text === "" ? "is empty" : "shows nothing, for its characters are invisible");
}

function describe(input: unknown): string {
  if (input === undefined) return "is missing";
  if (typeof input === "string") return `${quote(input)} is text`;
  return Array.isArray(input) ? "is a list" : "is a group of fields";
}

/** Of what is one item or a list: what is wrong with the form that the host has chosen. */
function toChosen(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== "invalid_union") return [issue];
  const chosen = issue.errors.find((own) => !own.some(isOtherForm)) ?? issue.errors[0] ?? [];
  return chosen.map((own) => ({ ...own, path: [...issue.path, ...own.path] })).flatMap(toChosen);
}

/** One item where a list stands, or a list where an item does. */
const isOtherForm = ({ code, path }: z.core.$ZodIssue): boolean =>
  code === "invalid_type" && path.length === 0;

/** A mistake; unknown names come together, with a line of the message for each. */
function toMistakes(issue: z.core.$ZodIssue, tree: YamlTree): PlacedMistake[] {
  const unknown = issue.code === "unrecognized_keys" ? issue.keys.map((key) => [key]) : [[]];
  return issue.message.split("\n").map((message, index) => {
    const name = toFieldName([...issue.path, ...(unknown[index] ?? [])]);
    return { line: tree.lineOf(name), field: name, message };
  });
}

/** The known name that was probably meant, else those there are. */
function suggest(name: string, known: readonly string[]): string {
  const lower = name.toLowerCase();
  const [nearest] = known
    .map((candidate) => ({ candidate, distance: toDistance(lower, candidate) }))
    .filter(({ candidate, distance }) => {
      const longest = Math.max(name.length, candidate.length);
      return distance <= Math.ceil(longest * MAX_DIFFERENCE) && distance < longest;
    })
    .toSorted((a, b) => a.distance - b.distance);
  return nearest === undefined ? `one of ${known.join(", ")}` : `"${nearest.candidate}"`;
}

/** Levenshtein: how many letters must be added, left out or changed; none in a word for the same. */
function toDistance(name: string, known: string): number {
  if (SYNONYMS[known]?.includes(name) === true) return 0;
  let row = Array.from({ length: known.length + 1 }, (_, index) => index);
  for (const [i, letter] of name.split("").entries()) {
    const next = [i + 1];
    for (const [j, other] of known.toLowerCase().split("").entries()) {
      const [left = 0, above = 0, corner = 0] = [next[j], row[j + 1], row[j]];
      next.push(Math.min(left + 1, above + 1, corner + (letter === other ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
