/** Which links an abstract may have, and where they lead. */
import type { Definition, Nodes } from "mdast";
import { parseWebAddress } from "./web-address.ts";

/** Addresses defined apart from their links, by Markdown's normalised name; the first of a name counts. */
export type Definitions = ReadonlyMap<string, string>;

/** Every `[name]: address` of a document. */
export function findDefinitions(root: Nodes): Definitions {
  const found = new Map<string, string>();
  collect(root, ({ identifier, url }) => {
    if (!found.has(identifier)) found.set(identifier, url);
  });
  return found;
}

function collect(node: Nodes, add: (definition: Definition) => void): void {
  if (node.type === "definition") add(node);
  if (!("children" in node)) return;
  for (const child of node.children) collect(child, add);
}

/** The address of a link if it is absolute http(s) without credentials or mailto, else null. */
export function toSafeAddress(url: string): string | null {
  if (/^mailto:[^\s@]+@[^\s@]+$/i.test(url) && URL.canParse(url)) return new URL(url).href;
  const address = parseWebAddress(url);
  return address.ok ? address.value : null;
}

/** The address a link or image leads to, or null. */
export function findAddress(node: Nodes, definitions: Definitions): string | null {
  if (node.type === "link" || node.type === "image") return toSafeAddress(node.url);
  if (node.type !== "linkReference" && node.type !== "imageReference") return null;
  return toSafeAddress(definitions.get(node.identifier) ?? "");
}

/** A bare web address in running text, without the punctuation after it. */
const BARE_ADDRESS = /\bhttps?:\/\/[^\s<>"]+/g;

export interface TextPart {
  text: string;
  /** Where it leads, if the part is a bare address. */
  address: string | null;
}

/** Running text cut at the bare addresses in it. */
export function splitAddresses(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const { 0: match, index } of text.matchAll(BARE_ADDRESS)) {
    const bare = trimPunctuation(match);
    parts.push({ text: text.slice(end, index), address: null }, { text: bare, address: toSafeAddress(bare) });
    end = index + bare.length;
  }
  parts.push({ text: text.slice(end), address: null });
  return parts.filter((part) => part.text !== "");
}

/** Ends a sentence rather than an address. */
const PUNCTUATION = new Set(".,;:!?'*_~");

/** "(see https://example.org/a)." ends the sentence, "https://example.org/a_(b)" the address. */
function trimPunctuation(address: string): string {
  let surplus = address.split(")").length - address.split("(").length;
  let end = address.length;
  for (; end > 0; end -= 1) {
    const sign = address.charAt(end - 1);
    if (sign === ")" && surplus > 0) surplus -= 1;
    else if (!PUNCTUATION.has(sign)) break;
  }
  return address.slice(0, end);
}
