/** What presenting sentences say after who presents: the place, and words that nothing here understands. */
import { takeOut } from "./lines/left-over.ts";
import type { Line } from "./lines/line.ts";
import { findDates } from "./when/dates.ts";
import { findTimes } from "./when/times.ts";
import { toUnreadWords } from "./what/paper-titles.ts";
import { isRoom } from "./where/room.ts";
import type { PresentingSentence } from "./drafts/presenting.ts";

/** Words without capitals tell a story and are no facts of the session, but for a number where a room would be. */
const FACT = /\p{Lu}|https?:|(?:^|\s)(?:in|at|@)\s\d{2,}(?!\s?(?:days|weeks|hours|minutes|steps|times))/u;
const ROOM_IN_WORDS =
  /(?<![\p{L}])(?:in|at|@)\s+(?:the\s+)?(?:room|lecture hall|seminar room|auditorium|library)\b/iu;

/** The parts of a sentence's end that say something which was not read yet. */
export function findUnread(line: Line, { rest }: PresentingSentence): Line[] {
  const spans = [...findDates(rest, false), ...findTimes(rest).filter(({ text }) => /[a-z]/i.test(text))];
  const words = toUnreadWords(spans.reduce(takeOut, rest));
  return words
    .split(" … ")
    .filter((part) => FACT.test(part) || isRoom(part.replace(/[.!\s]+$/, "")) || ROOM_IN_WORDS.test(part))
    .map((part) => part.replace(/^(?:in|at|@|on)\s+(?:the\s+)?|[.!\s]+$/gi, ""))
    .map((text) => ({ number: line.number, text }));
}
