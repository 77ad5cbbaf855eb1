/** A formula in every form that is shown: MathML, readable text, and that text as HTML. */
import { escapeHtml } from "../../wording/html.ts";
import { toLine } from "../../wording/text.ts";
import { toMathMl } from "./mathml.ts";
import { toReadableFormula } from "./readable.ts";
import { readFormula } from "./tree.ts";

export interface RenderedFormula {
  /** For pages. */
  mathml: string;
  /** Where it stands by itself and in no link: a wide one scrolls there, also for who has no pointer. */
  displayed?: string;
  /** For readers of feeds, which strip MathML. */
  html: string;
  text: string;
  unread?: UnreadFormula;
}

/** A formula that cannot be read is shown as it is written, without dollar signs: nothing is lost. */
export interface UnreadFormula {
  /** As written, on one line. */
  formula: string;
  problem: string;
}

/** @param written with its dollar signs; two or more on each side display it by itself */
export function renderFormula(written: string): RenderedFormula {
  const signs = /^\$+/.exec(written)?.[0].length ?? 0;
  const latex = written.slice(signs, written.length - signs).trim();
  const isDisplayed = signs > 1;
  const tree = readFormula(latex, isDisplayed);
  if (!tree.ok) {
    const code = `<code>${escapeHtml(latex)}</code>`;
    const unread = { formula: toLine(written), problem: tree.error.problem };
    return { mathml: code, html: code, text: toLine(latex), unread };
  }
  const text = toReadableFormula(tree.value);
  const mathml = toMathMl(tree.value, toLine(latex), isDisplayed);
  const displayed = `<span class="formula" tabindex="0">${mathml}</span>`;
  return { mathml, ...(isDisplayed && { displayed }), html: escapeHtml(text), text };
}

/**
 * `$…$` in running text that is no Markdown. As in abstracts prices are none, and neither is what would not read as a
 * formula or shows nothing.
 */
const IN_TITLE = /\$\$[^$]+\$\$|\$(?![\s$])(?:\\.|[^$\\])+(?<!\s)\$(?!\d)/g;

/** A title, with its formulas as readable text. */
export function toReadableTitle(title: string): string {
  if (!title.includes("$")) return title;
  return title.replace(IN_TITLE, (written) => {
    const { text, unread } = renderFormula(written);
    return unread === undefined && text !== "" ? text : written;
  });
}
