/**
 * The transcript of a recording: what was said, and when. Pure.
 *
 * Captions are written to be shown under a picture: a few words each, and those that were made by a machine roll, so that
 * each shows again what the one before has shown. A transcript has every word once, and is read in passages.
 */
import { joinText } from "./scripts.ts";

/** One caption. */
export interface Cue {
  /** Seconds from the beginning, to the millisecond. */
  from: number;
  /** After `from`. */
  to: number;
  /** One line, not empty. */
  text: string;
}

/** As much as is read at once. */
export interface Passage {
  /** Whole seconds from the beginning. */
  at: number;
  text: string;
  /** Where in `text` each of its cues begins (UTF-16 units), and at which whole second. The first is at 0. */
  cues: readonly (readonly [offset: number, at: number])[];
}

/** A passage ends with the first sentence after so long … */
const PASSAGE_SECONDS = 12;
/** … and after this in any case: captions made by a machine have no full stops. */
const LONGEST_PASSAGE_SECONDS = 20;
const LONGEST_PASSAGE_UNITS = 500;
/** Longer silences part passages. */
const SILENCE_SECONDS = 4;
const ENDS_SENTENCE = /[.!?。！？…؟।]["'”’)\]」』]*$/u;

/** Captions roll where so many of them begin with what the one before ended with. */
const ROLLING_SHARE = 0.3;
/** Between captions that roll there is nothing. */
const ROLLING_GAP_SECONDS = 0.1;

/** A caption as its file has it, with its lines. */
export interface Caption {
  from: number;
  to: number;
  lines: readonly string[];
}

/** Captions in their order, each word once. */
export function toCues(captions: readonly Caption[]): Cue[] {
  const shown = captions.filter(({ lines }) => lines.length > 0);
  const cues = isRolling(shown) ? unroll(shown) : shown.map(toCue);
  // What is shown after another is not shown before it, whatever its file says.
  return cues.map((cue, index) => {
    const next = cues[index + 1];
    const to = next === undefined || next.from <= cue.from ? cue.to : Math.min(cue.to, next.from);
    return { ...cue, to };
  });
}

function toCue({ from, to, lines }: Caption): Cue {
  return { from, to, text: lines.reduce(joinText, "") };
}

function isRolling(captions: readonly Caption[]): boolean {
  const rolling = captions.filter((caption, index) => repeats(caption, captions[index - 1]));
  return captions.length > 1 && rolling.length >= ROLLING_SHARE * captions.length;
}

function repeats({ from, lines }: Caption, before: Caption | undefined): boolean {
  return (
    before !== undefined &&
    from - before.to <= ROLLING_GAP_SECONDS &&
    continues(lines[0] ?? "", before.lines.at(-1) ?? "")
  );
}

/** Whether a line is another one, or that with further words. */
function continues(line: string, before: string): boolean {
  if (!line.startsWith(before)) return false;
  const rest = line.slice(before.length);
  return !/^[\p{L}\p{N}]/u.test(rest) || joinText(before, rest) === line;
}

/** Each line when it was first shown; of a line that grew, what has come to it. */
function unroll(captions: readonly Caption[]): Cue[] {
  const cues: Cue[] = [];
  for (const [index, caption] of captions.entries()) {
    const isNext = repeats(caption, captions[index - 1]);
    const last = captions[index - 1]?.lines.at(-1) ?? "";
    for (const [position, line] of caption.lines.entries()) {
      const text = isNext && position === 0 ? line.slice(last.length).trim() : line;
      if (text !== "") cues.push({ from: caption.from, to: caption.to, text });
    }
  }
  return mergeAtOnce(cues);
}

/** Lines that were first shown together. */
function mergeAtOnce(cues: readonly Cue[]): Cue[] {
  const merged: Cue[] = [];
  for (const cue of cues) {
    const last = merged.at(-1);
    if (last?.from === cue.from) last.text = joinText(last.text, cue.text);
    else merged.push({ ...cue });
  }
  return merged;
}

/** Cues in pieces that are read with pleasure: some sentences, or a quarter of a minute. */
export function toPassages(cues: readonly Cue[]): Passage[] {
  const groups: Cue[][] = [];
  for (const cue of cues) {
    const group = groups.at(-1);
    if (group === undefined || isWhole(group, cue)) groups.push([cue]);
    else group.push(cue);
  }
  return groups.map(toPassage);
}

function isWhole(group: readonly Cue[], next: Cue): boolean {
  const [first, last] = [group[0] ?? next, group.at(-1) ?? next];
  const seconds = last.to - first.from;
  const units = group.reduce((sum, { text }) => sum + text.length + 1, next.text.length);
  return (
    next.from - last.to > SILENCE_SECONDS ||
    next.to - first.from > LONGEST_PASSAGE_SECONDS ||
    units > LONGEST_PASSAGE_UNITS ||
    (seconds >= PASSAGE_SECONDS && ENDS_SENTENCE.test(last.text))
  );
}

function toPassage(group: readonly Cue[]): Passage {
  let text = "";
  const cues = group.map((cue): readonly [number, number] => {
    const joined = joinText(text, cue.text);
    const offset = joined.length - cue.text.length;
    text = joined;
    return [offset, Math.floor(cue.from)];
  });
  return { at: cues[0]?.[1] ?? 0, text, cues };
}

/** The whole second at which a place in a passage's text is said. */
export function toSecond(cues: Passage["cues"], offset: number): number {
  return cues.findLast(([begin]) => begin <= offset)?.[1] ?? 0;
}

/** So many characters of the next passage: a sentence that two share is found as a whole. */
const SHARED_UNITS = 120;

/** A passage with the beginning of the next, as it is searched. */
export function toSharing(passage: Passage, next: Passage | undefined): Pick<Passage, "text" | "cues"> {
  if (next === undefined) return passage;
  const shared = toBeginning(next.text);
  const text = joinText(passage.text, shared);
  const begin = text.length - shared.length;
  const cues = next.cues.flatMap(([offset, at]): [number, number][] =>
    offset < shared.length ? [[begin + offset, at]] : [],
  );
  return { text, cues: [...passage.cues, ...cues] };
}

/** To the end of a word, where there is one. */
function toBeginning(text: string): string {
  if (text.length <= SHARED_UNITS) return text;
  const cut = text.slice(0, SHARED_UNITS);
  const space = cut.lastIndexOf(" ");
  return space > 0 ? cut.slice(0, space) : cut.replace(/\p{Cs}$/u, "");
}
