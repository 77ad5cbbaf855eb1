import type { MatchInput, MatchOutcome } from "./match.ts";
import { applyRules } from "./match/rules.ts";
import { toUnmatched } from "./match/unmatched.ts";

/**
 * Pair sessions with their recordings, by the first rule that hits: a person's word, the match made before, an
 * identifier in the video's description, the session's number in the title, and title, presenters and date together.
 *
 * Pure: no clock; the order of the input does not matter. No video is the automatic recording of two sessions; a
 * cancelled session gets none; two candidates too close to call give none.
 */
export function matchRecordings(input: MatchInput): MatchOutcome {
  const outcome = applyRules(input);
  return {
    matches: outcome.board.matches.toSorted((a, b) => (a.sessionId < b.sessionId ? -1 : 1)),
    unmatched: toUnmatched(input, outcome),
  };
}
