/**
 * Rule 3: the session's number in the video's title.
 *
 * "S21 |", "S21:", "[S21]", "Session 21" name a session. "#21" does when nothing stronger is there and it does not
 * count something else ("Part #2"). "Galaxy S21 on stage" and "S2:E3" name none.
 */

const PLAIN = /\bsessions?\s*(?:no\.?|number|nr\.?)?\s*#?\s*0*(\d{1,4})(?![\p{L}\p{N}]|[.,]\d)/giu;
/** "S21" counts when a separator stands beside it, or when it opens the title. */
const SHORT = /(?<![\p{L}\p{N}])S0*(\d{1,4})(?![\p{L}\p{N}]|\s*[:.-]?\s*E\d)/gu;
const HASH = /(?<![\p{L}\p{N}&])#\s?0*(\d{1,4})(?![\p{L}\p{N}]|[.,]\d)/gu;
const SEPARATOR_BEFORE = /(?:^|[|:([{–—/-])\s*$/u;
const SEPARATOR_AFTER = /^\s*(?:$|[|:)\]}–—/]|-\s)/u;
/** What "#2" counts when one of these words stands before it. */
const COUNTED =
  /\b(?:part|pt|vol|volume|lecture|chapter|day|week|track|room|tutorial|talk|lesson|panel|question|paper|take)\.?\s*$/iu;

/** "poster session 3" is none of the club's. */
const OTHER_SESSIONS = /\b(?:poster|breakout|panel|lightning|training|practical|q&a)\s*$/iu;
/** Most titles carry none: nothing more is looked for in them. */
const MAY_CARRY = /[s#]\D{0,12}\d/iu;

export interface TitleNumbers {
  /** More than one: it cannot be told which. */
  numbers: ReadonlySet<number>;
  /** "S21" and "Session 21" name a session and nothing else; "#21" may count something else. */
  isExplicit: boolean;
}

/** The session numbers a title carries. */
export function findNumbers(title: string): TitleNumbers {
  const text = title.normalize("NFKC");
  if (!MAY_CARRY.test(text)) return { numbers: new Set(), isExplicit: false };
  const explicit = [
    ...findAll(text, PLAIN, (before) => !OTHER_SESSIONS.test(before)),
    ...findAll(text, SHORT, isSetApart),
  ];
  if (explicit.length > 0) return { numbers: new Set(explicit), isExplicit: true };
  return { numbers: new Set(findAll(text, HASH, (before) => !COUNTED.test(before))), isExplicit: false };
}

function findAll(
  text: string,
  pattern: RegExp,
  isMeant: (before: string, after: string) => boolean,
): number[] {
  const found = [...text.matchAll(pattern)];
  const meant = found.filter((one) =>
    isMeant(text.slice(0, one.index), text.slice(one.index + one[0].length)),
  );
  return meant.map((one) => Number(one[1]));
}

function isSetApart(before: string, after: string): boolean {
  return before.trim() === "" || SEPARATOR_BEFORE.test(before) || SEPARATOR_AFTER.test(after);
}
