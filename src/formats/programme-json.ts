/**
 * The programme as data, for sites that show it themselves: every session once, in the order in which people look for them.
 * `programme-schema.ts` says what each member means.
 *
 * Stable: members may be added, none is renamed, and none changes its meaning.
 */
import type { Links, Subscription } from "../programme/address.ts";
import { isAhead, toAgenda, toProgrammeOrder, toState } from "../programme/agenda.ts";
import { toCivil } from "../programme/civil-time.ts";
import { toXUrl, type Person } from "../programme/club.ts";
import { toRfc3339 } from "../programme/instant.ts";
import {
  toReplays,
  toSessionLinks,
  type Publication,
  type PublishedSession,
  type PublishedVideo,
  type SessionLinks,
} from "../programme/publication.ts";
import { WHOLE, type Selection } from "../programme/selection.ts";
import { isOff, type Paper, type Session } from "../programme/session.ts";
import { isYouTubeId, toVideoPlace, type NamedVideo } from "../programme/video-site.ts";
import { toDateLine } from "../wording/dates.ts";
import { toLabel } from "../wording/labels.ts";
import { toLanguage } from "../wording/language.ts";
import { toProgrammeWords } from "../wording/programme-words.ts";
import { toCurrentNote } from "../wording/status.ts";
import { isReadable, toExcerpt, toLine, toReadableLines, toTitle } from "../wording/text.ts";
import { toJsonPieces, toListedText } from "./json.ts";

/** Enough to decide whether to read on. */
const SUMMARY_UNITS = 300;

/** `limit` counts sessions from the first on, and videos for themselves. In pieces, as it can be very long. */
export function toProgrammeJson(
  publication: Publication,
  selection: Selection,
  links: Links,
): Iterable<string> {
  const { upcoming, past, videos, ...head } = toProgrammeData(publication, selection, links);
  return toJsonPieces(head, {
    upcoming: toParts(upcoming),
    past: toParts(past),
    ...(videos.length > 0 && { videos: toParts(videos) }),
  });
}

/** Enough in one to be compressed well. */
const LISTED_A_PART = 100;

function* toParts(listed: Iterable<object>): Generator<string[], void> {
  let part: string[] = [];
  for (const one of listed) {
    part.push(toListedText(one));
    if (part.length < LISTED_A_PART) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}

/** What is in the programme; sessions are described when they are asked for. */
export function toProgrammeData(publication: Publication, selection: Selection, links: Links) {
  const { club } = publication;
  const agenda = toAgenda(publication, selection);
  const { upcoming, past } = toProgrammeOrder(agenda, selection.limit);
  const toItem = (published: PublishedSession) => toSessionData(publication, published, links);
  const { limit: _limit, ...chosen } = selection;
  const findUrl = (kind: Subscription["kind"]) =>
    links.subscriptions.find((subscription) => subscription.kind === kind)?.toUrl(chosen);
  return {
    $schema: links.to("programme-schema"),
    name: toLine(club.name),
    description: toLine(club.description),
    language: club.language,
    timeZone: club.timeZone,
    url: links.to("home"),
    calendarUrl: findUrl("calendar"),
    feedUrl: findUrl("feed"),
    words: toProgrammeWords(club),
    upcoming: upcoming.values().map(toItem),
    past: past.values().map(toItem),
    videos: agenda.videos.slice(0, selection.limit).map((video) => toVideoData(publication, video)),
  };
}

/** A session. What can be done at an instant is there at that instant alone: joining before the end, watching after. */
export function toSessionData(publication: Publication, published: PublishedSession, links: Links) {
  const { session } = published;
  const ofSession: Selection = { ...WHOLE, session: session.id };
  return {
    id: session.id,
    number: session.number,
    label: toLabel(session),
    title: toTitle(session.title, session.id),
    state: toState(published, publication.asOf),
    note: toCurrentNote(session, publication)?.sentence,
    when: toDateLine(session, toLanguage(publication.club.language)),
    ...toTimes(session),
    url: links.to("session", ofSession),
    calendarUrl: links.to("session-calendar", ofSession),
    ...toWaysIn(publication, published),
    location: session.location,
    presenters: toPeople(session.presenters),
    chair: toPeople(session.chair ?? []),
    papers: session.papers.map(toPaper),
    talks: session.talks?.map(({ title, presenters, papers }) => ({
      title: toLine(title),
      presenters: toPeople(presenters),
      papers: papers.map(toPaper),
    })),
    summary: toExcerpt(session.abstract.text, SUMMARY_UNITS),
    tags: toReadableLines(session.tags),
    language: session.inLanguage,
    replays: toReplays(published).map(({ talk, videoId, ...place }) => ({
      talk,
      ...toPlaceData(publication, videoId, place),
    })),
    isRecorded: session.replay === "none" ? false : undefined,
    slidesUrl: session.slides,
    codeUrl: session.code,
    links: session.links?.map(({ title, url }) => ({ title: toTitle(title, url), url })),
  };
}

/** A video that belongs to no session. */
export function toVideoData(publication: Publication, { video, dates }: PublishedVideo) {
  const named: NamedVideo = { videoId: video.id };
  return {
    title: toTitle(video.title, video.id),
    publishedAt: toRfc3339(dates.publishedAt),
    ...toPlaceData(publication, video.id, toVideoPlace(named)),
  };
}

/** Where a video is watched, with a picture from this service's own address. */
function toPlaceData(
  { publicUrl }: Publication,
  videoId: string,
  { siteName, watchUrl, playerUrl }: ReturnType<typeof toVideoPlace>,
) {
  return {
    url: watchUrl,
    siteName,
    playerUrl,
    imageUrl: isYouTubeId(videoId) ? `${publicUrl}/thumbnails/${videoId}.jpg` : undefined,
  };
}

/** Nothing is left to join once a session has ended, or where it does not take place as announced. */
function toWaysIn({ asOf }: Publication, published: PublishedSession) {
  const isOpen = isAhead(published, asOf) && !isOff(published.session.status);
  const { join, passcode, live }: SessionLinks = isOpen ? toSessionLinks(published) : {};
  return { joinUrl: join, passcode, liveUrl: live };
}

/** In the session's zone and as instants; of one whose time is to be announced there is the day alone. */
function toTimes({ isAllDay, startsAt, endsAt, timeZone }: Session) {
  const { date, time: start } = toCivil(startsAt, timeZone);
  const times = { start, end: toCivil(endsAt, timeZone).time };
  const instants = { startsAt: toRfc3339(startsAt), endsAt: toRfc3339(endsAt) };
  return { date, ...(!isAllDay && times), timeZone, ...(!isAllDay && instants) };
}

function toPeople(people: readonly Person[]) {
  return people
    .filter(({ name }) => isReadable(name))
    .map(({ name, affiliation, url, x }) => ({
      name: toLine(name),
      affiliation: affiliation === undefined ? undefined : toLine(affiliation),
      url: url ?? (x === undefined ? undefined : toXUrl(x)),
    }));
}

function toPaper({ title, arxiv, url }: Paper) {
  return { title: toLine(title), arxiv, url };
}
