/** Abstracts: Markdown to safe HTML and to readable plain text. */
import { fromMarkdown } from "mdast-util-from-markdown";
import { fail, succeed, type Result } from "../programme/result.ts";
import type { Session } from "../programme/session.ts";
import { toHtml } from "./abstract-html.ts";
import { toText } from "./abstract-text.ts";
import { latexNode, latexSyntax } from "./latex.ts";

/**
 * Left out of CommonMark: a line of signs under a paragraph makes no heading of it (formulas have such lines), and an
 * indented paragraph is no code.
 */
const LEFT_OUT = { disable: { null: ["setextUnderline", "codeIndented"] } };

export type AbstractFault = { reason: "nested_too_deeply" };

/** An abstract as the model keeps it; empty Markdown gives two empty texts. */
export function toAbstract(markdown: string): Result<Session["abstract"], AbstractFault> {
  try {
    const root = fromMarkdown(markdown, {
      extensions: [latexSyntax, LEFT_OUT],
      mdastExtensions: [latexNode],
    });
    return succeed({ html: toHtml(root), text: toText(root) });
  } catch (error) {
    // The parser and both writers descend by recursion; thousands of ">" in a row exhaust the stack.
    if (error instanceof RangeError) return fail({ reason: "nested_too_deeply" });
    throw error;
  }
}
