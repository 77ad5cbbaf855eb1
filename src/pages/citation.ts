/**
 * A session as Zotero and Google Scholar read it from a page: the "citation_…" names of HighWire, as a talk of the club.
 */
import { toSessionUrl } from "../programme/address.ts";
import type { Publication, PublishedSession } from "../programme/publication.ts";
import { isOff } from "../programme/session.ts";
import { isReadable, toLine, toTitle } from "../wording/text.ts";

/** A `<meta>` of a page. */
export interface NamedMeta {
  name: string;
  content: string;
}

/** None for a session that does not take place as announced: it is no talk to cite. */
export function toCitation({ club, publicUrl }: Publication, { session }: PublishedSession): NamedMeta[] {
  const { id, title, date, presenters, status, inLanguage = club.language } = session;
  if (isOff(status)) return [];
  const names = presenters.map(({ name }) => name).filter(isReadable);
  return [
    { name: "citation_title", content: toTitle(title, id) },
    ...names.map((name) => ({ name: "citation_author", content: toLine(name) })),
    // As Google Scholar writes it.
    { name: "citation_publication_date", content: date.replaceAll("-", "/") },
    { name: "citation_conference_title", content: toLine(club.name) },
    { name: "citation_public_url", content: toSessionUrl(publicUrl, id) },
    { name: "citation_language", content: inLanguage },
  ];
}
