/**
 * Abstracts as HTML: only the elements written here. Raw HTML is shown as text; images become links (readers would load
 * them from anywhere); headings begin at h3, under those of the page.
 */
import type { List, Nodes } from "mdast";
import type { InlineMath } from "mdast-util-math";
import { escapeHtml } from "../wording/html.ts";
import { splitAddresses } from "./links.ts";
import { writeNodes, type Writers } from "./markdown.ts";

/** A page's own headings are h1 and h2. */
const FIRST_HEADING = 3;
const LAST_HEADING = 6;

/** Safe HTML of a formula. */
type FormulaWriter = (node: InlineMath, isInLink: boolean) => string;

export function writeHtml(nodes: readonly Nodes[], writeFormula: FormulaWriter): string {
  return toHtmlBlocks(createWriters(writeFormula), nodes);
}

/** Links do not hold links: in the words of one an address is text, and an image its description. */
function createWriters(writeFormula: FormulaWriter): Writers {
  const writers: Writers = {
    paragraph: ({ children }) => `<p>${writeNodes(writers, children)}</p>`,
    heading: ({ depth, children }) => {
      const level = Math.min(FIRST_HEADING + depth - 1, LAST_HEADING);
      return `<h${level}>${writeNodes(writers, children)}</h${level}>`;
    },
    blockquote: ({ children }) => `<blockquote>\n${toHtmlBlocks(writers, children)}\n</blockquote>`,
    code: ({ value }) => `<pre><code>${escapeHtml(value)}\n</code></pre>`,
    thematicBreak: () => "<hr>",
    list: (node) => toHtmlList(writers, node),
    html: ({ value }) => escapeHtml(value),
    text: ({ value }, isInLink) => {
      if (isInLink) return escapeHtml(value);
      const parts = splitAddresses(value).map(({ text, address }) => toHtmlLink(address, escapeHtml(text)));
      return parts.join("");
    },
    inlineMath: writeFormula,
    inlineCode: ({ value }) => `<code>${escapeHtml(value)}</code>`,
    break: () => "<br>\n",
    emphasis: ({ children }, isInLink) => `<em>${writeNodes(writers, children, isInLink)}</em>`,
    strong: ({ children }, isInLink) => `<strong>${writeNodes(writers, children, isInLink)}</strong>`,
    link: ({ url, children }) => toHtmlLink(url, writeNodes(writers, children, url !== "")),
    image: ({ url, alt }, isInLink) =>
      isInLink ? escapeHtml(alt ?? "") : toHtmlLink(url, escapeHtml(alt || url)),
  };
  return writers;
}

/** Blocks are separated by a line feed; nothing stands after the last. */
function toHtmlBlocks(writers: Writers, nodes: readonly Nodes[]): string {
  const blocks = nodes.map((node) => {
    const block = writeNodes(writers, [node]);
    return node.type === "html" && block.trim() !== "" ? `<p>${block.trim()}</p>` : block.trim();
  });
  return blocks.filter((block) => block !== "").join("\n");
}

function toHtmlList(writers: Writers, { ordered, start, spread, children }: List): string {
  const isLoose = spread === true || children.some((item) => item.spread === true);
  const items = children.map((item) => {
    const parts = item.children.map((node) =>
      writeNodes(writers, node.type === "paragraph" && !isLoose ? node.children : [node]),
    );
    return `<li>${parts.join("\n")}</li>`;
  });
  const first = (start ?? 1) === 1 ? "" : ` start="${start}"`;
  const [tag, attribute] = ordered === true ? ["ol", first] : ["ul", ""];
  return `<${tag}${attribute}>\n${items.join("\n")}\n</${tag}>`;
}

/** @param address empty where the words lead nowhere */
function toHtmlLink(address: string, words: string): string {
  return address === "" ? words : `<a href="${escapeHtml(address)}">${words}</a>`;
}
