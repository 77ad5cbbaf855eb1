/**
 * A formula as one line of readable text, for feeds, calendars and titles: "p_θ(x_t | x_(t−1))", "√(1 − β_t)", "x̂ ∈ ℝ^d".
 *
 * In plain signs that every reader has: raised and lowered digits, "_" and "^" before all else, "a/b" for fractions, rows
 * of a matrix parted by ";". It is to be read, not to be read back.
 */
import { listElements, type FormulaNode } from "./tree.ts";
import { BETWEEN, BRACES, OVER, toLowered, toPlainLetters, toRaised } from "./words.ts";

/** Text of a tree; empty where nothing in it is seen. */
export function toReadableFormula(tree: FormulaNode): string {
  return write(tree)
    .replace(/\s+/g, " ")
    .replace(/([([]) | ([)\],;])/g, "$1$2")
    .trim()
    .normalize("NFC");
}

type Writer = (parts: readonly FormulaNode[], node: FormulaNode) => string;

/** What is not here is what it holds. */
const WRITERS: Readonly<Record<string, Writer>> = {
  mo: (_parts, node) => writeOperator(node),
  mspace: (_parts, { attributes = {} }) => (Number.parseFloat(String(attributes["width"])) > 0.1 ? " " : ""),
  mphantom: () => "",
  mfrac: writeFraction,
  msqrt: (parts) => `√${writeWhole({ type: "mrow", children: parts })}`,
  mroot: ([radicand, degree]) => {
    const raised = toRaised(toCompact(degree));
    return raised === null
      ? `${writeWhole(radicand)}^(1/${toCompact(degree)})`
      : `${raised}√${writeWhole(radicand)}`;
  },
  msub: ([base, below]) => writeScripts(base, below, undefined),
  msup: ([base, above]) => writeScripts(base, undefined, above),
  msubsup: ([base, below, above]) => writeScripts(base, below, above),
  munder: ([base, below]) => writeScripts(base, below, undefined),
  mover: ([base, above]) => writeOver(base, above),
  menclose: (parts, { attributes = {} }) => {
    const text = parts.map(write).join("");
    return attributes["notation"] === "top" ? `bar(${text})` : text;
  },
  munderover: ([base, below, above]) => writeScripts(base, below, above),
  mtable: (rows) =>
    rows
      .map(write)
      .filter((row) => row.trim() !== "")
      .join("; "),
  mtr: writeRow,
};

function write(node: FormulaNode | undefined): string {
  if (node === undefined) return "";
  if (node.text !== undefined) return toPlainLetters(node.text);
  const parts = listElements(node);
  return WRITERS[node.type ?? ""]?.(parts, node) ?? writeLine(parts);
}

/** Parts side by side. What could be taken for one name is parted; an operator with nothing before it is a sign. */
function writeLine(parts: readonly FormulaNode[]): string {
  // Enough to see what stands before a part; the whole line again and again would take a time quadratic in it.
  let before = "";
  return parts
    .map((part) => {
      const text = writeAfter(before, part);
      before = (before + text).slice(-SEEN_BEFORE);
      return text;
    })
    .join("");
}

function writeAfter(before: string, part: FormulaNode): string {
  const text = write(part);
  if (SIGN.test(text) && NOTHING_BEFORE.test(before)) return text.trim();
  const isParted = isWord(part) ? ENDS_ONE.test(before) : ENDS_SCRIPTED.test(before) && BEGINS_ONE.test(text);
  return isParted ? ` ${text}` : text;
}

