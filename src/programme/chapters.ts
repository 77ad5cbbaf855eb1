/**
 * Chapters of a video, as the lines of its description say them: "0:00 Introduction".
 *
 * The rules are YouTube's own: at least three, the first at 0:00, each later than the one before, none shorter than ten
 * seconds. A description that breaks one has none, there and here.
 */

export interface Chapter {
  /** Whole seconds from the beginning of the video. */
  at: number;
  title: string;
}

const FEWEST = 3;
const SHORTEST_SECONDS = 10;

/** "1:02:03", "02:03" or "2:03"; in brackets, too. */
const TIME = String.raw`[([]?(?:(\d{1,2}):)?(\d{1,2}):(\d{2})[)\]]?`;
/** What may stand between a time and its title; a bullet may stand before both. */
const JOINT = String.raw`[\s\-–—:|•·.]+`;
/** The end of a chapter, where a line says it; the next one's beginning is what counts. */
const UNTIL = String.raw`(?:\s*[-–—]\s*(?:\d{1,2}:)?\d{1,2}:\d{2}(?=\s))?`;
const TIME_FIRST = new RegExp(String.raw`^[\s\-–—•·*▶]*${TIME}${UNTIL}${JOINT}(\S.*)$`, "u");
const TIME_LAST = new RegExp(String.raw`^\s*(\S.*?)${JOINT}${TIME}\s*$`, "u");
/** Longer than any title; looking further could take long. */
const MAX_LINE_CHARACTERS = 300;

/**
 * The chapters that a description tells.
 *
 * @param durationSeconds of the video, where it is known: no chapter begins at or after its end
 * @returns none where it tells none that YouTube would show
 */
export function toChapters(description: string, durationSeconds?: number): Chapter[] {
  // Without a beginning at 0:00 there is none.
  if (!description.includes("0:00")) return [];
  const chapters = description.split(/\r\n?|\n/).flatMap((line) => toChapter(line) ?? []);
  const isRight = chapters.every(({ at }, index) => {
    const before = chapters[index - 1];
    return before === undefined ? at === 0 : at - before.at >= SHORTEST_SECONDS;
  });
  const last = chapters.at(-1)?.at ?? 0;
  const isWithin = durationSeconds === undefined || last < durationSeconds;
  return isRight && isWithin && chapters.length >= FEWEST ? chapters : [];
}

function toChapter(line: string): Chapter | null {
  if (line.length > MAX_LINE_CHARACTERS) return null;
  const [, hours, minutes, seconds, title] = TIME_FIRST.exec(line) ?? [];
  if (title !== undefined) return toPlaced(title, [hours, minutes, seconds]);
  const [, earlier, ...time] = TIME_LAST.exec(line) ?? [];
  return earlier === undefined ? null : toPlaced(earlier, time);
}

/** Null for a time of day or a range, which have more than 59 minutes or another time behind them. */
function toPlaced(title: string, time: readonly (string | undefined)[]): Chapter | null {
  const [hours = 0, minutes = 0, seconds = 0] = time.map((part) => Number(part ?? 0));
  const isTime = seconds < 60 && (time[0] === undefined || minutes < 60);
  return isTime ? { at: (hours * 60 + minutes) * 60 + seconds, title: title.trim() } : null;
}
