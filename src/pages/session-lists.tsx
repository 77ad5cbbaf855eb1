/** What a session's page lists: people, talks, papers, addresses. */
import { toXUrl, type Person } from "../programme/club.ts";
import type { Paper, Session, Talk } from "../programme/session.ts";
import { toNameList } from "../wording/labels.ts";
import type { Language } from "../wording/language.ts";
import { toTitle } from "../wording/text.ts";

/** Presenters, or whoever else a session names, under a heading. */
export function PeopleList({ people, heading }: { people: readonly Person[]; heading: string }) {
  if (people.length === 0) return null;
  return (
    <>
      <h2>{heading}</h2>
      <ul class="people">
        {people.map(({ name, affiliation, url, x }) => (
          <li>
            {url === undefined ? name : <a href={url}>{name}</a>}
            {affiliation !== undefined && `, ${affiliation}`}
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

interface TalkListProps {
  talks: readonly Talk[];
  /** The session's own language. */
  lang: string | undefined;
  language: Language;
}

export function TalkList({ talks, lang, language }: TalkListProps) {
  const words = language.words.session;
  if (talks.length === 0) return null;
  return (
    <>
      <h2>{words.talks}</h2>
      <ol>
        {talks.map(({ title, presenters }) => (
          <li>
            <span dir="auto" lang={lang}>
              {title}
            </span>
            {presenters.length > 0 && (
              <span class="note">
                {words.by(
                  toNameList(
                    presenters.map(({ name }) => name),
                    language,
                  ),
                )}
              </span>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

export function PaperList({ papers, language }: { papers: readonly Paper[]; language: Language }) {
  if (papers.length === 0) return null;
  return (
    <>
      <h2>{language.words.session.papers(papers.length)}</h2>
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

interface AddressListProps {
  session: Session;
  language: Language;
}

/** Slides, code and further links. */
export function AddressList({ session: { slides, code, links = [] }, language }: AddressListProps) {
  const words = language.words.session;
  const addresses = [
    ...(slides === undefined ? [] : [{ title: words.slides, url: slides }]),
    ...(code === undefined ? [] : [{ title: words.code, url: code }]),
    ...links,
  ];
  if (addresses.length === 0) return null;
  return (
    <>
      <h2>{words.addresses(addresses.length)}</h2>
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
