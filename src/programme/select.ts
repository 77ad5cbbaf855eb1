/** Narrows a programme to the sessions a selection asks for. */
import type { PublishedProgramme, PublishedSession } from "./revision.ts";
import { toComparable, type Selection } from "./selection.ts";

/**
 * The programme with only the sessions that have the selection's tag and presenter, and only their notices.
 *
 * A stand-alone video has neither tag nor presenter, so either filter leaves it out. `show`, `limit`, `cancelled` and
 * `alarm` are for the writer: they mean entries in a feed and events in a calendar.
 */
export function selectProgramme(programme: PublishedProgramme, selection: Selection): PublishedProgramme {
  const { tag, presenter } = selection;
  if (tag === undefined && presenter === undefined) return programme;
  const sessions = programme.sessions.filter(
    ({ session }) =>
      isNamed(tag, session.tags) &&
      isNamed(
        presenter,
        session.presenters.map(({ name }) => name),
      ),
  );
  const ids = new Set(sessions.map(({ session }) => session.id));
  return {
    sessions,
    standAloneVideos: [],
    notices: programme.notices.filter(({ sessionId }) => ids.has(sessionId)),
    changedAt: programme.changedAt,
  };
}

/** Whether a session has a replay to watch; a live stream is none yet. */
export function isReplayed({ recording }: PublishedSession): boolean {
  return recording?.state === "replay";
}

function isNamed(wanted: string | undefined, names: readonly string[]): boolean {
  if (wanted === undefined) return true;
  return names.some((name) => toComparable(name) === toComparable(wanted));
}
