/** XML of others as a tree. The parser, which is small and quick, lets some pass that XML forbids: here it is refused. */
import { Parser } from "saxen";

export interface XmlElement {
  /** With its prefix. */
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: XmlElement[];
  /** Its own: what stands in its children is theirs. */
  text: string;
}

/** All that there are without a DTD (XML 1.0 4.6). */
const NAMED = new Map(Object.entries({ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" }));
const REFERENCE = /&(?:#(\d+);|#x([\dA-Fa-f]+);|(\w+);|)/g;

/**
 * The root of a document, read whole.
 *
 * @throws Error for what is not well-formed, and for a DOCTYPE
 */
export function readXml(text: string): XmlElement {
  const document: XmlElement = { name: "", attributes: {}, children: [], text: "" };
  const open = [document];
  const add = (words: string): void => {
    const element = open.at(-1);
    if (element !== undefined) element.text += words;
  };
  new Parser()
    .on("openTag", (name, readAttributes) => {
      const element = { name, attributes: readAttributes(), children: [], text: "" };
      open.at(-1)?.children.push(element);
      open.push(element);
    })
    .on("closeTag", () => open.pop())
    .on("text", (words) => add(decode(words)))
    .on("cdata", add)
    .on("attention", () => refuse("a declaration"))
    .on("warn", ({ message }) => refuse(message))
    // XML 1.0 2.11, which the parser leaves undone: descriptions hold raw CR.
    .parse(text.replace(/\r\n?/g, "\n"));
  const [root, other] = document.children;
  return root === undefined || other !== undefined ? refuse("not one root") : root;
}

/** The elements of a name that stand in another, in order. */
export function findAll({ children }: XmlElement, name: string): XmlElement[] {
  return children.filter((child) => child.name === name);
}

/** The text of the first element of a name; "" where there is none, or it shows nothing. */
export function toText(parent: XmlElement | undefined, name: string): string {
  const text = parent?.children.find((child) => child.name === name)?.text ?? "";
  return text.trim() === "" ? "" : text;
}

/** The value of an attribute; "" where there is none. */
export function toValue({ attributes }: XmlElement, name: string): string {
  return decode(attributes[name] ?? "");
}

function decode(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(REFERENCE, (all, decimal?: string, hexadecimal?: string, name = "") => {
    const code = decimal ?? hexadecimal;
    if (code === undefined) return NAMED.get(name) ?? refuse(`the reference ${all}`);
    return String.fromCodePoint(Number.parseInt(code, decimal === undefined ? 16 : 10));
  });
}

function refuse(what: string): never {
  throw new Error(`not well-formed: ${what}`);
}
