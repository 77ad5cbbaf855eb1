/**
 * The programme as plain text, for terminals (`curl …/programme.txt`) and mails: what is coming, soonest first, and what
 * was, newest first. The worked example of "another format": this writer and its row in the table of documents are all.
 */
import { toSessionUrl } from "../programme/address.ts";
import { toAgenda, toProgrammeOrder } from "../programme/agenda.ts";
import { toReplays, type Publication, type PublishedSession } from "../programme/publication.ts";
import type { Selection } from "../programme/selection.ts";
import { toBeginning, toDateLine } from "../wording/dates.ts";
import { toLabel, toName, toNameList } from "../wording/labels.ts";
import { toLanguage } from "../wording/language.ts";
import { toStatusPrefix } from "../wording/status.ts";
import { toLine } from "../wording/text.ts";

/** Past sessions listed unless `limit` says otherwise: what a terminal shows without scrolling far. */
const PAST_SHOWN = 10;

/** Lines end with a line feed; nothing is wrapped. */
export function toProgrammeText(publication: Publication, selection: Selection): string {
  const { upcoming, past } = toProgrammeOrder(toAgenda(publication, selection));
  const { home } = toLanguage(publication.club.language).words;
  const name = toName(publication.club, publication.programme, selection);
  return [
    `${name}\n${toLine(publication.club.description)}`.trim(),
    ...toSection(home.coming, upcoming, publication),
    ...toSection(home.past, past.slice(0, selection.limit ?? PAST_SHOWN), publication),
    ...(upcoming.length + past.length === 0 ? [home.nothingAnnounced] : []),
  ]
    .map((paragraph) => `${paragraph}\n`)
    .join("\n");
}

function toSection(title: string, sessions: readonly PublishedSession[], publication: Publication): string[] {
  if (sessions.length === 0) return [];
  return [title.toUpperCase(), ...sessions.map((published) => toParagraph(published, publication))];
}

function toParagraph(published: PublishedSession, { club, publicUrl }: Publication): string {
  const { session } = published;
  const language = toLanguage(club.language);
  const { colon, replay } = language.words;
  const names = toNameList(
    session.presenters.map(({ name }) => name),
    language,
  );
  return [
    toStatusPrefix(session.status, language) + toLabel(session),
    toBeginning(toDateLine(session, language), language),
    ...(names === "" ? [] : [names]),
    ...toReplays(published).map(({ watchUrl }) => replay.label + colon + watchUrl),
    toSessionUrl(publicUrl, session.id),
  ].join("\n  ");
}
