/** Every feed and calendar as a fresh deployment would publish it. Pure: now is given. */
import { toAtom } from "../../formats/atom.ts";
import { toFeed } from "../../formats/feed.ts";
import { toCalendar, toSessionCalendar } from "../../formats/icalendar/calendar.ts";
import { toJsonFeed } from "../../formats/json-feed.ts";
import { toOpml } from "../../formats/opml.ts";
import { toRss } from "../../formats/rss.ts";
import type { Club } from "../../programme/club.ts";
import type { Instant } from "../../programme/instant.ts";
import { EMPTY_LEDGER } from "../../programme/ledger.ts";
import { createProgramme } from "../../programme/programme.ts";
import { revise } from "../../programme/revise.ts";
import { WHOLE } from "../../programme/selection.ts";
import type { Session } from "../../programme/session.ts";
import type { Video } from "../../programme/video.ts";

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
  const feed = toFeed(published, club, publicUrl, WHOLE);
  return [
    { name: "rss.xml", text: toRss(feed) },
    { name: "atom.xml", text: toAtom(feed) },
    { name: "feed.json", text: toJsonFeed(feed) },
    { name: "calendar.ics", text: toCalendar(published, club, publicUrl, WHOLE) },
    { name: "opml.xml", text: toOpml(club, publicUrl) },
    ...published.sessions.map((session) => ({
      name: `sessions/${session.session.id}.ics`,
      text: toSessionCalendar(session, club, publicUrl),
    })),
  ];
}
