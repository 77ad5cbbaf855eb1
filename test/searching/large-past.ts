/**
 * What a club says in years, invented and the same on every run: what a search costs is measured on it. Words are as
 * frequent as words are (Zipf, Mandelbrot), so that "the" is every twentieth.
 */
import type { PublishedSession } from "../../src/programme/publication.ts";
import type { Cue } from "../../src/programme/transcript.ts";
import { aPublishedSession } from "../support/builders.ts";
import { SYLLABLES } from "../matching/words.ts";
import { createRandom, type Random } from "../simulation/random.ts";

export type Script = "spaced" | "unspaced";

const COMMON =
  "the and to of a that is so in we it you this model for on with can have what as be are not or do if here like at just".split(
    " ",
  );
const COMMON_CHARACTERS = "のいるたとですにはをがてなしまこれ学習拡散モデル言語生成".split("");

/** Seconds, words (or characters) a caption, and how many of these there are. */
const KINDS = {
  spaced: { seconds: 3.6, units: 10, vocabulary: 40_000, joint: " " },
  unspaced: { seconds: 3.6, units: 18, vocabulary: 2_500, joint: "" },
} as const;
const HOUR_SECONDS = 3_600;
const TITLE_UNITS = 8;
const ABSTRACT_UNITS = 150;
/** The share of what is said that is the session's own subject, and of how many words. */
const SUBJECT_SHARE = 0.1;
const SUBJECT_UNITS = 30;

export function toSessions(script: Script, hours: number): PublishedSession[] {
  return Array.from({ length: hours }, (_, hour) => {
    const say = createSpeaker(script, hour);
    return aPublishedSession({
      id: toId(hour),
      number: hour,
      title: say(TITLE_UNITS),
      abstract: { html: "", text: say(ABSTRACT_UNITS) },
    });
  });
}

export function toId(hour: number): string {
  return `hour-${hour}`;
}

/** One hour of speech. Every second speaker ends sentences, as people's captions do. */
export function toSpeech(script: Script, hour: number): Cue[] {
  const { seconds, units } = KINDS[script];
  const say = createSpeaker(script, hour);
  const full = hour % 2 === 0 ? "" : ".";
  return Array.from({ length: HOUR_SECONDS / seconds }, (_, index) => ({
    from: index * seconds,
    to: (index + 1) * seconds,
    text: say(units) + (index % 3 === 0 ? full : ""),
  }));
}

/** Gives so many words. */
function createSpeaker(script: Script, hour: number): (units: number) => string {
  const { joint } = KINDS[script];
  const random = createRandom(hour);
  const ranks = toRanks(KINDS[script].vocabulary);
  const subject = Array.from({ length: SUBJECT_UNITS }, () => Math.floor(random.between(30, ranks.length)));
  const toRank = () => {
    if (random.next() >= SUBJECT_SHARE) return pick(ranks, random);
    return subject[Math.floor(random.between(0, subject.length))] ?? 0;
  };
  return (units) => Array.from({ length: units }, () => spell(script, toRank())).join(joint);
}

const known = new Map<number, Float64Array>();

/** The share of the words up to each rank. */
function toRanks(size: number): Float64Array {
  let ranks = known.get(size);
  if (ranks !== undefined) return ranks;
  ranks = new Float64Array(size);
  let sum = 0;
  for (let rank = 0; rank < size; rank++) ranks[rank] = sum += 1 / (rank + 2.7) ** 1.07;
  for (let rank = 0; rank < size; rank++) ranks[rank] = (ranks[rank] ?? 0) / sum;
  known.set(size, ranks);
  return ranks;
}

function pick(ranks: Float64Array, random: Random): number {
  const share = random.next();
  let [low, high] = [0, ranks.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranks[middle] ?? 0) < share) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The word of a rank: a common one, else syllables, no two the same. */
export function spell(script: Script, rank: number): string {
  if (script === "unspaced") return COMMON_CHARACTERS[rank] ?? String.fromCodePoint(0x4e00 + rank);
  const common = COMMON[rank];
  if (common !== undefined) return common;
  let [word, rest] = ["", rank];
  while (rest > 0) {
    word += SYLLABLES[rest % SYLLABLES.length];
    rest = Math.floor(rest / SYLLABLES.length);
  }
  return word;
}
