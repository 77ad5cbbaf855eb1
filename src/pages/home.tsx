/** The home page: what is next, how to subscribe, what is coming, what was. */
import { toHomeUrl, type Links } from "../programme/address.ts";
import { toAgenda, type Agenda } from "../programme/agenda.ts";
import type { Publication } from "../programme/publication.ts";
import { toQuery, WHOLE, type Selection } from "../programme/selection.ts";
import { toWatchUrl } from "../programme/video.ts";
import { toLanguage, type Language } from "../wording/language.ts";
import { toRhythm } from "../wording/rhythm.ts";
import { toDocument } from "./document.tsx";
import { EmbedSnippet, toOembedUrl } from "./frames.tsx";
import { NextSession } from "./next-session.tsx";
import { Thumbnail } from "./replay.tsx";
import { SearchForm } from "./search.tsx";
import { SelectionFields, type SelectionProps } from "./selection-fields.tsx";
import { SessionItem } from "./session-parts.tsx";
import { Subscribe } from "./subscribe.tsx";

/** Past sessions listed unless the visitor asks for more: two years of a club that meets every month, a page quickly read. */
const PAST_SHOWN = 24;
/** What `limit` allows at most. */
const PAST_SHOWN_AT_MOST = 500;

/** @param yearsLeftOut the years of sessions that the whole calendar has no room for */
export function toHomePage(
  publication: Publication,
  selection: Selection,
  links: Links,
  yearsLeftOut: readonly number[] = [],
): string {
  const { club, publicUrl } = publication;
  const url = toHomeUrl(publicUrl);
  const agenda = toAgenda(publication, selection);
  const language = toLanguage(club.language);
  const given = { publication, selection, agenda, language };
  const { frame, home } = language.words;
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
        <p class="lead">{club.description}</p>
        <p>
          <a class="button primary" href="#subscribe">
            {frame.subscribe}
          </a>
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
        <Next {...given} />
        <Coming {...given} />
        <Subscribe publication={publication} selection={selection} links={links} />
        <YearsLeftOut years={yearsLeftOut} links={links} language={language} />
        <Past {...given} />
        <EmbedSnippet
          src={links.to("embed")}
          name={club.name}
          hasParameters={publication.isStatic !== true}
          language={language}
        />
      </main>
    </>,
  );
}

interface Props extends SelectionProps {
  agenda: Agenda;
  language: Language;
}

function Next({ publication, agenda: { next }, language: { words } }: Props) {
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

function Coming({ publication, agenda: { coming }, language: { words } }: Props) {
  if (coming.length === 0) return null;
  return (
    <section aria-labelledby="coming-title">
      <h2 id="coming-title">{words.home.coming}</h2>
      <ul class="sessions">
        {coming.map((published) => (
          <SessionItem publication={publication} published={published} />
        ))}
      </ul>
    </section>
  );
}

interface YearsLeftOutProps {
  years: readonly number[];
  links: Links;
  language: Language;
}

function YearsLeftOut({ years, links, language: { words } }: YearsLeftOutProps) {
  if (years.length === 0) return null;
  return (
    <p class="notice" role="note">
      {words.home.leftOut}{" "}
      {years.map((year) => (
        <>
          <a href={links.to("calendar", { ...WHOLE, year })}>{year}</a>{" "}
        </>
      ))}
    </p>
  );
}

function Past({ publication, selection, agenda: { past, videos }, language }: Props) {
  const { home } = language.words;
  // Where no address can ask for more, all are there at once.
  const shown = publication.isStatic === true ? Infinity : (selection.limit ?? PAST_SHOWN);
  const more = Math.min(past.length, PAST_SHOWN_AT_MOST);
  return (
    <section aria-labelledby="past-title" id="past">
      <h2 id="past-title">{home.pastSessions}</h2>
      {publication.isStatic !== true && (
        <Filter publication={publication} selection={selection} language={language} />
      )}
      {past.length === 0 ? (
        <p>{isFiltered(selection) ? home.nothingFits : home.nothingPast}</p>
      ) : (
        <ul class="sessions">
          {past.slice(0, shown).map((published) => (
            <SessionItem publication={publication} published={published} />
          ))}
        </ul>
      )}
      {shown < more && (
        <p>
          <a class="button" href={`/${toQuery({ ...selection, limit: more })}#past`}>
            {home.more(more, past.length)}
          </a>
        </p>
      )}
      {videos.length > 0 && (
        <>
          <h3 class="videos-title">{home.otherVideos}</h3>
          <ul class="videos">
            {videos.slice(0, shown).map(({ video }) => (
              <li>
                <a href={toWatchUrl(video.id)}>
                  <Thumbnail videoId={video.id} />
                  <span dir="auto">{video.title}</span>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Filter({ publication, selection, language }: SelectionProps & { language: Language }) {
  const { home } = language.words;
  return (
    <form action="/#past" method="get" class="fields filter" role="search" aria-label={home.sessions}>
      <SelectionFields publication={publication} selection={selection} />
      <button type="submit">{home.show}</button>
      {isFiltered(selection) && <a href="/#past">{home.everything}</a>}
    </form>
  );
}

function isFiltered({ tag, presenter, show }: Selection): boolean {
  return tag !== undefined || presenter !== undefined || show !== "all";
}
