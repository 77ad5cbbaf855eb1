/** Which known name somebody meant. */

/** Words people use for a field of this service. */
const SYNONYMS: Readonly<Record<string, string>> = {
  speaker: "presenters",
  speakers: "presenters",
  authors: "presenters",
  time: "start",
  zone: "timeZone",
  tz: "timeZone",
  minutes: "duration",
  recording: "replay",
  video: "replay",
  youtube: "replay",
  link: "join",
  zoom: "join",
  meeting: "join",
  room: "location",
  place: "location",
  twitter: "x",
  handle: "x",
  website: "url",
  site: "url",
  topics: "tags",
};

/** A name that differs in more than a third of its letters is another word. */
const MAX_DIFFERENCE = 1 / 3;

/** The known name nearest to one that is not known; null where none is near. */
export function findNearest(name: string, known: readonly string[]): string | null {
  const lower = name.toLowerCase();
  const synonym = SYNONYMS[lower];
  if (synonym !== undefined && known.includes(synonym)) return synonym;
  const ranked = known
    .map((candidate) => ({ candidate, distance: toDistance(lower, candidate.toLowerCase()) }))
    .toSorted((a, b) => a.distance - b.distance);
  const [best] = ranked;
  if (best === undefined) return null;
  const longest = Math.max(name.length, best.candidate.length);
  return best.distance <= Math.ceil(longest * MAX_DIFFERENCE) && best.distance < longest
    ? best.candidate
    : null;
}

/** Levenshtein: how many letters must be added, left out or changed. */
function toDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [i, letter] of from.split("").entries()) {
    const next = [i + 1];
    for (const [j, other] of to.split("").entries()) {
      const [left = 0, above = 0, corner = 0] = [next[j], row[j + 1], row[j]];
      next.push(Math.min(left + 1, above + 1, corner + (letter === other ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
