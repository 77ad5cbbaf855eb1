/** What people see where something is missing or wrong; programs get problem details instead. */
import { toHomeUrl, type Links } from "../programme/address.ts";
import type { Club } from "../programme/club.ts";
import { toDocument } from "./document.tsx";

const ADVICE: Record<number, string> = {
  400: "The address asks for something that does not exist here. The form on the home page makes addresses that work.",
  404: "There is no such page. It may have been mistyped; a session keeps its page for ever once it is announced.",
  503: "The programme cannot be read at the moment. Feeds and calendars keep what they have; please try again in a minute.",
};

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
  return toDocument(
    { club, publicUrl, links, title: `${title} · ${club.shortName}`, description: title, isStatic },
    <>
      <header class="crumb">
        <a href={toHomeUrl(publicUrl)}>{club.name}</a>
      </header>
      <main id="main">
        <h1>{title}</h1>
        {ADVICE[status] !== undefined && <p>{ADVICE[status]}</p>}
        <p class="note" dir="auto">
          {detail}
        </p>
        <p>
          <a class="button primary" href={toHomeUrl(publicUrl)}>
            To the programme
          </a>
        </p>
      </main>
    </>,
  );
}
