/**
 * Fields of data files as zod schemas: one line of text in, a checked value out, and a message for a host when not.
 *
 * Every message is `"VALUE" is what is wrong, expected what to write`. The description and pattern of a field go into
 * the JSON Schema that editors use.
 */
import * as z from "zod";
import { fail, type Result } from "../programme/result.ts";
import { findForbidden } from "./clean-text.ts";
import { quote } from "./mistake.ts";

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

/** Begins the message about an unknown name; the names that are known follow it. */
export const UNKNOWN_NAMES = "unknown names, known: ";

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

function readClean<T>(raw: string, expected: string, read: (text: string) => Reading<T>): Reading<T> {
  const forbidden = findForbidden(raw);
  if (forbidden !== null) return wrong(raw, `has a character that is no text (${forbidden.name})`, expected);
  const text = raw.replace(/\s+/g, " ").trim();
  return text === "" ? wrong(raw, "is empty", expected) : read(text);
}

function describe(input: unknown): string {
  if (input === undefined) return "is missing";
  if (typeof input === "string") return `${quote(input)} is text`;
  return Array.isArray(input) ? "is a list" : "is a group of fields";
}
