/** The replays of a session: pictures of our own until somebody presses play. */
import { isYouTubeId, toMomentPlayer, toMomentUrl, toPlaying } from "../programme/video-site.ts";
import type { TitledReplay } from "../programme/publication.ts";
import { toClock } from "../wording/clock.ts";
import { toNameList } from "../wording/labels.ts";
import type { Language } from "../wording/language.ts";

/** The picture's size as YouTube makes it: mqdefault, 16:9. */
export const THUMBNAIL_WIDTH = 320;
export const THUMBNAIL_HEIGHT = 180;

/** Where this service serves the picture of a video; null for one that is not on YouTube. */
export function toThumbnailPath(videoId: string): string | null {
  return isYouTubeId(videoId) ? `/thumbnails/${videoId}.jpg` : null;
}

/** The picture; says nothing, because the title stands beside it. Nothing where there is none. */
export function Thumbnail({ videoId, isEager = false, isPhoto = false }: ThumbnailProps) {
  const path = toThumbnailPath(videoId);
  if (path === null) return null;
  return (
    <img
      class={isPhoto ? "u-photo" : undefined}
      src={path}
      alt=""
      width={THUMBNAIL_WIDTH}
      height={THUMBNAIL_HEIGHT}
      loading={isEager ? "eager" : "lazy"}
      decoding="async"
    />
  );
}

interface ThumbnailProps {
  videoId: string;
  isEager?: boolean;
  /** Whether microformats take it for the picture of what it stands in. */
  isPhoto?: boolean;
}

interface ReplaysProps {
  replays: readonly TitledReplay[];
  /** Of the session. */
  label: string;
  language: Language;
}

/** All replays of a session, the players' sites named once. */
export function Replays({ replays, label, language }: ReplaysProps) {
  const words = language.words.replay;
  const sites = [
    ...new Set(replays.flatMap(({ playerUrl, siteName }) => (playerUrl === undefined ? [] : siteName))),
  ];
  return (
    <>
      <h2>{words.headings(replays.length)}</h2>
      {replays.map((replay) => (
        <Replay replay={replay} title={words.of(replay.talk ?? label)} language={language} />
      ))}
      {sites.length > 0 && <p class="note">{words.privacy(toNameList(sites, language), sites.length)}</p>}
    </>
  );
}

interface ReplayProps {
  replay: TitledReplay;
  title: string;
  language: Language;
}

function Replay({ replay, title, language }: ReplayProps) {
  return (
    <div class="replay">
      {replay.talk !== undefined && <h3 dir="auto">{replay.talk}</h3>}
      {replay.playerUrl !== undefined && (
        <Player replay={replay} playerUrl={replay.playerUrl} title={title} language={language} />
      )}
      <p class="note">
        <a href={replay.watchUrl}>{language.words.replay.watchOn(replay.siteName)}</a>
      </p>
      <Chapters replay={replay} language={language} />
    </div>
  );
}

/** Each a link that plays from its second; with the script, in the player above. */
function Chapters({ replay, language }: Omit<ReplayProps, "title">) {
  if (replay.chapters === undefined) return null;
  return (
    <>
      <h3>{language.words.replay.chapters}</h3>
      <ol class="moments">
        {replay.chapters.map(({ at, title }) => (
          <li>
            <a href={toMomentUrl(replay, at)} data-at={at}>
              <span class="clock">{toClock(at)}</span> <span dir="auto">{title}</span>
            </a>
          </li>
        ))}
      </ol>
    </>
  );
}

interface PlayerProps extends ReplayProps {
  playerUrl: string;
  /** Whether it is in a frame on another site: then the link leads out of it. */
  isFramed?: boolean;
}

/**
 * A link to the video; with the script, pressing it puts the player in its place, as does pressing a moment of it. In a frame
 * there are no moments.
 */
export function Player({ replay, playerUrl, title, language, isFramed = false }: PlayerProps) {
  const { videoId, watchUrl } = replay;
  const isPictured = toThumbnailPath(videoId) !== null;
  return (
    <p class={isPictured ? "player" : "player plain"}>
      <a
        href={watchUrl}
        target={isFramed ? "_blank" : undefined}
        data-play={toPlaying(playerUrl)}
        data-from={isFramed ? undefined : (toMomentPlayer(replay) ?? undefined)}
        data-title={title}
      >
        <Thumbnail videoId={videoId} isEager={!isFramed} isPhoto />
        <span class="play">{language.words.replay.play}</span>
      </a>
    </p>
  );
}
