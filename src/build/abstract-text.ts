/**
 * An abstract as plain text for calendars and plain-text readers.
 *
 * Paragraphs are separated by an empty line, list items begin with "- " or their number, a link is its words and then
 * its address in parentheses, code and LaTeX are as written.
 */
import type { List, Nodes, Root } from "mdast";
import { writeNodes, type Writers } from "./markdown.ts";

export function toText(root: Root): string {
  return writeBlocks(root.children);
}

const WRITERS: Writers = {
  paragraph: ({ children }) => writeAll(children),
  heading: ({ children }) => writeAll(children),
  blockquote: ({ children }) => writeBlocks(children).replace(/^/gm, "> "),
  code: ({ value }) => value,
  thematicBreak: () => "---",
  list: writeList,
  html: ({ value }) => toOneLine(value),
  text: ({ value }) => toOneLine(value),
  inlineMath: ({ value }) => toOneLine(value),
  inlineCode: ({ value }) => value,
  break: () => "\n",
  emphasis: ({ children }) => writeAll(children),
  strong: ({ children }) => writeAll(children),
  link: ({ url, children }) => toLink(url, writeAll(children)),
  image: ({ url, alt }) => toLink(url, toOneLine(alt ?? "")),
};

function writeAll(nodes: readonly Nodes[]): string {
  return writeNodes(WRITERS, nodes);
}

function writeBlocks(nodes: readonly Nodes[], separator = "\n\n"): string {
  return nodes
    .map((node) => writeAll([node]).trim())
    .filter((block) => block !== "")
    .join(separator);
}

function writeList({ ordered, start, children }: List): string {
  const items = children.map((item, index) => {
    const marker = ordered === true ? `${(start ?? 1) + index}. ` : "- ";
    const inner = writeBlocks(item.children, item.spread === true ? "\n\n" : "\n");
    return marker + inner.replace(/\n(?!\n|$)/g, `\n${" ".repeat(marker.length)}`);
  });
  return items.join("\n");
}

/** The address is left out where the words already say it. */
function toLink(address: string, words: string): string {
  const bare = address.replace(/^mailto:/, "");
  if (bare === "") return words;
  return words === "" || words === bare || `${words}/` === bare ? bare : `${words} (${bare})`;
}

/** Where the source breaks a line the text does not. */
function toOneLine(text: string): string {
  // Only where a run of spaces begins: trying again at each of its spaces takes a time quadratic in them.
  return text.replace(/(?<!\s)\s*\n\s*/g, " ");
}
