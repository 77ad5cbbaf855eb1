/**
 * Words as titles, names and descriptions are compared: no case, no accents, no punctuation, no emoji.
 *
 * Pure text to text; knows nothing of sessions and videos.
 */
import { toLatin } from "./latin.ts";

/** Apostrophes of all kinds bind what they stand between: "don't", "don’t" and "dont" are one word. */
const APOSTROPHES = /['’‘ʼ`´]/g;
const ASCII = /^[\0-\x7f]*$/;
const ASCII_WORDS = /[a-z]+|[0-9]+/g;
/** Letters and digits part ("Ruby3", "day2"), and so do scripts written without spaces from the rest. */
const WORDS =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]+|\p{N}+|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー])\p{L})+/gu;
const UNSPACED = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]/u;
const LETTERS = /\p{L}/gu;
const OTHER_LETTERS = /(?!\p{sc=Latin})\p{L}/gu;

/** The words of a text, in order. NFKC folds full-width digits and ligatures; Cyrillic is read as Latin. */
export function toWords(text: string): string[] {
  if (ASCII.test(text)) return toBare(text.toLowerCase()).match(ASCII_WORDS) ?? [];
  const words = toBare(toLatin(text.normalize("NFKC").toLowerCase())).match(WORDS) ?? [];
  return words.flatMap((word) => (UNSPACED.test(word) ? toPairs(word) : [word]));
}

/** Whether a word is from a script written without spaces, where words are overlapping pairs of characters. */
export function isUnspaced(word: string): boolean {
  return word > "\u2fff" && UNSPACED.test(word);
}

/** The share, 0 to 1, of a text's letters that are not Latin. */
export function toOtherScriptShare(text: string): number {
  if (ASCII.test(text)) return 0;
  const letters = text.match(LETTERS)?.length ?? 0;
  return letters === 0 ? 0 : (text.match(OTHER_LETTERS)?.length ?? 0) / letters;
}

/** "Q&A" is one word, any other "&" is "and". */
function toBare(text: string): string {
  const bare = text.replace(APOSTROPHES, "");
  return bare.includes("&") ? bare.replaceAll("q&a", "qa").replaceAll("&", " and ") : bare;
}

function toPairs(run: string): string[] {
  if (run.length < 3) return [run];
  return Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2));
}
