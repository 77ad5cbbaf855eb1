/**
 * JSX as HTML: what `<p class={x}>{text}</p>` in a .tsx file becomes (`jsxImportSource` in `tsconfig.json`). A text is escaped,
 * in content and in attributes; what is `Html` stands as it is. A page is made of text from the innermost element on, so there is
 * nothing to walk through afterwards.
 */
import { escapeSpecial, Html } from "../wording/html.ts";

/** What may stand between tags; what says nothing is left out. */
export type Child = Html | string | number | boolean | null | undefined | readonly Child[];

interface Props {
  children?: Child;
  [attribute: string]: Child;
}

export declare namespace JSX {
  type Element = Html;
  type ElementType = string | ((props: never) => Child);
  interface ElementChildrenAttribute {
    children: Child;
  }
  interface IntrinsicElements {
    [tag: string]: Props;
  }
}

/** HTML 13.1.2: these have no end tag. */
const VOID = new Set("area base br col embed hr img input link meta source track wbr".split(" "));
/** Of these "true" is a value; others are there or not. */
const WORDED = /^(?:aria|data)-/;

export function jsx(tag: string | ((props: Props) => Child), props: Props): Html {
  if (typeof tag === "function") return new Html(toSource(tag(props)));
  const start = `<${tag}${Object.entries(props).map(toAttribute).join("")}`;
  return new Html(VOID.has(tag) ? `${start}/>` : `${start}>${toSource(props.children)}</${tag}>`);
}

export { jsx as jsxs, jsx as jsxDEV };

export function Fragment({ children }: Props): Child {
  return children;
}

function toAttribute([name, value]: [string, Child]): string {
  if (name === "children" || value === undefined || value === null) return "";
  if (typeof value !== "boolean") return ` ${name}="${toSource(value)}"`;
  if (WORDED.test(name)) return ` ${name}="${value}"`;
  return value ? ` ${name}=""` : "";
}

function toSource(child: Child): string {
  if (typeof child === "string") return escapeSpecial(child);
  if (child instanceof Html) return child.source;
  if (typeof child === "number") return String(child);
  return Array.isArray(child) ? child.map(toSource).join("") : "";
}
