/** How long a session is, where a line says so beside its beginning: "(90 min)", "PT1H30M", an interval of ISO 8601. */
import { MINUTE } from "../../../programme/instant.ts";
import { takeOut } from "../lines/left-over.ts";

/** A text without the words for its end, and the minutes until then. */
export interface Lasting {
  text: string;
  minutes: number | null;
}

const INSTANT = String.raw`\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?`;
const INTERVAL = new RegExp(`(${INSTANT})(\\s*(?:/|–|-|to)\\s*)(${INSTANT}|T?\\d{2}:\\d{2}(?::\\d{2})?Z?)`);
/** A second instant without one has the first's. */
const OFFSET = /(?:Z|[+-]\d{2}:?\d{2})$/;
/** "/PT1H30M", "durée 1h30". */
const PERIOD =
  /(?:\/PT(?=\d)|(?:duration|durée|dauer|duración|duração|durata)\s?:?\s?(?=\d{1,2}\s?h\s?\d))(?:(\d{1,2})\s?H\s?)?(?:(\d{1,3})M?)?(?!\w)/i;
const WORDS =
  /(?<![\p{L}\d:.])(?<!half )(?:(?:for|duration:?|durée\s?:?|dauer:?|duración:?|duração:?)\s+)?(?:(half an|\d{1,2}(?:[.,]5)?|an|one|two)[\s-]?(?:h|hours?|Stunden?|heures?|horas?)(?![\p{L}\d]))?(?:\s?(?:and\s)?(\d{1,3})[\s-]?(?:min\.?|minutes?|mins|Minuten|minutos|分钟|分間)(?![\p{L}]))?(?!\s(?:late|early|earlier|later|before|after|break|past|to))/giu;
const COUNTS: Readonly<Record<string, number>> = { "half an": 0.5, an: 1, one: 1, two: 2 };

/** Take the end of an interval, a period or a length in words out of a text. */
export function takeLength(text: string): Lasting {
  return takeInterval(text) ?? takePeriod(text) ?? takeWords(text);
}

function takeInterval(text: string): Lasting | null {
  const found = INTERVAL.exec(text);
  if (found === null) return null;
  const [, from = "", between = "", to = ""] = found;
  const index = found.index + from.length;
  const minutes = toMinutes(from, to);
  const rest = takeOut(text, { index, end: index + between.length + to.length });
  return minutes > 0 ? { text: rest, minutes } : null;
}

/** @param to an instant, or a time on the day of the first */
function toMinutes(from: string, to: string): number {
  const until = /^T|^\d{2}:/.test(to) ? from.slice(0, 11) + to.replace(/^T/, "") : to;
  const zone = OFFSET.exec(from)?.[0] ?? "Z";
  const [start = 0, end = 0] = [from, until].map((one) => Date.parse(OFFSET.test(one) ? one : one + zone));
  return (end - start) / MINUTE;
}

function takePeriod(text: string): Lasting | null {
  const found = PERIOD.exec(text);
  if (found === null) return null;
  const minutes = 60 * Number(found[1] ?? 0) + Number(found[2] ?? 0);
  return {
    text: takeOut(text, { index: found.index, end: found.index + found[0].length }),
    minutes: minutes || null,
  };
}

/** "15 h" is a time of day: hours count only with minutes, spelled out or after "for". */
function takeWords(text: string): Lasting {
  const lengths = [...text.matchAll(WORDS)].filter(([whole, hours, rest]) => isLength(whole, hours, rest));
  if (lengths.length > 1 && !PARTS.test(text)) return { text, minutes: null };
  return lengths.reduce<Lasting>(
    ({ text: left, minutes }, { index, 0: whole, 1: hours, 2: rest }) => ({
      text: takeOut(left, { index, end: index + whole.length }),
      minutes: (minutes ?? 0) + 60 * toCount(hours) + toCount(rest),
    }),
    { text, minutes: null },
  );
}

/** "45 min talk + 15 min Q&A": several lengths are one after the other; any others contradict each other. */
const PARTS = /(?<=\d.*)(?:\+|&|\bplus\b|followed by|discussion|questions|Q ?& ?A)/i;

function isLength(whole: string, hours: string | undefined, rest: string | undefined): boolean {
  return rest !== undefined || (hours !== undefined && /hours?|Stunde|^for|^dur|^dauer/i.test(whole));
}

function toCount(word = "0"): number {
  return COUNTS[word.toLowerCase()] ?? Number(word.replace(",", "."));
}
