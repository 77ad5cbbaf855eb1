/** The words that a site needs beside the programme when it shows it as data: all in the club's language. */
import type { SessionState } from "../programme/agenda.ts";
import type { Club } from "../programme/club.ts";
import { toLanguage } from "./language.ts";
import { toRhythm } from "./rhythm.ts";

/** A badge for each state that has one, and what stands on buttons and above lists. */
export type ProgrammeWords = Record<
  Exclude<SessionState, "upcoming" | "past"> | "nothing" | "join" | "passcode" | "watchLive" | "replay",
  string
>;

/** @param club whose rhythm is told where nothing is announced */
export function toProgrammeWords(
  club: Pick<Club, "usual" | "everyWeeks" | "timeZone" | "language">,
): ProgrammeWords {
  const { home, status, session, replay } = toLanguage(club.language).words;
  return {
    nothing: `${home.nothingAnnounced} ${home.meets(toRhythm(club))}`,
    live: status.on,
    tentative: status.tentative.badge,
    postponed: status.postponed.badge,
    cancelled: status.cancelled.badge,
    join: session.joinOnline,
    passcode: session.passcode,
    watchLive: session.liveStream,
    replay: replay.label,
  };
}
