/**
 * The four kinds of entries a feed has, format-neutral: announcement, replay, stand-alone video, notice.
 *
 * An announcement never shows the replay, so that it does not change when the replay arrives; the replay has its own
 * entry, in the session's words and never in YouTube's.
 */
import { toSessionTag, toSessionUrl, toVideoTag } from "../programme/address.ts";
import type { Instant } from "../programme/instant.ts";
import type { Recording } from "../programme/programme.ts";
import {
  toReplays,
  type Publication,
  type PublishedSession,
  type PublishedVideo,
} from "../programme/publication.ts";
import type { EntryDates } from "../programme/revision.ts";
import type { Session } from "../programme/session.ts";
import { toVideoPlace, type NamedVideo } from "../programme/video-site.ts";
import { toBeginning, toDateLine } from "../wording/dates.ts";
import { toLabel } from "../wording/labels.ts";
import { toLanguage, type Language } from "../wording/language.ts";
import { toStatusPrefix } from "../wording/status.ts";
import { isReadable, toExcerpt, toLine, toReadableLines, toTitle } from "../wording/text.ts";
import { toDescriptionBlocks, toHtml, toParagraph, toPlainText, type Block, type Blocks } from "./prose.ts";
import { toLinkBlock, toPlaceBlocks, toReplayBlocks, toStatusBlocks, toSubstance } from "./session-blocks.ts";

/** RSS item, atom:entry, JSON Feed item. Each field says what the formats call it. */
export interface Entry {
  kind: "announcement" | "replay" | "video" | "notice";
  /** RSS guid, atom:id, JSON Feed id. */
  id: string;
  /** title. Plain text on one line. */
  title: string;
  /** RSS link, Atom rel="alternate", JSON Feed url. */
  url: string;
  /** JSON Feed external_url: the video the entry is about. */
  externalUrl?: string;
  /** RSS pubDate, atom:published, JSON Feed date_published. */
  publishedAt: Instant;
  /** atom:updated, JSON Feed date_modified; RSS has none. */
  updatedAt: Instant;
  /** Whom the entry presents; may be empty. */
  authors: Author[];
  /** RSS category, atom:category, JSON Feed tags. Plain text on one line each. */
  tags: string[];
  /** RSS content:encoded, atom:content, JSON Feed content_html. */
  html: string;
  /** JSON Feed content_text. */
  text: string;
  /** RSS description, atom:summary, JSON Feed summary. Plain text on one line; may be empty. */
  summary: string;
  /** JSON Feed image: the video's picture. */
  image?: string;
  /** JSON Feed language, where it is not the feed's. BCP 47. */
  language?: string;
  /** JSON Feed `_session`. */
  session?: PublishedSession;
}

/** RSS dc:creator, atom:author, JSON Feed author. */
export interface Author {
  /** Plain text on one line. */
  name: string;
  /** atom:uri, JSON Feed url. */
  url?: string | undefined;
}

/** Enough to tell what a video is about; a description may have 5,000 characters. */
const MAX_SUMMARY_CHARACTERS = 300;

/** The entry of a session, from its announcement on. */
export function toAnnouncement(
  published: PublishedSession,
  { club, publicUrl }: Pick<Publication, "club" | "publicUrl">,
): Entry {
  const { session, announcement } = published;
  const language = toLanguage(club.language);
  const url = toSessionUrl(publicUrl, session.id);
  return toEntry(
    {
      kind: "announcement",
      id: toSessionTag(club, session.id),
      title: toStatusPrefix(session.status, language) + toLabel(session),
      url,
      ...announcement,
      ...toSessionFields(published, language),
    },
    [
      toDateBlock(session, language),
      ...toStatusBlocks(session.status, language),
      ...toSubstance(session, language),
      ...toPlaceBlocks(session, language),
      toLinkBlock(language.words.session.page, url, language),
    ],
    language,
  );
}

/** The entry of a session's replay. */
export function toReplayEntry(
  published: PublishedSession,
  recording: Recording,
  dates: EntryDates,
  { club, publicUrl }: Pick<Publication, "club" | "publicUrl">,
): Entry {
  const { session } = published;
  const language = toLanguage(club.language);
  const { colon, replay, session: words } = language.words;
  const { watchUrl, thumbnailUrl } = toVideoPlace(recording);
  const label = toLabel(session);
  return toEntry(
    {
      kind: "replay",
      id: toVideoTag(club, recording.videoId, published.hasOwnReplayId),
      title: replay.label + colon + label,
      url: watchUrl,
      externalUrl: watchUrl,
      ...dates,
      ...(thumbnailUrl !== undefined && { image: thumbnailUrl }),
      ...toSessionFields(published, language),
    },
    [
      toDateBlock(session, language),
      ...toPictureBlocks(recording, label),
      ...toReplayBlocks(toReplays(published), language),
      ...toSubstance(session, language),
      toLinkBlock(words.page, toSessionUrl(publicUrl, session.id), language),
    ],
    language,
  );
}

/** The entry of a video that belongs to no session, in its own words. */
export function toVideoEntry(
  { video, dates, hasOwnReplayId }: PublishedVideo,
  { club }: Pick<Publication, "club">,
): Entry {
  const language = toLanguage(club.language);
  const named = { videoId: video.id };
  const { watchUrl, thumbnailUrl } = toVideoPlace(named);
  const title = toTitle(video.title, video.id);
  return toEntry(
    {
      kind: "video",
      id: toVideoTag(club, video.id, hasOwnReplayId),
      title,
      url: watchUrl,
      externalUrl: watchUrl,
      ...dates,
      authors: [],
      tags: [],
      summary: toExcerpt(video.description, MAX_SUMMARY_CHARACTERS),
      ...(thumbnailUrl !== undefined && { image: thumbnailUrl }),
    },
    [
      ...toPictureBlocks(named, title),
      ...toDescriptionBlocks(video.description),
      toLinkBlock(language.words.replay.watch, watchUrl, language),
    ],
    language,
  );
}

/** Puts the content, said once, into both of its forms. Readers take it for left to right unless it says otherwise. */
export function toEntry(
  fields: Omit<Entry, "html" | "text">,
  content: Blocks,
  { direction }: Language,
): Entry {
  const html = toHtml(content);
  return {
    ...fields,
    html: direction === "rtl" ? `<div dir="rtl">\n${html}\n</div>` : html,
    // Most formats have none.
    get text() {
      return toPlainText(content);
    },
  };
}

/** What every entry of a session shares. */
export function toSessionFields(
  published: PublishedSession,
  language: Language,
): Pick<Entry, "authors" | "tags" | "summary" | "language"> & { session: PublishedSession } {
  const { session } = published;
  const presenters = session.presenters.filter(({ name }) => isReadable(name));
  const names = presenters.map(({ name }) => toLine(name)).join(language.words.names.between);
  const dateLine = toBeginning(toDateLine(session, language), language);
  return {
    authors: presenters.map(({ name, url }) => ({ name: toLine(name), url })),
    tags: toReadableLines(session.tags),
    summary: names === "" ? dateLine : language.words.session.summary(dateLine, names),
    ...(session.inLanguage !== undefined && { language: session.inLanguage }),
    session: published,
  };
}

function toDateBlock(session: Session, language: Language): Block {
  return toParagraph(toBeginning(toDateLine(session, language), language));
}

/** The picture of a video, where its site has one that may be shown. */
function toPictureBlocks(video: NamedVideo, description: string): Block[] {
  const { thumbnailUrl: source, watchUrl: url } = toVideoPlace(video);
  return source === undefined ? [] : [{ kind: "picture", source, url, description }];
}
