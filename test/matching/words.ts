/** Words of an invented language, of which there are any number. */
export const SYLLABLES = "ba do ki lu me nor pi qua rin sta tor vel wex yan zu chi fra glo".split(" ");

/** @param rank of the word, from 0; the first are of one syllable */
export function spell(rank: number): string {
  const syllable = SYLLABLES[rank % SYLLABLES.length] ?? "";
  return rank < SYLLABLES.length ? syllable : syllable + spell(Math.floor(rank / SYLLABLES.length) - 1);
}
