/**
 * What a title counts: "Part 2", "Day 1", "Ruby 3". Two titles that count the same thing differently are different.
 */

/** Numbers beyond are years, requests and gigabytes. */
const MAX_COUNT = 99;
const LABELS: Record<string, string> = { pt: "part", parts: "part", ep: "episode", vol: "volume" };
/** Numerals that follow "part". Elsewhere "I" is a person. */
const NUMERALS = new Map(
  ["i one", "ii two", "iii three", "iv four", "v five"].flatMap((spellings, at) =>
    spellings.split(" ").map((spelling) => [spelling, String(at + 1)]),
  ),
);
const SPELLED_LABELS = new Set(["part", "episode", "volume", "day"]);

/** Per thing counted, its numbers: "Day 1, Part II" is day → 1, part → 2. */
export type Counts = ReadonlyMap<string, ReadonlySet<string>>;

const NOTHING: Counts = new Map();

export function toCounts(words: readonly string[]): Counts {
  if (words.length < 2) return NOTHING;
  const counts = new Map<string, Set<string>>();
  for (let at = 1; at < words.length; at++) {
    const label = toLabel(words[at - 1] ?? "");
    const number = toNumber(label, words[at] ?? "");
    if (number !== undefined) counts.set(label, (counts.get(label) ?? new Set()).add(number));
  }
  return counts.size === 0 ? NOTHING : counts;
}

/**
 * How what two titles count agrees: "same" when they share a label and its number, "conflict" when they share a label
 * and not the number, "apart" when both count but different things, "uncounted" when only the session counts,
 * "piece" when only the video counts, and parts, else "none".
 */
export type CountAgreement = "same" | "conflict" | "apart" | "uncounted" | "piece" | "none";

export function compareCounts(session: Counts, video: Counts): CountAgreement {
  if (session.size === 0) return isPiece(video) ? "piece" : "none";
  if (video.size === 0) return "uncounted";
  const shared = [...session].filter(([label]) => video.has(label));
  if (shared.length === 0) return "apart";
  const isSame = ([label, numbers]: [string, ReadonlySet<string>]) =>
    [...numbers].some((number) => video.get(label)?.has(number));
  return shared.every(isSame) ? "same" : "conflict";
}

/** Whether a title calls its video one part of something. */
export function isPiece(counts: Counts): boolean {
  return counts.has("part");
}

function toLabel(word: string): string {
  return LABELS[word] ?? word;
}

function toNumber(label: string, word: string): string | undefined {
  if (label === "" || /^\d/.test(label)) return undefined;
  if (SPELLED_LABELS.has(label) && NUMERALS.has(word)) return NUMERALS.get(word);
  return /^\d{1,3}$/.test(word) && Number(word) <= MAX_COUNT ? String(Number(word)) : undefined;
}
