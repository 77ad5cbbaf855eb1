/** A session as schema.org data, as search engines read it. */
import { toSessionUrl } from "../programme/address.ts";
import { toCivil, toOffset } from "../programme/civil-time.ts";
import type { Person } from "../programme/club.ts";
import { toRfc3339, type Instant } from "../programme/instant.ts";
import type { PublishedSession } from "../programme/revision.ts";
import type { Paper, Session } from "../programme/session.ts";
import { toWatchUrl } from "../programme/video.ts";
import { toThumbnailPath } from "./replay.tsx";
import type { Scene } from "./scene.ts";
import { toExcerpt, toLabel } from "./wording.ts";

/** Search engines show no more. */
const DESCRIPTION_UNITS = 300;

/** schema.org/Event; absent values are left out when it becomes JSON. */
export function toLinkedData(scene: Scene, published: PublishedSession): unknown {
  const { club, publicUrl } = scene;
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
    ...toStatus(scene, session),
    ...toPlaces(session, url),
    organizer: { "@type": "Organization", name: club.name, url: club.siteUrl },
    performer: toSome(session.presenters.map(toPerson)),
    workFeatured: toSome(session.papers.map(toWork)),
    recordedIn: toRecording(scene, published),
    keywords: toSome(session.tags),
    isAccessibleForFree: true,
    inLanguage: club.language,
  };
}

function toTimes({ isAllDay, date, startsAt, endsAt, timeZone }: Session) {
  if (isAllDay) return { startDate: date };
  return { startDate: toLocalDateTime(startsAt, timeZone), endDate: toLocalDateTime(endsAt, timeZone) };
}

/** With the offset of the session's zone: "2026-06-15T13:00:00-04:00". */
function toLocalDateTime(instant: Instant, timeZone: string): string {
  const { date, time } = toCivil(instant, timeZone);
  const offset = toOffset(instant, timeZone);
  const ahead = new Date(Math.abs(offset)).toISOString().slice(11, 16);
  return `${date}T${time}:00${offset < 0 ? "-" : "+"}${ahead}`;
}

function toStatus({ programme }: Scene, { id, status }: Session) {
  if (status === "cancelled") return { eventStatus: "https://schema.org/EventCancelled" };
  if (status === "postponed") return { eventStatus: "https://schema.org/EventPostponed" };
  const moved = programme.notices.findLast(({ sessionId, kind }) => sessionId === id && kind === "moved");
  if (moved === undefined) return { eventStatus: "https://schema.org/EventScheduled" };
  const { startsAt, timeZone } = moved.before;
  return {
    eventStatus: "https://schema.org/EventRescheduled",
    previousStartDate: toLocalDateTime(startsAt, timeZone),
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
    sameAs: x === undefined ? undefined : `https://x.com/${x}`,
  };
}

function toWork({ title, url }: Paper) {
  return { "@type": "ScholarlyArticle", name: title, url };
}

function toRecording({ publicUrl }: Scene, { session, recording }: PublishedSession) {
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
