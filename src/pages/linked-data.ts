/** A session as schema.org data, as search engines read it. */
import { toSessionUrl } from "../programme/address.ts";
import { toZonedRfc3339 } from "../programme/civil-time.ts";
import { toXUrl, type Person } from "../programme/club.ts";
import { toRfc3339 } from "../programme/instant.ts";
import type { Publication, PublishedSession } from "../programme/publication.ts";
import type { Paper, Session } from "../programme/session.ts";
import { toWatchUrl } from "../programme/video.ts";
import { toLabel } from "../wording/labels.ts";
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
    workFeatured: toSome(session.papers.map(toWork)),
    recordedIn: toRecording(publication, published),
    keywords: toSome(session.tags),
    isAccessibleForFree: true,
    inLanguage: club.language,
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
function toPlaces({ location, join }: Session, url: string) {
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

function toRecording({ publicUrl }: Publication, { session, recording }: PublishedSession) {
  if (recording?.state !== "replay") return undefined;
  const { videoId, video } = recording;
  return {
    "@type": "VideoObject",
    name: video?.title ?? toLabel(session),
    description: toExcerpt(session.abstract.text, DESCRIPTION_UNITS) || toLabel(session),
    thumbnailUrl: publicUrl + toThumbnailPath(videoId),
    uploadDate: video === undefined ? undefined : toRfc3339(video.publishedAt),
    url: toWatchUrl(videoId),
    embedUrl: `https://www.youtube-nocookie.com/embed/${videoId}`,
  };
}

function toSome<T>(values: readonly T[]): readonly T[] | undefined {
  return values.length === 0 ? undefined : values;
}
