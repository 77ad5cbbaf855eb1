/** The page of one session: everything known about it. */
import { Html } from "../wording/html.ts";
import { toSessionPath, toSessionUrl, type Links } from "../programme/address.ts";
import { isAhead } from "../programme/agenda.ts";
import { findSession, toReplays, type Publication, type PublishedSession } from "../programme/publication.ts";
import { toQuery, WHOLE, type Selection } from "../programme/selection.ts";
import { toLabel } from "../wording/labels.ts";
import { toLanguage, type Language } from "../wording/language.ts";
import { toCurrentNote } from "../wording/status.ts";
import { toExcerpt, toUnbroken } from "../wording/text.ts";
import { Crumb, toDocument } from "./document.tsx";
import { DESCRIPTION_UNITS, toSessionMeta } from "./session-meta.ts";
import { TakePart } from "./take-part.tsx";
import { Label } from "./names.tsx";
import { Phrase } from "./phrase.tsx";
import { Replays } from "./replay.tsx";
import { AddressList, PaperList, PeopleList, TalkList } from "./session-lists.tsx";
import { Countdown, DateLine, LocalTime, toSoonClass, type SessionProps } from "./session-parts.tsx";
import { Transcript } from "./transcript.tsx";

/** Null where the programme has no session of this id. */
export function toSessionPage(publication: Publication, selection: Selection, links: Links): string | null {
  const { club, publicUrl, transcript } = publication;
  const published = findSession(publication, selection.session);
  if (published === null) return null;
  const { session } = published;
  const language = toLanguage(club.language);
  const { frame, session: words } = language.words;
  const { chair = [] } = session;
  const replays = toReplays(published);
  const meta = toSessionMeta(publication, published, links);
  return toDocument(
    meta,
    <>
      <Crumb club={club} publicUrl={publicUrl}>
        <a class="button primary small" href="/subscribe">
          {frame.subscribe}
        </a>
      </Crumb>
      <main id="main">
        <article
          class={`h-event ${toSoonClass(published, publication.asOf) ?? ""}`.trim()}
          data-session={session.id}
        >
          <Heading publication={publication} published={published} language={language} />
          <TakePart publication={publication} published={published} links={links} />
          {replays.length > 0 && <Replays replays={replays} label={toLabel(session)} language={language} />}
          {session.replay === "none" && <p class="note">{words.notRecorded}</p>}
          <PeopleList
            people={session.presenters}
            heading={words.presenters(session.presenters.length)}
            role="p-author"
            language={language}
          />
          <PeopleList people={chair} heading={words.chairs(chair.length)} language={language} />
          <Abstract session={session} language={language} />
          <TalkList talks={session.talks ?? []} lang={session.inLanguage} language={language} />
          <PaperList papers={session.papers} language={language} />
          <AddressList session={session} language={language} />
          <Tags session={session} isLinked={publication.isStatic !== true} language={language} />
          {meta.bibtexUrl !== undefined && <Cite url={meta.bibtexUrl} word={words.cite} />}
          {transcript !== undefined && (
            <Transcript
              transcript={transcript}
              replay={replays[0]}
              lang={session.inLanguage}
              language={language}
              fileUrl={links.to("session-transcript", { ...WHOLE, session: session.id })}
            />
          )}
        </article>
        <Neighbours publication={publication} published={published} language={language} />
      </main>
    </>,
  );
}

interface WordedProps {
  language: Language;
}

function Heading({ publication, published, language }: SessionProps & WordedProps) {
  const { session } = published;
  const note = toCurrentNote(session, publication);
  const title = toUnbroken(session.title);
  return (
    <>
      {session.number !== undefined && <p class="number">{language.words.session.number(session.number)}</p>}
      <h1 class="p-name" dir="auto" lang={session.inLanguage}>
        {session.status === "cancelled" ? <s>{title}</s> : title}
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
        <p class="place p-location" dir="auto">
          {session.location}
        </p>
      )}
      <Unseen publication={publication} session={session} />
    </>
  );
}

/** What microformats say of an event and nobody needs to see here. */
function Unseen({ publication: { club, publicUrl }, session }: UnseenProps) {
  const summary = toExcerpt(session.abstract.text, DESCRIPTION_UNITS);
  return (
    <>
      <data class="u-url" value={toSessionUrl(publicUrl, session.id)}></data>
      {summary !== "" && <data class="p-summary" value={summary}></data>}
      <span class="p-organizer h-card" hidden>
        <a class="p-name u-url" href={club.siteUrl}>
          {club.name}
        </a>
      </span>
    </>
  );
}

type UnseenProps = Pick<SessionProps, "publication"> & Pick<PublishedSession, "session">;

/** Compiled from Markdown at build: safe HTML, see {@link PublishedSession}. */
function Abstract({ session, language }: Pick<PublishedSession, "session"> & WordedProps) {
  if (session.abstract.text.trim() === "") return null;
  return (
    <>
      <h2>{language.words.session.abstract}</h2>
      <div class="abstract e-content" dir="auto" lang={session.inLanguage}>
        {new Html(session.abstract.page ?? session.abstract.html)}
      </div>
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
      <bdi class="p-category">
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

/** For reference managers; some take it from the page's head. */
function Cite({ url, word }: { url: string; word: string }) {
  return (
    <p class="cite">
      <a href={url} type="application/x-bibtex">
        {word}
      </a>
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
