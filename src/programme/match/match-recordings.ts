import { toAllOtherVideoIds } from "../session.ts";
import { remember } from "../remember.ts";
import { toEnd, type Steps } from "../steps.ts";
import type { Video } from "../video.ts";
import { createCandidateFinder, type Candidate } from "./candidates.ts";
import type { MatchableSession, MatchInput, MatchOutcome } from "./match.ts";
import { isRuledOut, pairIdentified, pairNumbered } from "./named-rules.ts";
import { findNameReader } from "./named-sessions.ts";
import { byIds, createPairing, keepPrevious, pair, pairCurated, type Pairing } from "./pairing.ts";
import { matchTitles, type Ranking } from "./title-rule.ts";
import { tellEvidence, tellSession, tellUnmatched } from "./told.ts";

/** Pair sessions with their recordings, by the first rule that hits; README.md tells which. */
export function matchRecordings(input: MatchInput): MatchOutcome {
  return toEnd(matchInSteps(input));
}

function* matchInSteps(input: MatchInput): Steps<MatchOutcome> {
  const { pairing, ranking, videos } = yield* applyRules(input);
  const settled = new Set(pairing.matches.map(({ videoId }) => videoId));
  const left = videos.filter(({ id }) => !settled.has(id)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return {
    matches: pairing.matches.toSorted(byIds),
    unmatched: left.map((video) => tellUnmatched(video, pairing, ranking)),
  };
}

/**
 * The same where some sessions are published although their files are gone. They take part like any other, for their
 * recordings would else be given to whatever is a little alike; but one that a present session stands in for (they share
 * time, title, number, or the video that a person names), as its id was changed, gets what the others leave. So does the
 * second of two vanished ones.
 */
export function* matchPresentFirst(
  input: MatchInput,
  vanished: readonly MatchableSession[],
): Steps<MatchOutcome> {
  if (vanished.length === 0) return yield* matchInSteps(input);
  const { sessions, replaced } = toFirst(input.sessions)(vanished);
  const first = yield* matchInSteps({ ...input, sessions });
  if (replaced.length === 0) return first;
  const named = toAllOtherVideoIds(input.sessions);
  const taken = new Set([...first.matches.map(({ videoId }) => videoId), ...named]);
  const { matches } = yield* matchInSteps({
    ...input,
    // One whose video was named elsewhere has given it up, and looks for no other.
    sessions: replaced.filter((session) => !taken.has(toCuratedId(session) ?? "")),
    videos: input.videos.filter(({ id }) => !taken.has(id)),
  });
  const settled = new Set(matches.map(({ videoId }) => videoId));
  return {
    matches: [...first.matches, ...matches].toSorted(byIds),
    unmatched: first.unmatched.filter(({ videoId }) => !settled.has(videoId)),
  };
}

/** The sessions that come first, and the vanished ones that are left for later: remembered, as lists are known again. */
const toFirst = remember((sessions: readonly MatchableSession[]) =>
  remember((vanished: readonly MatchableSession[]) => {
    const marks = new Set(sessions.flatMap(toMarks));
    const { replaced = [], alone = [] } = Object.groupBy(vanished, (session) => {
      const isReplaced = toMarks(session).some((mark) => marks.has(mark));
      for (const mark of toMarks(session)) marks.add(mark);
      return isReplaced ? "replaced" : "alone";
    });
    return { sessions: [...sessions, ...alone], replaced };
  }),
);

/** Why a session has the recording it has, or none: every video considered; empty when there is no such session. */
export function explainSession(input: MatchInput, sessionId: string): string {
  const session = input.sessions.find(({ id }) => id === sessionId);
  if (session === undefined) return "";
  const { pairing, ranking, videos } = toEnd(applyRules(input));
  return tellSession(session, videos, pairing, ranking);
}

interface Outcome {
  pairing: Pairing;
  ranking: Ranking;
  /** Those that may be recordings: without what a session names beside its own. */
  videos: readonly Video[];
}

/** All rules, one after the other. */
function* applyRules(whole: MatchInput): Steps<Outcome> {
  const others = toAllOtherVideoIds(whole.sessions);
  const videos = others.size === 0 ? whole.videos : whole.videos.filter(({ id }) => !others.has(id));
  const input = { ...whole, videos };
  const pairing = createPairing(input);
  const reader = findNameReader(input);
  pairCurated(pairing, input.sessions);
  keepPrevious(pairing, input.previous, reader);
  yield* pairIdentified(pairing, reader);
  const recordings = pairing.settled.map(({ video }) => video);
  const finder = createCandidateFinder(input.sessions, [...pairing.videos.values()], recordings);
  yield;
  yield* pairNumbered(pairing, reader, finder);
  const isAllowed = (candidate: Candidate) => !isRuledOut(candidate, pairing, reader);
  const open = new Set(pairing.videos.values());
  const { taken, ranking } = matchTitles(finder, open, pairing.settled, isAllowed);
  for (const candidate of taken) {
    const [sessionId, videoId] = [candidate.session.id, candidate.video.id];
    pair(pairing, { sessionId, videoId, rule: "title", evidence: tellEvidence(candidate, ranking) });
  }
  return { pairing, ranking, videos };
}

/** What a session shares with the one that it becomes when its id is changed. */
function toMarks(session: MatchableSession): string[] {
  const { startsAt, title, number } = session;
  const marks = { startsAt, title, number, video: toCuratedId(session) };
  return Object.entries(marks).flatMap(([name, mark]) => (mark === undefined ? [] : [`${name} ${mark}`]));
}

function toCuratedId({ replay }: MatchableSession): string | undefined {
  return typeof replay === "object" ? replay.videoId : undefined;
}
