/**
 * An abstract as plain text for calendars and plain-text readers.
 *
 * Paragraphs are separated by an empty line, list items begin with "- " or their number, a link is its words and then
 * its address in parentheses, code and LaTeX are as written.
 */
import type { List, Nodes, Root } from "mdast";
import { dropComments } from "./abstract-html.ts";
import { findAddress, findDefinitions, type Definitions } from "./links.ts";

type Writer<T extends Nodes["type"]> = (
  node: Extract<Nodes, { type: T }>,
  definitions: Definitions,
) => string;
type AnyWriter = (node: Nodes, definitions: Definitions) => string;

export function toText(root: Root): string {
  return writeBlocks(root.children, findDefinitions(root), "\n\n");
}

const WRITERS: { [T in Nodes["type"]]?: Writer<T> } = {
  paragraph: (node, definitions) => writeAll(node.children, definitions),
  heading: (node, definitions) => writeAll(node.children, definitions),
  blockquote: (node, definitions) => writeBlocks(node.children, definitions, "\n\n").replace(/^/gm, "> "),
  code: (node) => node.value,
  thematicBreak: () => "---",
  list: writeList,
  html: (node) => toOneLine(dropComments(node.value)),
  text: (node) => toOneLine(node.value),
  inlineMath: (node) => toOneLine(node.value),
  inlineCode: (node) => node.value,
  break: () => "\n",
  emphasis: (node, definitions) => writeAll(node.children, definitions),
  strong: (node, definitions) => writeAll(node.children, definitions),
  link: (node, definitions) => writeLink(node, writeAll(node.children, definitions), definitions),
  linkReference: (node, definitions) => writeLink(node, writeAll(node.children, definitions), definitions),
  image: (node, definitions) => writeLink(node, toOneLine(node.alt ?? ""), definitions),
  imageReference: (node, definitions) => writeLink(node, toOneLine(node.alt ?? ""), definitions),
};

function write(node: Nodes, definitions: Definitions): string {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- WRITERS pairs each type with the writer of its nodes
  const writer = WRITERS[node.type] as AnyWriter | undefined;
  return writer?.(node, definitions) ?? "";
}

function writeAll(nodes: readonly Nodes[], definitions: Definitions): string {
  return nodes.map((node) => write(node, definitions)).join("");
}

function writeBlocks(nodes: readonly Nodes[], definitions: Definitions, separator: string): string {
  return nodes
    .map((node) => write(node, definitions).trim())
    .filter((block) => block !== "")
    .join(separator);
}

function writeList(list: List, definitions: Definitions): string {
  const first = list.start ?? 1;
  const items = list.children.map((item, index) => {
    const marker = list.ordered === true ? `${first + index}. ` : "- ";
    const inner = writeBlocks(item.children, definitions, item.spread === true ? "\n\n" : "\n");
    return marker + inner.replace(/\n(?!\n|$)/g, `\n${" ".repeat(marker.length)}`);
  });
  return items.join("\n");
}

/** The address is left out where the words already say it. */
function writeLink(node: Nodes, words: string, definitions: Definitions): string {
  const address = findAddress(node, definitions);
  if (address === null) return words;
  const bare = address.replace(/^mailto:/, "");
  if (words === "" || words === bare || `${words}/` === bare) return bare;
  return `${words} (${bare})`;
}

/** Where the source breaks a line the text does not. */
function toOneLine(text: string): string {
  // Only where a run of spaces begins: trying again at each of its spaces takes a time quadratic in them.
  return text.replace(/(?<!\s)\s*\n\s*/g, " ");
}
