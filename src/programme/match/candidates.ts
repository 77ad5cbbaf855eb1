/**
 * The pairs of session and video worth a closer look, found by the words and names they share.
 *
 * Learns from the whole programme what words say (see lexicon.ts); a video that resembles no session has no say in
 * it, so that adding one changes nothing.
 */
import { DAY } from "../instant.ts";
import type { MatchableSession } from "../match.ts";
import type { Video } from "../video.ts";
import { compare, type Comparison } from "./comparison.ts";
import { toVideoProfile, type SessionProfile, type VideoProfile } from "./profile.ts";
import { createReach, findResembling } from "./reach.ts";
import { indexSessions } from "./session-index.ts";
import { readTitle } from "./title-text.ts";
import { createLexicon } from "./vocabulary.ts";

export interface Candidate {
  session: MatchableSession;
  video: Video;
  comparison: Comparison;
}

export interface CandidateInput {
  /** The whole programme: it says how rare words are. */
  sessions: readonly MatchableSession[];
  /** The videos that are no recording yet. */
  videos: readonly Video[];
  /** The titles of the videos that are. */
  settledTitles: readonly string[];
}

/** A scheduled stream is published when it is created: up to this long before it starts. */
export const MAX_DAYS_AHEAD = 45;

export function findCandidates(input: CandidateInput): Candidate[] {
  const index = indexSessions(input.sessions);
  const videos = input.videos.map(toVideoProfile);
  const resembling = findResembling(
    videos.map(({ title }) => title),
    index.vocabulary,
  );
  const lexicon = createLexicon(index.vocabulary, [...input.settledTitles.map(readTitle), ...resembling]);
  const reach = createReach(index, lexicon);
  return videos.flatMap((video) =>
    reach(video.title)
      .filter(({ profile }) => isPossible(profile, video))
      .map(({ profile, title }) => ({
        session: profile.session,
        video: video.video,
        comparison: compare(profile, title, video, lexicon),
      })),
  );
}

function isPossible(profile: SessionProfile, video: VideoProfile): boolean {
  return (profile.session.startsAt - video.video.publishedAt) / DAY <= MAX_DAYS_AHEAD;
}
