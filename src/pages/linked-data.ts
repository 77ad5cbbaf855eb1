/** A session as schema.org data, as search engines read it. */
import { toSessionUrl } from "../programme/address.ts";
import { toZonedRfc3339 } from "../programme/civil-time.ts";
import { toXUrl, type Person } from "../programme/club.ts";
import { toRfc3339 } from "../programme/instant.ts";
import {
  toReplays,
  type Publication,
  type PublishedSession,
  type TitledReplay,
} from "../programme/publication.ts";
import type { Paper, Session, Talk } from "../programme/session.ts";
import { toMomentUrl } from "../programme/video-site.ts";
import { toLabel } from "../wording/labels.ts";
import { toLanguage, type Language } from "../wording/language.ts";
import { toExcerpt } from "../wording/text.ts";
import { toThumbnailPath } from "./replay.tsx";

/** Search engines show no more. */
const DESCRIPTION_UNITS = 300;

/** schema.org/Event; absent values are left out when it becomes JSON. */
export function toLinkedData(publication: Publication, published: PublishedSession): unknown {
  const { club, publicUrl } = publication;
  const { session } = published;
  const url = toSessionUrl(publicUrl, session.id);
  return {
    "@context": "https://schema.org",
    "@type": "Event",
    "@id": url,
    url,
    name: toLabel(session),
    description: toExcerpt(session.abstract.text, DESCRIPTION_UNITS) || undefined,
    ...toTimes(session),
    ...toStatus(publication, session),
    ...toPlaces(session, url),
    organizer: { "@type": "Organization", name: club.name, url: club.siteUrl },
    performer: toSome(session.presenters.map(toPerson)),
    contributor: toSome((session.chair ?? []).map(toPerson)),
    workFeatured: toSome(session.papers.map(toWork)),
    subEvent: toSome((session.talks ?? []).map((talk) => toTalk(talk, session))),
    subjectOf: toSome(toRelated(session, toLanguage(club.language))),
    recordedIn: toRecordings(publication, published),
    keywords: toSome(session.tags),
    isAccessibleForFree: true,
    inLanguage: session.inLanguage ?? club.language,
  };
}

function toTimes({ isAllDay, date, startsAt, endsAt, timeZone }: Session) {
  if (isAllDay) return { startDate: date };
  return { startDate: toZonedRfc3339(startsAt, timeZone), endDate: toZonedRfc3339(endsAt, timeZone) };
}

function toStatus({ programme }: Publication, { id, status }: Session) {
  if (status === "cancelled") return { eventStatus: "https://schema.org/EventCancelled" };
  if (status === "postponed") return { eventStatus: "https://schema.org/EventPostponed" };
  const moved = programme.notices.findLast(({ sessionId, kind }) => sessionId === id && kind === "moved");
  if (moved === undefined) return { eventStatus: "https://schema.org/EventScheduled" };
  const { startsAt, timeZone } = moved.before;
  return {
    eventStatus: "https://schema.org/EventRescheduled",
    previousStartDate: toZonedRfc3339(startsAt, timeZone),
  };
}

/** Online unless there is a room; with a room and a link to join, both. */
function toPlaces({ location, join: meeting, stream }: Session, url: string) {
  const join = meeting ?? stream;
  const place = location === undefined ? null : { "@type": "Place", name: location, address: location };
  const virtual = { "@type": "VirtualLocation", url: join ?? url };
  if (place === null) return { eventAttendanceMode: toMode("Online"), location: virtual };
  if (join === undefined) return { eventAttendanceMode: toMode("Offline"), location: place };
  return { eventAttendanceMode: toMode("Mixed"), location: [place, virtual] };
}

function toMode(mode: "Online" | "Offline" | "Mixed"): string {
  return `https://schema.org/${mode}EventAttendanceMode`;
}

function toPerson({ name, affiliation, url, x }: Person) {
  return {
    "@type": "Person",
    name,
    url,
    affiliation: affiliation === undefined ? undefined : { "@type": "Organization", name: affiliation },
    sameAs: x === undefined ? undefined : toXUrl(x),
  };
}

function toWork({ title, url }: Paper) {
  return { "@type": "ScholarlyArticle", name: title, url };
}

function toTalk({ title, presenters, papers }: Talk, session: Session) {
  return {
    "@type": "Event",
    name: title,
    startDate: toTimes(session).startDate,
    performer: toSome(presenters.map(toPerson)),
    workFeatured: toSome(papers.map(toWork)),
  };
}

/** Slides, code and links, as works about the session. */
function toRelated({ slides, code, links = [] }: Session, { words }: Language) {
  return [
    ...(slides === undefined
      ? []
      : [{ "@type": "PresentationDigitalDocument", name: words.session.slides, url: slides }]),
    ...(code === undefined
      ? []
      : [{ "@type": "SoftwareSourceCode", name: words.session.code, codeRepository: code }]),
    ...links.map(({ title, url }) => ({ "@type": "CreativeWork", name: title, url })),
  ];
}

/** One as itself, several as a list. */
function toRecordings(publication: Publication, published: PublishedSession) {
  const [first, ...others] = toReplays(published).map((replay) =>
    toRecording(publication, published, replay),
  );
  return others.length === 0 ? first : [first, ...others];
}

function toRecording(
  { publicUrl }: Publication,
  { session, recording }: PublishedSession,
  replay: TitledReplay,
) {
  const { videoId, talk, watchUrl, playerUrl } = replay;
  const video = recording?.videoId === videoId ? recording.video : undefined;
  const picture = toThumbnailPath(videoId);
  return {
    "@type": "VideoObject",
    name: talk ?? video?.title ?? toLabel(session),
    description: toExcerpt(session.abstract.text, DESCRIPTION_UNITS) || toLabel(session),
    thumbnailUrl: picture === null ? undefined : publicUrl + picture,
    uploadDate: video === undefined ? undefined : toRfc3339(video.publishedAt),
    url: watchUrl,
    embedUrl: playerUrl,
    hasPart: toClips(replay, video?.durationSeconds),
  };
}

/** Chapters, each until the next; where the last one ends is known with the video's length. */
function toClips(replay: TitledReplay, durationSeconds: number | undefined) {
  return replay.chapters?.map(({ at, title }, index, chapters) => ({
    "@type": "Clip",
    name: title,
    startOffset: at,
    endOffset: chapters[index + 1]?.at ?? durationSeconds,
    url: toMomentUrl(replay, at),
  }));
}

function toSome<T>(values: readonly T[]): readonly T[] | undefined {
  return values.length === 0 ? undefined : values;
}
