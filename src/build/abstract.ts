/** Abstracts: Markdown to safe HTML and to readable plain text. */
import { succeed, type Result } from "../programme/result.ts";
import type { Session } from "../programme/session.ts";
import { toHtml } from "./abstract-html.ts";
import { toText } from "./abstract-text.ts";
import { parseMarkdown, type AbstractFault } from "./markdown.ts";

/** An abstract as the model keeps it; empty Markdown gives two empty texts. */
export function toAbstract(markdown: string): Result<Session["abstract"], AbstractFault> {
  const root = parseMarkdown(markdown);
  return root.ok ? succeed({ html: toHtml(root.value), text: toText(root.value) }) : root;
}
