/** oEmbed 1.0 (oembed.com): how other sites show a page of ours when somebody pastes its address. */
import { toHomeUrl } from "../programme/address.ts";
import { FRAME_HEIGHT, FRAME_WIDTH, toFrameHtml } from "./embed-snippet.tsx";
import { toThumbnailPath } from "./replay.tsx";
import type { Scene } from "./scene.ts";
import { toLabel } from "./wording.ts";

/** One session needs less. */
const SESSION_FRAME_HEIGHT = 240;
/** Sizes of YouTube's mqdefault picture. */
const THUMBNAIL_SIZE = { thumbnail_width: 320, thumbnail_height: 180 };

export function toHomeOembed({ club, publicUrl }: Scene): string {
  return toJson({
    ...toProvider(club.name, publicUrl),
    title: club.name,
    width: FRAME_WIDTH,
    height: FRAME_HEIGHT,
    html: toFrameHtml(`${publicUrl}/embed`, club.name, { width: FRAME_WIDTH }),
  });
}

/** Null where the programme has no session of this id. */
export function toSessionOembed({ club, publicUrl, programme }: Scene, sessionId: string): string | null {
  const published = programme.sessions.find(({ session }) => session.id === sessionId);
  if (published === undefined) return null;
  const title = toLabel(published.session);
  const videoId = published.recording?.videoId;
  return toJson({
    ...toProvider(club.name, publicUrl),
    title,
    width: FRAME_WIDTH,
    height: SESSION_FRAME_HEIGHT,
    html: toFrameHtml(`${publicUrl}/embed/${sessionId}`, title, {
      width: FRAME_WIDTH,
      height: SESSION_FRAME_HEIGHT,
    }),
    ...(videoId === undefined
      ? {}
      : { thumbnail_url: publicUrl + toThumbnailPath(videoId), ...THUMBNAIL_SIZE }),
  });
}

/** "rich": HTML of our own (oEmbed 2.3.4.4). */
function toProvider(name: string, publicUrl: string) {
  return { version: "1.0", type: "rich", provider_name: name, provider_url: toHomeUrl(publicUrl) };
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
