/** Abstracts: Markdown to safe HTML and to readable plain text. */
import { fromMarkdown } from "mdast-util-from-markdown";
import type { Session } from "../programme/session.ts";
import { toHtml } from "./abstract-html.ts";
import { toText } from "./abstract-text.ts";
import { latexNode, latexSyntax } from "./latex.ts";

/**
 * Left out of CommonMark: a line of signs under a paragraph makes no heading of it (formulas have such lines), and an
 * indented paragraph is no code.
 */
const LEFT_OUT = { disable: { null: ["setextUnderline", "codeIndented"] } };

/** An abstract as the model keeps it; empty Markdown gives two empty texts. */
export function toAbstract(markdown: string): Session["abstract"] {
  const root = fromMarkdown(markdown, { extensions: [latexSyntax, LEFT_OUT], mdastExtensions: [latexNode] });
  return { html: toHtml(root), text: toText(root) };
}
