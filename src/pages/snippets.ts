/** HTML to paste into another site: what the README shows, for this club. */
import { escapeHtml } from "../wording/html.ts";

/** The frame's size: wide enough for any column, high enough for the next session and a few more. */
export const FRAME_HEIGHT = 480;

export interface FrameSize {
  width?: number;
  height?: number;
}

/** A frame as wide as its place there, at most `width` CSS pixels if given. */
export function toFrameHtml(
  src: string,
  title: string,
  { width, height = FRAME_HEIGHT }: FrameSize = {},
): string {
  const limit = width === undefined ? "" : `max-width:${width}px;`;
  return `<iframe src="${escapeHtml(src)}" title="${escapeHtml(title)}" height="${height}" style="width:100%;${limit}border:0" loading="lazy" allow="autoplay; fullscreen"></iframe>`;
}

/** The script that makes frames as high as they say (`assets/height-script.ts`): those of this service alone. */
export function toHeightHtml(publicUrl: string): string {
  return `<script>addEventListener("message", ({ source, data }) => { for (const frame of document.querySelectorAll('iframe[src^="${publicUrl}/"]')) if (frame.contentWindow === source && data?.type === "journal-club:height") frame.height = data.height; });</script>`;
}

/** The element, with a link for whoever has no scripts. */
export function toElementHtml(publicUrl: string, title: string): string {
  const url = escapeHtml(publicUrl);
  return `<script type="module" src="${url}/journal-club.js"></script><journal-club src="${url}"><a href="${url}">${escapeHtml(title)}</a></journal-club>`;
}
