/**
 * What is shown of a session, and its fingerprints.
 *
 * Most of a session never changes between two looks at it, and most of that is its abstract. So what follows from a session
 * alone is found once, at build, and only its recording is added here: no abstract is read to find that nothing is new.
 */
import { toBeginning, type Beginning } from "./fingerprint.ts";
import { toRecordingMark, type Standing } from "./ledger.ts";
import type { ProgrammeSession, Recording } from "./programme.ts";
import { remember } from "./remember.ts";
import { toReplayUrl, type Session } from "./session.ts";
import { toShowing, toShowingOfText, toShownText, type Showing } from "./shown.ts";
import { toStanding } from "./standing.ts";

/**
 * Fingerprints of a session: of its announcement, of its replay's entry, and that of its record, begun: what follows is the
 * recording. The last two are where the replay is where the session says.
 */
export type TextMark = readonly [announced: string, replayed: string, record: Beginning];

/** The mark of a session's text: that of the build, or made and kept here for a session that has no file any more. */
export const toTextMark = remember((session: Session): TextMark => {
  const text = JSON.stringify(toText(session)).slice(0, -1);
  const beginning = toBeginning(text);
  const replayed = `${toMembers(toReplayed(session, toReplayUrl(session)))}}`;
  const standing = JSON.stringify(toStanding({ session, recording: null })).slice(0, -"null}".length);
  return [
    toShownText(`${toMembers(toAnnounced(session))}}`, beginning),
    toShownText(replayed, beginning),
    toBeginning(`[${text}${replayed},${standing}`),
  ];
});

/** What the build has found, see {@link toTextMark}. */
export const keepTextMark = toTextMark.keep;

/**
 * What the announcement shows of a session: everything but the recording, so that a replay does not touch it. Formulas are
 * as they were written, so that another rendering of one changes nothing.
 */
export function toShownSession(session: Session): object {
  return { ...toText(session), ...toAnnounced(session) };
}

/** The same, to be compared with what was shown. */
export function toAnnouncementShowing(session: Session): Showing {
  const [announced] = toTextMark(session);
  return { shown: announced, toValue: () => toShownSession(session) };
}

/** What is shown once there is a replay: that, and where else than on YouTube it and the others are. */
export function toReplayShowing(session: Session, { url }: Pick<Recording, "url">): Showing {
  const toValue = () => toShownWithReplay(session, url);
  if (url !== toReplayUrl(session)) return toShowing(toValue());
  const [, replayed] = toTextMark(session);
  return { shown: replayed, toValue };
}

/** What a calendar shows. */
export function toRecordShowing(item: ProgrammeSession): Showing {
  const { session, recording } = item;
  const isNotRecorded = session.replay === "none";
  const toValue = () => [toShownWithReplay(session, recording?.url), toStanding(item), isNotRecorded];
  if (recording?.url !== toReplayUrl(session)) return toShowing(toValue());
  const [, , beginning] = toTextMark(session);
  const mark: Standing["recording"] = recording && toRecordingMark(recording);
  return toShowingOfText(`${JSON.stringify(mark)}},${isNotRecorded}]`, beginning, toValue);
}

function toShownWithReplay(session: Session, url: string | undefined): object {
  return { ...toText(session), ...toReplayed(session, url) };
}

/** Of what is shown the part that is marked: all but the members that follow it. */
function toText({ written, ...session }: Session): object {
  // In the place of each member, as their order is part of a fingerprint.
  const {
    replay: _replay,
    otherReplays: _others,
    announcedAt: _announced,
    talks: _talks,
    ...text
  } = { ...session, ...written };
  return text;
}

/** The members that follow while there is no replay. */
function toAnnounced(session: Session) {
  return { talks: toTalks(session)?.map(({ replay: _talkReplay, ...talk }) => talk) };
}

/** The members that follow then, in their order. */
function toReplayed(session: Session, replayUrl: string | undefined) {
  return { talks: toTalks(session), otherReplays: session.otherReplays, replayUrl };
}

function toTalks({ talks, written }: Session): Session["talks"] {
  return written?.talks ?? talks;
}

/** More members of an object that is not empty, as JSON. */
function toMembers(members: Record<string, unknown>): string {
  const text = JSON.stringify(members).slice(1, -1);
  return text === "" ? "" : `,${text}`;
}
