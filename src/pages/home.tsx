/** The home page: what is next, how to subscribe, what is coming, what was. */
import { toHomeUrl, type Links } from "../programme/address.ts";
import { toAgenda, type Agenda } from "../programme/agenda.ts";
import type { Publication } from "../programme/publication.ts";
import { toQuery, WHOLE, type Selection } from "../programme/selection.ts";
import { toWatchUrl } from "../programme/video.ts";
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
  const given = { publication, selection, agenda };
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
            Subscribe
          </a>
        </p>
        {publication.isSample && (
          <p class="notice" role="note">
            Replays on this page come from a sample channel feed.
          </p>
        )}
      </header>
      <main id="main">
        {publication.isStatic !== true && <SearchForm />}
        <Next {...given} />
        <Coming {...given} />
        <Subscribe publication={publication} selection={selection} links={links} />
        <YearsLeftOut years={yearsLeftOut} links={links} />
        <Past {...given} />
        <EmbedSnippet
          src={links.to("embed")}
          name={club.name}
          hasParameters={publication.isStatic !== true}
        />
      </main>
    </>,
  );
}

interface Props extends SelectionProps {
  agenda: Agenda;
}

function Next({ publication, agenda: { next } }: Props) {
  const { club } = publication;
  return (
    <section aria-labelledby="next-title">
      <h2 id="next-title">Next session</h2>
      {next === null ? (
        <p class="card">
          Nothing is announced at the moment. The club usually meets {toRhythm(club)}. Subscribe and the next
          session comes to you.
        </p>
      ) : (
        <NextSession publication={publication} published={next} />
      )}
    </section>
  );
}

function Coming({ publication, agenda: { coming } }: Props) {
  if (coming.length === 0) return null;
  return (
    <section aria-labelledby="coming-title">
      <h2 id="coming-title">Coming</h2>
      <ul class="sessions">
        {coming.map((published) => (
          <SessionItem publication={publication} published={published} />
        ))}
      </ul>
    </section>
  );
}

function YearsLeftOut({ years, links }: { years: readonly number[]; links: Links }) {
  if (years.length === 0) return null;
  return (
    <p class="notice" role="note">
      The calendar has no room for the oldest sessions. They are in the calendars of their years:{" "}
      {years.map((year) => (
        <>
          <a href={links.to("calendar", { ...WHOLE, year })}>{year}</a>{" "}
        </>
      ))}
    </p>
  );
}

function Past({ publication, selection, agenda: { past, videos } }: Props) {
  // Where no address can ask for more, all are there at once.
  const shown = publication.isStatic === true ? Infinity : (selection.limit ?? PAST_SHOWN);
  const more = Math.min(past.length, PAST_SHOWN_AT_MOST);
  return (
    <section aria-labelledby="past-title" id="past">
      <h2 id="past-title">Past sessions</h2>
      {publication.isStatic !== true && <Filter publication={publication} selection={selection} />}
      {past.length === 0 ? (
        <p>
          {isFiltered(selection) ? "No past session fits this choice." : "There are no past sessions yet."}
        </p>
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
            Show {more} of {past.length} past sessions
          </a>
        </p>
      )}
      {videos.length > 0 && (
        <>
          <h3 class="videos-title">Other videos</h3>
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

function Filter({ publication, selection }: SelectionProps) {
  return (
    <form action="/#past" method="get" class="fields filter" role="search" aria-label="Sessions">
      <SelectionFields publication={publication} selection={selection} />
      <button type="submit">Show</button>
      {isFiltered(selection) && <a href="/#past">Show everything</a>}
    </form>
  );
}

function isFiltered({ tag, presenter, show }: Selection): boolean {
  return tag !== undefined || presenter !== undefined || show !== "all";
}
