/**
 * A formula as MathML for pages: the elements and attributes of MathML Core that are written here, and nothing else.
 *
 * Temml's inline styles go, as the pages' policy forbids them; what of its classes the style sheet knows stays.
 */
import { escapeHtml } from "../../wording/html.ts";
import { listElements, type FormulaNode } from "./tree.ts";

const ELEMENTS: ReadonlySet<string> = new Set(
  (
    "mrow mi mn mo mtext mspace msub msup msubsup munder mover munderover mmultiscripts mprescripts mfrac msqrt mroot " +
    "mtable mtr mtd mpadded mphantom mstyle"
  ).split(" "),
);

/** With what their values may hold: words, numbers, lengths. */
const ATTRIBUTES: ReadonlySet<string> = new Set(
  (
    "accent accentunder columnspan depth displaystyle fence form height largeop linethickness lspace mathvariant maxsize " +
    "minsize movablelimits rowspan rspace scriptlevel separator stretchy symmetric voffset width"
  ).split(" "),
);
const VALUE = /^[\w.+-]{1,20}%?$/;

/** How the columns of equations meet, and a bar: see the style sheet. */
const CLASSES: ReadonlySet<string> = new Set(["tml-left", "tml-right", "tml-overline", "tml-underline"]);

/**
 * A whole formula.
 *
 * @param latex what it was read from, for programs that want it: MathML's own place for a text in its stead
 */
export function toMathMl(tree: FormulaNode, latex: string, isDisplayed: boolean): string {
  const display = isDisplayed ? ' display="block"' : "";
  return `<math${display} alttext="${escapeHtml(latex)}">${writeChildren(tree)}</math>`;
}

function writeNode(node: FormulaNode): string {
  const { type = "", text, attributes = {}, classes = [] } = node;
  if (text !== undefined) return escapeHtml(text);
  const kept = classes.filter((name) => CLASSES.has(name));
  const name = ELEMENTS.has(type) ? type : "mrow";
  const written = Object.entries(attributes).filter(
    ([attribute, value]) => ATTRIBUTES.has(attribute) && VALUE.test(String(value)),
  );
  const all = [...(kept.length > 0 ? [["class", kept.join(" ")]] : []), ...written];
  const start = [name, ...all.map(([attribute, value]) => `${attribute}="${escapeHtml(String(value))}"`)];
  return `<${start.join(" ")}>${writeChildren(node)}</${name}>`;
}

function writeChildren(node: FormulaNode): string {
  return listElements(node).map(writeNode).join("");
}
