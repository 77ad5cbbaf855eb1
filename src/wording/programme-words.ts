/** The words that somebody who shows the programme as data needs beside it, all in the club's language. */
import type { SessionState } from "../programme/agenda.ts";
import type { Club } from "../programme/club.ts";
import { toRhythm } from "./rhythm.ts";
import { toStatusNote } from "./status.ts";

/** A word or a sentence for each of these. */
export type ProgrammeWords = Record<
  | Exclude<SessionState, "upcoming" | "past">
  | "nothing"
  | "pastSessions"
  | "timeToBeAnnounced"
  | "join"
  | "passcode"
  | "watchLive"
  | "replay",
  string
>;

/** @param club whose rhythm is told where nothing is announced */
export function toProgrammeWords(club: Pick<Club, "usual" | "everyWeeks" | "timeZone">): ProgrammeWords {
  return {
    nothing: `Nothing is announced at the moment. The club usually meets ${toRhythm(club)}.`,
    live: "On now",
    tentative: toStatusNote("tentative")?.badge ?? "",
    postponed: toStatusNote("postponed")?.badge ?? "",
    cancelled: toStatusNote("cancelled")?.badge ?? "",
    timeToBeAnnounced: "time to be announced",
    join: "Join online",
    passcode: "Passcode",
    watchLive: "Watch live",
    replay: "Replay",
    pastSessions: "Past sessions",
  };
}
