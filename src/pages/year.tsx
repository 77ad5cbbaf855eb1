/** The sessions of a year, newest first, and the videos of it that belong to none. */
import { toPath, YEAR_PAGE, type Links } from "../programme/address.ts";
import type { Publication } from "../programme/publication.ts";
import { WHOLE, type Selection } from "../programme/selection.ts";
import { keepYear, toYears } from "../programme/years.ts";
import { toLanguage } from "../wording/language.ts";
import { Crumb, toDocument } from "./document.tsx";
import { SessionItem } from "./session-parts.tsx";
import { VideoList } from "./videos.tsx";
import { YearList } from "./years.tsx";

/** Null where the programme has nothing of that year. */
export function toYearPage(publication: Publication, { year }: Selection, links: Links): string | null {
  const { club, publicUrl, programme, isStatic } = publication;
  const years = toYears(programme, club.timeZone);
  if (year === undefined || !years.some((one) => one.year === year)) return null;
  const language = toLanguage(club.language);
  const { home } = language.words;
  const { sessions, standAloneVideos } = keepYear(programme, year, club.timeZone);
  return toDocument(
    {
      club,
      publicUrl,
      links,
      url: links.to("year", { ...WHOLE, year }),
      title: `${home.ofYear(year)} · ${club.shortName}`,
      description: club.description,
      isStatic,
    },
    <>
      <Crumb club={club} publicUrl={publicUrl} />
      <main id="main">
        <h1>{home.ofYear(year)}</h1>
        {years.length > 1 && (
          <YearList years={years} current={year} toPath={toYearPath} language={language} />
        )}
        {sessions.length > 0 && (
          <ul class="sessions">
            {sessions.toReversed().map((published) => (
              <SessionItem publication={publication} published={published} heading="h2" />
            ))}
          </ul>
        )}
        <VideoList videos={standAloneVideos} heading="h2" language={language} />
      </main>
    </>,
  );
}

/** Where a year's sessions are. */
export function toYearPath(year: number): string {
  return toPath(YEAR_PAGE, { ...WHOLE, year });
}
