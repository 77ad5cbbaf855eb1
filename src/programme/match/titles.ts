/**
 * A title, read once and no further than it is asked for: its words, the parts it counts, the dates it names, and whether it
 * is a trailer's.
 */
import { DAY, type Instant } from "../instant.ts";
import { remember } from "../remember.ts";
import type { MatchableSession } from "./match.ts";
import { toOtherScriptShare, toWords } from "./words.ts";

export class Title {
  readonly #text: string;
  #words: readonly string[] | null = null;
  #distinct: ReadonlySet<string> | null = null;
  #parts: Parts | null = null;
  #dates: readonly TitledDate[] | null = null;

  constructor(text: string) {
    this.#text = text.slice(0, MAX_TITLE_CHARACTERS);
  }

  get words(): readonly string[] {
    return (this.#words ??= toWords(this.#text));
  }

  get distinct(): ReadonlySet<string> {
    return (this.#distinct ??= new Set(this.words));
  }

  /** The share, 0 to 1, of letters that are not Latin. */
  get otherScript(): number {
    return toOtherScriptShare(this.#text);
  }

  get parts(): Parts {
    return (this.#parts ??= MAY_COUNT.test(this.#text) ? readParts(this.words) : NO_PARTS);
  }

  get dates(): readonly TitledDate[] {
    return (this.#dates ??= readDates(this.words));
  }
}

/** Per thing counted, its numbers: "Day 1, Part II" is day → 1, part → 2. */
export type Parts = ReadonlyMap<string, ReadonlySet<string>>;

/** "same": both say it; "other": the video says what the session is not; "silent": only the session says it. */
export type PartAgreement = "same" | "other" | "silent" | "none";
export type DateAgreement = "same" | "other" | "none";

/** "June 8, 2026", "8 Jun", "2026-06-08". */
interface TitledDate {
  year: number | undefined;
  /** 0 is January. */
  month: number;
  day: number;
}

/** YouTube allows a hundred. What a session's title says further on tells no video from another. */
export const MAX_TITLE_CHARACTERS = 1_000;

/** Most titles do not: nothing more is looked for in them. */
const MAY_COUNT = /\d|\b(?:pt|part|ep|vol|day)|[^\0-\x7f]/i;
const NO_PARTS: Parts = new Map();
/** Numbers of more digits are years, requests and gigabytes. */
const PART = /^0?\d{1,2}$/;
const LABELS = new Map(Object.entries({ pt: "part", parts: "part", ep: "episode", vol: "volume" }));
/** Numerals that follow "part". Elsewhere "I" is a person. */
const NUMERALS = new Map(
  "i ii iii iv v one two three four five".split(" ").map((word, at) => [word, String((at % 5) + 1)]),
);
const SPELLED_LABELS = new Set(["part", "episode", "volume", "day"]);

const MONTHS = new Map(
  "jan feb mar apr may jun jul aug sep oct nov dec".split(" ").map((name, at) => [name, at]),
);
const MONTH =
  "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const DAY_OF_MONTH = "(?<day>0?[1-9]|[12]\\d|3[01])";
const YEAR = "(?<year>20\\d\\d)";
/** In words with one space between them. A text that can be read in two ways ("Day 2, June 8") is. */
const DATES = [
  `${MONTH} ${DAY_OF_MONTH}(?: ${YEAR})?`,
  `${DAY_OF_MONTH} ${MONTH}(?: ${YEAR})?`,
  `${YEAR} (?<month>0?[1-9]|1[0-2]) ${DAY_OF_MONTH}`,
].map((pattern) => new RegExp(`\\b${pattern}\\b`, "g"));
/** A recording is dated with its session's day, or with the day it was cut or published, soon after. */
const SOON_DAYS = 7;
/** A day in New York may be the next in UTC. */
const ZONE_DAYS = 1;

/** Words by which channels mark what is cut from a recording. */
const TRAILER_WORDS = "trailer teaser promo preview highlights recap aftermovie shorts".split(" ");

/** Its own and those of its papers: videos may carry either. */
export function toTitles({ title, papers }: MatchableSession): string[] {
  return [title, ...papers.map((paper) => paper.title).filter((other) => other !== title)];
}

export function toTitleWords(text: string): string[] {
  return toWords(text.slice(0, MAX_TITLE_CHARACTERS));
}

/** The title of a session or a video. */
export const readTitleOf = remember(({ title }: { title: string }) => new Title(title));

/** Whether a video is cut from the session's recording; a session with the word in its own title may be what it says. */
export function isTrailerOf(video: Title, session: Title): boolean {
  return TRAILER_WORDS.some((word) => video.distinct.has(word) && !session.distinct.has(word));
}

/** How what two titles count agrees. Only parts are pieces of a session that counts nothing. */
export function compareParts(session: Parts, video: Parts): PartAgreement {
  if (session.size === 0) return video.has("part") ? "other" : "none";
  const shared = [...session].filter(([label]) => video.has(label));
  if (shared.length === 0) return "silent";
  const isSame = shared.every(([label, numbers]) =>
    [...numbers].some((number) => video.get(label)?.has(number)),
  );
  return isSame ? "same" : "other";
}

/** What the dates in a video's title say of a session's days. */
export function compareDates(
  dates: readonly TitledDate[],
  startsAt: Instant,
  endsAt: Instant,
): DateAgreement {
  const firstDay = Math.floor(startsAt / DAY);
  const days = dates.map(({ year = new Date(startsAt).getUTCFullYear(), month, day }) => {
    return Date.UTC(year, month, day) / DAY - firstDay;
  });
  const length = Math.max(0, (endsAt - startsAt) / DAY - ZONE_DAYS);
  if (days.some((after) => after >= -ZONE_DAYS && after <= length)) return "same";
  return days.some((after) => after < -ZONE_DAYS || after > length + SOON_DAYS) ? "other" : "none";
}

function readParts(words: readonly string[]): Parts {
  const parts = new Map<string, Set<string>>();
  for (const [at, word] of words.entries()) {
    if (!PART.test(word) && !NUMERALS.has(word)) continue;
    const before = words[at - 1] ?? "";
    const label = LABELS.get(before) ?? before;
    const number = toPart(label, word);
    if (number !== undefined) parts.set(label, (parts.get(label) ?? new Set()).add(number));
  }
  return parts;
}

function toPart(label: string, word: string): string | undefined {
  if (label === "" || /^\d/.test(label)) return undefined;
  if (PART.test(word)) return String(Number(word));
  return SPELLED_LABELS.has(label) ? NUMERALS.get(word) : undefined;
}

function readDates(words: readonly string[]): TitledDate[] {
  const text = words.join(" ");
  const found = DATES.flatMap((pattern) => [...text.matchAll(pattern)]);
  return found.map(({ groups = {} }) => ({
    year: groups.year === undefined ? undefined : Number(groups.year),
    month: MONTHS.get(groups.month?.slice(0, 3) ?? "") ?? Number(groups.month) - 1,
    day: Number(groups.day),
  }));
}
