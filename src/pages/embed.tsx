/** What other sites show in a frame: the programme in its order, its next session alone, or one session. */
import { toHomeUrl, toSessionUrl, type Links } from "../programme/address.ts";
import { toAgenda, toProgrammeOrder } from "../programme/agenda.ts";
import { findSession, toReplays, type Publication, type PublishedSession } from "../programme/publication.ts";
import type { Selection } from "../programme/selection.ts";
import { toLabel } from "../wording/labels.ts";
import { toLanguage } from "../wording/language.ts";
import { toProgrammeWords } from "../wording/programme-words.ts";
import { HEIGHT_SCRIPT_PATH } from "./assets/paths.ts";
import { toFramedDocument } from "./document.tsx";
import { EmbedSession } from "./embed-session.tsx";
import type { Child } from "./jsx-runtime.ts";

/** Sessions listed unless `limit` says otherwise: what fits a frame with a little scrolling. */
const SHOWN = 10;

export function toEmbedPage(publication: Publication, selection: Selection, links: Links): string {
  const { club } = publication;
  const agenda = toAgenda(publication, selection);
  const { upcoming, past } = toProgrammeOrder(agenda, selection.limit ?? SHOWN);
  const shown = [...upcoming, ...past];
  const page = { publication, selection, links, url: links.to("embed"), title: club.name, shown };
  return toFramedPage(
    page,
    <>
      {agenda.next === null && <p class="note">{toProgrammeWords(club).nothing}</p>}
      {shown.length > 0 && (
        <ul class="sessions">
          {shown.map((published) => (
            <li class="session h-event">
              {published === agenda.next ? (
                <div class="card">
                  <EmbedSession publication={publication} published={published} isFirst />
                </div>
              ) : (
                <EmbedSession publication={publication} published={published} />
              )}
            </li>
          ))}
        </ul>
      )}
    </>,
  );
}

/** Null where the programme has no session of this id. */
export function toSessionEmbedPage(
  publication: Publication,
  selection: Selection,
  links: Links,
): string | null {
  const published = findSession(publication, selection.session);
  if (published === null) return null;
  const { session } = published;
  const page = {
    publication,
    selection,
    links,
    // The whole of what the frame shows a part of.
    url: toSessionUrl(publication.publicUrl, session.id),
    title: toLabel(session),
    shown: [published],
  };
  return toFramedPage(
    page,
    <div class="session h-event">
      <EmbedSession publication={publication} published={published} isFirst isAlone />
    </div>,
  );
}

interface FramedPage {
  publication: Publication;
  selection: Selection;
  links: Links;
  /** What search engines are to name instead of the frame with its parameters. */
  url: string;
  title: string;
  /** Whose replays the page may play. */
  shown: readonly PublishedSession[];
}

/** The club above and the way to subscribe below; and the script that tells the other site how high it all is. */
function toFramedPage(
  { publication, selection, links, url, title, shown }: FramedPage,
  content: Child,
): string {
  const { club, publicUrl } = publication;
  const home = toHomeUrl(publicUrl);
  const playerUrls = shown.flatMap((published) =>
    toReplays(published).flatMap(({ playerUrl }) => playerUrl ?? []),
  );
  return toFramedDocument(
    { club, publicUrl, links, url, title, description: club.description, playerUrls },
    selection.theme,
    <>
      <main class="h-feed">
        <h1 class="p-name">
          <a class="u-url" href={home} target="_blank">
            {club.name}
          </a>
        </h1>
        {content}
        <p>
          <a class="button small" href={`${home}#subscribe`} target="_blank">
            {toLanguage(club.language).words.frame.subscribe}
          </a>
        </p>
      </main>
      <script src={HEIGHT_SCRIPT_PATH} defer></script>
    </>,
  );
}
