/** What a session's page lists: people, talks, papers, addresses. */
import { toXUrl, type Person } from "../programme/club.ts";
import type { Paper, Session, Talk } from "../programme/session.ts";
import type { Language } from "../wording/language.ts";
import { toTitle, toUnbroken } from "../wording/text.ts";
import { Names } from "./names.tsx";
import { Phrase } from "./phrase.tsx";

interface PeopleListProps {
  people: readonly Person[];
  heading: string;
  /** What they are of the session, as microformats call it. */
  role?: string;
  language: Language;
}

/** Presenters, or whoever else a session names, under a heading. */
export function PeopleList({ people, heading, role = "", language }: PeopleListProps) {
  const { between } = language.words.names;
  if (people.length === 0) return null;
  return (
    <>
      <h2>{heading}</h2>
      <ul class="people">
        {people.map(({ name, affiliation, url, x }) => (
          <li class={`${role} h-card`.trim()}>
            <bdi>
              {url === undefined ? (
                <span class="p-name">{name}</span>
              ) : (
                <a class="p-name u-url" href={url}>
                  {name}
                </a>
              )}
            </bdi>
            {affiliation !== undefined && (
              <>
                {between}
                <bdi class="p-org">{affiliation}</bdi>
              </>
            )}
            {x !== undefined && (
              <>
                {between}
                <bdi>
                  <a class="u-url" href={toXUrl(x)}>
                    @{x}
                  </a>
                </bdi>
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
            <bdi lang={lang}>{toUnbroken(title)}</bdi>
            {presenters.length > 0 && (
              <span class="note">
                <Phrase
                  text={words.by("{names}")}
                  parts={{ names: <Names people={presenters} language={language} /> }}
                />
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
          <li>
            <bdi>{url === undefined ? toUnbroken(title) : <a href={url}>{toUnbroken(title)}</a>}</bdi>
            {arxiv !== undefined && (
              <>
                {language.words.names.between}
                <bdi>arXiv:{arxiv}</bdi>
              </>
            )}
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
          <li>
            <a href={url}>
              <bdi>{toTitle(title, url)}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
