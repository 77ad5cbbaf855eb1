/**
 * An invented club of any size, the same on every run: what matching costs is measured on it.
 */
import { DAY } from "../../src/programme/instant.ts";
import type { Match, MatchableSession, MatchInput } from "../../src/programme/match/match.ts";
import type { Video } from "../../src/programme/video.ts";
import { spell } from "./words.ts";

const FIRST_START = Date.UTC(2006, 0, 2, 18);
const WORD_COUNT = 4_000;
const NAME_COUNT = 700;
const TITLE_WORDS = 8;
const DESCRIPTION_WORDS = 200;

/** Sessions, one a week, and the recording of each, two days after. */
export function toClub(size: number): { sessions: MatchableSession[]; videos: Video[] } {
  const random = createRandom();
  // The square makes early words frequent and late ones rare, as words are.
  const toWord = () => spell(Math.floor(random() ** 2 * WORD_COUNT));
  const toText = (length: number) => Array.from({ length }, toWord).join(" ");
  const sessions = Array.from({ length: size }, (_, at): MatchableSession => {
    const startsAt = FIRST_START + 7 * DAY * at;
    const name = `${spell(Math.floor(random() * NAME_COUNT))} ${spell(WORD_COUNT + Math.floor(random() * NAME_COUNT))}`;
    return {
      id: `session-${String(at).padStart(5, "0")}`,
      title: toText(TITLE_WORDS),
      startsAt,
      endsAt: startsAt + DAY / 12,
      status: "scheduled",
      presenters: [{ name }],
      papers: [],
    };
  });
  const videos = sessions.map(({ title, startsAt, presenters }, at) => ({
    id: `video-${String(at).padStart(5, "0")}`,
    title: `Example Club ${new Date(startsAt).getUTCFullYear()} | ${title} by ${presenters[0]?.name}`,
    description: toText(DESCRIPTION_WORDS),
    publishedAt: startsAt + 2 * DAY,
    isShort: false,
  }));
  return { sessions, videos };
}

/** What matching is given when the last so many videos are new; those before are matched, or were never seen. */
export function toNewsInput(size: number, news: number, isArchived: boolean): MatchInput {
  const { sessions, videos } = toClub(size);
  const previous = sessions.slice(0, size - news).map(({ id }, at): Match => {
    return { sessionId: id, videoId: videos[at]?.id ?? "", rule: "title", evidence: "" };
  });
  return {
    sessions,
    videos: isArchived ? videos : videos.slice(size - news),
    previous: isArchived ? previous : [],
    pagesUrl: "https://feeds.example.org",
    shorts: false,
  };
}

/** A linear congruential generator (Numerical Recipes): numbers from 0 to 1, always the same. */
function createRandom(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
