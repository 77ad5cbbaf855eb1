import { findCandidates, type Candidate } from "./candidates.ts";
import type { MatchableSession, MatchInput, MatchOutcome } from "./match.ts";
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

/**
 * The same where some sessions are published although their files are gone. They take part like any other, for their
 * recordings would else be given to whatever is a little alike; but one that a present session stands in for, as
 * its id was changed, gets what the present ones leave.
 */
export function matchPresentFirst(input: MatchInput, vanished: readonly MatchableSession[]): MatchOutcome {
  const { alone, replaced } = splitReplaced(input.sessions, vanished);
  const { matches, unmatched } = matchRecordings({ ...input, sessions: [...input.sessions, ...alone] });
  if (replaced.length === 0) return { matches, unmatched };
  const taken = new Set(matches.map(({ videoId }) => videoId));
  const left = matchRecordings({
    ...input,
    // One whose video was named elsewhere has given it up, and looks for no other.
    sessions: replaced.filter((session) => !taken.has(toCuratedId(session) ?? "")),
    videos: input.videos.filter(({ id }) => !taken.has(id)),
  });
  const settled = new Set(left.matches.map(({ videoId }) => videoId));
  return {
    matches: [...matches, ...left.matches].toSorted((a, b) => (a.sessionId < b.sessionId ? -1 : 1)),
    unmatched: unmatched.filter(({ videoId }) => !settled.has(videoId)),
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

/** A present session stands in for a vanished one when they share time, title, number, or the video that a person names. */
function splitReplaced(
  present: readonly MatchableSession[],
  vanished: readonly MatchableSession[],
): { alone: MatchableSession[]; replaced: MatchableSession[] } {
  const marks = new Set(present.flatMap(toMarks));
  const isReplaced = (session: MatchableSession) => toMarks(session).some((mark) => marks.has(mark));
  return {
    alone: vanished.filter((session) => !isReplaced(session)),
    replaced: vanished.filter(isReplaced),
  };
}

function toMarks(session: MatchableSession): string[] {
  const { startsAt, title, number } = session;
  const videoId = toCuratedId(session);
  return [
    `at ${startsAt}`,
    `title ${title}`,
    ...(number === undefined ? [] : [`number ${number}`]),
    ...(videoId === undefined ? [] : [`video ${videoId}`]),
  ];
}

function toCuratedId({ replay }: MatchableSession): string | undefined {
  return typeof replay === "object" ? replay.videoId : undefined;
}
