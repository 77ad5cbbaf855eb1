/**
 * Words as titles, names and descriptions are compared: no case, no accents, no punctuation, no emoji.
 *
 * Pure text to text; knows nothing of sessions and videos.
 */

/** Apostrophes of all kinds bind what they stand between: "don't", "don’t" and "dont" are one word. */
const APOSTROPHES = /['’‘ʼ`´]/gu;
const MARKS = /\p{M}/gu;
const WORDS = /[\p{L}\p{N}]+/gu;

/** The words of a text, in order. NFKC folds full-width digits and ligatures, NFD takes the accents off. */
export function toWords(text: string): string[] {
  return toFolded(text).match(WORDS) ?? [];
}

function toFolded(text: string): string {
  const folded = text.normalize("NFKC").normalize("NFD").replace(MARKS, "").toLowerCase();
  return folded.replace(APOSTROPHES, "").replaceAll("&", " and ");
}
