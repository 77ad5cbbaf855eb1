/** HTML that cannot hold unescaped text: values put into the template are escaped, unless they are HTML themselves. */
import { toCleanText } from "./text.ts";

/** A piece of markup made by {@link markup} or JSX, or vouched for by {@link toTrustedHtml}. */
export class Html {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

/**
 * Template tag: markup`<a href="${url}">${text}</a>`. Attribute values must be quoted. Not called `html`, for
 * formatters re-indent what is, and with it the feeds.
 */
export function markup(strings: TemplateStringsArray, ...values: (string | Html | readonly Html[])[]): Html {
  const rest = values.map((value, index) => `${toSource(value)}${strings[index + 1] ?? ""}`).join("");
  return new Html(`${strings[0] ?? ""}${rest}`);
}

/** Markup known to be safe: abstracts, which the build made from Markdown. `]]>` is written so that CDATA can hold it. */
export function toTrustedHtml(source: string): Html {
  return new Html(toCleanText(source).replaceAll("]]>", "]]&gt;"));
}

/** Text as HTML and XML show it, in content and in quoted attributes. */
export function escapeHtml(text: string): string {
  return escapeSpecial(toCleanText(text));
}

/** The same of text that is cleaned afterwards, with all around it. */
export function escapeSpecial(text: string): string {
  return SPECIAL.test(text) ? text.replace(ALL_SPECIAL, (character) => ENTITIES[character] ?? "") : text;
}

const SPECIAL = /[&<>"']/;
const ALL_SPECIAL = new RegExp(SPECIAL, "g");

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function toSource(value: string | Html | readonly Html[]): string {
  if (typeof value === "string") return escapeHtml(value);
  return value instanceof Html ? value.source : value.map(({ source }) => source).join("");
}
