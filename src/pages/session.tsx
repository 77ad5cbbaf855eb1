/** The page of one session: everything known about it. */
import { toHomeUrl, toSessionPath, toSessionUrl, type Links } from "../programme/address.ts";
import { isAhead } from "../programme/agenda.ts";
import { findSession, toReplays, type Publication, type PublishedSession } from "../programme/publication.ts";
import { toQuery, WHOLE, type Selection } from "../programme/selection.ts";
import type { Session } from "../programme/session.ts";
import { toBeginning, toDateLine } from "../wording/dates.ts";
import { toLabel } from "../wording/labels.ts";
import { toLanguage, type Language } from "../wording/language.ts";
import { toCurrentNote } from "../wording/status.ts";
import { toExcerpt } from "../wording/text.ts";
import { toDocument } from "./document.tsx";
import { TakePart } from "./take-part.tsx";
import { toOembedUrl } from "./frames.tsx";
import { toLinkedData } from "./linked-data.ts";
import { Label } from "./names.tsx";
import { Phrase } from "./phrase.tsx";
import { Replays, toThumbnailPath } from "./replay.tsx";
import { AddressList, PaperList, PeopleList, TalkList } from "./session-lists.tsx";
import { Countdown, DateLine, LocalTime, toSoonClass, type SessionProps } from "./session-parts.tsx";

/** What search results and cards show of a description. */
const DESCRIPTION_UNITS = 200;

/** Null where the programme has no session of this id. */
export function toSessionPage(publication: Publication, selection: Selection, links: Links): string | null {
  const { club, publicUrl } = publication;
  const published = findSession(publication, selection.session);
  if (published === null) return null;
  const { session, recording } = published;
  const language = toLanguage(club.language);
  const { frame, session: words } = language.words;
  const url = toSessionUrl(publicUrl, session.id);
  const { chair = [] } = session;
  const replays = toReplays(published);
  const picture = recording === null ? null : toThumbnailPath(recording.videoId);
  return toDocument(
    {
      club,
      publicUrl,
      links,
      url,
      title: `${toLabel(session)} · ${club.shortName}`,
      description: toDescription(session, language),
      isStatic: publication.isStatic,
      ...(publication.isStatic !== true && { oembedUrl: toOembedUrl(links, url) }),
      linkedData: toLinkedData(publication, published),
      ...(picture !== null && { imageUrl: publicUrl + picture }),
      playerUrls: replays.flatMap(({ playerUrl }) => playerUrl ?? []),
    },
    <>
      <header class="crumb">
        <a href={toHomeUrl(publicUrl)}>{club.name}</a>
        <a class="button primary small" href="/subscribe">
          {frame.subscribe}
        </a>
      </header>
      <main id="main">
        <article class={toSoonClass(published, publication.asOf)} data-session={session.id}>
          <Heading publication={publication} published={published} language={language} />
          <TakePart publication={publication} published={published} links={links} />
          {replays.length > 0 && <Replays replays={replays} label={toLabel(session)} language={language} />}
          {session.replay === "none" && <p class="note">{words.notRecorded}</p>}
          <PeopleList
            people={session.presenters}
            heading={words.presenters(session.presenters.length)}
            language={language}
          />
          <PeopleList people={chair} heading={words.chairs(chair.length)} language={language} />
          <Abstract session={session} language={language} />
          <TalkList talks={session.talks ?? []} lang={session.inLanguage} language={language} />
          <PaperList papers={session.papers} language={language} />
          <AddressList session={session} language={language} />
          <Tags session={session} isLinked={publication.isStatic !== true} language={language} />
        </article>
        <Neighbours publication={publication} published={published} language={language} />
      </main>
    </>,
  );
}

interface WordedProps {
  language: Language;
}

function toDescription(session: Session, language: Language): string {
  const when = toBeginning(toDateLine(session, language), language);
  return `${when}. ${toExcerpt(session.abstract.text, DESCRIPTION_UNITS)}`.trim();
}

function Heading({ publication, published, language }: SessionProps & WordedProps) {
  const { session } = published;
  const note = toCurrentNote(session, publication);
  return (
    <>
      {session.number !== undefined && <p class="number">{language.words.session.number(session.number)}</p>}
      <h1 dir="auto" lang={session.inLanguage}>
        {session.status === "cancelled" ? <s>{session.title}</s> : session.title}
      </h1>
      {note !== null && (
        <p class="notice" role="note">
          <strong>{note.badge}.</strong> {note.sentence}
        </p>
      )}
      <p class="when">
        <DateLine session={session} language={language} />
      </p>
      <LocalTime session={session} />
      {isAhead(published, publication.asOf) && <Countdown publication={publication} published={published} />}
      {session.location !== undefined && (
        <p class="place" dir="auto">
          {session.location}
        </p>
      )}
    </>
  );
}

/** Compiled from Markdown at build: safe HTML, see {@link PublishedSession}. */
function Abstract({ session, language }: Pick<PublishedSession, "session"> & WordedProps) {
  if (session.abstract.text.trim() === "") return null;
  return (
    <>
      <h2>{language.words.session.abstract}</h2>
      <div
        class="abstract"
        dir="auto"
        lang={session.inLanguage}
        dangerouslySetInnerHTML={{ __html: session.abstract.html }}
      ></div>
    </>
  );
}

interface TagsProps extends WordedProps, Pick<PublishedSession, "session"> {
  isLinked: boolean;
}

function Tags({ session, isLinked, language }: TagsProps) {
  if (session.tags.length === 0) return null;
  const { names, session: words } = language.words;
  const tags = session.tags.map((tag, index) => (
    <>
      {index > 0 && names.between}
      <bdi>
        {isLinked ? <a href={`/${toQuery({ ...WHOLE, tag: tag.toLowerCase() })}#past`}>{tag}</a> : tag}
      </bdi>
    </>
  ));
  return (
    <p class="tags">
      <Phrase text={words.tags} parts={{ tags }} />
    </p>
  );
}

function Neighbours({ publication: { programme }, published, language }: SessionProps & WordedProps) {
  const words = language.words.session;
  const { sessions } = programme;
  const index = sessions.indexOf(published);
  const neighbours = [
    { rel: "prev", word: words.previous, found: sessions[index - 1] },
    { rel: "next", word: words.next, found: sessions[index + 1] },
  ];
  if (sessions.length === 1) return null;
  return (
    <nav class="neighbours" aria-label={words.others}>
      {neighbours.map(
        ({ rel, word, found }) =>
          found !== undefined && (
            <a href={toSessionPath(found.session.id)} rel={rel}>
              <span class="note">{word}</span>{" "}
              <bdi lang={found.session.inLanguage}>
                <Label session={found.session} />
              </bdi>
            </a>
          ),
      )}
    </nav>
  );
}
