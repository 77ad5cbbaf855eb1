/** Parts of a session that several pages show. */
import { toSessionPath } from "../programme/address.ts";
import { isAhead, isOn } from "../programme/agenda.ts";
import { toRfc3339, type Instant } from "../programme/instant.ts";
import { isReplayed, type Publication, type PublishedSession } from "../programme/publication.ts";
import { isOff, type Session } from "../programme/session.ts";
import { toBeginning, toDateLine, toLongDate } from "../wording/dates.ts";
import { toLanguage, type Language } from "../wording/language.ts";
import { toCurrentNote } from "../wording/status.ts";
import { Label, Names } from "./names.tsx";
import { Thumbnail, toThumbnailPath } from "./replay.tsx";

export interface SessionProps {
  publication: Publication;
  published: PublishedSession;
}

interface DateLineProps {
  session: Session;
  isPast?: boolean;
  language: Language;
}

/** Date and time in the session's zone; of a past session the day is enough. With what microformats call them. */
export function DateLine({ session, isPast = false, language }: DateLineProps) {
  const { date, startsAt, endsAt, isAllDay } = session;
  if (isPast) {
    return (
      <time class="dt-start" datetime={date}>
        {toBeginning(toLongDate(date, language), language)}
      </time>
    );
  }
  return (
    <>
      <time class="dt-start" datetime={isAllDay ? date : toRfc3339(startsAt)}>
        <Whole text={toBeginning(toDateLine(session, language), language)} />
      </time>
      {!isAllDay && <data class="dt-end" value={toRfc3339(endsAt)}></data>}
    </>
  );
}

/** From a time to another, and what is in brackets: "13:00–14:30", "(America/New_York, UTC−04:00)", in any language. */
const TIMES_OR_ZONE = /(\d\d:\d\d\S\d\d:\d\d|[(（][^()（）]+[)）])/;

/** A date line whose parts do not break in two where there is room for them. */
function Whole({ text }: { text: string }) {
  // Every second piece is one that the expression found.
  const pieces = text.split(TIMES_OR_ZONE);
  return <>{pieces.map((piece, index) => (index % 2 === 1 ? <span class="whole">{piece}</span> : piece))}</>;
}

interface LocalTimeProps {
  session: Session;
  /** Whether only its day is shown. */
  isPast?: boolean;
}

/**
 * A line that the script shows with the visitor's time, where that is another. None of a session that has no time yet, or
 * does not take place.
 */
export function LocalTime({ session, isPast = false }: LocalTimeProps) {
  if (session.isAllDay || isOff(session.status)) return null;
  return (
    <p
      class="local"
      data-starts={toRfc3339(session.startsAt)}
      data-ends={isPast ? undefined : toRfc3339(session.endsAt)}
      data-zone={session.timeZone}
      hidden
    ></p>
  );
}

/** How long until it starts or, while it is on, ends: only the script can say. */
export function Countdown({ publication, published }: SessionProps) {
  const { session } = published;
  if (session.isAllDay || isOff(session.status)) return null;
  const isNow = isOn(published, publication.asOf);
  const { status } = toLanguage(publication.club.language).words;
  return (
    <p
      class="countdown"
      data-countdown
      data-from={toRfc3339(session.startsAt)}
      data-to={toRfc3339(session.endsAt)}
      hidden={!isNow}
    >
      <span class="badge on" hidden={!isNow}>
        {status.on}
      </span>{" "}
      <span></span>
    </p>
  );
}

/**
 * What keeps the way in within sight on a phone. The script takes it away where there is more than a day left; of a session
 * without a time nobody can tell.
 */
export function toSoonClass(published: PublishedSession, asOf: Instant): "soon" | undefined {
  return isAhead(published, asOf) && !published.session.isAllDay ? "soon" : undefined;
}

function OnBadge({ publication, published }: SessionProps) {
  if (!isOn(published, publication.asOf)) return null;
  return <span class="badge on">{toLanguage(publication.club.language).words.status.on}</span>;
}

/** What sets it apart from one that takes place as announced, in a word. */
export function NoteBadge({ publication, published }: SessionProps) {
  const note = toCurrentNote(published.session, publication);
  return note === null ? null : <span class="badge">{note.badge}</span>;
}

/** The title; struck through where the session does not take place, beside the word that says so. */
export function Title({ session }: Pick<PublishedSession, "session">) {
  const label = <Label session={session} />;
  return session.status === "cancelled" ? <s>{label}</s> : label;
}

interface PresentersProps {
  session: Session;
  language: Language;
}

/** "Grace Example and Ada Example", or nothing. */
export function Presenters({ session: { presenters }, language }: PresentersProps) {
  if (presenters.length === 0) return null;
  return (
    <p class="presenters">
      <Names people={presenters} language={language} />
    </p>
  );
}

interface SummaryProps extends SessionProps {
  isFramed?: boolean;
  /** Whether it says how long until it starts or ends, and so whether it is on. */
  hasCountdown?: boolean;
  heading?: "h2" | "h3";
}

/** A session in a few lines. In a frame on another site its link leads out of the frame. */
export function Summary({
  publication,
  published,
  isFramed = false,
  hasCountdown = false,
  heading: Heading = isFramed ? "h2" : "h3",
}: SummaryProps) {
  const { session } = published;
  const language = toLanguage(publication.club.language);
  const path = toSessionPath(session.id);
  const isPast = !isAhead(published, publication.asOf);
  const link = isFramed ? { href: publication.publicUrl + path, target: "_blank" } : { href: path };
  return (
    <>
      <p class="when">
        <DateLine session={session} isPast={isPast} language={language} />{" "}
        {!hasCountdown && <OnBadge publication={publication} published={published} />}
        <NoteBadge publication={publication} published={published} />
      </p>
      <LocalTime session={session} isPast={isPast} />
      {hasCountdown && <Countdown publication={publication} published={published} />}
      <Heading dir="auto" lang={session.inLanguage}>
        <a class="p-name u-url" data-address={publication.publicUrl + path} {...link}>
          <Title session={session} />
        </a>
      </Heading>
      <Presenters session={session} language={language} />
      {isReplayed(published) && <p class="note">{language.words.status.withReplay}</p>}
    </>
  );
}

/** One session in a list; past ones with the picture of their replay. */
export function SessionItem({ publication, published, heading }: Omit<SummaryProps, "isFramed">) {
  const { recording } = published;
  const isPictured = recording?.state === "replay" && toThumbnailPath(recording.videoId) !== null;
  return (
    <li
      class={isPictured ? "session h-event with-picture" : "session h-event"}
      data-session={published.session.id}
    >
      {isPictured && <Thumbnail videoId={recording.videoId} isPhoto />}
      <div>
        <Summary
          publication={publication}
          published={published}
          {...(heading !== undefined && { heading })}
        />
      </div>
    </li>
  );
}

/** The way in, and what is asked for there. */
export function JoinButton({
  session: { join, passcode },
  isPrimary = false,
  isFramed = false,
  language: { words },
}: JoinProps) {
  if (join === undefined) return null;
  return (
    <>
      <a
        class={isPrimary ? "button primary join" : "button join"}
        href={join}
        target={isFramed ? "_blank" : undefined}
      >
        {words.session.joinOnline}
      </a>
      {passcode !== undefined && (
        <span class="note">
          {words.session.passcode + words.colon}
          <code dir="ltr">{passcode}</code>
        </span>
      )}
    </>
  );
}

interface JoinProps {
  session: Pick<Session, "join" | "passcode">;
  isPrimary?: boolean;
  isFramed?: boolean;
  language: Language;
}
