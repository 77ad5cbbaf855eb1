/** What other sites show in a frame: the programme, or one session. Links open outside of the frame. */
import { toHomeUrl, type Links } from "../programme/address.ts";
import { toAgenda } from "../programme/agenda.ts";
import { findSession, type Publication } from "../programme/publication.ts";
import type { Selection } from "../programme/selection.ts";
import { toRhythm } from "../wording/rhythm.ts";
import { toLabel } from "../wording/labels.ts";
import { toFramedDocument } from "./document.tsx";
import { Thumbnail, toThumbnailPath } from "./replay.tsx";
import { LocalTime, Summary } from "./session-parts.tsx";

/** Sessions listed unless `limit` says otherwise: what fits a frame with a little scrolling. */
const SHOWN = 10;

export function toEmbedPage(publication: Publication, selection: Selection, links: Links): string {
  const { club, publicUrl } = publication;
  const { next, coming, past } = toAgenda(publication, selection);
  const ahead = [...(next === null ? [] : [next]), ...coming];
  const shown = [...ahead, ...past].slice(0, selection.limit ?? SHOWN);
  return toFramedDocument(
    { club, publicUrl, links, title: club.name, description: club.description },
    selection.theme,
    <main class="h-feed">
      <Heading publication={publication} />
      {ahead.length === 0 && (
        <p class="note">Nothing is announced at the moment. The club usually meets {toRhythm(club)}.</p>
      )}
      {shown.length > 0 && (
        <ul class="sessions">
          {shown.map((published) => (
            <li class="session h-event">
              <Summary publication={publication} published={published} isFramed />
            </li>
          ))}
        </ul>
      )}
      <p>
        <a class="button primary small" href={`${toHomeUrl(publicUrl)}#subscribe`} target="_blank">
          Subscribe
        </a>
      </p>
    </main>,
  );
}

/** The club, and the way out of the frame. */
function Heading({ publication: { club, publicUrl } }: { publication: Publication }) {
  return (
    <h1 class="p-name">
      <a class="u-url" href={toHomeUrl(publicUrl)} target="_blank">
        {club.name}
      </a>
    </h1>
  );
}

/** Null where the programme has no session of this id. */
export function toSessionEmbedPage(
  publication: Publication,
  selection: Selection,
  links: Links,
): string | null {
  const { club, publicUrl } = publication;
  const published = findSession(publication, selection.session);
  if (published === null) return null;
  const { recording } = published;
  const isPictured = recording?.state === "replay" && toThumbnailPath(recording.videoId) !== null;
  return toFramedDocument(
    { club, publicUrl, links, title: toLabel(published.session), description: club.description },
    selection.theme,
    <main class="h-feed">
      <Heading publication={publication} />
      <div class={isPictured ? "session h-event with-picture" : "session h-event"}>
        {isPictured && <Thumbnail videoId={recording.videoId} isEager isPhoto />}
        <div>
          <Summary publication={publication} published={published} isFramed />
          <LocalTime session={published.session} />
        </div>
      </div>
    </main>,
  );
}
