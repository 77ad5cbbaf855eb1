/** What other sites show in a frame: the programme, or one session. Links open outside of the frame. */
import { toHomeUrl, toSessionUrl } from "../programme/address.ts";
import { WEEKDAYS } from "../programme/civil-time.ts";
import type { PublishedSession } from "../programme/revision.ts";
import type { Selection } from "../programme/selection.ts";
import { isAhead, toAgenda } from "./agenda.ts";
import { toFramedDocument } from "./document.tsx";
import { Thumbnail } from "./replay.tsx";
import type { Scene } from "./scene.ts";
import { Badges, DateLine, LocalTime, Presenters } from "./session-parts.tsx";
import type { Theme } from "./theme.ts";
import { toLabel } from "./wording.ts";

/** Sessions listed unless `limit` says otherwise: what fits a frame with a little scrolling. */
const SHOWN = 10;

export function toEmbedPage(scene: Scene, selection: Selection, theme: Theme): string {
  const { club, publicUrl, programme, asOf } = scene;
  const { next, coming, past } = toAgenda(programme, selection, asOf);
  const ahead = [...(next === null ? [] : [next]), ...coming];
  const shown = [...ahead, ...past].slice(0, selection.limit ?? SHOWN);
  return toFramedDocument(
    { club, publicUrl, title: club.name, description: club.description },
    theme,
    <main>
      <Heading scene={scene} />
      {ahead.length === 0 && (
        <p class="note">
          Nothing is announced at the moment. Usually {WEEKDAYS[club.usual.weekday - 1]}s, {club.usual.start}{" "}
          ({club.timeZone}).
        </p>
      )}
      {shown.length > 0 && (
        <ul class="sessions">
          {shown.map((published) => (
            <li class="session">
              <Card scene={scene} published={published} />
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
function Heading({ scene: { club, publicUrl } }: { scene: Scene }) {
  return (
    <h1>
      <a href={toHomeUrl(publicUrl)} target="_blank">
        {club.name}
      </a>
    </h1>
  );
}

/** Null where the programme has no session of this id. */
export function toSessionEmbedPage(scene: Scene, sessionId: string, theme: Theme): string | null {
  const { club, publicUrl, programme } = scene;
  const published = programme.sessions.find(({ session }) => session.id === sessionId);
  if (published === undefined) return null;
  const { recording } = published;
  return toFramedDocument(
    { club, publicUrl, title: toLabel(published.session), description: club.description },
    theme,
    <main>
      <Heading scene={scene} />
      <div class={recording?.state === "replay" ? "session with-picture" : "session"}>
        {recording?.state === "replay" && <Thumbnail videoId={recording.videoId} isEager />}
        <div>
          <Card scene={scene} published={published} />
          <LocalTime session={published.session} />
        </div>
      </div>
    </main>,
  );
}

function Card({ scene, published }: { scene: Scene; published: PublishedSession }) {
  const { session, recording } = published;
  return (
    <>
      <p class="when">
        <DateLine session={session} isPast={!isAhead(published, scene.asOf)} />{" "}
        <Badges scene={scene} published={published} />
      </p>
      <h2 dir="auto">
        <a href={toSessionUrl(scene.publicUrl, session.id)} target="_blank">
          {toLabel(session)}
        </a>
      </h2>
      <Presenters session={session} />
      {recording?.state === "replay" && <p class="note">With replay</p>}
    </>
  );
}
