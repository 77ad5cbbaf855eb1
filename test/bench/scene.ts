/** A programme as the Publisher has it before and after news, and the same for the packages. */
import type { CompiledData } from "../../src/programme/compiled-data.ts";
import type { Ledger } from "../../src/programme/ledger.ts";
import type { Match } from "../../src/programme/match/match.ts";
import type { ArchivedVideo, Programme } from "../../src/programme/programme.ts";
import type { Publication } from "../../src/programme/publication.ts";
import type { PlainProgramme } from "./plain/writers.ts";

export const PUBLIC_URL = "https://feeds.example.org";

/** Everything as it is before a replay comes, and what comes. */
export interface Scene {
  compiled: Pick<CompiledData, "club" | "sessions" | "videos">;
  /** Without the newest replay. */
  archive: ArchivedVideo[];
  news: ArchivedVideo;
  previous: Match[];
  programme: Programme;
  ledger: Ledger;
  publication: Publication;
  feedText: string;
  now: number;
}

/** The same sessions for the packages. */
export function toPlainProgramme({ club, programme, publicUrl }: Publication): PlainProgramme {
  return {
    name: club.name,
    description: club.description,
    url: publicUrl,
    domain: club.uidDomain,
    timeZone: club.timeZone,
    feedLength: club.feedLength,
    sessions: programme.sessions.map(({ session, recording, revision, announcement, replay }) => ({
      id: session.id,
      title: session.title,
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      announcedAt: announcement.publishedAt,
      changedAt: revision.lastChangedAt,
      replayedAt: replay?.publishedAt ?? null,
      videoId: recording?.videoId ?? null,
      presenters: session.presenters.map(({ name }) => ({ name })),
      tags: session.tags,
      html: session.abstract.html,
      text: session.abstract.text,
    })),
  };
}
