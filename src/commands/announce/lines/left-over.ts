/**
 * What is left of a line when everything that was understood is taken out of it. A field is written only from words that are
 * wholly understood; what is left over makes the session incomplete and is shown.
 */

/** Stands where something was taken; no input has it, for it is no character of text. */
const TAKEN = "\uffff";

/** The text without what lies between two places, which the rest of it keeps. */
export function takeOut(text: string, { index, end }: { index: number; end: number }): string {
  return text.slice(0, index) + TAKEN.repeat(Math.max(0, end - index)) + text.slice(end);
}

/** The text without every match of a pattern, and the matches. */
export function takeAll(text: string, pattern: RegExp): { rest: string; taken: RegExpExecArray[] } {
  const taken: RegExpExecArray[] = [];
  let rest = text;
  for (const match of text.matchAll(pattern)) {
    taken.push(match);
    rest = takeOut(rest, { index: match.index, end: match.index + match[0].length });
  }
  return { rest, taken };
}

/** Signs that say nothing where they stand alone. */
const SIGN = "[\\s\\uffff,;:|/·•–—&+@*_~#=<、，：；-]|\\p{Extended_Pictographic}|\\ufe0f|\\u200d";
const SIGNS = new RegExp(`^(?:${SIGN}|[.!?>'"“”„«»。])+|(?:${SIGN})+$`, "gu");
const EMPTY_BRACKETS = /[([{（［【]\s*[\s\uffff,;:/|·–—-]*[)\]}）］】]/g;

const ADDRESS = /https?:\/\/\S+/g;

/** Words that say nothing are taken out, but not those within an address. */
function withoutIdle(text: string, idle: RegExp): string {
  const addresses = [...text.matchAll(ADDRESS)].map(({ 0: { length }, index }) => ({
    index,
    end: index + length,
  }));
  return [...text.matchAll(idle)]
    .filter(({ index }) => !addresses.some((one) => one.index <= index && index < one.end))
    .reduce((rest, { 0: { length }, index }) => takeOut(rest, { index, end: index + length }), text);
}

/** What remains in words, "" where nothing does. @param idle words that say nothing here */
export function toLeftOver(text: string, idle: RegExp): string {
  const bare = withoutIdle(text, idle)
    .replace(EMPTY_BRACKETS, TAKEN)
    .replace(/\uffff+(?:[\s,;:|/–—-]*\uffff)*/g, TAKEN);
  const words = bare
    .split(TAKEN)
    .map((part) =>
      part
        .replace(SIGNS, "")
        .replace(/^[)\]]+|[([]+$/g, "")
        .replace(SIGNS, "")
        .replace(/\s+/g, " "),
    )
    .map((part) => (part.includes(")") ? part : part.replace(/^[([]/, "")))
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
  return words.join(" … ");
}
