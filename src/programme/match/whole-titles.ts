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
  /** The other word that few titles hold: most are told apart by it. */
  second: string;
}

/** Whether a title of more than one word, of another session than this one, stands whole in a video's. */
export function hasOtherTitle(
  sessions: readonly MatchableSession[],
  { distinct }: Title,
  own: MatchableSession,
): boolean {
  const byRarest = indexByRarest(sessions);
  for (const word of distinct)
    for (const { session, title, second } of byRarest.get(word) ?? [])
      if (session !== own && distinct.has(second) && isWhole(title, distinct)) return true;
  return false;
}

function isWhole(title: string, words: ReadonlySet<string>): boolean {
  return toTitleWords(title).every((word) => words.has(word));
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
    const count = (word: string) => counts.get(word) ?? 0;
    const index = new Map<string, OwnTitle[]>();
    for (const { session, title, words } of titles) {
      const [rarest, second] = toRarest(words, count);
      const others = index.get(rarest);
      if (others === undefined) index.set(rarest, [{ session, title, second }]);
      else others.push({ session, title, second });
    }
    return index;
  },
);

/** The two words that are counted least, the first of them first. */
function toRarest(
  words: readonly string[],
  count: (word: string) => number,
): [rarest: string, second: string] {
  let [rarest, second] = ["", ""];
  let [least, next] = [Infinity, Infinity];
  for (const word of words) {
    const counted = count(word);
    if (counted < least) [rarest, least, second, next] = [word, counted, rarest, least];
    else if (counted < next) [second, next] = [word, counted];
  }
  return [rarest, second];
}
