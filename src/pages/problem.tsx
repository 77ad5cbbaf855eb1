/** What people see where something is missing or wrong; programs get problem details instead. */
import { toHomeUrl, type Links } from "../programme/address.ts";
import type { Club } from "../programme/club.ts";
import { toLanguage } from "../wording/language.ts";
import { toDocument } from "./document.tsx";

/**
 * @param detail what is wrong, in a sentence
 * @param isStatic whether files alone answer
 */
export function toProblemPage(
  club: Club,
  publicUrl: string,
  links: Links,
  { title, status, detail }: { title: string; status: number; detail: string },
  isStatic = false,
): string {
  const { problem } = toLanguage(club.language).words;
  const advice = status === 400 || status === 404 || status === 503 ? problem[status] : null;
  return toDocument(
    { club, publicUrl, links, title: `${title} · ${club.shortName}`, description: title, isStatic },
    <>
      <header class="crumb">
        <a href={toHomeUrl(publicUrl)}>{club.name}</a>
      </header>
      <main id="main">
        <h1>{title}</h1>
        {advice !== null && <p>{advice}</p>}
        <p class="note" dir="auto">
          {detail}
        </p>
        <p>
          <a class="button primary" href={toHomeUrl(publicUrl)}>
            {problem.home}
          </a>
        </p>
      </main>
    </>,
  );
}
