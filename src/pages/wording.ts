/** How pages put sessions into words. */
import { toDateLine } from "../programme/civil-time.ts";
import type { Session, SessionStatus } from "../programme/session.ts";
import type { Scene } from "./scene.ts";

/** "S21: Title", or the title where the session has no number. */
export function toLabel({ number, title }: Pick<Session, "number" | "title">): string {
  return number === undefined ? title : `S${number}: ${title}`;
}

/** "Ada Example, Grace Example and Max Example". */
export function toNameList(names: readonly string[]): string {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** What sets a session apart from one that takes place as announced; null where nothing does. */
export interface Standing {
  badge: string;
  sentence: string;
}

const STANDINGS: Record<Exclude<SessionStatus, "scheduled">, Standing> = {
  tentative: { badge: "Tentative", sentence: "This date is not confirmed yet." },
  cancelled: { badge: "Cancelled", sentence: "This session is cancelled. It does not take place." },
  postponed: {
    badge: "Postponed",
    sentence: "This session is postponed. It does not take place at the time first announced.",
  },
};

/**
 * Cancelled, postponed and tentative come from the session, moved from its last notice. Of a past session only the first
 * two still matter.
 */
export function toStanding(session: Session, { programme, asOf }: Scene): Standing | null {
  if (session.status === "cancelled" || session.status === "postponed") return STANDINGS[session.status];
  if (session.endsAt <= asOf) return null;
  const last = programme.notices
    .filter(({ sessionId }) => sessionId === session.id)
    .toSorted((a, b) => b.sequence - a.sequence)[0];
  if (last?.kind === "moved") {
    return {
      badge: "Moved",
      sentence: `This session was moved. It was to be on ${toDateLine(last.before)}.`,
    };
  }
  return session.status === "tentative" ? STANDINGS.tentative : null;
}

/** The beginning of a text on one line, cut between words, of at most `limit` UTF-16 units. */
export function toExcerpt(text: string, limit: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= limit) return line;
  const cut = line.slice(0, limit - 1);
  const space = cut.lastIndexOf(" ");
  return `${(space > limit / 2 ? cut.slice(0, space) : cut).toWellFormed()}…`;
}
