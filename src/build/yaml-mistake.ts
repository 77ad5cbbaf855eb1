/** YAML's own faults in the words of this service, with what to write instead. */
import type { YAMLParseError, YAMLWarning } from "yaml";
import { quote, type PlacedMistake } from "./mistake.ts";

/** The field named on a line of YAML, and what follows it. */
const FIELD_LINE = /^\s*(?:- +)*"?([\w-]+)"?\s*:\s*(.*)$/;

type Explain = (value: string, fault: YAMLParseError | YAMLWarning) => string;

const EXPLANATIONS: Partial<Record<YAMLParseError["code"], Explain>> = {
  BAD_SCALAR_START: (value) =>
    `${quote(value)} begins with a character that YAML keeps for itself, expected the value in quotes: ${quote(value)}`,
  BLOCK_AS_IMPLICIT_KEY: (value) =>
    `has ": " inside the value, expected the value in quotes: ${quote(value)}`,
  MULTILINE_IMPLICIT_KEY: () => 'is not a field, expected "name: value" on one line',
  MISSING_CHAR: (value, fault) =>
    fault.message.includes("closing")
      ? `${quote(value)} is not closed, expected a quote at its end`
      : 'is not a field, expected "name: value"',
  TAB_AS_INDENT: () => "is indented with a tab, expected spaces",
  BAD_INDENT: (_value, fault) =>
    fault.message.startsWith("Flow")
      ? "is a list or group that is not closed, expected a ] or } at its end"
      : "is not indented as its neighbours, expected the same number of spaces",
  DUPLICATE_KEY: () => "is given twice, expected once",
  UNEXPECTED_TOKEN: (value) => `${quote(value)} goes on after its end, expected the whole value in quotes`,
  TAG_RESOLVE_FAILED: (value) => `${quote(value)} begins with "!", expected the value in quotes`,
  MULTIPLE_DOCS: () => "ends the YAML early, expected one document",
};

/**
 * A fault of the YAML parser as a mistake of the field on its line.
 *
 * @param lines the YAML
 * @param faultLine where the parser gave up, counted from 1
 */
export function toYamlMistake(
  fault: YAMLParseError | YAMLWarning,
  lines: readonly string[],
  faultLine: number,
): PlacedMistake {
  const line = fault.message.includes("closing") ? findOpenQuote(lines, faultLine) : faultLine;
  const [, name, value = ""] = FIELD_LINE.exec(lines[line - 1] ?? "") ?? [];
  const explain = EXPLANATIONS[fault.code];
  const message = explain?.(value.trim(), fault) ?? `is not YAML (${fault.message}), expected "name: value"`;
  return { line, field: name ?? "front matter", message };
}

/** A missing quote is noticed at the end of the text; it is missed where a value begins with one and does not end so. */
function findOpenQuote(lines: readonly string[], faultLine: number): number {
  const index = lines.slice(0, faultLine).findLastIndex((line) => {
    const value = FIELD_LINE.exec(line)?.[2]?.trim() ?? "";
    return /^["']/.test(value) && (value.length === 1 || !value.endsWith(value.charAt(0)));
  });
  return index === -1 ? faultLine : index + 1;
}
