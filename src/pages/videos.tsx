/** Videos that belong to no session. */
import type { PublishedVideo } from "../programme/publication.ts";
import { toWatchUrl } from "../programme/video.ts";
import type { Language } from "../wording/language.ts";
import { Thumbnail } from "./replay.tsx";

interface VideoListProps {
  videos: readonly PublishedVideo[];
  /** Below what it stands. */
  heading: "h2" | "h3";
  language: Language;
}

/** @param props.videos newest first */
export function VideoList({ videos, heading: Heading, language }: VideoListProps) {
  if (videos.length === 0) return null;
  return (
    <>
      <Heading class="videos-title">{language.words.home.otherVideos}</Heading>
      <ul class="videos">
        {videos.map(({ video }) => (
          <li>
            <a href={toWatchUrl(video.id)}>
              <Thumbnail videoId={video.id} />
              <span dir="auto">{video.title}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
