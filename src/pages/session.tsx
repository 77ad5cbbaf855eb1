/** The page of one session: everything known about it. */
import { toHomeUrl, toSessionPath, toSessionUrl, type Links } from "../programme/address.ts";
import { isAhead } from "../programme/agenda.ts";
import { findSession, toReplays, type Publication, type PublishedSession } from "../programme/publication.ts";

import { toQuery, WHOLE, type Selection } from "../programme/selection.ts";
import { isCitable, type Session } from "../programme/session.ts";
import { toDateLine } from "../wording/dates.ts";
import { toLabel } from "../wording/labels.ts";
import { toCurrentNote } from "../wording/status.ts";
import { toExcerpt } from "../wording/text.ts";
import { toCitation } from "./citation.ts";
import { toDocument, type PageMeta } from "./document.tsx";
import { TakePart } from "./take-part.tsx";
import { toOembedUrl } from "./frames.tsx";
import { toLinkedData } from "./linked-data.ts";
import { Replays, toThumbnailPath } from "./replay.tsx";
import { AddressList, PaperList, PeopleList, TalkList } from "./session-lists.tsx";
import { DateLine, LocalTime, type SessionProps } from "./session-parts.tsx";

/** What search results and cards show of a description. */
const DESCRIPTION_UNITS = 200;

/** Null where the programme has no session of this id. */
export function toSessionPage(publication: Publication, selection: Selection, links: Links): string | null {
  const { club, publicUrl } = publication;
  const published = findSession(publication, selection.session);
  if (published === null) return null;
  const { session } = published;
  const replays = toReplays(published);
  const bibtexUrl = toBibtexUrl(session, links);
  return toDocument(
    toMeta(publication, published, links, bibtexUrl),
    <>
      <header class="crumb">
        <a href={toHomeUrl(publicUrl)}>{club.name}</a>
        <a class="button primary small" href="/#subscribe">
          Subscribe
        </a>
      </header>
      <main id="main">
        <article class="h-event">
          <Heading publication={publication} published={published} />
          <TakePart publication={publication} published={published} links={links} />
          {replays.length > 0 && <Replays replays={replays} label={toLabel(session)} />}
          {session.replay === "none" && <p class="note">This session was not recorded.</p>}
          <PeopleList people={session.presenters} one="Presenter" many="Presenters" role="p-author" />
          <PeopleList people={session.chair ?? []} one="Chair" many="Chairs" />
          <Abstract session={session} />
          <TalkList talks={session.talks ?? []} lang={session.inLanguage} />
          <PaperList papers={session.papers} />
          <AddressList session={session} />
          <Tags session={session} isLinked={publication.isStatic !== true} />
          {bibtexUrl !== undefined && <Cite url={bibtexUrl} />}
        </article>
        <Neighbours publication={publication} published={published} />
      </main>
    </>,
  );
}

function toMeta(
  publication: Publication,
  published: PublishedSession,
  links: Links,
  bibtexUrl: string | undefined,
): PageMeta {
  const { club, publicUrl } = publication;
  const { session, recording } = published;
  const url = toSessionUrl(publicUrl, session.id);
  const picture = recording === null ? null : toThumbnailPath(recording.videoId);
  return {
    club,
    publicUrl,
    links,
    url,
    title: `${toLabel(session)} · ${club.shortName}`,
    description: `${toDateLine(session)}. ${toExcerpt(session.abstract.text, DESCRIPTION_UNITS)}`.trim(),
    isStatic: publication.isStatic,
    ...(publication.isStatic !== true && { oembedUrl: toOembedUrl(links, url) }),
    linkedData: toLinkedData(publication, published),
    named: toCitation(publication, published),
    bibtexUrl,
    ...(picture !== null && { imageUrl: publicUrl + picture }),
    playerUrls: toReplays(published).flatMap(({ playerUrl }) => playerUrl ?? []),
  };
}

/** Where there is anything to cite. */
function toBibtexUrl(session: Session, links: Links): string | undefined {
  return isCitable(session) ? links.to("session-bibtex", { ...WHOLE, session: session.id }) : undefined;
}

function Heading({ publication, published }: SessionProps) {
  const { session } = published;
  const note = toCurrentNote(session, publication);
  return (
    <>
      {session.number !== undefined && <p class="number">Session {session.number}</p>}
      <h1 class="p-name" dir="auto" lang={session.inLanguage}>
        {session.title}
      </h1>
      {note !== null && (
        <p class="notice" role="note">
          <strong>{note.badge}.</strong> {note.sentence}
        </p>
      )}
      <p class="when">
        <DateLine session={session} />
      </p>
      {isAhead(published, publication.asOf) && <LocalTime session={session} />}
      {session.location !== undefined && <p class="p-location">{session.location}</p>}
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
function Abstract({ session }: Pick<PublishedSession, "session">) {
  if (session.abstract.text.trim() === "") return null;
  return (
    <>
      <h2>Abstract</h2>
      <div
        class="abstract e-content"
        dir="auto"
        lang={session.inLanguage}
        dangerouslySetInnerHTML={{ __html: session.abstract.page ?? session.abstract.html }}
      ></div>
    </>
  );
}

function Tags({ session, isLinked }: Pick<PublishedSession, "session"> & { isLinked: boolean }) {
  if (session.tags.length === 0) return null;
  return (
    <p class="tags">
      {"Tagged "}
      {session.tags.map((tag, index) => (
        <>
          {index > 0 && ", "}
          <span class="p-category">
            {isLinked ? <a href={`/${toQuery({ ...WHOLE, tag: tag.toLowerCase() })}#past`}>{tag}</a> : tag}
          </span>
        </>
      ))}
    </p>
  );
}

/** For reference managers; some take it from the page's head. */
function Cite({ url }: { url: string }) {
  return (
    <p class="cite">
      <a href={url} type="application/x-bibtex">
        Cite (BibTeX)
      </a>
    </p>
  );
}

function Neighbours({ publication: { programme }, published }: SessionProps) {
  const { sessions } = programme;
  const index = sessions.indexOf(published);
  const neighbours = [
    { rel: "prev", word: "Previous", found: sessions[index - 1] },
    { rel: "next", word: "Next", found: sessions[index + 1] },
  ];
  if (sessions.length === 1) return null;
  return (
    <nav class="neighbours" aria-label="Other sessions">
      {neighbours.map(
        ({ rel, word, found }) =>
          found !== undefined && (
            <a href={toSessionPath(found.session.id)} rel={rel}>
              <span class="note">{word}</span> <span dir="auto">{toLabel(found.session)}</span>
            </a>
          ),
      )}
    </nav>
  );
}
