/**
 * Feeds and a calendar as the packages' READMEs show how to make them, of the same sessions: what the service's own writers
 * are compared with. The calendar also by a template, which is the least that it can cost.
 */
import { Feed } from "feed";
import ical, { ICalCalendarMethod } from "ical-generator";
import { tzlib_get_ical_block } from "timezones-ical-library";

/** What is shown of a session. */
interface PlainSession {
  id: string;
  title: string;
  /** Instants, in milliseconds. */
  startsAt: number;
  endsAt: number;
  announcedAt: number;
  changedAt: number;
  replayedAt: number | null;
  videoId: string | null;
  presenters: { name: string }[];
  tags: string[];
  html: string;
  text: string;
}

export interface PlainProgramme {
  name: string;
  description: string;
  url: string;
  domain: string;
  timeZone: string;
  feedLength: number;
  /** The oldest first. */
  sessions: PlainSession[];
}

export const toPlainRss = (programme: PlainProgramme): string => toPlainFeed(programme).rss2();
export const toPlainAtom = (programme: PlainProgramme): string => toPlainFeed(programme).atom1();
export const toPlainJsonFeed = (programme: PlainProgramme): string => toPlainFeed(programme).json1();

/** The newest announcements and replays, as many as the service's own feeds have. */
function toPlainFeed({ name, description, url, feedLength, sessions }: PlainProgramme): Feed {
  const posts = sessions
    .flatMap((session) => [
      { session, at: session.announcedAt, isReplay: false },
      ...(session.replayedAt === null ? [] : [{ session, at: session.replayedAt, isReplay: true }]),
    ])
    .toSorted((a, b) => b.at - a.at)
    .slice(0, feedLength);
  const feed = new Feed({
    title: name,
    description,
    id: url,
    link: url,
    language: "en",
    updated: new Date(posts[0]?.at ?? 0),
    generator: "feed",
    feedLinks: { rss: `${url}/rss.xml`, atom: `${url}/atom.xml`, json: `${url}/feed.json` },
    author: { name, link: url },
  });
  for (const { session, at, isReplay } of posts) {
    const link = isReplay ? toWatchUrl(session) : `${url}/sessions/${session.id}`;
    feed.addItem({
      title: isReplay ? `Replay: ${session.title}` : session.title,
      id: isReplay ? `${link}#replay` : link,
      link,
      description: `${new Date(session.startsAt).toUTCString()}, ${toNames(session)}`,
      content: `<p>${new Date(session.startsAt).toUTCString()}</p>\n<p>${toNames(session)}</p>\n${session.html}\n<p><a href="${link}">${link}</a></p>`,
      author: session.presenters.map((presenter) => ({ name: presenter.name })),
      category: session.tags.map((tag) => ({ name: tag })),
      date: new Date(at),
      published: new Date(at),
    });
  }
  return feed;
}

/** `calendar.toString()` of every session, up to the thousand that clients take. */
export function toPackagedCalendar({ name, url, domain, timeZone, sessions }: PlainProgramme): string {
  const calendar = ical({ name, url });
  calendar.method(ICalCalendarMethod.PUBLISH);
  calendar.timezone({ name: timeZone, generator: (zone) => tzlib_get_ical_block(zone)[0] ?? null });
  for (const session of sessions.slice(-MAX_EVENTS))
    calendar.createEvent({
      id: `${session.id}@${domain}`,
      stamp: new Date(session.changedAt),
      start: new Date(session.startsAt),
      end: new Date(session.endsAt),
      timezone: timeZone,
      summary: session.title,
      description: toDescription(session, url),
      url: `${url}/sessions/${session.id}`,
      categories: session.tags.map((tag) => ({ name: tag })),
    });
  return calendar.toString();
}

/** The same events from string templates: escaped and folded as RFC 5545 wants it, and no more. */
export function toTemplateCalendar({ name, url, domain, timeZone, sessions }: PlainProgramme): string {
  const toLocal = createClock(timeZone);
  const events = sessions.slice(-MAX_EVENTS).map((session) => {
    return `BEGIN:VEVENT\r
UID:${session.id}@${domain}\r
SEQUENCE:0\r
DTSTAMP:${toStamp(session.changedAt)}\r
DTSTART;TZID=${timeZone}:${toLocal(session.startsAt)}\r
DTEND;TZID=${timeZone}:${toLocal(session.endsAt)}\r
SUMMARY:${escape(session.title)}\r
DESCRIPTION:${escape(toDescription(session, url))}\r
URL:${url}/sessions/${session.id}\r
CATEGORIES:${session.tags.map(escape).join(",")}\r
CREATED:${toStamp(session.announcedAt)}\r
LAST-MODIFIED:${toStamp(session.changedAt)}\r
END:VEVENT\r
`;
  });
  return `BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:-//${domain}//EN\r
METHOD:PUBLISH\r
NAME:${escape(name)}\r
${tzlib_get_ical_block(timeZone)[0]}\r
${events.map(fold).join("")}END:VCALENDAR\r
`;
}

/** Clients take no more; the service's calendar has no more either. */
const MAX_EVENTS = 999;
/** Google Calendar takes 1 MB: abstracts are shortened to what the service's calendar has room for. */
const MAX_DESCRIPTIONS = 530_000;
const MAX_LINE = 75;

function toDescription({ text, presenters, ...session }: PlainSession, url: string): string {
  return `${toNames({ presenters })}\n\n${text}\n\nSession: ${url}/sessions/${session.id}`;
}

/** As much of every abstract as fits, so that both calendars have the same bytes to write. */
export function shorten(programme: PlainProgramme): PlainProgramme {
  const room = Math.floor(MAX_DESCRIPTIONS / Math.min(MAX_EVENTS, programme.sessions.length));
  const sessions = programme.sessions.map((session) => ({ ...session, text: session.text.slice(0, room) }));
  return { ...programme, sessions };
}

function toNames({ presenters }: Pick<PlainSession, "presenters">): string {
  return presenters.map(({ name }) => name).join(", ");
}

function toWatchUrl({ videoId }: PlainSession): string {
  return `https://www.youtube.com/watch?v=${videoId}`;
}

function toStamp(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}

/** One formatter for all: making one takes longer than a hundred events. */
function createClock(timeZone: string): (instant: number) => string {
  const format = new Intl.DateTimeFormat("sv", { timeZone, dateStyle: "short", timeStyle: "medium" });
  return (instant) => format.format(instant).replace(/[-:]/g, "").replace(" ", "T");
}

function escape(text: string): string {
  return text.replace(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n");
}

/** By characters: what is measured is ASCII. */
function fold(lines: string): string {
  return lines.split("\r\n").map(foldLine).join("\r\n");
}

function foldLine(line: string): string {
  if (line.length <= MAX_LINE) return line;
  let folded = line.slice(0, MAX_LINE);
  for (let at = MAX_LINE; at < line.length; at += MAX_LINE - 1)
    folded += `\r\n ${line.slice(at, at + MAX_LINE - 1)}`;
  return folded;
}
