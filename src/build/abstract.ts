/** Abstracts: Markdown to safe HTML and to readable plain text. */
import type { Nodes, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { fail, succeed, type Result } from "../programme/result.ts";
import type { Session } from "../programme/session.ts";
import { toHtml } from "./abstract-html.ts";
import { toText } from "./abstract-text.ts";
import { formulaNodes, formulaSyntax } from "./formula.ts";

/**
 * Left out of CommonMark: a line of signs under a paragraph makes no heading of it (formulas have such lines), and an
 * indented paragraph is no code.
 */
const LEFT_OUT = { disable: { null: ["setextUnderline", "codeIndented"] } };

/** Deeper than people write; the writers descend by recursion, and their stack has an end. */
const MAX_DEPTH = 100;
/** A line that opens more quotations and lists than that: the parser alone would take minutes over a long one. */
const DEEP_LINE = new RegExp(String.raw`^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])[ \t])){${MAX_DEPTH + 1}}`, "m");

export type AbstractFault = { reason: "nested_too_deeply" };

/** An abstract as the model keeps it; empty Markdown gives two empty texts. */
export function toAbstract(markdown: string): Result<Session["abstract"], AbstractFault> {
  if (DEEP_LINE.test(markdown)) return fail({ reason: "nested_too_deeply" });
  const root = fromMarkdown(markdown, {
    extensions: [formulaSyntax, LEFT_OUT],
    mdastExtensions: formulaNodes,
  });
  if (isTooDeep(root)) return fail({ reason: "nested_too_deeply" });
  return succeed({ html: toHtml(root), text: toText(root) });
}

function isTooDeep(root: Root): boolean {
  let level: Nodes[] = [root];
  for (let depth = 0; depth <= MAX_DEPTH && level.length > 0; depth += 1) {
    level = level.flatMap((node) => ("children" in node ? node.children : []));
  }
  return level.length > 0;
}
