/** Text as BibTeX writes it between braces, which must balance: a backslash does not protect one. */
import { toLine } from "../wording/text.ts";

const SPECIALS: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  $: "\\$",
  "&": "\\&",
  "%": "\\%",
  "#": "\\#",
  _: "\\_",
};

/** Plain text, on one line. */
export function toBibWords(text: string): string {
  return (
    toLine(text)
      .replace(/[\\{}~^$&%#_]/g, (character) => SPECIALS[character] ?? "")
      // TeX would draw a dash for two hyphens, and a quotation mark for two of these.
      .replace(/([-`'])(?=\1)/g, "$1{}")
  );
}

/** A title whose capitals stay: without braces of its own most styles put all but the first letter in lower case. */
export function toBibTitle(title: string): string {
  return `{${toBibWords(title)}}`;
}

/** A name in its own order. Where a comma or an "and" is part of it, or it is "others", it is not to be taken apart. */
export function toBibName(name: string): string {
  const words = toBibWords(name);
  return /,|(?:^|\s)(?:and|others)(?:\s|$)/i.test(words) ? `{${words}}` : words;
}

/** An address as it is, in a field that is read without TeX's rules; only what would end the field is encoded. */
export function toBibUrl(url: string): string {
  return new URL(url).href.replace(/[{}\\^]/g, encodeURIComponent);
}
