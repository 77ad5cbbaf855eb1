import { findCandidates, type Candidate } from "./candidates.ts";
import type { MatchInput, MatchOutcome } from "./match.ts";
import { isNamedElsewhere, pairIdentified, pairNumbered } from "./named-rules.ts";
import { createNameReader } from "./named-sessions.ts";
import { createPairing, keepPrevious, pair, pairCurated, type Pairing } from "./pairing.ts";
import { matchTitles } from "./title-rule.ts";
import { tellEvidence, tellSession, tellUnmatched, toRanking, type Ranking } from "./told.ts";

/**
 * Pair sessions with their recordings, by the first rule that hits: a person's word, the match made before, an
 * identifier in the video's description, the session's number in the title, and title, presenters and date together.
 *
 * Pure: no clock; the order of the input does not matter. No video is the automatic recording of two sessions; a
 * cancelled session gets none; two candidates too close to call give none.
 */
export function matchRecordings(input: MatchInput): MatchOutcome {
  const { pairing, ranking } = applyRules(input);
  const settled = new Set(pairing.matches.map(({ videoId }) => videoId));
  const left = input.videos.filter(({ id }) => !settled.has(id)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return {
    matches: pairing.matches.toSorted((a, b) => (a.sessionId < b.sessionId ? -1 : 1)),
    unmatched: left.map((video) => tellUnmatched(video, video.isShort && !input.shorts, pairing, ranking)),
  };
}

/** Why a session has the recording it has, or none: every video considered; empty when there is no such session. */
export function explainSession(input: MatchInput, sessionId: string): string {
  const session = input.sessions.find(({ id }) => id === sessionId);
  if (session === undefined) return "";
  const { pairing, ranking } = applyRules(input);
  const titles = new Map(input.videos.map(({ id, title }) => [id, title]));
  return tellSession(session, titles, pairing, ranking);
}

/** All rules, one after the other. */
function applyRules(input: MatchInput): { pairing: Pairing; ranking: Ranking } {
  const { sessions, previous } = input;
  const pairing = createPairing(input);
  const reader = createNameReader(input);
  pairCurated(pairing, sessions);
  keepPrevious(pairing, previous, reader);
  pairIdentified(pairing, reader);
  const found = findCandidates({
    sessions,
    videos: [...pairing.videos.values()],
    recordings: pairing.settled.map(({ video }) => video),
  });
  pairNumbered(pairing, reader, found);
  const isAllowed = ({ sessionId, videoId, video }: Candidate) => {
    if (!pairing.sessions.has(sessionId) || !pairing.videos.has(videoId)) return false;
    return !isNamedElsewhere(pairing, reader, sessionId, video);
  };
  const { taken, candidates } = matchTitles({ found, settled: pairing.settled, isAllowed });
  const ranking = toRanking(candidates);
  for (const candidate of taken) {
    const { sessionId, videoId } = candidate;
    pair(pairing, { sessionId, videoId, rule: "title", evidence: tellEvidence(candidate, ranking) });
  }
  return { pairing, ranking };
}
