/** Addresses that hosts write: of the web, of a video, and in abstracts. */
import { fail, succeed, type Result } from "../programme/result.ts";
import { findYouTubeId, isYouTubeId, toNamedVideo, type NamedVideo } from "../programme/video-site.ts";
import { wrong, type Reading } from "./field.ts";

export type VideoLinkFault = { reason: "meeting_link" | "not_a_video" };

/** Every browser and reader takes an address this long. */
export const MAX_ADDRESS_CHARACTERS = 2_000;

/** Written this way an address needs no escaping in URI values of any format. */
const PLAIN_ADDRESS = /^[\u0021\u0023-\u003b\u003d\u003f-\u005b\u005d\u005f\u0061-\u007a\u007e]+$/;

/** A bare web address in running text, and maybe punctuation after it; every second part of what is split at it. */
const BARE_ADDRESS = /(\bhttps?:\/\/[^\s<>"]+)/;

/** Ends a sentence rather than an address. */
const PUNCTUATION = new Set(".,;:!?'*_~");

const MEETING_HOST =
  /(?:^|\.)(?:zoom\.us|zoom\.com|zoomgov\.com|meet\.google\.com|teams\.microsoft\.com|teams\.live\.com|webex\.com|meet\.jit\.si|whereby\.com|gotomeeting\.com|gather\.town)$/;
/** Sixty-four bits in eleven characters leave the last one few values; a word such as "coming-soon" has another. */
const LAST_CHARACTER = /[AEIMQUYcgkosw048]$/;

/**
 * Read an absolute http(s) address without user name or password.
 *
 * It stays as written where that is plain ASCII; else it is what a browser would ask for (punycode, percent-encoding).
 */
export function parseWebAddress(text: string): Reading<string> {
  if (!/^https?:\/\//i.test(text)) return wrong("is not a web address");
  const url = /\s/.test(text) ? null : URL.parse(text);
  if (url === null) return wrong("is not a well-formed address");
  if (url.username !== "" || url.password !== "")
    return wrong("holds a user name or password, which everybody would see");
  return succeed(PLAIN_ADDRESS.test(text) ? text : url.href);
}

/** The video id in a YouTube address, with or without "https://", or a bare id. */
export function parseVideoLink(text: string): Result<string, VideoLinkFault> {
  if (isYouTubeId(text)) return isWord(text) ? fail({ reason: "not_a_video" }) : succeed(text);
  const url = URL.parse(/^https?:\/\//i.test(text) ? text : `https://${text}`);
  if (url === null) return fail({ reason: "not_a_video" });
  if (MEETING_HOST.test(url.hostname)) return fail({ reason: "meeting_link" });
  const id = findYouTubeId(url);
  return id !== null && isYouTubeId(id) ? succeed(id) : fail({ reason: "not_a_video" });
}

/** A video by its address anywhere on the web; one on YouTube also by its id, or without "https://". */
export function parseNamedVideo(text: string): Reading<NamedVideo> {
  const youTube = parseVideoLink(text);
  if (youTube.ok) return succeed({ videoId: youTube.value });
  if (youTube.error.reason === "meeting_link") return wrong('is a meeting link, which belongs under "join"');
  const address = parseSecureAddress(text);
  if (!address.ok) return /^https?:/i.test(text) ? address : wrong("is not a video");
  // A channel, a playlist, a search.
  return isOnYouTube(address.value) ? wrong("is not a YouTube video") : succeed(toNamedVideo(address.value));
}

/** Read an absolute https address, as players and streams have. */
export function parseSecureAddress(text: string): Reading<string> {
  if (text.length > MAX_ADDRESS_CHARACTERS) return wrong("is too long", `at most ${MAX_ADDRESS_CHARACTERS}`);
  return /^http:/i.test(text) ? wrong("does not begin with https://") : parseWebAddress(text);
}

/** Running text cut at the bare addresses in it, each with where it leads; for other parts that is empty. */
export function splitAddresses(text: string): { text: string; address: string }[] {
  const parts = text.split(BARE_ADDRESS).flatMap((part, index) => {
    const bare = index % 2 === 1 ? trimPunctuation(part) : "";
    return [
      { text: bare, address: toSafeAddress(bare) },
      { text: part.slice(bare.length), address: "" },
    ];
  });
  return parts.filter((part) => part.text !== "");
}

/** The address of a link if it is absolute http(s) without credentials or mailto, else empty. */
export function toSafeAddress(url: string): string {
  if (/^mailto:[^\s@]+@[^\s@]+$/i.test(url) && URL.canParse(url)) return new URL(url).href;
  const address = parseWebAddress(url);
  return address.ok ? address.value : "";
}

/** "(see https://example.org/a)." ends the sentence, "https://example.org/a_(b)" the address. */
function trimPunctuation(address: string): string {
  let surplus = address.split(")").length - address.split("(").length;
  let end = address.length;
  for (; end > 0; end -= 1) {
    const sign = address.charAt(end - 1);
    if (sign === ")" && surplus > 0) surplus -= 1;
    else if (!PUNCTUATION.has(sign)) break;
  }
  return address.slice(0, end);
}

/** "coming-soon" has the shape of an id and is none. */
function isWord(id: string): boolean {
  return /^[a-z_-]+$/.test(id) && !LAST_CHARACTER.test(id);
}

function isOnYouTube(address: string): boolean {
  return /(?:^|\.)(?:youtube(?:-nocookie)?\.com|youtu\.be)$/.test(new URL(address).hostname);
}
