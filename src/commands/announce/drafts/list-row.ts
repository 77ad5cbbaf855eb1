/** A line of a list of sessions to cells: "- Oct 12: Ada Example (MIT) – Sparse Orders", `10/12 – "Sparse Orders" by Ada Example`. */
import { splitLead } from "../lines/line.ts";
import { findDates } from "../when/dates.ts";
import { findTimes } from "../when/times.ts";
import { isFullName } from "../who/name.ts";
import { isPlacedPeople } from "../who/people.ts";
import { BREAK, NOTHING } from "./table-row.ts";

const BULLET = /^[-*•·▪◦‣]\s+/;
/** What is longer is a title with such a word in it. */
const MAX_BREAK_CHARACTERS = 60;
const BETWEEN = /^[\s)\],.:;|–—-]+/;
const TITLE_FIRST = /^(["“«„][^"“”«»„]{3,}["”»“])[\s,;:–—-]*(?:by\s+)?(\p{Lu}.*)$/u;
const TITLE_LAST = /^(.+?)[\s,;:–—-]+(["“«„][^"“”«»„]{3,}["”»“])\.?$/u;
const BY = /^(.+?),?\s+by\s+(\p{Lu}.*)$/u;
const SEPARATOR = /\s+[–—|]\s+|\s+-\s+|\s*;\s+|:\s+/;

/** The day, and two cells of which one is who presents and the other the title; none where a line is no such row. */
export function splitListRow(text: string): string[] {
  if (splitLead(text).lead !== "" && !BULLET.test(text)) return [];
  const bare = text.replace(BULLET, "").replace(/\*\*|__/g, "");
  const [date] = findDates(bare, true);
  if (date === undefined || date.index > 0) return [];
  const end = toWhenEnd(bare, date.end);
  const words = bare.slice(end).replace(BETWEEN, "").trim();
  const cells = splitWhoAndWhat(words);
  return cells === null ? [] : [bare.slice(0, end), ...cells];
}

/** After the time that follows the day. */
function toWhenEnd(text: string, dayEnd: number): number {
  const time = findTimes(text).find(({ index }) => index >= dayEnd);
  const isNext = time !== undefined && /^[\s,@(]*(?:at\s+)?$/.test(text.slice(dayEnd, time.index));
  return isNext ? time.end : dayEnd;
}

function splitWhoAndWhat(words: string): [string, string] | null {
  if (NOTHING.test(words) || (words.length < MAX_BREAK_CHARACTERS && BREAK.test(words))) return ["–", "–"];
  const [, one, other] = TITLE_FIRST.exec(words) ?? TITLE_LAST.exec(words) ?? BY.exec(words) ?? [];
  return one === undefined || other === undefined ? splitAtSign(words) : [one, other];
}

/** At the first sign where names end there, else at the last. */
function splitAtSign(words: string): [string, string] | null {
  const parts = words.split(SEPARATOR).map((part) => part.trim());
  const [first = "", second, ...others] = parts;
  const last = others.at(-1) ?? second;
  if (last === undefined) return null;
  if (others.length === 0 || isPlacedPeople(first) || isFullName(first))
    return [first, words.slice(first.length).replace(/^\s*[–—|;:-]\s*/, "")];
  return isPlacedPeople(last) ? [words.slice(0, -last.length).replace(/\s*[–—|;:-]\s*$/, ""), last] : null;
}
