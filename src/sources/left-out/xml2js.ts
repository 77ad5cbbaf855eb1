/**
 * What the Worker has in place of the package `xml2js` and its parser (10 KB compressed), see `wrangler.toml`: what
 * `rss-parser` reads a feed with, in the shape that it expects.
 *
 * The parser is small and quick, and lets some pass that XML forbids: here it is refused. Nothing is written: `rss-parser`
 * would, where an entry's content is markup, which YouTube's feeds have none of and nothing here reads.
 */
import { Parser as SaxParser } from "saxen";

/** A text alone; else attributes ("$"), text ("_"), and for each name of children a list. */
type Shape = string | Record<string, unknown>;

/** All names that there are without a DTD (XML 1.0 4.6). */
const NAMED = new Map(Object.entries({ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" }));
const REFERENCE = /&(?:#(\d+);|#x([\dA-Fa-f]+);|(\w+);|)/g;

export class Parser {
  /** @param done takes the document, or an Error for what is not well-formed, and for a DOCTYPE */
  parseString(text: string, done: (error: unknown, document?: Shape) => void): void {
    let document: Shape;
    try {
      document = readDocument(text);
    } catch (error) {
      done(error);
      return;
    }
    done(null, document);
  }
}

/** Writes nothing. */
export class Builder {
  buildObject(): string {
    return "";
  }
}

interface Element {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: Map<string, Shape[]>;
}

function readDocument(text: string): Shape {
  const document = toElement("", {});
  const open = [document];
  let roots = 0;
  const add = (words: string): void => {
    const element = open.at(-1);
    if (element !== undefined) element.text += words;
  };
  new SaxParser()
    .on("openTag", (name, readAttributes) => {
      if (open.length === 1) roots += 1;
      open.push(toElement(name, readAttributes()));
    })
    .on("closeTag", () => {
      const [element, parent] = [open.pop(), open.at(-1)];
      if (element === undefined || parent === undefined) return;
      const others = parent.children.get(element.name) ?? [];
      others.push(toShape(element));
      parent.children.set(element.name, others);
    })
    .on("text", (words) => add(decode(words)))
    .on("cdata", add)
    .on("attention", () => refuse("a declaration"))
    .on("warn", ({ message }) => refuse(message))
    .parse(text);
  if (roots !== 1) refuse("not one root");
  return Object.fromEntries([...document.children].map(([name, [root]]) => [name, root]));
}

function toElement(name: string, attributes: Record<string, string>): Element {
  const decoded = Object.entries(attributes).map(([key, value]) => [key, decode(value)]);
  return { name, attributes: Object.fromEntries(decoded), text: "", children: new Map() };
}

function toShape({ attributes, text, children }: Element): Shape {
  const hasAttributes = Object.keys(attributes).length > 0;
  if (!hasAttributes && children.size === 0) return text;
  return {
    ...(hasAttributes && { $: attributes }),
    ...Object.fromEntries(children),
    ...(text.trim() !== "" && { _: text }),
  };
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
