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

/** The session numbers a title carries; more than one means that it cannot be told which. */
export function findNumbers(title: string): Set<number> {
  const text = title.normalize("NFKC");
  const strong = new Set<number>();
  for (const found of text.matchAll(PLAIN)) strong.add(Number(found[1]));
  for (const found of text.matchAll(SHORT)) if (isSetApart(text, found)) strong.add(Number(found[1]));
  if (strong.size > 0) return strong;
  const counted = new Set<number>();
  for (const found of text.matchAll(HASH)) {
    if (!COUNTED.test(text.slice(0, found.index))) counted.add(Number(found[1]));
  }
  return counted;
}

function isSetApart(text: string, found: RegExpExecArray): boolean {
  const before = text.slice(0, found.index);
  return (
    before.trim() === "" ||
    SEPARATOR_BEFORE.test(before) ||
    SEPARATOR_AFTER.test(text.slice(found.index + found[0].length))
  );
}
