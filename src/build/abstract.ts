/**
 * Abstracts: Markdown to HTML that is safe wherever it is shown, and to plain text for calendars and plain-text readers.
 *
 * HTML has only the elements written here. Raw HTML is shown as text; images become links (readers would load them from
 * anywhere); headings begin at h3, under those of the page.
 *
 * In plain text paragraphs are separated by an empty line, list items begin with "- " or their number, a link is its
 * words and then its address in parentheses, code and LaTeX are as written.
 */
import type { List, Nodes } from "mdast";
import { succeed, type Result } from "../programme/result.ts";
import type { Session } from "../programme/session.ts";
import { escapeHtml } from "../wording/html.ts";
import { splitAddresses } from "./links.ts";
import { parseMarkdown, writeNodes, type AbstractFault, type Writers } from "./markdown.ts";

/** A page's own headings are h1 and h2. */
const FIRST_HEADING = 3;
const LAST_HEADING = 6;

/** An abstract as the model keeps it; empty Markdown gives two empty texts. */
export function toAbstract(markdown: string): Result<Session["abstract"], AbstractFault> {
  const root = parseMarkdown(markdown);
  if (!root.ok) return root;
  const { children } = root.value;
  return succeed({ html: toHtmlBlocks(children), text: toTextBlocks(children) });
}

/** Links do not hold links: in the words of one an address is text, and an image its description. */
const HTML: Writers = {
  paragraph: ({ children }) => `<p>${writeNodes(HTML, children)}</p>`,
  heading: ({ depth, children }) => {
    const level = Math.min(FIRST_HEADING + depth - 1, LAST_HEADING);
    return `<h${level}>${writeNodes(HTML, children)}</h${level}>`;
  },
  blockquote: ({ children }) => `<blockquote>\n${toHtmlBlocks(children)}\n</blockquote>`,
  code: ({ value }) => `<pre><code>${escapeHtml(value)}\n</code></pre>`,
  thematicBreak: () => "<hr>",
  list: toHtmlList,
  html: ({ value }) => escapeHtml(value),
  text: ({ value }, isInLink) => {
    if (isInLink) return escapeHtml(value);
    const parts = splitAddresses(value).map(({ text, address }) => toHtmlLink(address, escapeHtml(text)));
    return parts.join("");
  },
  inlineMath: ({ value }) => escapeHtml(value),
  inlineCode: ({ value }) => `<code>${escapeHtml(value)}</code>`,
  break: () => "<br>\n",
  emphasis: ({ children }, isInLink) => `<em>${writeNodes(HTML, children, isInLink)}</em>`,
  strong: ({ children }, isInLink) => `<strong>${writeNodes(HTML, children, isInLink)}</strong>`,
  link: ({ url, children }) => toHtmlLink(url, writeNodes(HTML, children, url !== "")),
  image: ({ url, alt }, isInLink) =>
    isInLink ? escapeHtml(alt ?? "") : toHtmlLink(url, escapeHtml(alt || url)),
};

const TEXT: Writers = {
  blockquote: ({ children }) => toTextBlocks(children).replace(/^/gm, "> "),
  code: ({ value }) => value,
  thematicBreak: () => "---",
  list: toTextList,
  html: ({ value }) => toOneLine(value),
  text: ({ value }) => toOneLine(value),
  inlineMath: ({ value }) => toOneLine(value),
  inlineCode: ({ value }) => value,
  break: () => "\n",
  link: ({ url, children }) => toTextLink(url, writeNodes(TEXT, children)),
  image: ({ url, alt }) => toTextLink(url, toOneLine(alt ?? "")),
};

/** Blocks are separated by a line feed; nothing stands after the last. */
function toHtmlBlocks(nodes: readonly Nodes[]): string {
  const blocks = nodes.map((node) => {
    const block = writeNodes(HTML, [node]);
    return node.type === "html" && block.trim() !== "" ? `<p>${block.trim()}</p>` : block.trim();
  });
  return blocks.filter((block) => block !== "").join("\n");
}

function toTextBlocks(nodes: readonly Nodes[], separator = "\n\n"): string {
  const blocks = nodes.map((node) => writeNodes(TEXT, [node]).trim());
  return blocks.filter((block) => block !== "").join(separator);
}

function toHtmlList({ ordered, start, spread, children }: List): string {
  const isLoose = spread === true || children.some((item) => item.spread === true);
  const items = children.map((item) => {
    const parts = item.children.map((node) =>
      writeNodes(HTML, node.type === "paragraph" && !isLoose ? node.children : [node]),
    );
    return `<li>${parts.join("\n")}</li>`;
  });
  const first = (start ?? 1) === 1 ? "" : ` start="${start}"`;
  const [tag, attribute] = ordered === true ? ["ol", first] : ["ul", ""];
  return `<${tag}${attribute}>\n${items.join("\n")}\n</${tag}>`;
}

function toTextList({ ordered, start, children }: List): string {
  const items = children.map((item, index) => {
    const marker = ordered === true ? `${(start ?? 1) + index}. ` : "- ";
    const inner = toTextBlocks(item.children, item.spread === true ? "\n\n" : "\n");
    return marker + inner.replace(/\n(?!\n|$)/g, `\n${" ".repeat(marker.length)}`);
  });
  return items.join("\n");
}

/** @param address empty where the words lead nowhere */
function toHtmlLink(address: string, words: string): string {
  return address === "" ? words : `<a href="${escapeHtml(address)}">${words}</a>`;
}

/** The address is left out where the words already say it. */
function toTextLink(address: string, words: string): string {
  const bare = address.replace(/^mailto:/, "");
  if (bare === "") return words;
  return words === "" || words === bare || `${words}/` === bare ? bare : `${words} (${bare})`;
}

/** Where the source breaks a line the text does not. */
function toOneLine(text: string): string {
  // Only where a run of spaces begins: trying again at each of its spaces takes a time quadratic in them.
  return text.replace(/(?<!\s)\s*\n\s*/g, " ");
}
