/** The pasted lines of an abstract as Markdown. */
import { splitLead, type Line } from "./line.ts";

const ITEM = /^(?:[-*•●▪◦‣■□]|\d{1,2}[.)](?=\s))\s*/;
/** Mail programs wrap at about 72 characters; a much longer line is a paragraph of its own. */
const WRAPPED = { min: 45, max: 100 };

/** Paragraphs parted by an empty line, bullets as a list; what Markdown would read as a sign stays as written. */
export function toMarkdown(body: readonly Line[], form: "post" | "mail"): string {
  const blocks: { text: string; isItem: boolean }[] = [];
  let previous = "";
  for (const { text } of body) {
    const last = blocks.at(-1);
    if (last !== undefined && isWrapped(previous, text, form)) last.text += ` ${text}`;
    else if (ITEM.test(text)) blocks.push({ text: text.replace(ITEM, ""), isItem: true });
    else if (text !== "") blocks.push({ text: splitLead(text).rest, isItem: false });
    previous = text;
  }
  const written = blocks.filter(({ text }) => text !== "");
  return written
    .map(({ text, isItem }, index) => {
      const isNext = isItem && written[index + 1]?.isItem === true;
      return (isItem ? "- " : "") + escapeMarkdown(text) + (isNext ? "\n" : "\n\n");
    })
    .join("")
    .trimEnd();
}

function isWrapped(previous: string, text: string, form: "post" | "mail"): boolean {
  if (previous === "" || text === "" || ITEM.test(text) || splitLead(text).lead !== "") return false;
  if (/^\p{Ll}/u.test(text)) return true;
  return form === "mail" && previous.length >= WRAPPED.min && previous.length <= WRAPPED.max;
}

/** Formulas between dollar signs are kept; elsewhere signs of Markdown and HTML are escaped. */
function escapeMarkdown(text: string): string {
  return text
    .split(/(\$[^$\n]+\$)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[\\`*<[\]]|(?<!\w)_|_(?!\w)/g, "\\$&")))
    .join("")
    .replace(/^(?:[#>+-]|\d+(?=[.)]\s))/, (sign) => (/^\d/.test(sign) ? `${sign}\\` : `\\${sign}`));
}
