/** What an entry or event says, format-neutral: blocks that become HTML or readable plain text. */
import type { Direction } from "../wording/language.ts";
import { markup, toTrustedHtml, type Html } from "../wording/html.ts";
import { toCleanText, toLine } from "../wording/text.ts";

/** Text, a link, or text in another language. In plain text a link shows its address unless it is the text. */
export type Part = string | { text: string; url: string } | { text: string; lang: string };

export type Block =
  | { kind: "list"; title: string; items: Part[][] }
  /** A paragraph, of one line or more. */
  | { kind: "lines"; lines: Part[][] }
  /** Left out of plain text: the link is said beside it. */
  | { kind: "picture"; source: string; url: string; description: string }
  /** HTML that is safe, with what it says of its language and direction, where that is not the document's. */
  | { kind: "markup"; html: string; text: string; lang?: string; dir?: Direction | "auto" };

/** In order; null where there is nothing to say. */
export type Blocks = readonly (Block | null)[];

/** A paragraph of one line. */
export function toParagraph(...parts: Part[]): Block {
  return { kind: "lines", lines: [parts] };
}

export function toHtml(blocks: Blocks): string {
  return blocks
    .filter((block) => block !== null)
    .map((block) => toHtmlBlock(block).source)
    .join("\n");
}

/** Paragraphs are separated by an empty line; no line ends in white space. */
export function toPlainText(blocks: Blocks): string {
  return blocks
    .map(toTextBlock)
    .filter((text) => text !== "")
    .join("\n\n");
}

/** A text of more than a line as plain text shows it: without the white space that ends its lines, and around it. */
export function toReadableText(text: string): string {
  return withoutTrailing(toCleanText(text)).trim();
}

/**
 * A video's description, which anyone may have written, as safe blocks: paragraphs at empty lines, line breaks kept,
 * http(s) addresses as links. Nothing in it is read as markup.
 */
export function toDescriptionBlocks(description: string): Block[] {
  return toCleanText(description)
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "")
    .map((paragraph) => ({ kind: "lines", lines: paragraph.split("\n").map(toParts) }));
}

function toHtmlBlock(block: Block): Html {
  switch (block.kind) {
    case "list":
      return markup`<p>${block.title}</p>\n<ul>\n${block.items.map((item) => markup`<li>${item.map(toHtmlPart)}</li>\n`)}</ul>`;
    case "lines":
      return markup`<p>${block.lines.map(toHtmlLine)}</p>`;
    case "picture":
      return markup`<p><a href="${block.url}">${toImage(block)}</a></p>`;
    case "markup":
      return toMarkup(block);
  }
}

function toMarkup({ html, lang, dir }: Extract<Block, { kind: "markup" }>): Html {
  const content = toTrustedHtml(html);
  if (lang === undefined && dir === undefined) return content;
  const [language, direction] = [
    lang === undefined ? markup`` : markup` lang="${lang}"`,
    dir === undefined ? markup`` : markup` dir="${dir}"`,
  ];
  return markup`<div${language}${direction}>\n${content}\n</div>`;
}

function toHtmlLine(parts: readonly Part[], index: number): Html {
  return index === 0 ? markup`${parts.map(toHtmlPart)}` : markup`<br />\n${parts.map(toHtmlPart)}`;
}

function toHtmlPart(part: Part): Html {
  if (typeof part === "string") return markup`${part}`;
  if ("lang" in part) return markup`<span lang="${part.lang}">${part.text}</span>`;
  return markup`<a href="${part.url}">${part.text}</a>`;
}

/** In the size of YouTube's picture, so that a reader keeps its place while it loads. */
function toImage({ source, description }: { source: string; description: string }): Html {
  return markup`<img src="${source}" alt="${description}" width="320" height="180" />`;
}

function toTextBlock(block: Block | null): string {
  switch (block?.kind) {
    case "list":
      return block.title + block.items.map((item) => `\n- ${toTextLine(item)}`).join("");
    case "lines":
      return block.lines.map(toTextLine).join("\n");
    case "markup":
      return toReadableText(block.text);
    case "picture":
    case undefined:
      return "";
  }
}

/** Without the white space that ends a line. */
function withoutTrailing(text: string): string {
  if (!text.includes(" \n") && !text.includes("\t\n")) return text;
  // Only where a run of spaces begins: trying again at each of its spaces takes a time quadratic in them.
  return text.replace(/(?<![ \t])[ \t]+$/gm, "");
}

function toTextLine(parts: readonly Part[]): string {
  return toLine(parts.reduce((line: string, part) => line + toTextPart(part), ""));
}

function toTextPart(part: Part): string {
  if (typeof part === "string") return part;
  return "lang" in part || part.text === part.url ? part.text : `${part.text} (${part.url})`;
}

/** An http(s) address in running text, without the punctuation that ends the sentence around it. */
const ADDRESS = /https?:\/\/[^\s<>"]*[^\s<>"'.,:;!?()[\]{}…]/g;

function toParts(line: string): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const { 0: url, index } of line.matchAll(ADDRESS)) {
    const parsed = URL.parse(url);
    // "https://bank.example@other.example" leads to the other.
    if (parsed === null || parsed.username !== "" || parsed.password !== "") continue;
    if (index > end) parts.push(line.slice(end, index));
    parts.push({ text: url, url });
    end = index + url.length;
  }
  if (end < line.length) parts.push(line.slice(end));
  return parts;
}
