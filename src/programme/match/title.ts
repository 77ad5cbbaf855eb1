/**
 * Rule 4: titles, presenters and dates together.
 */
import { DAY } from "../instant.ts";
import type { MatchableSession } from "../match.ts";
import type { Video } from "../video.ts";
import { toWords } from "./words.ts";

/** A session and a video with what speaks for them. */
export interface Candidate {
  session: MatchableSession;
  video: Video;
  /** 0 to 1: the part of the session's title, by weight, that the video's title holds. */
  title: number;
  /** Whether a presenter's name stands in the video's title or description. */
  isPresenterNamed: boolean;
  /** From the session's start to the publication. */
  days: number;
  score: number;
}

/** Scheduled streams are created at most this long before they start. */
const EARLIEST_DAYS = -45;
const ACCEPTED_SCORE = 0.75;
const MARGIN = 0.15;
const PRESENTER_BONUS = 0.2;

export function toCandidates(sessions: readonly MatchableSession[], videos: readonly Video[]): Candidate[] {
  const titles = sessions.map((session) => ({ session, words: new Set(toWords(session.title)) }));
  const counts = new Map<string, number>();
  for (const { words } of titles) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const weigh = (word: string) => 1 / (counts.get(word) ?? 1);
  return videos.flatMap((video) => {
    const words = new Set(toWords(video.title));
    const text = ` ${toWords(`${video.title} ${video.description}`).join(" ")} `;
    return titles.flatMap((titled) => {
      const { session } = titled;
      const days = Math.floor((video.publishedAt - session.startsAt) / DAY);
      const title = toCoverage(titled.words, words, weigh);
      if (days < EARLIEST_DAYS || title === 0) return [];
      const isPresenterNamed = session.presenters.some((presenter) => isNamed(presenter.name, text));
      return [
        {
          session,
          video,
          title,
          isPresenterNamed,
          days,
          score: title + (isPresenterNamed ? PRESENTER_BONUS : 0),
        },
      ];
    });
  });
}

function toCoverage(title: Set<string>, words: Set<string>, weigh: (word: string) => number): number {
  let shared = 0;
  let all = 0;
  for (const word of title) {
    all += weigh(word);
    if (words.has(word)) shared += weigh(word);
  }
  return all === 0 ? 0 : shared / all;
}

function isNamed(name: string, text: string): boolean {
  const words = toWords(name).join(" ");
  return words !== "" && text.includes(` ${words} `);
}

/** The candidates to accept: each best for both sides with a margin. */
export function toAccepted(candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter(
    (one) =>
      one.score >= ACCEPTED_SCORE &&
      candidates.every(
        (other) =>
          other === one ||
          (other.session !== one.session && other.video !== one.video) ||
          other.score <= one.score - MARGIN,
      ),
  );
}
