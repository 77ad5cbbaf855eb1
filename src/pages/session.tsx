/** The page of one session: everything known about it. */
import { toHomeUrl, toSessionPath, toSessionUrl, type Links } from "../programme/address.ts";
import { isAhead } from "../programme/agenda.ts";
import { findSession, toReplays, type Publication, type PublishedSession } from "../programme/publication.ts";
import { toQuery, WHOLE, type Selection } from "../programme/selection.ts";
import { toDateLine } from "../wording/dates.ts";
import { toLabel } from "../wording/labels.ts";
import { toCurrentNote } from "../wording/status.ts";
import { toExcerpt } from "../wording/text.ts";
import { toDocument } from "./document.tsx";
import { TakePart } from "./take-part.tsx";
import { toOembedUrl } from "./frames.tsx";
import { toLinkedData } from "./linked-data.ts";
import { Replays, toThumbnailPath } from "./replay.tsx";
import { AddressList, PaperList, PeopleList, TalkList } from "./session-lists.tsx";
import { DateLine, LocalTime, type SessionProps } from "./session-parts.tsx";
import { Transcript } from "./transcript.tsx";

/** What search results and cards show of a description. */
const DESCRIPTION_UNITS = 200;

/** Null where the programme has no session of this id. */
export function toSessionPage(publication: Publication, selection: Selection, links: Links): string | null {
  const { club, publicUrl, transcript } = publication;
  const published = findSession(publication, selection.session);
  if (published === null) return null;
  const { session, recording } = published;
  const url = toSessionUrl(publicUrl, session.id);
  const replays = toReplays(published);
  const picture = recording === null ? null : toThumbnailPath(recording.videoId);
  return toDocument(
    {
      club,
      publicUrl,
      links,
      url,
      title: `${toLabel(session)} · ${club.shortName}`,
      description: `${toDateLine(session)}. ${toExcerpt(session.abstract.text, DESCRIPTION_UNITS)}`.trim(),
      isStatic: publication.isStatic,
      ...(publication.isStatic !== true && { oembedUrl: toOembedUrl(links, url) }),
      linkedData: toLinkedData(publication, published),
      ...(picture !== null && { imageUrl: publicUrl + picture }),
      playerUrls: replays.flatMap(({ playerUrl }) => playerUrl ?? []),
    },
    <>
      <header class="crumb">
        <a href={toHomeUrl(publicUrl)}>{club.name}</a>
        <a class="button primary small" href="/#subscribe">
          Subscribe
        </a>
      </header>
      <main id="main">
        <article>
          <Heading publication={publication} published={published} />
          <TakePart publication={publication} published={published} links={links} />
          {replays.length > 0 && <Replays replays={replays} label={toLabel(session)} />}
          {session.replay === "none" && <p class="note">This session was not recorded.</p>}
          <PeopleList people={session.presenters} one="Presenter" many="Presenters" />
          <PeopleList people={session.chair ?? []} one="Chair" many="Chairs" />
          <Abstract session={session} />
          <TalkList talks={session.talks ?? []} lang={session.inLanguage} />
          <PaperList papers={session.papers} />
          <AddressList session={session} />
          <Tags session={session} isLinked={publication.isStatic !== true} />
          {transcript !== undefined && (
            <Transcript
              transcript={transcript}
              replay={replays[0]}
              lang={session.inLanguage}
              fileUrl={links.to("session-transcript", { ...WHOLE, session: session.id })}
            />
          )}
        </article>
        <Neighbours publication={publication} published={published} />
      </main>
    </>,
  );
}

function Heading({ publication, published }: SessionProps) {
  const { session } = published;
  const note = toCurrentNote(session, publication);
  return (
    <>
      {session.number !== undefined && <p class="number">Session {session.number}</p>}
      <h1 dir="auto" lang={session.inLanguage}>
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
      {session.location !== undefined && <p>{session.location}</p>}
    </>
  );
}

/** Compiled from Markdown at build: safe HTML, see {@link PublishedSession}. */
function Abstract({ session }: Pick<PublishedSession, "session">) {
  if (session.abstract.text.trim() === "") return null;
  return (
    <>
      <h2>Abstract</h2>
      <div
        class="abstract"
        dir="auto"
        lang={session.inLanguage}
        dangerouslySetInnerHTML={{ __html: session.abstract.html }}
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
          {isLinked ? <a href={`/${toQuery({ ...WHOLE, tag: tag.toLowerCase() })}#past`}>{tag}</a> : tag}
        </>
      ))}
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
