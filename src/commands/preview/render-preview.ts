/** Every feed and calendar as a fresh deployment would publish it. Pure: now is given. */
import type { Club } from "../../programme/club.ts";
import type { Instant } from "../../programme/instant.ts";
import { EMPTY_LEDGER } from "../../programme/ledger.ts";
import { createProgramme } from "../../programme/programme.ts";
import { revise } from "../../programme/revise.ts";
import { WHOLE } from "../../programme/selection.ts";
import type { Session } from "../../programme/session.ts";
import type { Video } from "../../programme/video.ts";
import { PLAIN_DOCUMENTS, renderDocument } from "../../publisher/document-renderings.ts";

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
  const issue = { club, programme: published, publicUrl, isSample: false, asOf: 0 };
  const calendars = published.sessions.map(({ session }) => `/sessions/${session.id}.ics`);
  return [...PLAIN_DOCUMENTS, ...calendars].flatMap((path) => {
    const rendering = renderDocument(path, WHOLE, issue);
    return rendering === null ? [] : [{ name: path.slice(1), text: rendering.text }];
  });
}
