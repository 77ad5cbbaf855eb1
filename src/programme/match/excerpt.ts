/**
 * Trailers and other cuttings: videos about a session that are not its recording.
 */
import type { TitleText } from "./title-text.ts";

/** Words by which channels mark them. A session that has the word in its own title may be what it says. */
const EXCERPT_WORDS = [
  "trailer",
  "teaser",
  "promo",
  "preview",
  "highlights",
  "recap",
  "aftermovie",
  "shorts",
];

/** @param title of the session */
export function isExcerptOf(video: TitleText, title: TitleText): boolean {
  return EXCERPT_WORDS.some((word) => video.distinct.has(word) && !title.distinct.has(word));
}
