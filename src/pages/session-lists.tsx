/** What a session's page lists: people, talks, papers, addresses. */
import { toXUrl, type Person } from "../programme/club.ts";
import type { Paper, Session, Talk } from "../programme/session.ts";
import { toNameList } from "../wording/labels.ts";
import { toTitle } from "../wording/text.ts";

/** Presenters, or whoever else a session names, under a heading. */
export function PeopleList({ people, one, many, role = "" }: PeopleListProps) {
  if (people.length === 0) return null;
  return (
    <>
      <h2>{people.length === 1 ? one : many}</h2>
      <ul class="people">
        {people.map(({ name, affiliation, url, x }) => (
          <li class={`${role} h-card`.trim()}>
            {url === undefined ? (
              <span class="p-name">{name}</span>
            ) : (
              <a class="p-name u-url" href={url}>
                {name}
              </a>
            )}
            {affiliation !== undefined && (
              <>
                {", "}
                <span class="p-org">{affiliation}</span>
              </>
            )}
            {x !== undefined && (
              <>
                {", "}
                <a href={toXUrl(x)}>@{x}</a>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

interface PeopleListProps {
  people: readonly Person[];
  one: string;
  many: string;
  /** What they are of the session, as microformats call it. */
  role?: string;
}

/** In the session's language. */
export function TalkList({ talks, lang }: { talks: readonly Talk[]; lang: string | undefined }) {
  if (talks.length === 0) return null;
  return (
    <>
      <h2>Talks</h2>
      <ol>
        {talks.map(({ title, presenters }) => (
          <li>
            <span dir="auto" lang={lang}>
              {title}
            </span>
            {presenters.length > 0 && (
              <span class="note">, by {toNameList(presenters.map(({ name }) => name))}</span>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

export function PaperList({ papers }: { papers: readonly Paper[] }) {
  if (papers.length === 0) return null;
  return (
    <>
      <h2>{papers.length === 1 ? "Paper" : "Papers"}</h2>
      <ul>
        {papers.map(({ title, url, arxiv }) => (
          <li dir="auto">
            {url === undefined ? title : <a href={url}>{title}</a>}
            {arxiv !== undefined && `, arXiv:${arxiv}`}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Slides, code and further links. */
export function AddressList({ session: { slides, code, links = [] } }: { session: Session }) {
  const addresses = [
    ...(slides === undefined ? [] : [{ title: "Slides", url: slides }]),
    ...(code === undefined ? [] : [{ title: "Code", url: code }]),
    ...links,
  ];
  if (addresses.length === 0) return null;
  return (
    <>
      <h2>{addresses.length === 1 ? "Link" : "Links"}</h2>
      <ul>
        {addresses.map(({ title, url }) => (
          <li dir="auto">
            <a href={url}>{toTitle(title, url)}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
