/** What people see where something is missing or wrong; programs get problem details instead. */
import { toHomeUrl, type Links } from "../programme/address.ts";
import type { Club } from "../programme/club.ts";
import { toLanguage } from "../wording/language.ts";
import type { Messages } from "../wording/messages/en.ts";
import { Crumb, toDocument } from "./document.tsx";
import { Phrase } from "./phrase.tsx";
import type { Child } from "./jsx-runtime.ts";

/** What went wrong, as far as a page has words for it. */
export interface PageProblem {
  reason: string;
  path?: string;
  name?: string;
  value?: string;
  expected?: string;
  method?: string;
  allow?: string;
  retryAfterSeconds?: number;
}

/** The same as programs are told it, in English. */
export interface PageDetails {
  title: string;
  status: number;
  detail: string;
}

/** @param isStatic whether files alone answer */
export function toProblemPage(
  club: Club,
  publicUrl: string,
  links: Links,
  { problem, details }: { problem: PageProblem; details: PageDetails },
  isStatic = false,
): string {
  const { problem: words } = toLanguage(club.language).words;
  const title = find(words.titles, details.status) ?? details.title;
  const advice = find(words.advice, details.status);
  return toDocument(
    { club, publicUrl, links, title: `${title} · ${club.shortName}`, description: title, isStatic },
    <>
      <Crumb club={club} publicUrl={publicUrl} />
      <main id="main">
        <h1>{title}</h1>
        {advice !== undefined && <p>{advice}</p>}
        <p class="note">{toDetail(problem, words) ?? <English text={details.detail} />}</p>
        <p>
          <a class="button primary" href={toHomeUrl(publicUrl)}>
            {words.home}
          </a>
        </p>
      </main>
    </>,
  );
}

/** In the page's language; null for what only programs meet. */
function toDetail(
  { reason, path, name, value, expected = "", method, allow, retryAfterSeconds }: PageProblem,
  words: Messages["problem"],
): Child {
  switch (reason) {
    case "bad_parameter":
      return (
        <Phrase
          text={words.notAllowed}
          parts={{
            name: <bdi>{name}</bdi>,
            value: <bdi>{JSON.stringify(value)}</bdi>,
            expected: <English text={expected} />,
          }}
        />
      );
    case "not_found":
      if (path === undefined) return words.nothingHere;
      return <Phrase text={words.nothingAt} parts={{ path: <bdi>{path}</bdi> }} />;
    case "method_not_allowed":
      return (
        <Phrase text={words.notPossible} parts={{ method: <bdi>{method}</bdi>, allow: <bdi>{allow}</bdi> }} />
      );
    case "unavailable":
      return words.tryAgain(retryAfterSeconds ?? 0);
    default:
      return null;
  }
}

function English({ text }: { text: string }) {
  return (
    <span lang="en" dir="ltr">
      {text}
    </span>
  );
}

function find(texts: Record<number, string>, status: number): string | undefined {
  return texts[status];
}
