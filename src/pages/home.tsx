/** The home page is the programme: what is next, how to have it come to you, what is coming, what was. */
import { toHomeUrl, type Links } from "../programme/address.ts";
import { toAgenda, type Agenda } from "../programme/agenda.ts";
import type { Publication, PublishedSession } from "../programme/publication.ts";
import { WHOLE, type Selection } from "../programme/selection.ts";
import { keepYear } from "../programme/years.ts";
import { toLanguage, type Language } from "../wording/language.ts";
import { toRhythm } from "../wording/rhythm.ts";
import { toDocument } from "./document.tsx";
import { toOembedUrl } from "./frames.tsx";
import { NextSession } from "./next-session.tsx";
import { Past } from "./past.tsx";
import { SearchForm } from "./search.tsx";
import { SessionItem } from "./session-parts.tsx";
import { Starred } from "./starred.tsx";
import { SubscribeBlock } from "./subscribe-block.tsx";

/** What a visitor filters is looked for among what is coming and what was; what is next stays what it is. */
export function toHomePage(publication: Publication, selection: Selection, links: Links): string {
  const { club, publicUrl } = publication;
  const url = toHomeUrl(publicUrl);
  const language = toLanguage(club.language);
  const { home } = language.words;
  const { next } = toAgenda(publication, WHOLE);
  const programme = keepYear(publication.programme, selection.year, club.timeZone);
  const agenda = toAgenda({ ...publication, programme }, selection);
  return toDocument(
    {
      club,
      publicUrl,
      links,
      url,
      title: club.name,
      description: club.description,
      isStatic: publication.isStatic,
      ...(publication.isStatic !== true && { oembedUrl: toOembedUrl(links, url) }),
    },
    <>
      <header class="masthead">
        <h1>{club.name}</h1>
        <p class="lead" dir="auto">
          {club.description}
        </p>
        {publication.isSample && (
          <p class="notice" role="note">
            {home.sample}
          </p>
        )}
      </header>
      <main id="main" class="h-feed">
        <data class="p-name" value={club.name}></data>
        {publication.isStatic !== true && <SearchForm language={language} />}
        <Next publication={publication} next={next} language={language} />
        <SubscribeBlock selection={selection} links={links} language={language} />
        <Coming publication={publication} sessions={toComing(agenda, next)} language={language} />
        <Starred publication={publication} links={links} language={language} />
        <Past publication={publication} selection={selection} agenda={agenda} language={language} />
      </main>
    </>,
  );
}

/** What lies ahead, but for what stands above already. */
function toComing({ next, coming }: Agenda, shown: PublishedSession | null): PublishedSession[] {
  return [...(next === null ? [] : [next]), ...coming].filter((published) => published !== shown);
}

interface Props {
  publication: Publication;
  language: Language;
}

function Next({ publication, next, language: { words } }: Props & { next: PublishedSession | null }) {
  const { club } = publication;
  const { home } = words;
  return (
    <section aria-labelledby="next-title">
      <h2 id="next-title">{home.next}</h2>
      {next === null ? (
        <p class="card">
          {home.nothingAnnounced} {home.meets(toRhythm(club))} {home.subscribeAndSee}
        </p>
      ) : (
        <NextSession publication={publication} published={next} />
      )}
    </section>
  );
}

function Coming({
  publication,
  sessions,
  language: { words },
}: Props & { sessions: readonly PublishedSession[] }) {
  if (sessions.length === 0) return null;
  return (
    <section aria-labelledby="coming-title">
      <h2 id="coming-title">{words.home.coming}</h2>
      <ul class="sessions">
        {sessions.map((published) => (
          <SessionItem publication={publication} published={published} />
        ))}
      </ul>
    </section>
  );
}
