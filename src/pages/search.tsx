/** The page of a search: a field, and what was found, with the words around each hit. */
import { type Links } from "../programme/address.ts";
import { findSession, type Publication } from "../programme/publication.ts";
import type { SearchResults } from "../programme/search-result.ts";
import { WHOLE, type Selection } from "../programme/selection.ts";
import { toLanguage, type Language } from "../wording/language.ts";
import { Crumb, toDocument } from "./document.tsx";
import { FoundItem } from "./found-item.tsx";
import { Phrase } from "./phrase.tsx";

export function toSearchPage(publication: Publication, selection: Selection, links: Links): string {
  const { club, publicUrl, results } = publication;
  const { q } = selection;
  const language = toLanguage(club.language);
  const { search: words } = language.words;
  const title = `${words.title} · ${club.shortName}`;
  return toDocument(
    {
      club,
      publicUrl,
      links,
      // Of whatever is searched for: what people look for is no page of a search engine's.
      url: links.to("search"),
      title: q === undefined ? title : `${q} · ${title}`,
      description: words.description(club.name),
    },
    <>
      <Crumb club={club} publicUrl={publicUrl} />
      <main id="main">
        <h1>{words.title}</h1>
        <SearchForm q={q} isFocused={q === undefined} language={language} />
        {q === undefined || results === undefined ? (
          <p class="note">{words.lead}</p>
        ) : (
          <Results publication={publication} results={results} q={q} links={links} language={language} />
        )}
      </main>
    </>,
  );
}

interface FormProps {
  q?: string | undefined;
  isFocused?: boolean;
  language: Language;
}

/** One field; without scripts. Empty, it runs as its placeholder does: as the page. */
export function SearchForm({ q, isFocused = false, language }: FormProps) {
  const { search: words } = language.words;
  return (
    <form class="search" action="/search" role="search">
      <input
        type="search"
        name="q"
        value={q}
        dir={q === undefined ? undefined : "auto"}
        aria-label={words.field}
        placeholder={words.placeholder}
        maxlength={200}
        autofocus={isFocused}
      />
      <button>{words.title}</button>
    </form>
  );
}

interface ResultsProps {
  publication: Publication;
  results: SearchResults;
  q: string;
  links: Links;
  language: Language;
}

function Results({ publication, results, q, links, language }: ResultsProps) {
  const { found, total, isComplete, isBeginning = false } = results;
  const { search: words } = language.words;
  return (
    <>
      <p class="note" role="status">
        <Phrase text={words.found(total)} parts={{ query: <bdi>{q}</bdi> }} />
        {!isComplete && ` ${words.unfinished}`}
      </p>
      <ol class="sessions found">
        {found.map((one) => {
          const published = findSession(publication, one.sessionId);
          return (
            published !== null && (
              <FoundItem publication={publication} published={published} found={one} language={language} />
            )
          );
        })}
      </ol>
      <Pages results={results} q={q} links={links} language={language} />
      {/* A feed knows whole words alone. */}
      {total > 0 && !isBeginning && <Subscriptions q={q} links={links} language={language} />}
    </>
  );
}

function Pages({ results: { page, pages }, q, links, language }: Omit<ResultsProps, "publication">) {
  if (pages < 2) return null;
  const { search: words } = language.words;
  const to = (other: number) => links.to("search", { ...WHOLE, q, ...(other > 1 && { page: other }) });
  // Beyond the last page there is the way back.
  const before = Math.min(page - 1, pages);
  return (
    <nav class="actions" aria-label={words.pages}>
      {before > 0 && (
        <a class="button" rel="prev" href={to(before)}>
          {words.earlier}
        </a>
      )}
      <span class="note">{words.page(page, pages)}</span>
      {page < pages && (
        <a class="button" rel="next" href={to(page + 1)}>
          {words.more}
        </a>
      )}
    </nav>
  );
}

/** A search that is saved in a feed reader or a calendar. */
function Subscriptions({ q, links, language: { words } }: Pick<ResultsProps, "q" | "links" | "language">) {
  return (
    <p class="note">
      {words.search.follow + words.colon}
      {links.subscriptions.map(({ kind, label, toUrl }, index) => (
        <>
          {index > 0 && " · "}
          {/* Else Latin names among words from right to left stand in the wrong order. */}
          <bdi>
            <a href={toUrl({ ...WHOLE, q })}>{kind === "calendar" ? words.names.calendar : label}</a>
          </bdi>
        </>
      ))}
    </p>
  );
}
