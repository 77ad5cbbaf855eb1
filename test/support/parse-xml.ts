/** XML as a strict parser reads it (sax, by way of xml2js, which rss-parser brings): the second opinion beside rss-parser. */
import { createRequire } from "node:module";

/** An element: its text, attributes and children by name, in order. */
export interface Element {
  name: string;
  text: string;
  attributes: Record<string, string>;
  children: Element[];
}

interface Node {
  "#name": string;
  _?: string;
  $?: Record<string, string>;
  $$?: Node[];
}

interface Xml2js {
  parseStringPromise(xml: string, options: Record<string, boolean>): Promise<Node>;
}

// The package has no types.
const xml2js: Xml2js = createRequire(import.meta.url)("xml2js");

/** The root element; a document that is not well-formed is an error. */
export async function parseXml(xml: string): Promise<Element> {
  const options = { explicitRoot: false, explicitChildren: true, preserveChildrenOrder: true, strict: true };
  return toElement(await xml2js.parseStringPromise(xml, options));
}

/** All elements below with this name, in document order. */
export function findAll({ children }: Element, name: string): Element[] {
  return children.flatMap((child) => [...(child.name === name ? [child] : []), ...findAll(child, name)]);
}

/** The texts of an element's own children with this name. */
export function textsOf({ children }: Element, name: string): string[] {
  return children.filter((child) => child.name === name).map(({ text }) => text);
}

function toElement(node: Node): Element {
  const children = (node.$$ ?? []).filter((child) => !child["#name"].startsWith("__")).map(toElement);
  return { name: node["#name"], text: node._ ?? "", attributes: node.$ ?? {}, children };
}
