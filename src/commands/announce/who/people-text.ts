/** The words of a list of people without what parts no names: pronouns, degrees, "et al.", with whom the work was done. */
import { toNarrow } from "../lines/line.ts";

export interface PeopleText {
  text: string;
  /** What was left out, and why. */
  warnings: string[];
}

const EQUAL = /\(\*?\s*equal(?:ly)? contribut\w*\s*\)/i;
const PRONOUNS = /[([](?:he|she|they|ze|xe)(?:\s*\/\s*\p{L}+)+[)\]]/giu;
/** "Ada Example, PhD (MIT)". */
const DEGREE = /,\s+(?:Ph\.?\s?D\.?|M\.?D\.?|M\.?\s?Sc\.?|DPhil|D\.?Sc\.?)\s*(?=[([])/g;
/** "Ada Lovelace.", but not "Ada L.". */
const END = /(?:[\s,;]|(?<!(?<!\p{L})\p{Lu})\.)+$/u;
const ET_AL = /[\s,]+(?:et al\.?|and others)\s*$/i;
/** Who worked on it, leads through it, or would have presented, and does not present. */
const BESIDE =
  /[\s,;.(–—-]+((?:(?:(?:based on )?joint work|in collaboration|work) with|instead of|in place of|replacing|standing in for|(?:moderated|chaired|hosted|introduced) by)\s[^)]*|(?:discussants?|chair|host|moderator)\s?:[^)]*)\)?\s*$/i;

/** Prepare a list of people to be split. */
export function toPeopleText(source: string): PeopleText {
  const whole = toNarrow(source)
    .replace(EQUAL, "")
    .replaceAll("*", "")
    .replace(/,\s+(Jr|Sr)\.?(?=[\s,(]|$)/g, " $1.")
    .replace(PRONOUNS, "")
    .replace(DEGREE, " ")
    .replace(/\s+\|\s+|\s+,/g, ", ");
  const beside = BESIDE.exec(whole);
  const text = whole.slice(0, beside?.index);
  return {
    text: text.replace(ET_AL, "").replace(END, ""),
    warnings: [
      ...(beside?.[1] === undefined ? [] : [`left out: ${JSON.stringify(beside[1])}`]),
      ...(ET_AL.test(text) ? ['"et al." names nobody and was left out'] : []),
    ],
  };
}
