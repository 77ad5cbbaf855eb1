/**
 * YAML as hosts write it, read into lists, groups of fields and text, each with its line.
 *
 * Every scalar stays the text that stands in the file (YAML 1.2 failsafe schema), so that `arxiv: 2506.20640` keeps
 * its last zero and `date: 2026-06-15` is no timestamp; what a field means is for its schema to say. A field left blank
 * counts as not given. Aliases and tags are refused: nobody needs them here, and they hide what a file says.
 */
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import type { Pair, YAMLParseError, YAMLWarning } from "yaml";
import { quote, toFieldName, type PlacedMistake } from "./mistake.ts";

type YamlValue = string | YamlValue[] | { [name: string]: YamlValue };

export interface YamlTree {
  /** The top group of fields; null where `mistakes` says that it cannot be judged field by field. */
  value: { [name: string]: YamlValue } | null;
  /** The line of a field ("presenters[1].url"); for one that is not there, the line of what should hold it. */
  lineOf: (field: string) => number;
  mistakes: PlacedMistake[];
}

/** What is noted on the way through a document. */
interface Walk {
  lines: Map<string, number>;
  mistakes: PlacedMistake[];
  counter: LineCounter;
}

type Path = readonly (string | number)[];
type Fault = YAMLParseError | YAMLWarning;

/** The field named on a line of YAML, and what follows it. */
const FIELD_LINE = /^\s*(?:- +)*"?([\w-]+)"?\s*:\s*(.*)$/;

/** One slip may make a fault of every character after it; nobody reads more. */
const MAX_FAULTS = 50;

const EXPLANATIONS: Partial<Record<Fault["code"], (value: string, fault: Fault) => string>> = {
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

/** Parse YAML whose top is a group of fields. */
export function parseYaml(text: string): YamlTree {
  const walk: Walk = { lines: new Map(), mistakes: [], counter: new LineCounter() };
  const document = parseDocument(text, {
    schema: "failsafe",
    lineCounter: walk.counter,
    prettyErrors: false,
    logLevel: "error",
  });
  const faults = [...document.errors, ...document.warnings].slice(0, MAX_FAULTS);
  const lines = text.split("\n");
  for (const fault of faults) {
    const found = toYamlMistake(fault, lines, walk.counter.linePos(fault.pos[0]).line);
    // One unclosed quote makes a fault of every line after it: the first of a line is the one to mend.
    if (!walk.mistakes.some(({ line }) => line === found.line)) walk.mistakes.push(found);
  }
  const isSound = faults.every(({ code }) => code === "DUPLICATE_KEY");
  return {
    value: isSound ? readTop(document.contents, walk) : null,
    lineOf: (field) => findLine(walk.lines, field),
    mistakes: walk.mistakes,
  };
}

function readTop(contents: unknown, walk: Walk): YamlTree["value"] | null {
  if (contents === null) return {};
  if (isMap(contents)) return readGroup(contents.items, [], walk);
  blame([], 'is not made of fields, expected lines such as "title: …"', walk);
  return null;
}

function readNode(node: unknown, path: Path, walk: Walk): YamlValue {
  const problem = findIndirection(node);
  if (problem !== null) blame(path, problem, walk);
  else if (isMap(node)) return readGroup(node.items, path, walk);
  else if (isSeq(node))
    return node.items.map((item, index) => {
      place(item, [...path, index], walk);
      return readNode(item, [...path, index], walk);
    });
  else if (isScalar(node)) return readScalar(node, path, walk);
  return "";
}

/** What makes a value other than what stands there, if anything does. */
function findIndirection(node: unknown): string | null {
  if (isAlias(node)) return 'begins with "*", a YAML alias, expected the value in quotes';
  if (!isNode(node)) return null;
  if (node.tag !== undefined) return 'begins with "!", a YAML tag, expected the value in quotes';
  const isAnchored = !isAlias(node) && node.anchor !== undefined;
  return isAnchored ? 'begins with "&", a YAML anchor, expected the value in quotes' : null;
}

function readGroup(pairs: readonly Pair[], path: Path, walk: Walk): { [name: string]: YamlValue } {
  const fields = pairs.map(({ key, value }): [string, YamlValue] => {
    const name = isScalar(key) ? String(key.value) : "";
    place(key, [...path, name], walk);
    return [name, readNode(value, [...path, name], walk)];
  });
  return Object.fromEntries(fields.filter(([, value]) => value !== ""));
}

function readScalar(node: { value: unknown; comment?: string | null }, path: Path, walk: Walk): string {
  // "title: Talk #21" is cut by YAML at " #"; a comment meant as one has a space after its sign.
  if (/^\S/.test(node.comment ?? ""))
    blame(path, `is cut short at " #", where YAML begins a comment, expected the value in quotes`, walk);
  return typeof node.value === "string" ? node.value.trim() : "";
}

/** Note the line on which a field or an item begins. */
function place(node: unknown, path: Path, { lines, counter }: Walk): void {
  if (isNode(node) && node.range) lines.set(toFieldName(path), counter.linePos(node.range[0]).line);
}

function blame(path: Path, message: string, { lines, mistakes }: Walk): void {
  const field = toFieldName(path);
  mistakes.push({ line: findLine(lines, field), field, message });
}

/** The line of the field or of the nearest that holds it; where there is none, the file's first. */
function findLine(lines: ReadonlyMap<string, number>, field: string): number {
  for (let name = field; name !== ""; name = name.replace(/(?:^|\.)[^.[\]]*$|\[\d+\]$/, "")) {
    const line = lines.get(name);
    if (line !== undefined) return line;
  }
  return 1;
}

/**
 * A fault of the YAML parser as a mistake of the field on its line.
 *
 * @param lines the YAML
 * @param faultLine where the parser gave up, counted from 1
 */
function toYamlMistake(fault: Fault, lines: readonly string[], faultLine: number): PlacedMistake {
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
