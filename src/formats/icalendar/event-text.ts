/** What an event says: SUMMARY, LOCATION, DESCRIPTION and its links. */
import type { Club } from "../../programme/club.ts";
import {
  findLastNotice,
  toSessionLinks,
  type PublishedSession,
  type SessionLinks,
} from "../../programme/publication.ts";
import type { Notice } from "../../programme/revision.ts";
import type { Session } from "../../programme/session.ts";
import { toDateLine } from "../../wording/dates.ts";
import { toLabel } from "../../wording/labels.ts";
import { toLanguage, type Language } from "../../wording/language.ts";
import { toStatusPrefix } from "../../wording/status.ts";
import { toLine } from "../../wording/text.ts";
import { toParagraph, toPlainText } from "../prose.ts";
import {
  toJoinBlock,
  toLinkBlock,
  toPeopleBlocks,
  toReplayBlocks,
  toStatusBlocks,
  toWorkBlocks,
} from "../session-blocks.ts";

/** Where to go before, during and after a session; `page` is the session's own. */
export type EventLinks = SessionLinks & { page: string };

export function toLinks(published: PublishedSession, page: string): EventLinks {
  const { join, passcode, live, replays } = toSessionLinks(published);
  return { page, join, passcode, live, replays };
}

/** "Cancelled: ERG S21: Title": the club first, among a subscriber's other appointments. */
export function toSummary(session: Session, club: Pick<Club, "shortName" | "language">): string {
  // "Tentative" is said by STATUS, which calendars show.
  const prefix =
    session.status === "tentative" ? "" : toStatusPrefix(session.status, toLanguage(club.language));
  const label = toLabel(session);
  return `${prefix}${toLine(club.shortName)}${session.number === undefined ? ":" : ""} ${label}`;
}

/** The room, and the address to join at while there is one; "" where there is neither. */
export function toLocation({ location }: Session, { join }: EventLinks): string {
  return [toLine(location ?? ""), join].filter(Boolean).join(", ");
}

/**
 * Plain text; the link that counts now comes first.
 *
 * @returns what stands before the abstract, and what behind it
 */
export function toDescription(
  session: Session,
  { page, join, passcode, live, replays = [] }: EventLinks,
  notices: readonly Notice[],
  language: Language,
): { before: string; after: string } {
  const { event, session: labels } = language.words;
  const before = [
    ...toReplayBlocks(replays, language),
    join === undefined ? null : toJoinBlock(join, passcode, language),
    live === undefined ? null : toLinkBlock(labels.liveStream, live, language),
    session.isAllDay ? toParagraph(event.timeToBeAnnounced) : null,
    session.replay === "none" ? toParagraph(event.isNotRecorded) : null,
    ...(session.status === "postponed"
      ? [toParagraph(toPostponement(session, notices, language))]
      : toStatusBlocks(session.status, language)),
    ...toPeopleBlocks(session, language),
  ];
  const after = [...toWorkBlocks(session, language), toLinkBlock(labels.page, page, language)];
  return { before: toPlainText(before), after: toPlainText(after) };
}

/** What is known of the new date. The event stays at the old one until there is a new one. */
function toPostponement(session: Session, notices: readonly Notice[], language: Language): string {
  const words = language.words.event;
  const notice = findLastNotice(notices, session, "postponed");
  if (notice === undefined) return words.isPostponed;
  const [was, is] = [toDateLine(notice.before, language), toDateLine(session, language)];
  return was === is ? words.isPostponedFrom(was) : words.isPostponedTo(is, was);
}
