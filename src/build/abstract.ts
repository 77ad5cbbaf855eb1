/**
 * Abstracts: Markdown to HTML that is safe wherever it is shown, and to plain text for calendars and plain-text readers.
 *
 * Formulas are readable text in both, and MathML in a third form for pages. What was written is kept beside them, so that
 * another rendering of the same formula is no change of the session.
 */
import type { InlineMath } from "mdast-util-math";
import { succeed, type Result } from "../programme/result.ts";
import type { Session } from "../programme/session.ts";
import { escapeHtml } from "../wording/html.ts";
import { writeHtml } from "./abstract-html.ts";
import { writeText } from "./abstract-text.ts";
import { renderFormula, type UnreadFormula } from "./formula/render.ts";
import { listNodes, parseMarkdown, type AbstractFault } from "./markdown.ts";

export interface ReadAbstract {
  abstract: Session["abstract"];
  /** With LaTeX as it stands in the file, where there is any. */
  written?: Pick<Session["abstract"], "html" | "text">;
  /** Formulas that are shown as they are written; lines are counted from 1 in the Markdown. */
  unread: (UnreadFormula & { line: number })[];
}

/** An abstract as the model keeps it; empty Markdown gives two empty texts. */
export function toAbstract(markdown: string): Result<ReadAbstract, AbstractFault> {
  const root = parseMarkdown(markdown);
  if (!root.ok) return root;
  const { children } = root.value;
  const formulas = listNodes(root.value).filter((node) => node.type === "inlineMath");
  const written = {
    html: writeHtml(children, ({ value }) => escapeHtml(value)),
    text: writeText(children, ({ value }) => value),
  };
  if (formulas.length === 0) return succeed({ abstract: written, unread: [] });
  const rendered = new Map(formulas.map((node) => [node, renderFormula(node.value)]));
  const render = (node: InlineMath) => rendered.get(node) ?? renderFormula(node.value);
  return succeed({
    abstract: {
      html: writeHtml(children, (node) => render(node).html),
      text: writeText(children, (node) => render(node).text),
      page: writeHtml(children, (node, isInLink) => {
        const { mathml, displayed = mathml } = render(node);
        return isInLink ? mathml : displayed;
      }),
    },
    written,
    unread: [...rendered].flatMap(([{ position }, { unread }]) =>
      unread === undefined ? [] : { ...unread, line: position?.start.line ?? 1 },
    ),
  });
}
