/** A video's description, which anyone may have written, as safe blocks. */
import type { Block, Part } from "./prose.ts";
import { toCleanText } from "./text.ts";

/** An http(s) address in running text, without the punctuation that ends the sentence around it. */
const ADDRESS = /https?:\/\/[^\s<>"]*[^\s<>"'.,:;!?()[\]{}…]/g;

/** Paragraphs at empty lines, line breaks kept, http(s) addresses as links. Nothing in it is read as markup. */
export function toDescriptionBlocks(description: string): Block[] {
  return toCleanText(description)
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "")
    .map((paragraph) => ({ kind: "lines", lines: paragraph.split("\n").map(toParts) }));
}

function toParts(line: string): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const { 0: url, index } of line.matchAll(ADDRESS)) {
    if (!URL.canParse(url)) continue;
    if (index > end) parts.push(line.slice(end, index));
    parts.push({ text: url, url });
    end = index + url.length;
  }
  if (end < line.length) parts.push(line.slice(end));
  return parts;
}
