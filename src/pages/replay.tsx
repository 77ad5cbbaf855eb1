/** The replays of a session: pictures of our own until somebody presses play. */
import { isYouTubeId, toMomentUrl } from "../programme/video-site.ts";
import type { TitledReplay } from "../programme/publication.ts";
import { toClock } from "../wording/clock.ts";

/** The picture's size as YouTube makes it: mqdefault, 16:9. */
export const THUMBNAIL_WIDTH = 320;
export const THUMBNAIL_HEIGHT = 180;

/** Where this service serves the picture of a video; null for one that is not on YouTube. */
export function toThumbnailPath(videoId: string): string | null {
  return isYouTubeId(videoId) ? `/thumbnails/${videoId}.jpg` : null;
}

/** The picture; says nothing, because the title stands beside it. Nothing where there is none. */
export function Thumbnail({ videoId, isEager = false }: { videoId: string; isEager?: boolean }) {
  const path = toThumbnailPath(videoId);
  if (path === null) return null;
  return (
    <img
      src={path}
      alt=""
      width={THUMBNAIL_WIDTH}
      height={THUMBNAIL_HEIGHT}
      loading={isEager ? "eager" : "lazy"}
      decoding="async"
    />
  );
}

/** All replays of a session, the players' sites named once. */
export function Replays({ replays, label }: { replays: readonly TitledReplay[]; label: string }) {
  const sites = [
    ...new Set(replays.flatMap(({ playerUrl, siteName }) => (playerUrl === undefined ? [] : siteName))),
  ];
  return (
    <>
      <h2>{replays.length === 1 ? "Replay" : "Replays"}</h2>
      {replays.map((replay) => (
        <Replay replay={replay} title={`Replay of ${replay.talk ?? label}`} />
      ))}
      {sites.length > 0 && (
        <p class="note">
          {sites.length === 1 ? "The player comes" : "The players come"} from {sites.join(" and ")} once you
          press play; nothing is asked of {sites.length === 1 ? sites[0] : "them"} before.
        </p>
      )}
    </>
  );
}

function Replay({ replay, title }: { replay: TitledReplay; title: string }) {
  return (
    <div class="replay">
      {replay.talk !== undefined && <h3 dir="auto">{replay.talk}</h3>}
      {replay.playerUrl !== undefined && (
        <Player replay={replay} playerUrl={replay.playerUrl} title={title} />
      )}
      <p class="note">
        <a href={replay.watchUrl}>Watch on {replay.siteName}</a>
      </p>
      <Chapters replay={replay} />
    </div>
  );
}

/** Each a link that plays from its second. */
function Chapters({ replay }: { replay: TitledReplay }) {
  if (replay.chapters === undefined) return null;
  return (
    <>
      <h3>Chapters</h3>
      <ol class="moments">
        {replay.chapters.map(({ at, title }) => (
          <li>
            <a href={toMomentUrl(replay, at)}>
              <span class="clock">{toClock(at)}</span> <span dir="auto">{title}</span>
            </a>
          </li>
        ))}
      </ol>
    </>
  );
}

interface PlayerProps {
  replay: TitledReplay;
  playerUrl: string;
  title: string;
}

/** A link to the video; with the script, pressing it puts the player in its place. */
function Player({ replay: { videoId, watchUrl }, playerUrl, title }: PlayerProps) {
  const isPictured = toThumbnailPath(videoId) !== null;
  return (
    <p class={isPictured ? "player" : "player plain"}>
      <a href={watchUrl} data-play={toPlaying(playerUrl)} data-title={title}>
        <Thumbnail videoId={videoId} isEager />
        <span class="play">Play the replay</span>
      </a>
    </p>
  );
}

/** The player that begins by itself: somebody has pressed play. */
function toPlaying(playerUrl: string): string {
  const url = new URL(playerUrl);
  url.searchParams.set("autoplay", "1");
  return url.href;
}
