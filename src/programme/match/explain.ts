/**
 * Why a session has the recording it has, or none: every video considered, as text for a host.
 */
import type { Match, MatchInput } from "../match.ts";
import { ACCEPTED_LOG_ODDS } from "./assign.ts";
import { toFindings, toScoreText } from "./evidence.ts";
import { applyRules, type RulesOutcome } from "./rules.ts";
import type { ScoredCandidate } from "./title-rule.ts";

/** Candidates further down are as good as none. */
const MAX_CANDIDATES = 10;

/** Lines, each ended; empty when there is no such session. */
export function explainSession(input: MatchInput, sessionId: string): string {
  const session = input.sessions.find(({ id }) => id === sessionId);
  if (session === undefined) return "";
  const outcome = applyRules(input);
  const match = outcome.board.matches.find((one) => one.sessionId === sessionId);
  const candidates = outcome.candidates.filter((one) => one.sessionId === sessionId);
  const shown = candidates.slice(0, MAX_CANDIDATES);
  const titles = new Map(input.videos.map(({ id, title }) => [id, title]));
  const presenters = session.presenters.map(({ name }) => name);
  return [
    [
      `${session.id} "${session.title}"`,
      new Date(session.startsAt).toISOString().slice(0, 10),
      ...presenters,
    ].join(", "),
    `  ${toVerdict(match, titles, shown, session.status)}`,
    ...shown.map((one) => `  ${toLine(one, match, outcome)}`),
    ...(candidates.length > shown.length ? [`  and ${candidates.length - shown.length} less likely`] : []),
    "",
  ].join("\n");
}

function toVerdict(
  match: Match | undefined,
  titles: ReadonlyMap<string, string>,
  [best]: readonly ScoredCandidate[],
  status: string,
): string {
  if (match !== undefined) {
    const title = titles.get(match.videoId);
    const named = title === undefined ? match.videoId : `${match.videoId} "${title}"`;
    return `recording: ${named}, by ${match.rule}: ${match.evidence}`;
  }
  if (status === "cancelled") return "no recording: the session was cancelled";
  if (best === undefined) return "no recording: no video shares its words or presenters";
  const isLikely = best.logOdds >= ACCEPTED_LOG_ODDS;
  return isLikely ? "no recording: too close to call" : "no recording: nothing alike";
}

function toLine(candidate: ScoredCandidate, match: Match | undefined, { board }: RulesOutcome): string {
  const { videoId, video, comparison } = candidate;
  const line = `${toScoreText(candidate)} ${videoId} "${video.title}": ${toFindings(comparison)}`;
  if (match?.videoId === videoId) return `${line} - taken`;
  const taker = board.matches.find((one) => one.videoId === videoId);
  return taker === undefined ? line : `${line} - recording of ${taker.sessionId}`;
}
