/** The replay of a session: a picture of our own until somebody presses play. */
import { toWatchUrl } from "../programme/video.ts";

/** The picture's size as YouTube makes it: mqdefault, 16:9. */
export const THUMBNAIL_WIDTH = 320;
export const THUMBNAIL_HEIGHT = 180;

/** Where this service serves the picture of a video. */
export function toThumbnailPath(videoId: string): string {
  return `/thumbnails/${videoId}.jpg`;
}

/** The picture; says nothing, because the title stands beside it. */
export function Thumbnail({ videoId, isEager = false }: { videoId: string; isEager?: boolean }) {
  return (
    <img
      src={toThumbnailPath(videoId)}
      alt=""
      width={THUMBNAIL_WIDTH}
      height={THUMBNAIL_HEIGHT}
      loading={isEager ? "eager" : "lazy"}
      decoding="async"
    />
  );
}

/** A link to the video; with the script, pressing it puts the player in its place. */
export function Player({ videoId, title }: { videoId: string; title: string }) {
  return (
    <p class="player">
      <a href={toWatchUrl(videoId)} data-play={videoId} data-title={title}>
        <Thumbnail videoId={videoId} isEager />
        <span class="play">Play the replay</span>
      </a>
    </p>
  );
}
