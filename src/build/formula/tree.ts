/**
 * A formula's LaTeX as a tree of MathML, read by Temml. Build only: pages get the finished markup, and the Worker's bundle
 * holds no reader of LaTeX.
 */
import temml from "temml";
import { fail, succeed, type Result } from "../../programme/result.ts";

/** What Temml makes: elements, fragments without a name of their own, and text. */
export interface FormulaNode {
  /** "mfrac"; absent in fragments and text. */
  type?: string;
  attributes?: Readonly<Record<string, unknown>>;
  classes?: readonly string[];
  children?: readonly FormulaNode[];
  text?: string;
}

/** `problem` is one line, in the words of the reader. */
export type FormulaFault = { reason: "bad_formula"; problem: string };

/** Deeper than people write; what walks the tree descends by recursion. */
const MAX_DEPTH = 200;

/**
 * Read LaTeX.
 *
 * @param latex without dollar signs
 * @param isDisplayed whether it stands by itself, as what `$$` encloses does
 */
export function readFormula(latex: string, isDisplayed: boolean): Result<FormulaNode, FormulaFault> {
  try {
    // Each with macros of its own: what one formula defines is not known in the next.
    const options = { displayMode: isDisplayed, throwOnError: true, trust: false, macros: {} };
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion, no-underscore-dangle -- Temml's name; its type is any, and FormulaNode asks for nothing
    const tree = temml.__renderToMathMLTree(latex, options) as FormulaNode;
    return isTooDeep(tree) ? blame("it is nested too deeply") : succeed(tree);
  } catch (error) {
    // Also where its own recursion has no end.
    const message = error instanceof Error ? error.message : String(error);
    // Then it shows the place, underlined with combining characters that few terminals draw.
    return blame(message.replace(/ at (?:position \d+|end of input):.*/s, "").trim());
  }
}

/** The elements that a node holds, those of fragments among them. */
export function listElements({ children = [] }: FormulaNode): FormulaNode[] {
  return children.flatMap((child) => (isFragment(child) ? listElements(child) : child));
}

function isFragment({ type, text }: FormulaNode): boolean {
  return type === undefined && text === undefined;
}

function isTooDeep(tree: FormulaNode): boolean {
  let level: readonly FormulaNode[] = [tree];
  for (let depth = 0; depth <= MAX_DEPTH && level.length > 0; depth += 1)
    level = level.flatMap(({ children = [] }) => children);
  return level.length > 0;
}

function blame(problem: string): { ok: false; error: FormulaFault } {
  return fail({ reason: "bad_formula", problem });
}
