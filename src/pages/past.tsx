/** Past sessions with their replays: the newest, what a visitor filters, and the way to all others. */
import type { Agenda } from "../programme/agenda.ts";
import { toQuery, type Selection } from "../programme/selection.ts";
import { toYears, type Year } from "../programme/years.ts";
import type { Language } from "../wording/language.ts";
import { ChoiceField, SelectionFields, type SelectionProps } from "./selection-fields.tsx";
import { SessionItem } from "./session-parts.tsx";
import { VideoList } from "./videos.tsx";
import { toYearPath } from "./year.tsx";
import { YearList } from "./years.tsx";

/** Past sessions listed unless the visitor asks for more: two years of a club that meets every month, a page quickly read. */
const PAST_SHOWN = 24;
/** What `limit` allows at most. */
const PAST_SHOWN_AT_MOST = 500;

interface PastProps extends SelectionProps {
  /** Of the selection. */
  agenda: Agenda;
  language: Language;
}

export function Past({ publication, selection, agenda, language }: PastProps) {
  const { home } = language.words;
  const { past, videos } = agenda;
  const all = toYears(publication.programme, publication.club.timeZone);
  // A year is shown whole.
  const shown = selection.limit ?? (selection.year === undefined ? PAST_SHOWN : Infinity);
  const more = Math.min(past.length, PAST_SHOWN_AT_MOST);
  return (
    <section aria-labelledby="past-title" id="past">
      <h2 id="past-title">{home.pastSessions}</h2>
      {publication.isStatic !== true && (
        <Filter publication={publication} selection={selection} years={all} language={language} />
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
      {shown < more && publication.isStatic !== true && (
        <p>
          <a class="button" href={`/${toQuery({ ...selection, limit: PAST_SHOWN_AT_MOST })}#past`}>
            {home.more(more, past.length)}
          </a>
        </p>
      )}
      <Years
        publication={publication}
        selection={selection}
        agenda={agenda}
        all={all}
        isWhole={past.length <= shown && videos.length <= shown}
        language={language}
      />
      <VideoList videos={videos.slice(0, shown)} heading="h3" language={language} />
    </section>
  );
}

interface YearsProps extends PastProps {
  /** Of the programme. */
  all: readonly Year[];
  /** Whether the page shows all there is. */
  isWhole: boolean;
}

/** To the pages of the years; of what a visitor has filtered, to the same of each year. */
function Years({ publication: { club }, selection, agenda, all, isWhole, language }: YearsProps) {
  const filtered = isFiltered(selection);
  const { limit: _limit, year, ...chosen } = selection;
  if (filtered && year !== undefined) return null;
  const { past: sessions, videos: standAloneVideos } = agenda;
  const years = filtered ? toYears({ sessions, standAloneVideos }, club.timeZone) : all;
  if (isWhole && years.length < 2) return null;
  return (
    <YearList
      years={years}
      toPath={(of) => (filtered ? `/${toQuery({ ...chosen, year: of })}#past` : toYearPath(of))}
      language={language}
    />
  );
}

interface FilterProps extends SelectionProps {
  /** Of the programme. */
  years: readonly Year[];
  language: Language;
}

function Filter({ publication, selection, years, language }: FilterProps) {
  const { choice, home } = language.words;
  return (
    <form action="/#past" method="get" class="fields" role="search" aria-label={home.sessions}>
      <SelectionFields publication={publication} selection={selection} />
      <ChoiceField
        name="year"
        label={choice.year}
        all={choice.allYears}
        choices={years.map(({ year }) => ({ value: String(year), label: String(year) }))}
        chosen={selection.year === undefined ? undefined : String(selection.year)}
      />
      <button type="submit">{home.show}</button>
      {isFiltered(selection) && <a href="/#past">{home.everything}</a>}
    </form>
  );
}

function isFiltered({ tag, presenter, show, year }: Selection): boolean {
  return tag !== undefined || presenter !== undefined || year !== undefined || show !== "all";
}
