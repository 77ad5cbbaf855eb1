/**
 * Whether a video's title holds that of a session as a whole: found by one word of each, as most hold none but their own
 * session's and need no closer look.
 */
import { remember } from "../remember.ts";
import type { MatchableSession } from "./match.ts";
import { toTitles, toTitleWords, type Title } from "./titles.ts";

interface OwnTitle {
  session: MatchableSession;
  title: string;
}

/** Whether a title of more than one word, of another session than this one, stands whole in a video's. */
export function hasOtherTitle(
  sessions: readonly MatchableSession[],
  { distinct }: Title,
  own: MatchableSession,
): boolean {
  const byRarest = indexByRarest(sessions);
  const isWhole = (title: string) => toTitleWords(title).every((word) => distinct.has(word));
  return distinct
    .values()
    .some((word) =>
      (byRarest.get(word) ?? []).some(({ session, title }) => session !== own && isWhole(title)),
    );
}

/** Each title by the one of its words that the fewest titles hold. */
const indexByRarest = remember(
  (sessions: readonly MatchableSession[]): ReadonlyMap<string, readonly OwnTitle[]> => {
    const titles = sessions
      .flatMap((session) =>
        toTitles(session).map((title) => ({ session, title, words: toTitleWords(title) })),
      )
      .filter(({ words }) => words.length > 1);
    const counts = new Map<string, number>();
    for (const { words } of titles) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    const index = new Map<string, OwnTitle[]>();
    for (const { words, ...own } of titles) {
      const rarest = toRarest(words, counts);
      const others = index.get(rarest);
      if (others === undefined) index.set(rarest, [own]);
      else others.push(own);
    }
    return index;
  },
);

function toRarest(words: readonly string[], counts: ReadonlyMap<string, number>): string {
  const count = (word: string) => counts.get(word) ?? 0;
  return words.reduce((rarest, word) => (count(word) < count(rarest) ? word : rarest));
}
