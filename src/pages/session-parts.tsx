/** Parts of a session that several pages show. */
import { toSessionPath } from "../programme/address.ts";
import { isAhead, isOn } from "../programme/agenda.ts";
import { toRfc3339 } from "../programme/instant.ts";
import { isReplayed, type Publication, type PublishedSession } from "../programme/publication.ts";
import type { Session } from "../programme/session.ts";
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
        {toBeginning(toDateLine(session, language), language)}
      </time>
      {!isAllDay && <data class="dt-end" value={toRfc3339(endsAt)}></data>}
    </>
  );
}

/** A line that the script fills with the visitor's time; its height is kept free. */
export function LocalTime({ session }: Pick<PublishedSession, "session">) {
  if (session.isAllDay) return null;
  return (
    <p class="local" data-starts={toRfc3339(session.startsAt)} data-ends={toRfc3339(session.endsAt)}></p>
  );
}

export function Badges({ publication, published }: SessionProps) {
  const note = toCurrentNote(published.session, publication);
  const { status } = toLanguage(publication.club.language).words;
  return (
    <>
      {isOn(published, publication.asOf) && <span class="badge on">{status.on}</span>}
      {note !== null && <span class="badge">{note.badge}</span>}
    </>
  );
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

/** A session in a few lines. In a frame on another site its link leads out of the frame. */
export function Summary({ publication, published, isFramed = false }: SessionProps & { isFramed?: boolean }) {
  const { session } = published;
  const language = toLanguage(publication.club.language);
  const Heading = isFramed ? "h2" : "h3";
  const path = toSessionPath(session.id);
  const link = isFramed ? { href: publication.publicUrl + path, target: "_blank" } : { href: path };
  return (
    <>
      <p class="when">
        <DateLine session={session} isPast={!isAhead(published, publication.asOf)} language={language} />{" "}
        <Badges publication={publication} published={published} />
      </p>
      <Heading dir="auto" lang={session.inLanguage}>
        <a class="p-name u-url" data-address={publication.publicUrl + path} {...link}>
          <Label session={session} />
        </a>
      </Heading>
      <Presenters session={session} language={language} />
      {isReplayed(published) && <p class="note">{language.words.status.withReplay}</p>}
    </>
  );
}

/** One session in a list; past ones with the picture of their replay. */
export function SessionItem({ publication, published }: SessionProps) {
  const { recording } = published;
  const isPictured = recording?.state === "replay" && toThumbnailPath(recording.videoId) !== null;
  return (
    <li class={isPictured ? "session h-event with-picture" : "session h-event"}>
      {isPictured && <Thumbnail videoId={recording.videoId} isPhoto />}
      <div>
        <Summary publication={publication} published={published} />
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
