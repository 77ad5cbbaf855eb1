/**
 * What is shown of a session, and its fingerprints.
 *
 * Most of a session never changes between two looks at it, and most of that is its abstract. So the fingerprints of that
 * part are begun once, at build, and only what may change is added here: no abstract is read to find that nothing is new.
 */
import { toBeginning, type Beginning } from "./fingerprint.ts";
import type { Standing } from "./ledger.ts";
import type { Recording } from "./programme.ts";
import type { Session } from "./session.ts";
import { toShowingOfText, type Showing } from "./shown.ts";

/** Fingerprints begun over a session's text, as an entry shows it, and as the record of the session does. */
export type TextMark = readonly [entry: Beginning, record: Beginning];

/** Sessions are never changed in place; one that differs is another object. */
const marks = new WeakMap<Session, TextMark>();

/** What the build has found, see {@link toTextMark}. */
export function keepTextMark(session: Session, mark: TextMark): void {
  marks.set(session, mark);
}

/** The mark of a session's text: that of the build, or made and kept here for a session that has no file any more. */
export function toTextMark(session: Session): TextMark {
  const known = marks.get(session);
  if (known !== undefined) return known;
  const text = JSON.stringify(toText(session)).slice(0, -1);
  const mark: TextMark = [toBeginning(text), toBeginning(`[${text}`)];
  marks.set(session, mark);
  return mark;
}

/**
 * What the announcement shows of a session: everything but the recording, so that a replay does not touch it. Formulas are
 * as they were written, so that another rendering of one changes nothing.
 */
export function toShownSession(session: Session): object {
  return { ...toText(session), ...toAnnounced(session) };
}

/** The same, to be compared with what was shown. */
export function toAnnouncementShowing(session: Session): Showing {
  const [beginning] = toTextMark(session);
  return toShowingOfText(`${toMembers(toAnnounced(session))}}`, beginning, () => toShownSession(session));
}

/** What is shown once there is a replay: that, and where else than on YouTube it and the others are. */
export function toReplayShowing(session: Session, recording: Recording | null): Showing {
  const [beginning] = toTextMark(session);
  const text = `${toMembers(toReplayed(session, recording))}}`;
  return toShowingOfText(text, beginning, () => toShownWithReplay(session, recording));
}

/** What a calendar shows. */
export function toRecordShowing(session: Session, recording: Recording | null, standing: Standing): Showing {
  const [, beginning] = toTextMark(session);
  const isNotRecorded = session.replay === "none";
  const members = toMembers(toReplayed(session, recording));
  const text = `${members}},${JSON.stringify(standing)},${isNotRecorded}]`;
  return toShowingOfText(text, beginning, () => [
    toShownWithReplay(session, recording),
    standing,
    isNotRecorded,
  ]);
}

function toShownWithReplay(session: Session, recording: Recording | null): object {
  return { ...toText(session), ...toReplayed(session, recording) };
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
function toReplayed(session: Session, recording: Recording | null) {
  return { talks: toTalks(session), otherReplays: session.otherReplays, replayUrl: recording?.url };
}

function toTalks({ talks, written }: Session): Session["talks"] {
  return written?.talks ?? talks;
}

/** More members of an object that is not empty, as JSON. */
function toMembers(members: Record<string, unknown>): string {
  const text = JSON.stringify(members).slice(1, -1);
  return text === "" ? "" : `,${text}`;
}
