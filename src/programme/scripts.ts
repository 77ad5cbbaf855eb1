/** Scripts that are written without spaces between words: there a text is searched, and joined, character by character. */

const UNSPACED =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}";

/** One character of such a script; or of Korean, whose words carry endings that nobody types. */
export const ONE_BY_ONE = new RegExp(`[${UNSPACED}\\p{Script=Hangul}]`, "gu");

const ENDS_UNSPACED = new RegExp(`[${UNSPACED}、。，！？「」『』（）]$`, "u");
const BEGINS_UNSPACED = new RegExp(`^[${UNSPACED}、。，！？「」『』（）]`, "u");

/** Two pieces of a text, one after the other as their script has it. */
export function joinText(before: string, after: string): string {
  if (before === "" || after === "") return before + after;
  const isUnspaced = ENDS_UNSPACED.test(before) && BEGINS_UNSPACED.test(after);
  return isUnspaced ? before + after : `${before} ${after}`;
}
