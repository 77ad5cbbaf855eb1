/**
 * An abstract as HTML that is safe wherever it is shown.
 *
 * Only the elements written here can come out. Raw HTML is shown as text, comments vanish; images become links (readers
 * would load them from anywhere); links lead to http(s) and mailto only; headings begin at h3, under those of the page.
 */
import type { List, Nodes, Root } from "mdast";
import { findAddress, findDefinitions, splitAddresses, type Definitions } from "./abstract-links.ts";

/** A page's own headings are h1 and h2. */
const FIRST_HEADING = 3;
const LAST_HEADING = 6;

type Writer<T extends Nodes["type"]> = (
  node: Extract<Nodes, { type: T }>,
  definitions: Definitions,
) => string;
type AnyWriter = (node: Nodes, definitions: Definitions) => string;

/** Blocks are separated by a line feed; nothing stands after the last. */
export function toHtml(root: Root): string {
  return writeBlocks(root.children, findDefinitions(root));
}

const WRITERS: { [T in Nodes["type"]]?: Writer<T> } = {
  paragraph: (node, definitions) => `<p>${writeAll(node.children, definitions)}</p>`,
  heading: (node, definitions) => {
    const level = Math.min(FIRST_HEADING + node.depth - 1, LAST_HEADING);
    return `<h${level}>${writeAll(node.children, definitions)}</h${level}>`;
  },
  blockquote: (node, definitions) =>
    `<blockquote>\n${writeBlocks(node.children, definitions)}\n</blockquote>`,
  code: (node) => `<pre><code>${escapeHtml(node.value)}\n</code></pre>`,
  thematicBreak: () => "<hr>",
  list: writeList,
  html: (node) => writeRaw(node.value),
  text: (node) => splitAddresses(node.value).map(writePart).join(""),
  latex: (node) => escapeHtml(node.value),
  inlineCode: (node) => `<code>${escapeHtml(node.value)}</code>`,
  break: () => "<br>\n",
  emphasis: (node, definitions) => `<em>${writeAll(node.children, definitions)}</em>`,
  strong: (node, definitions) => `<strong>${writeAll(node.children, definitions)}</strong>`,
  link: writeLink,
  linkReference: writeLink,
  image: writeImage,
  imageReference: writeImage,
};

function write(node: Nodes, definitions: Definitions): string {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- WRITERS pairs each type with the writer of its nodes
  const writer = WRITERS[node.type] as AnyWriter | undefined;
  return writer?.(node, definitions) ?? "";
}

function writeAll(nodes: readonly Nodes[], definitions: Definitions): string {
  return nodes.map((node) => write(node, definitions)).join("");
}

function writeBlocks(nodes: readonly Nodes[], definitions: Definitions): string {
  return nodes
    .map((node) => (node.type === "html" ? writeRawBlock(node.value) : write(node, definitions)))
    .filter((block) => block !== "")
    .join("\n");
}

function writeList(list: List, definitions: Definitions): string {
  const isLoose = list.children.some((item) => item.spread === true) || list.spread === true;
  const items = list.children.map((item) => {
    const parts = item.children.map((node) =>
      node.type === "paragraph" && !isLoose ? writeAll(node.children, definitions) : write(node, definitions),
    );
    return `<li>${parts.join("\n")}</li>`;
  });
  const start = list.start ?? 1;
  const [tag, attribute] =
    list.ordered === true ? ["ol", start === 1 ? "" : ` start="${start}"`] : ["ul", ""];
  return `<${tag}${attribute}>\n${items.join("\n")}\n</${tag}>`;
}

/** Links do not hold links: an address in the words of one is text. */
function writeLink(
  node: Extract<Nodes, { type: "link" | "linkReference" }>,
  definitions: Definitions,
): string {
  const address = findAddress(node, definitions);
  if (address === null) return writeAll(node.children, definitions);
  const words = node.children.map((child) =>
    child.type === "text" ? escapeHtml(child.value) : write(child, definitions),
  );
  return `<a href="${escapeHtml(address)}">${words.join("")}</a>`;
}

function writeImage(
  node: Extract<Nodes, { type: "image" | "imageReference" }>,
  definitions: Definitions,
): string {
  const address = findAddress(node, definitions);
  if (address === null) return escapeHtml(node.alt ?? "");
  const words = node.alt === null || node.alt === undefined || node.alt === "" ? address : node.alt;
  return `<a href="${escapeHtml(address)}">${escapeHtml(words)}</a>`;
}

function writePart({ text, address }: { text: string; address: string | null }): string {
  return address === null ? escapeHtml(text) : `<a href="${escapeHtml(address)}">${escapeHtml(text)}</a>`;
}

function writeRaw(raw: string): string {
  return escapeHtml(dropComments(raw));
}

function writeRawBlock(raw: string): string {
  const shown = writeRaw(raw).trim();
  return shown === "" ? "" : `<p>${shown}</p>`;
}

/** Raw HTML without its comments, which are notes of hosts to themselves. */
export function dropComments(raw: string): string {
  return raw.replace(/<!--[\s\S]*?-->/g, "");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? "");
}
