/**
 * An abstract as HTML that is safe wherever it is shown.
 *
 * Only the elements written here can come out. Raw HTML is shown as text; images become links (readers would load them
 * from anywhere); headings begin at h3, under those of the page.
 */
import type { List, Nodes, Root } from "mdast";
import { escapeHtml } from "../wording/html.ts";
import { splitAddresses } from "./links.ts";
import { writeNodes, type Writers } from "./markdown.ts";

/** A page's own headings are h1 and h2. */
const FIRST_HEADING = 3;
const LAST_HEADING = 6;

/** Blocks are separated by a line feed; nothing stands after the last. */
export function toHtml(root: Root): string {
  return writeBlocks(root.children);
}

/** Links do not hold links: in the words of one an address is text, and an image its description. */
const WRITERS: Writers = {
  paragraph: ({ children }) => `<p>${writeAll(children)}</p>`,
  heading: ({ depth, children }) => {
    const level = Math.min(FIRST_HEADING + depth - 1, LAST_HEADING);
    return `<h${level}>${writeAll(children)}</h${level}>`;
  },
  blockquote: ({ children }) => `<blockquote>\n${writeBlocks(children)}\n</blockquote>`,
  code: ({ value }) => `<pre><code>${escapeHtml(value)}\n</code></pre>`,
  thematicBreak: () => "<hr>",
  list: writeList,
  html: ({ value }) => escapeHtml(value),
  text: ({ value }, isInLink) => {
    if (isInLink) return escapeHtml(value);
    return splitAddresses(value)
      .map(({ text, address }) => toLink(address, escapeHtml(text)))
      .join("");
  },
  inlineMath: ({ value }) => escapeHtml(value),
  inlineCode: ({ value }) => `<code>${escapeHtml(value)}</code>`,
  break: () => "<br>\n",
  emphasis: ({ children }, isInLink) => `<em>${writeAll(children, isInLink)}</em>`,
  strong: ({ children }, isInLink) => `<strong>${writeAll(children, isInLink)}</strong>`,
  link: ({ url, children }) => toLink(url, writeAll(children, url !== "")),
  image: ({ url, alt }, isInLink) => (isInLink ? escapeHtml(alt ?? "") : toLink(url, escapeHtml(alt || url))),
};

function writeAll(nodes: readonly Nodes[], isInLink?: boolean): string {
  return writeNodes(WRITERS, nodes, isInLink);
}

function writeBlocks(nodes: readonly Nodes[]): string {
  return nodes
    .map((node) => (node.type === "html" ? writeRawBlock(node.value) : writeAll([node])))
    .filter((block) => block !== "")
    .join("\n");
}

function writeRawBlock(raw: string): string {
  const shown = raw.trim();
  return shown === "" ? "" : `<p>${escapeHtml(shown)}</p>`;
}

function writeList({ ordered, start, spread, children }: List): string {
  const isLoose = spread === true || children.some((item) => item.spread === true);
  const items = children.map((item) => {
    const parts = item.children.map((node) =>
      writeAll(node.type === "paragraph" && !isLoose ? node.children : [node]),
    );
    return `<li>${parts.join("\n")}</li>`;
  });
  const first = (start ?? 1) === 1 ? "" : ` start="${start}"`;
  const [tag, attribute] = ordered === true ? ["ol", first] : ["ul", ""];
  return `<${tag}${attribute}>\n${items.join("\n")}\n</${tag}>`;
}

/** @param address empty where the words lead nowhere */
function toLink(address: string, words: string): string {
  return address === "" ? words : `<a href="${escapeHtml(address)}">${words}</a>`;
}
