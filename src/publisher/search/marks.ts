/** The words of a text that a search asks for, marked. */
import { stemmer } from "stemmer";
import type { Marked } from "../../programme/search-result.ts";
import { fromIndexed, INDEXED_WORD } from "../../programme/search-terms.ts";

/** Around hits that FTS5 marks: no text holds these. */
export const [OPEN, CLOSE] = ["\u0002", "\u0003"];

/** What FTS5 has marked, in pieces; marks that touch are one. */
export function readMarked(text: string): Marked {
  const joined = fromIndexed(text).replaceAll(CLOSE + OPEN, "");
  return joined.split(OPEN).flatMap((piece, index) => {
    const [hit = "", rest] = index === 0 ? ["", piece] : piece.split(CLOSE);
    return toPieces([
      [hit, true],
      [rest ?? "", false],
    ]);
  });
}

interface Word {
  stem: string;
  begin: number;
  end: number;
}

/**
 * The same as FTS5 would mark, without asking it: among many transcripts it takes a millisecond for each passage.
 *
 * @param terms see toTerms
 */
export function markTerms(text: string, terms: readonly string[]): Marked {
  const stems = terms.map((term) => toWords(term).map(({ stem }) => stem));
  const phrases = Map.groupBy(stems, ([first = ""]) => first);
  const words = toWords(text, new Set(stems.flat().map((stem) => stem.charAt(0))));
  const isHit = words.map(() => false);
  for (const [at, { stem: first }] of words.entries())
    for (const phrase of phrases.get(first) ?? [])
      if (phrase.every((stem, offset) => words[at + offset]?.stem === stem))
        isHit.fill(true, at, at + phrase.length);
  return cut(text, words, isHit);
}

/** @param begins the letters that the words looked for begin with: no stem begins with another than its word */
function toWords(text: string, begins?: ReadonlySet<string>): Word[] {
  return [...text.matchAll(INDEXED_WORD)].map(({ 0: word, index }) => ({
    stem: toStem(word, begins),
    begin: index,
    end: index + word.length,
  }));
}

/** Porter's, as the index has it: without accents, of words in Latin letters. */
function toStem(word: string, begins?: ReadonlySet<string>): string {
  const plain = (isPlain(word) ? word : word.normalize("NFD").replace(/\p{M}/gu, "")).toLowerCase();
  if (begins?.has(plain.charAt(0)) === false) return "";
  return /^[a-z]{3,}$/.test(plain) ? stemmer(plain) : plain;
}

/** Whether FTS5 takes no accents off it: neither in English, nor in Chinese, Japanese and Korean. */
function isPlain(word: string): boolean {
  return word.charCodeAt(0) >= FIRST_EAST_ASIAN || ASCII.test(word);
}

const FIRST_EAST_ASIAN = 0x2e80;
const ASCII = /^[\x20-\x7e]*$/;

function cut(text: string, words: readonly Word[], isHit: readonly boolean[]): Marked {
  const parts: [string, boolean][] = [];
  let at = 0;
  for (const [index, { begin, end }] of words.entries()) {
    if (isHit[index] !== true) continue;
    parts.push([text.slice(at, begin), false], [text.slice(begin, end), true]);
    at = end;
  }
  return toPieces([...parts, [text.slice(at), false]]);
}

/** Without empty ones; two of a kind are one. */
function toPieces(parts: readonly (readonly [string, boolean])[]): Marked {
  const pieces: { text: string; isHit: boolean }[] = [];
  for (const [text, isHit] of parts) {
    const last = pieces.at(-1);
    if (text === "") continue;
    if (last?.isHit === isHit) last.text += text;
    else pieces.push({ text, isHit });
  }
  return pieces;
}
