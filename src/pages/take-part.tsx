/** How to take part in a session: where to join it, and how to put it into a calendar. */
import { toSessionUrl, type Links } from "../programme/address.ts";
import { addDays } from "../programme/civil-time.ts";
import { toRfc3339 } from "../programme/instant.ts";
import type { PublishedSession } from "../programme/publication.ts";
import { isOff, type Session } from "../programme/session.ts";
import { toLabel, toNameList } from "../wording/labels.ts";
import { toLanguage, type Language } from "../wording/language.ts";
import { toExcerpt, toLine } from "../wording/text.ts";
import { isAhead } from "../programme/agenda.ts";
import { WHOLE } from "../programme/selection.ts";
import { toNamedVideo, toVideoPlace, type VideoPlace } from "../programme/video-site.ts";
import { Phrase } from "./phrase.tsx";
import { JoinButton, type SessionProps } from "./session-parts.tsx";

/** How to take part: only while there is something to take part in. */
export function TakePart({ publication, published, links }: SessionProps & { links: Links }) {
  const { club, publicUrl, asOf } = publication;
  const { session } = published;
  if (!isAhead(published, asOf) || isOff(session.status)) return null;
  const language = toLanguage(club.language);
  const words = language.words.takePart;
  const calendars = [
    {
      app: words.file,
      href: links.to("session-calendar", { ...WHOLE, session: session.id }),
      download: true,
    },
    { app: "Google Calendar", href: toGoogleEventUrl(session, publicUrl, language) },
    { app: "Outlook.com", href: toOutlookEventUrl("live", session, publicUrl, language) },
    { app: "Microsoft 365", href: toOutlookEventUrl("office", session, publicUrl, language) },
  ];
  return (
    <>
      <p class="actions">
        <JoinButton session={session} isPrimary language={language} />
        <LiveButton published={published} language={language} />
      </p>
      <h2>{words.add}</h2>
      <ul class="buttons">
        {calendars.map(({ app, ...link }) => (
          <li>
            <a class="button" {...link}>
              {app}
            </a>
          </li>
        ))}
      </ul>
      <p class="note">
        <Phrase text={words.copy} parts={{ subscribe: <a href="/#subscribe">{words.subscribe}</a> }} />
      </p>
    </>
  );
}

/** The way to the stream, where there is one. */
export function LiveButton({ published, isFramed = false, language }: LiveButtonProps) {
  const live = toLivePlace(published);
  if (live === null) return null;
  return (
    <a class="button join" href={live.watchUrl} target={isFramed ? "_blank" : undefined}>
      {language.words.session.watchLive(live.siteName)}
    </a>
  );
}

interface LiveButtonProps {
  published: PublishedSession;
  /** Whether it is in a frame on another site: then the link leads out of it. */
  isFramed?: boolean;
  language: Language;
}

/** Where a session is streamed: where the club says, else where its video waits; null where there is no stream. */
function toLivePlace({ session: { stream }, recording }: PublishedSession): VideoPlace | null {
  if (recording?.state === "replay") return null;
  if (stream !== undefined) return toVideoPlace(toNamedVideo(stream));
  return recording === null ? null : toVideoPlace(recording);
}

/** Together with title and times well below the 2,000 characters that every browser and calendar takes. */
const DETAILS_UNITS = 700;

/** Google Calendar's template link. What is added is a copy: it follows no change, unlike a subscription. */
export function toGoogleEventUrl(session: Session, publicUrl: string, language: Language): string {
  const dates = session.isAllDay
    ? [session.date, addDays(session.date, 1)].map(toCompact)
    : [session.startsAt, session.endsAt].map((instant) => toCompact(toRfc3339(instant)));
  return toUrl("https://calendar.google.com/calendar/render", {
    action: "TEMPLATE",
    text: toLabel(session),
    dates: dates.join("/"),
    details: toDetails(session, publicUrl, language),
    location: toPlace(session),
  });
}

/** Outlook's compose link, for Outlook.com ("live") or Microsoft 365 ("office"). */
export function toOutlookEventUrl(
  host: "live" | "office",
  session: Session,
  publicUrl: string,
  language: Language,
): string {
  const times = session.isAllDay
    ? { startdt: session.date, enddt: addDays(session.date, 1), allday: "true" }
    : { startdt: toRfc3339(session.startsAt), enddt: toRfc3339(session.endsAt) };
  return toUrl(`https://outlook.${host}.com/calendar/0/deeplink/compose`, {
    path: "/calendar/action/compose",
    rru: "addevent",
    subject: toLabel(session),
    ...times,
    body: toDetails(session, publicUrl, language),
    location: toPlace(session),
  });
}

function toDetails(
  { id, presenters, abstract, join, passcode }: Session,
  publicUrl: string,
  language: Language,
): string {
  const { colon, session: words } = language.words;
  const names = presenters.map(({ name }) => name);
  const opening = passcode === undefined ? "" : words.withPasscode(toLine(passcode));
  return [
    toNameList(names, language),
    toExcerpt(abstract.text, DETAILS_UNITS),
    join === undefined ? "" : words.join + colon + join + opening,
    toSessionUrl(publicUrl, id),
  ]
    .filter((line) => line !== "")
    .join("\n\n");
}

function toPlace({ location, join }: Session): string {
  return location ?? join ?? "";
}

/** "2026-06-15T17:00:00Z" as "20260615T170000Z". */
function toCompact(text: string): string {
  return text.replace(/[-:]/g, "");
}

function toUrl(address: string, fields: Record<string, string>): string {
  // Outlook shows a "+" as it is, so spaces are "%20".
  const query = Object.entries(fields)
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`);
  return `${address}?${query.join("&")}`;
}
