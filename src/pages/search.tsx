/** The page of a search: a field, and what was found, with the words around each hit. */
import { toHomeUrl, toSessionPath, type Links } from "../programme/address.ts";
import { isAhead } from "../programme/agenda.ts";
import { findSession, toReplays, type Publication, type PublishedSession } from "../programme/publication.ts";
import type { FoundSession, Marked, SearchedField, SearchResults } from "../programme/search-result.ts";
import { WHOLE, type Selection } from "../programme/selection.ts";
import { toMomentUrl } from "../programme/video-site.ts";
import { toClock } from "../wording/clock.ts";
import { toLabel } from "../wording/labels.ts";
import { toDocument } from "./document.tsx";
import { DateLine, Presenters } from "./session-parts.tsx";

export function toSearchPage(publication: Publication, selection: Selection, links: Links): string {
  const { club, publicUrl, results } = publication;
  const { q } = selection;
  return toDocument(
    {
      club,
      publicUrl,
      links,
      title: q === undefined ? `Search · ${club.shortName}` : `${q} · Search · ${club.shortName}`,
      description: `Search the sessions of ${club.name}.`,
    },
    <>
      <header class="crumb">
        <a href={toHomeUrl(publicUrl)}>{club.name}</a>
      </header>
      <main id="main">
        <h1>Search</h1>
        <SearchForm q={q} isFocused={q === undefined} />
        {q === undefined || results === undefined ? (
          <p class="note">
            Titles, presenters, papers, abstracts and what was said. Quotes keep words together.
          </p>
        ) : (
          <Results publication={publication} results={results} q={q} links={links} />
        )}
      </main>
    </>,
  );
}

/** One field; without scripts. */
export function SearchForm({ q, isFocused = false }: { q?: string | undefined; isFocused?: boolean }) {
  return (
    <form class="search" action="/search" role="search">
      <input
        type="search"
        name="q"
        value={q}
        aria-label="Search sessions and transcripts"
        placeholder="Search sessions"
        maxlength={200}
        autofocus={isFocused}
      />
      <button>Search</button>
    </form>
  );
}

interface ResultsProps {
  publication: Publication;
  results: SearchResults;
  q: string;
  links: Links;
}

function Results({ publication, results, q, links }: ResultsProps) {
  const { found, total, isComplete } = results;
  return (
    <>
      <p class="note" role="status">
        {toCount(total)}
        {" for "}
        <bdi>“{q}”</bdi>
        {!isComplete && ". The index is being made: there may be more in some minutes"}
        {"."}
      </p>
      <ol class="sessions found">
        {found.map((one) => {
          const published = findSession(publication, one.sessionId);
          return published !== null && <Found publication={publication} published={published} found={one} />;
        })}
      </ol>
      <Pages results={results} q={q} links={links} />
      {total > 0 && <Subscriptions q={q} links={links} />}
    </>
  );
}

function toCount(total: number): string {
  if (total === 0) return "No session";
  return total === 1 ? "1 session" : `${total} sessions`;
}

interface FoundProps {
  publication: Publication;
  published: PublishedSession;
  found: FoundSession;
}

/** What a field holds is said where it does not go without saying. */
const FIELD_NAMES: Partial<Record<SearchedField, string>> = {
  people: "Presented by",
  papers: "Paper",
  tags: "Tagged",
};
const SHOWN_FIELDS = ["people", "papers", "tags", "abstract"] as const;

function Found({ publication, published, found: { fields, moments } }: FoundProps) {
  const { session } = published;
  const [replay] = toReplays(published);
  const page = toSessionPath(session.id);
  return (
    <li class="session">
      <p class="when">
        <DateLine session={session} isPast={!isAhead(published, publication.asOf)} />
      </p>
      <h2 dir="auto" lang={session.inLanguage}>
        <a href={page}>{fields.title === undefined ? toLabel(session) : <Words text={fields.title} />}</a>
      </h2>
      {fields.people === undefined && <Presenters session={session} />}
      {SHOWN_FIELDS.map((field) => {
        const text = fields[field];
        const name = FIELD_NAMES[field];
        return (
          text !== undefined && (
            <p class="note">
              {name !== undefined && `${name}: `}
              <bdi lang={session.inLanguage}>
                <Words text={text} />
              </bdi>
            </p>
          )
        );
      })}
      {moments.map(({ at, text }) => (
        <p class="moment">
          <a href={replay === undefined ? `${page}#transcript` : toMomentUrl(replay, at)}>{toClock(at)}</a>{" "}
          <bdi lang={session.inLanguage}>
            <Words text={text} />
          </bdi>
        </p>
      ))}
    </li>
  );
}

function Words({ text }: { text: Marked }) {
  return <>{text.map((piece) => (piece.isHit ? <mark>{piece.text}</mark> : piece.text))}</>;
}

function Pages({ results: { page, pages }, q, links }: Pick<ResultsProps, "results" | "q" | "links">) {
  if (pages < 2) return null;
  const to = (other: number) => links.to("search", { ...WHOLE, q, ...(other > 1 && { page: other }) });
  // Beyond the last page there is the way back.
  const before = Math.min(page - 1, pages);
  return (
    <nav class="actions" aria-label="Pages of results">
      {before > 0 && (
        <a class="button" rel="prev" href={to(before)}>
          Earlier results
        </a>
      )}
      <span class="note">
        Page {page} of {pages}
      </span>
      {page < pages && (
        <a class="button" rel="next" href={to(page + 1)}>
          More results
        </a>
      )}
    </nav>
  );
}

/** A search that is saved in a feed reader or a calendar. */
function Subscriptions({ q, links }: Pick<ResultsProps, "q" | "links">) {
  return (
    <p class="note">
      {"Be told of what comes: "}
      {links.subscriptions.map(({ label, toUrl }, index) => (
        <>
          {index > 0 && " · "}
          <a href={toUrl({ ...WHOLE, q })}>{label}</a>
        </>
      ))}
    </p>
  );
}
