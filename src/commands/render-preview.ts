/** Every feed and calendar as a fresh deployment would publish it. Pure: now is given. */
import { writeDocument } from "../documents/addresses.ts";
import { DOCUMENTS } from "../documents/table.ts";
import { toPath } from "../programme/address.ts";
import type { Club } from "../programme/club.ts";
import type { Instant } from "../programme/instant.ts";
import { EMPTY_LEDGER } from "../programme/ledger.ts";
import { createProgramme } from "../programme/programme.ts";
import { revise } from "../programme/revise.ts";
import { WHOLE } from "../programme/selection.ts";
import type { Session } from "../programme/session.ts";
import type { Video } from "../programme/video.ts";

export interface PreviewInput {
  club: Club;
  sessions: readonly Session[];
  videos: readonly Video[];
  /** What self links say, without a slash at the end. */
  publicUrl: string;
}

export interface PreviewFile {
  /** Below the output folder. */
  name: string;
  text: string;
}

export function renderPreview(
  { club, sessions, videos, publicUrl }: PreviewInput,
  now: Instant,
): PreviewFile[] {
  const archive = videos.map((video) => ({ ...video, firstSeenAt: video.publishedAt }));
  const programme = createProgramme({ club, sessions, archive, previous: [], publicUrl }, now);
  const { published } = revise(programme, club, EMPTY_LEDGER, now);
  const publication = { club, programme: published, publicUrl, isSample: false, asOf: 0 };
  const allSessions = published.sessions.map(({ session }) => ({ ...WHOLE, session: session.id }));
  // What changes with the clock, pages above all, would differ at every look.
  const lasting = DOCUMENTS.filter(({ hasTurns }) => hasTurns !== true);
  return lasting.flatMap((document) =>
    (document.pattern.includes(":session") ? allSessions : [WHOLE]).flatMap((selection) => {
      const text = writeDocument(document, publication, selection);
      return text === null ? [] : [{ name: toPath(document.pattern, selection).slice(1), text }];
    }),
  );
}
