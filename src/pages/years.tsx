/** The way to every year of the programme. */
import type { Year } from "../programme/years.ts";
import type { Language } from "../wording/language.ts";

interface YearListProps {
  /** Newest first. */
  years: readonly Year[];
  /** The one that is shown. */
  current?: number | undefined;
  toPath: (year: number) => string;
  language: Language;
}

/** Each year with the number of its sessions. */
export function YearList({ years, current, toPath, language: { words } }: YearListProps) {
  return (
    <nav class="years" aria-label={words.home.years}>
      <ul class="buttons small">
        {years.map(({ year, sessions }) => (
          <li>
            <a class="button" href={toPath(year)} aria-current={year === current ? "page" : undefined}>
              {year}
              {sessions > 0 && <span class="note"> ({sessions})</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
