/**
 * Lower-case text with its accents taken off and Cyrillic written in Latin letters, so that a name on a poster
 * ("Anna Shcherbinina") and the same name on a channel ("Анна Щербинина") can meet.
 */

const MARKS = /\p{M}/gu;
/** Letters that carry their stroke inside, which no normalization takes off. */
const STROKED = "ł=l ø=o đ=d ð=d ħ=h ı=i ß=ss æ=ae œ=oe þ=th";
/** Russian, Ukrainian and Belarusian as passports and posters write them. */
const CYRILLIC =
  "а=a б=b в=v г=g ґ=g д=d е=e ё=e є=ye ж=zh з=z и=i і=i ї=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ў=u ф=f " +
  "х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya";
const SPELLED = new Map(`${STROKED} ${CYRILLIC}`.split(" ").map((pair) => [pair.slice(0, 1), pair.slice(2)]));
const SPELLED_LETTERS = /[łøđðħıßæœþ]|\p{sc=Cyrillic}/gu;

/** @param text lower case */
export function toLatin(text: string): string {
  const spelled = text.replace(SPELLED_LETTERS, (letter) => SPELLED.get(letter) ?? letter);
  return spelled.normalize("NFD").replace(MARKS, "");
}
