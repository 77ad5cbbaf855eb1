/** An abstract's Markdown as a tree in which every address is safe, and the way a format is written from it. */
import type { Nodes, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { fail, succeed, type Result } from "../programme/result.ts";
import { formulaNodes, formulaSyntax } from "./formula/syntax.ts";
import { toSafeAddress } from "./links.ts";

export type AbstractFault = { reason: "nested_too_deeply" };

/** How each kind of node is written, also in the words of a link; what has no writer is what it holds. */
export type Writers = {
  [T in Nodes["type"]]?: (node: Extract<Nodes, { type: T }>, isInLink: boolean) => string;
};

/**
 * Left out of CommonMark: a line of signs under a paragraph makes no heading of it (formulas have such lines), and an
 * indented paragraph is no code.
 */
const LEFT_OUT = { disable: { null: ["setextUnderline", "codeIndented"] } };

/** Deeper than people write; the writers descend by recursion, and their stack has an end. */
const MAX_DEPTH = 100;
/** A line that opens more quotations and lists than that: the parser alone would take minutes over a long one. */
const DEEP_LINE = new RegExp(String.raw`^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])[ \t])){${MAX_DEPTH + 1}}`, "m");

/**
 * Parse Markdown.
 *
 * A link or image by reference becomes one with an address; an address that may not be followed becomes empty; comments,
 * which are notes of hosts to themselves, go.
 */
export function parseMarkdown(markdown: string): Result<Root, AbstractFault> {
  if (DEEP_LINE.test(markdown)) return fail({ reason: "nested_too_deeply" });
  const root = fromMarkdown(markdown, {
    extensions: [formulaSyntax, LEFT_OUT],
    mdastExtensions: formulaNodes,
  });
  if (isTooDeep(root)) return fail({ reason: "nested_too_deeply" });
  settle(root);
  return succeed(root);
}

/** Write nodes, one after the other. */
export function writeNodes(writers: Writers, nodes: readonly Nodes[], isInLink = false): string {
  const written = nodes.map((node) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Writers pairs each type with the writer of its nodes
    const writer = writers[node.type] as ((node: Nodes, isInLink: boolean) => string) | undefined;
    if (writer !== undefined) return writer(node, isInLink);
    return "children" in node ? writeNodes(writers, node.children, isInLink) : "";
  });
  return written.join("");
}

function isTooDeep(root: Root): boolean {
  let level: Nodes[] = [root];
  for (let depth = 0; depth <= MAX_DEPTH && level.length > 0; depth += 1) {
    level = level.flatMap((node) => ("children" in node ? node.children : []));
  }
  return level.length > 0;
}

function settle(root: Root): void {
  const nodes = listNodes(root);
  // The first of a name counts.
  const definitions = nodes.filter((node) => node.type === "definition").toReversed();
  const urls = new Map(definitions.map(({ identifier, url }) => [identifier, url]));
  for (const node of nodes) {
    if (node.type === "linkReference" || node.type === "imageReference")
      Object.assign(node, { type: node.type.replace("Reference", ""), url: urls.get(node.identifier) });
    if (node.type === "html") node.value = dropComments(node.value);
    if ("url" in node) node.url = toSafeAddress(node.url);
  }
}

/** A node and all below it, in the order of the text. */
export function listNodes(node: Nodes): Nodes[] {
  return "children" in node ? [node, ...node.children.flatMap(listNodes)] : [node];
}

/** Raw HTML without its comments; nothing after the last "-->" can be one. */
function dropComments(raw: string): string {
  const end = raw.lastIndexOf("-->") + "-->".length;
  return raw.slice(0, end).replace(/<!--[\s\S]*?-->/g, "") + raw.slice(end);
}