const SEEN_BEFORE = 32;
const SIGN = /^\s*[+−±∓]\s*$/u;
const NOTHING_BEFORE = /(?:^|[([{,;=<>≤≥∈→+−±×⋅|])\s*$/u;
const ENDS_ONE = /[\p{L}\p{M}\d)\]]$/u;
const BEGINS_ONE = /^[\p{L}\d√]/u;
/** "x_t", "a/b", "√x": a letter after it would belong to it. */
const ENDS_SCRIPTED = /[_^/√][\p{L}\p{M}\p{N}]+$/u;

/** "log", "softmax": a name of several letters. */
function isWord(node: FormulaNode): boolean {
  return node.type === "mi" && /../u.test(write({ children: node.children ?? [] }));
}

function isFence(node: FormulaNode | undefined): boolean {
  return node?.type === "mo" && String(node.attributes?.["fence"]) === "true";
}

function writeOperator({ attributes = {}, children = [] }: FormulaNode): string {
  const text = toPlainLetters(children.map(({ text: own = "" }) => own).join("")).trim();
  if (isFence({ type: "mo", attributes })) return text;
  if (text === "," || text === ";") return `${text} `;
  if (BRACES.test(text)) return "";
  if (/^[∑∏∫∮⋃⋂∐]$/u.test(text)) return `${text} `;
  return BETWEEN.test(text) ? ` ${text} ` : text;
}

/** One above the other without a line is a column, as a matrix is. */
function writeFraction([over, under]: readonly FormulaNode[], { attributes = {} }: FormulaNode): string {
  const isColumn = Number.parseFloat(String(attributes["linethickness"])) === 0;
  return isColumn ? `${write(over)}; ${write(under)}` : `${writeWhole(over)}/${writeWhole(under)}`;
}

function writeOver(base: FormulaNode | undefined, above: FormulaNode | undefined): string {
  const sign = write(above).trim();
  const [combining, word] = above?.type === "mo" ? (OVER[sign] ?? []) : [];
  if (combining === undefined || word === undefined) return writeScripts(base, undefined, above);
  const text = write(base).trim();
  return /^.$/u.test(text) ? text + combining : `${word}(${text})`;
}

/** "x₀", "x_t" and "x_t^2": a raised digit would belong to the letter below. */
function writeScripts(
  base: FormulaNode | undefined,
  below: FormulaNode | undefined,
  above: FormulaNode | undefined,
): string {
  const [low, high] = [toCompact(below), toCompact(above)];
  const lowered = toLowered(low);
  const raised = /^′+$/u.test(high) ? high : lowered === null && low !== "" ? null : toRaised(high);
  const scripts = toScript(low, lowered, "_") + toScript(high, raised, "^");
  // Each part is written once: twice at each depth would be a time exponential in it.
  const inner = toInner(base);
  const text = write(inner);
  if (text.trim() === "") return scripts;
  // Arrows and sums keep their spaces.
  if (isSpaced(text)) return text.replace(/(?=\s*$)/, scripts);
  return toWhole(inner, text) + scripts;
}

function isSpaced(text: string): boolean {
  return /^\s|\s$/.test(text);
}

function toScript(text: string, compact: string | null, mark: string): string {
  if (text === "") return "";
  return (
    compact ?? (/^(?:[\p{L}\p{M}]+|[\p{N}.]+|\([^()]*\)|.)$/u.test(text) ? mark + text : `${mark}(${text})`)
  );
}

/** Cells of equations meet, as one column ends where the next begins; those of matrices are parted. */
function writeRow(cells: readonly FormulaNode[]): string {
  const texts = cells.map((cell) => ({ text: write(cell).trim(), isEquation: isEquation(cell) }));
  return texts
    .filter(({ text }) => text !== "")
    .reduce((row, { text }, index, all) => {
      if (index === 0) return text;
      return `${row}${all[index - 1]?.isEquation === true ? " " : ", "}${text}`;
    }, "");
}

function isEquation({ classes = [] }: FormulaNode): boolean {
  return classes.includes("tml-right");
}

/** A script has no room for spaces. */
function toCompact(node: FormulaNode | undefined): string {
  return write(node)
    .trim()
    .replace(/\s*([^\p{L}\p{N}\s])\s*/gu, "$1");
}

function writeWhole(node: FormulaNode | undefined): string {
  const inner = toInner(node);
  return toWhole(inner, write(inner).trim());
}

/** What a group of one holds. */
function toInner(node: FormulaNode | undefined): FormulaNode | undefined {
  if (node?.type !== "mrow") return node;
  const [first, ...others] = listElements(node);
  return first === undefined || others.length > 0 ? node : toInner(first);
}

/** In parentheses unless it is one thing already: a name, a number, a letter with its scripts, something in brackets. */
function toWhole(node: FormulaNode | undefined, text: string): string {
  if (node === undefined || /^(?:\([^()]*\)|\[[^[\]]*\]|\S?)$/u.test(text)) return text;
  const isOne = ONE.has(node.type ?? "") && !/[\s/]/.test(text);
  return isOne || node.type === "mi" || isFence(listElements(node)[0]) ? text : `(${text})`;
}

const ONE: ReadonlySet<string> = new Set("mn mo mtext msub msup msubsup mover msqrt".split(" "));
