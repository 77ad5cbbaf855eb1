import { findCandidates, type Candidate } from "./candidates.ts";
import type { MatchInput, MatchOutcome } from "./match.ts";
import { isRuledOut, pairIdentified, pairNumbered } from "./named-rules.ts";
import { createNameReader } from "./named-sessions.ts";
import { createPairing, keepPrevious, pair, pairCurated, type Pairing } from "./pairing.ts";
import { matchTitles } from "./title-rule.ts";
import { tellEvidence, tellSession, tellUnmatched, toRanking, type Ranking } from "./told.ts";

/** Pair sessions with their recordings, by the first rule that hits; README.md tells which. */
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
  const recordings = pairing.settled.map(({ video }) => video);
  const found = findCandidates(sessions, pairing.sessions, [...pairing.videos.values()], recordings);
  pairNumbered(pairing, reader, found);
  const isAllowed = (candidate: Candidate) => !isRuledOut(candidate, pairing, reader);
  const { taken, candidates } = matchTitles(found, pairing.settled, isAllowed);
  const ranking = toRanking(candidates);
  for (const candidate of taken) {
    const { sessionId, videoId } = candidate;
    pair(pairing, { sessionId, videoId, rule: "title", evidence: tellEvidence(candidate, ranking) });
  }
  return { pairing, ranking };
}
