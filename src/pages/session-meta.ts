/** What the head of a session's page says of it. */
import { toSessionUrl, type Links } from "../programme/address.ts";
import { toReplays, type Publication, type PublishedSession } from "../programme/publication.ts";
import { WHOLE } from "../programme/selection.ts";
import { isCitable, type Session } from "../programme/session.ts";
import { toBeginning, toDateLine } from "../wording/dates.ts";
import { toLabel } from "../wording/labels.ts";
import { toLanguage, type Language } from "../wording/language.ts";
import { toExcerpt } from "../wording/text.ts";
import { toCitation } from "./citation.ts";
import type { PageMeta } from "./document.tsx";
import { toOembedUrl } from "./frames.tsx";
import { toLinkedData } from "./linked-data.ts";
import { toThumbnailPath } from "./replay.tsx";

/** What search results and cards show of a description. */
export const DESCRIPTION_UNITS = 200;

export function toSessionMeta(publication: Publication, published: PublishedSession, links: Links): PageMeta {
  const { club, publicUrl } = publication;
  const { session, recording } = published;
  const url = toSessionUrl(publicUrl, session.id);
  const picture = recording === null ? null : toThumbnailPath(recording.videoId);
  return {
    club,
    publicUrl,
    links,
    url,
    title: `${toLabel(session)} · ${club.shortName}`,
    description: toDescription(session, toLanguage(club.language)),
    isStatic: publication.isStatic,
    ...(publication.isStatic !== true && { oembedUrl: toOembedUrl(links, url) }),
    linkedData: toLinkedData(publication, published),
    named: toCitation(publication, published),
    bibtexUrl: toBibtexUrl(session, links),
    ...(picture !== null && { imageUrl: publicUrl + picture }),
    playerUrls: toReplays(published).flatMap(({ playerUrl }) => playerUrl ?? []),
  };
}

function toDescription(session: Session, language: Language): string {
  const when = toBeginning(toDateLine(session, language), language);
  return `${when}. ${toExcerpt(session.abstract.text, DESCRIPTION_UNITS)}`.trim();
}

/** Where there is anything to cite. */
function toBibtexUrl(session: Session, links: Links): string | undefined {
  return isCitable(session) ? links.to("session-bibtex", { ...WHOLE, session: session.id }) : undefined;
}
