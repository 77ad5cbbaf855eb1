/** The address of a YouTube video, in every shape people copy it. */
import { fail, succeed, type Result } from "../programme/result.ts";

export type VideoLinkFault = { reason: "meeting_link" | "not_a_video" };

const VIDEO_ID = /^[\w-]{11}$/;
const YOUTUBE_HOST = /^(?:(?:www|m|music)\.)?youtube(?:-nocookie)?\.com$/;
/** "/live/ID", "/embed/ID" and the like; "/watch" carries the id in its query. */
const ID_PATH = /^\/(?:live|embed|shorts|v|e)\/([\w-]{11})(?:\/|$)/;
const MEETING_HOST =
  /(?:^|\.)(?:zoom\.us|zoom\.com|zoomgov\.com|meet\.google\.com|teams\.microsoft\.com|teams\.live\.com|webex\.com|meet\.jit\.si|whereby\.com|gotomeeting\.com|gather\.town)$/;
/** Sixty-four bits in eleven characters leave the last one few values; a word such as "coming-soon" has another. */
const LAST_CHARACTER = /[AEIMQUYcgkosw048]$/;

/** The video id in a YouTube address, with or without "https://", or a bare id. */
export function parseVideoLink(text: string): Result<string, VideoLinkFault> {
  if (VIDEO_ID.test(text)) return isWord(text) ? fail({ reason: "not_a_video" }) : succeed(text);
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return fail({ reason: "not_a_video" });
  const url = new URL(address);
  if (MEETING_HOST.test(url.hostname)) return fail({ reason: "meeting_link" });
  const id = findVideoId(url);
  return id !== null && VIDEO_ID.test(id) ? succeed(id) : fail({ reason: "not_a_video" });
}

function findVideoId(url: URL): string | null {
  if (/^(?:www\.)?youtu\.be$/.test(url.hostname)) return url.pathname.split("/")[1] ?? null;
  if (!YOUTUBE_HOST.test(url.hostname)) return null;
  if (/^\/watch\/?$/.test(url.pathname)) return url.searchParams.get("v");
  return ID_PATH.exec(url.pathname)?.[1] ?? null;
}

/** "coming-soon" has the shape of an id and is none. */
function isWord(id: string): boolean {
  return /^[a-z_-]+$/.test(id) && !LAST_CHARACTER.test(id);
}
