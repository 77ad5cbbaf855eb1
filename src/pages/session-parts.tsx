/** Parts of a session that several pages show. */
import { toDateLine, toLongDate } from "../programme/civil-time.ts";
import { toRfc3339 } from "../programme/instant.ts";
import type { PublishedSession } from "../programme/revision.ts";
import type { Session } from "../programme/session.ts";
import { toThumbnailPath, Thumbnail } from "./replay.tsx";
import { isAhead, isOn } from "./agenda.ts";
import type { Scene } from "./scene.ts";
import { toLabel, toNameList, toStanding } from "./wording.ts";

interface Props {
  scene: Scene;
  published: PublishedSession;
}

/** The address of a session's page within this site. */
export function toSessionPath(sessionId: string): string {
  return `/sessions/${encodeURIComponent(sessionId)}`;
}

/** Date and time in the session's zone; of a past session the day is enough. */
export function DateLine({ session, isPast = false }: { session: Session; isPast?: boolean }) {
  if (isPast) return <time datetime={session.date}>{toLongDate(session.date)}</time>;
  return (
    <time datetime={session.isAllDay ? session.date : toRfc3339(session.startsAt)}>
      {toDateLine(session)}
    </time>
  );
}

/** A line that the script fills with the visitor's time; its height is kept free. */
export function LocalTime({ session }: Pick<PublishedSession, "session">) {
  if (session.isAllDay) return null;
  return (
    <p class="local" data-starts={toRfc3339(session.startsAt)} data-ends={toRfc3339(session.endsAt)}></p>
  );
}

export function Badges({ scene, published }: Props) {
  const standing = toStanding(published.session, scene);
  const isLive = isOn(published, scene.asOf);
  return (
    <>
      {isLive && <span class="badge on">On now</span>}
      {standing !== null && <span class="badge">{standing.badge}</span>}
    </>
  );
}

/** "Grace Example and Ada Example", or nothing. */
export function Presenters({ session: { presenters } }: Pick<PublishedSession, "session">) {
  if (presenters.length === 0) return null;
  return <p class="presenters">{toNameList(presenters.map(({ name }) => name))}</p>;
}

/** One session in a list; past ones with the picture of their replay. */
export function SessionItem({ scene, published }: Props) {
  const { session, recording } = published;
  const isReplay = recording?.state === "replay";
  return (
    <li class={isReplay ? "session with-picture" : "session"}>
      {isReplay && <Thumbnail videoId={recording.videoId} />}
      <div>
        <p class="when">
          <DateLine session={session} isPast={!isAhead(published, scene.asOf)} />{" "}
          <Badges scene={scene} published={published} />
        </p>
        <h3 dir="auto">
          <a href={toSessionPath(session.id)}>{toLabel(session)}</a>
        </h3>
        <Presenters session={session} />
        {isReplay && <p class="note">With replay</p>}
      </div>
    </li>
  );
}

/** For cards on other sites. */
export function toImageUrl({ publicUrl }: Scene, { recording }: PublishedSession): string | undefined {
  return recording === null ? undefined : publicUrl + toThumbnailPath(recording.videoId);
}
