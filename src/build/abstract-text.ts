/**
 * Abstracts as plain text: paragraphs are separated by an empty line, list items begin with "- " or their number, a link
 * is its words and then its address in parentheses, code is as written.
 */
import type { List, Nodes } from "mdast";
import type { InlineMath } from "mdast-util-math";
import { writeNodes, type Writers } from "./markdown.ts";

/** @param writeFormula plain text */
export function writeText(nodes: readonly Nodes[], writeFormula: (node: InlineMath) => string): string {
  return toTextBlocks(createWriters(writeFormula), nodes);
}

function createWriters(writeFormula: (node: InlineMath) => string): Writers {
  const writers: Writers = {
    blockquote: ({ children }) => toTextBlocks(writers, children).replace(/^/gm, "> "),
    code: ({ value }) => value,
    thematicBreak: () => "---",
    list: (node) => toTextList(writers, node),
    html: ({ value }) => toOneLine(value),
    text: ({ value }) => toOneLine(value),
    inlineMath: (node) => toOneLine(writeFormula(node)),
    inlineCode: ({ value }) => value,
    break: () => "\n",
    link: ({ url, children }) => toTextLink(url, writeNodes(writers, children)),
    image: ({ url, alt }) => toTextLink(url, toOneLine(alt ?? "")),
  };
  return writers;
}

function toTextBlocks(writers: Writers, nodes: readonly Nodes[], separator = "\n\n"): string {
  const blocks = nodes.map((node) => writeNodes(writers, [node]).trim());
  return blocks.filter((block) => block !== "").join(separator);
}

function toTextList(writers: Writers, { ordered, start, children }: List): string {
  const items = children.map((item, index) => {
    const marker = ordered === true ? `${(start ?? 1) + index}. ` : "- ";
    const inner = toTextBlocks(writers, item.children, item.spread === true ? "\n\n" : "\n");
    return marker + inner.replace(/\n(?!\n|$)/g, `\n${" ".repeat(marker.length)}`);
  });
  return items.join("\n");
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
