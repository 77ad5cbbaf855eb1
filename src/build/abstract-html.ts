/**
 * An abstract as HTML that is safe wherever it is shown.
 *
 * Only the elements written here can come out. Raw HTML is shown as text, comments vanish; images become links (readers
 * would load them from anywhere); links lead to http(s) and mailto only; headings begin at h3, under those of the page.
 */
import type { List, Nodes, Root } from "mdast";
import { escapeHtml } from "../wording/html.ts";
import { findAddress, findDefinitions, splitAddresses, type Definitions, type TextPart } from "./links.ts";

/** A page's own headings are h1 and h2. */
const FIRST_HEADING = 3;
const LAST_HEADING = 6;

interface Context {
  definitions: Definitions;
  isInLink: boolean;
}

type Writer<T extends Nodes["type"]> = (node: Extract<Nodes, { type: T }>, context: Context) => string;
type AnyWriter = (node: Nodes, context: Context) => string;

/** Blocks are separated by a line feed; nothing stands after the last. */
export function toHtml(root: Root): string {
  return writeBlocks(root.children, { definitions: findDefinitions(root), isInLink: false });
}

const WRITERS: { [T in Nodes["type"]]?: Writer<T> } = {
  paragraph: (node, context) => `<p>${writeAll(node.children, context)}</p>`,
  heading: (node, context) => {
    const level = Math.min(FIRST_HEADING + node.depth - 1, LAST_HEADING);
    return `<h${level}>${writeAll(node.children, context)}</h${level}>`;
  },
  blockquote: (node, context) => `<blockquote>\n${writeBlocks(node.children, context)}\n</blockquote>`,
  code: (node) => `<pre><code>${escapeHtml(node.value)}\n</code></pre>`,
  thematicBreak: () => "<hr>",
  list: writeList,
  html: (node) => escapeHtml(dropComments(node.value)),
  // Links do not hold links: an address in the words of one is text.
  text: (node, context) =>
    context.isInLink ? escapeHtml(node.value) : splitAddresses(node.value).map(writePart).join(""),
  inlineMath: (node) => escapeHtml(node.value),
  inlineCode: (node) => `<code>${escapeHtml(node.value)}</code>`,
  break: () => "<br>\n",
  emphasis: (node, context) => `<em>${writeAll(node.children, context)}</em>`,
  strong: (node, context) => `<strong>${writeAll(node.children, context)}</strong>`,
  link: writeLink,
  linkReference: writeLink,
  image: writeImage,
  imageReference: writeImage,
};

function write(node: Nodes, context: Context): string {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- WRITERS pairs each type with the writer of its nodes
  const writer = WRITERS[node.type] as AnyWriter | undefined;
  return writer?.(node, context) ?? "";
}

function writeAll(nodes: readonly Nodes[], context: Context): string {
  return nodes.map((node) => write(node, context)).join("");
}

function writeBlocks(nodes: readonly Nodes[], context: Context): string {
  return nodes
    .map((node) => (node.type === "html" ? writeRawBlock(node.value) : write(node, context)))
    .filter((block) => block !== "")
    .join("\n");
}

function writeList(list: List, context: Context): string {
  const isLoose = list.children.some((item) => item.spread === true) || list.spread === true;
  const items = list.children.map((item) => {
    const parts = item.children.map((node) =>
      node.type === "paragraph" && !isLoose ? writeAll(node.children, context) : write(node, context),
    );
    return `<li>${parts.join("\n")}</li>`;
  });
  const start = list.start ?? 1;
  const [tag, attribute] =
    list.ordered === true ? ["ol", start === 1 ? "" : ` start="${start}"`] : ["ul", ""];
  return `<${tag}${attribute}>\n${items.join("\n")}\n</${tag}>`;
}

function writeLink(node: Extract<Nodes, { type: "link" | "linkReference" }>, context: Context): string {
  const address = findAddress(node, context.definitions);
  if (address === null) return writeAll(node.children, context);
  return toLink(address, writeAll(node.children, { ...context, isInLink: true }));
}

/** An image in the words of a link is its description. */
function writeImage(node: Extract<Nodes, { type: "image" | "imageReference" }>, context: Context): string {
  const address = findAddress(node, context.definitions);
  const words = node.alt ?? "";
  if (address === null || context.isInLink) return escapeHtml(words);
  return toLink(address, escapeHtml(words === "" ? address : words));
}

function writePart({ text, address }: TextPart): string {
  return address === null ? escapeHtml(text) : toLink(address, escapeHtml(text));
}

function toLink(address: string, words: string): string {
  return `<a href="${escapeHtml(address)}">${words}</a>`;
}

function writeRawBlock(raw: string): string {
  const shown = dropComments(raw).trim();
  return shown === "" ? "" : `<p>${escapeHtml(shown)}</p>`;
}

/** Raw HTML without its comments, which are notes of hosts to themselves; nothing after the last "-->" can be one. */
export function dropComments(raw: string): string {
  const end = raw.lastIndexOf("-->") + "-->".length;
  return raw.slice(0, end).replace(/<!--[\s\S]*?-->/g, "") + raw.slice(end);
}
