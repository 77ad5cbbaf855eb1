/**
 * Words as titles, names and descriptions are compared: no case, no accents, no punctuation, no emoji, Cyrillic in
 * Latin letters; words that are the same but for a slip, an ending, or the spelling of a foreign name; and presenters'
 * names in a text, whole, in part, or in another spelling.
 */
import type { Presenter } from "../session.ts";

/** The different words of a name, without initials. */
export type Name = readonly string[];

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

const MARKS = /\p{M}/gu;
/** Letters that carry their stroke inside, which no normalization takes off. */
const STROKED = "ł=l ø=o đ=d ð=d ħ=h ı=i ß=ss æ=ae œ=oe þ=th";
/** Russian, Ukrainian and Belarusian as passports and posters write them. */
const CYRILLIC =
  "а=a б=b в=v г=g ґ=g д=d е=e ё=e є=ye ж=zh з=z и=i і=i ї=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ў=u ф=f " +
  "х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya";
const SPELLED = new Map(`${STROKED} ${CYRILLIC}`.split(" ").map((pair) => [pair.slice(0, 1), pair.slice(2)]));
const SPELLED_LETTERS = /[łøđðħıßæœþ]|\p{sc=Cyrillic}/gu;

/** Shorter words differ from their neighbours by one letter all the time: "test", "text". */
const MIN_ALIKE_CHARACTERS = 4;
/** One slip in a shorter word makes another word. */
const MIN_SLIP_CHARACTERS = 5;
/** "build", "building", "builders": endings up to this long, never longer than the stem without its last letter. */
const MAX_ENDING_CHARACTERS = 3;
/** Shorter names have too little left without their vowels. */
const MIN_SPELLED_CHARACTERS = 3;

/** The words of a text, in order. NFKC folds full-width digits and ligatures. */
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

/** Whether two different words may be one: an ending more, a letter wrong, missing or swapped. */
export function isAlike(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < MIN_ALIKE_CHARACTERS || isExact(a) || isExact(b)) return false;
  const stem = toSharedStart(a, b);
  const ending = Math.max(a.length, b.length) - stem;
  if (stem >= MIN_ALIKE_CHARACTERS && ending <= MAX_ENDING_CHARACTERS && stem > ending) return true;
  return Math.max(a.length, b.length) >= MIN_SLIP_CHARACTERS && isOneSlip(a.slice(stem), b.slice(stem));
}

/** Whether two names may be one, spelled from another alphabet in two ways: "khomyakov", "homiakow". */
export function isSpelledAlike(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < MIN_SPELLED_CHARACTERS) return false;
  const skeleton = toSkeleton(a);
  return skeleton.length > 1 && skeleton === toSkeleton(b);
}

export function toNames(presenters: readonly Presenter[]): Name[] {
  const names = presenters.map(({ name }) => [...new Set(toWords(name))]);
  return names.map((name) => name.filter((word) => word.length > 1)).filter((name) => name.length > 0);
}

/** Those words of a name that a text of these words holds. */
export function toNamedWords(name: Name, words: ReadonlySet<string>): string[] {
  return name.filter((word) => words.has(word));
}

/**
 * The words of a title that stand for those of a name, where they may also be misspelled or, when one of the two is in
 * another script, transliterated. A name of one word is too little for that.
 */
export function findNameForms(name: Name, words: ReadonlySet<string>, isOtherScript: boolean): string[] {
  const named = toNamedWords(name, words);
  if (name.length === 1 || named.length === name.length) return named;
  const others = [...words];
  return name.flatMap((word) => {
    const isForm = (other: string) => isAlike(word, other) || (isOtherScript && isSpelledAlike(word, other));
    return words.has(word) ? word : (others.find(isForm) ?? []);
  });
}

function toLatin(text: string): string {
  const spelled = text.replace(SPELLED_LETTERS, (letter) => SPELLED.get(letter) ?? letter);
  return spelled.normalize("NFD").replace(MARKS, "");
}

/** "Q&A" is one word, any other "&" is "and". */
function toBare(text: string): string {
  // Looking is quicker than replacing, and most texts hold none.
  const bare = text.search(APOSTROPHES) < 0 ? text : text.replace(APOSTROPHES, "");
  return bare.includes("&") ? bare.replaceAll("q&a", "qa").replaceAll("&", " and ") : bare;
}

function toPairs(run: string): string[] {
  if (run.length < 3) return [run];
  return Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2));
}

/** Digits are exact, and pairs of characters are no words. */
function isExact(word: string): boolean {
  return (word >= "0" && word <= "9~") || isUnspaced(word);
}

function toSharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

/** Of two remainders that differ in their first letter: one letter more, less, other, or two swapped. */
function isOneSlip(a: string, b: string): boolean {
  const [restOfA, restOfB] = [a.slice(1), b.slice(1)];
  const isSwapped = a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
  return restOfA === b || a === restOfB || restOfA === restOfB || isSwapped;
}

/** A name without what spellings of it disagree on: vowels, doubled letters, "kh" and "h". */
function toSkeleton(name: string): string {
  const consonants = name.replaceAll("kh", "h").replaceAll("ck", "k").replaceAll("w", "v");
  return consonants.replace(/[aeiouyj]/g, "").replace(/(.)\1/g, "$1");
}
