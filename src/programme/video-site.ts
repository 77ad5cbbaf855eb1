/**
 * Where a video is watched: the one place that knows the sites, their addresses, players and pictures.
 *
 * YouTube's videos are known by their eleven characters alone. Any other has an id made from its address, which holds a
 * dot and so is never taken for one of YouTube's, and keeps the address beside it.
 */
import { toFingerprint } from "./fingerprint.ts";
import { toThumbnailUrl, toWatchUrl } from "./video.ts";

/** A video that somebody has named by its address. */
export interface NamedVideo {
  /** Permanent: entry ids come from it. */
  videoId: string;
  /** Absolute https; absent for a video on YouTube. */
  url?: string;
}

/** How people watch a video. */
export interface VideoPlace {
  /** "YouTube", or the host where the site is none of those with a player. */
  siteName: string;
  /** The page of the video, for people. */
  watchUrl: string;
  /** What a frame loads to show its player; with `autoplay=1` it plays. Absent where there is only the page. */
  playerUrl?: string;
  /** The picture that feeds show; only YouTube's are asked for. */
  thumbnailUrl?: string;
}

/** A site of which a video's address tells how it is played there. */
interface VideoSite {
  name: string;
  /** Before the dot in the ids of its videos. */
  prefix: string;
  /** The site's own id of the video and its player; null where the address is no video there. */
  find: (url: URL) => { id: string; playerUrl: string } | null;
}

const YOUTUBE_ID = /^[\w-]{11}$/;
const YOUTUBE_HOST = /^(?:(?:www|m|music)\.)?youtube(?:-nocookie)?\.com$/;
/** "/live/ID", "/embed/ID" and the like; "/watch" carries the id in its query. */
const YOUTUBE_PATH = /^\/(?:live|embed|shorts|v|e)\/([\w-]{11})(?:\/|$)/;

/** The hash of an unlisted video stands behind the id, or in the player's `h`. */
const VIMEO_PATH =
  /^\/(?:video\/|channels\/[\w-]+\/|groups\/[\w-]+\/videos\/|showcase\/\d+\/video\/)?(\d{1,12})(?:\/([\da-f]{6,20}))?\/?$/;
const BILIBILI_PATH = /^\/video\/(BV[\dA-Za-z]{10}|av\d{1,15})\/?$/;
/** PeerTube has no host of its own: its ids tell it, UUIDs and their short form in base 58. */
const PEERTUBE_PATH =
  /^\/(?:w|videos\/watch|videos\/embed)\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[1-9A-HJ-NP-Za-km-z]{22})\/?$/;

const SITES: readonly VideoSite[] = [
  {
    name: "Vimeo",
    prefix: "vimeo",
    find: (url) => {
      if (!/^(?:(?:www|player)\.)?vimeo\.com$/.test(url.host)) return null;
      const [, id, hash = url.searchParams.get("h")] = VIMEO_PATH.exec(url.pathname) ?? [];
      if (id === undefined) return null;
      const secret = hash !== null && /^[\da-f]+$/.test(hash) ? `&h=${hash}` : "";
      return { id, playerUrl: `https://player.vimeo.com/video/${id}?dnt=1${secret}` };
    },
  },
  {
    name: "Bilibili",
    prefix: "bilibili",
    find: (url) => {
      if (!/^(?:(?:www|m)\.)?bilibili\.com$/.test(url.host)) return null;
      const id = BILIBILI_PATH.exec(url.pathname)?.[1];
      if (id === undefined) return null;
      const part = Number(url.searchParams.get("p") ?? 1);
      const page = Number.isInteger(part) && part > 1 && part < 10_000 ? part : 1;
      const video = id.startsWith("BV") ? `bvid=${id}` : `aid=${id.slice(2)}`;
      return {
        id: page === 1 ? id : `${id}.${page}`,
        playerUrl: `https://player.bilibili.com/player.html?${video}&p=${page}&autoplay=0`,
      };
    },
  },
  {
    name: "PeerTube",
    prefix: "peertube",
    find: (url) => {
      const id = PEERTUBE_PATH.exec(url.pathname)?.[1];
      if (id === undefined || !/^[\d.a-z-]{1,100}$/.test(url.host)) return null;
      return { id: `${url.host}.${id}`, playerUrl: `https://${url.host}/videos/embed/${id}` };
    },
  },
];

/** The id in a YouTube address, whatever its form; null where it is none. The id's characters are not looked at. */
export function findYouTubeId(url: URL): string | null {
  if (/^(?:www\.)?youtu\.be$/.test(url.hostname)) return url.pathname.split("/")[1] ?? null;
  if (!YOUTUBE_HOST.test(url.hostname)) return null;
  if (/^\/watch\/?$/.test(url.pathname)) return url.searchParams.get("v");
  return YOUTUBE_PATH.exec(url.pathname)?.[1] ?? null;
}

/** Whether a video's id is one of YouTube's. */
export function isYouTubeId(videoId: string): boolean {
  return YOUTUBE_ID.test(videoId);
}

/**
 * The video that an address names.
 *
 * @param address absolute https; anything that `URL` reads is taken
 */
export function toNamedVideo(address: string): NamedVideo {
  const url = new URL(address);
  const youTubeId = findYouTubeId(url);
  if (youTubeId !== null && isYouTubeId(youTubeId)) return { videoId: youTubeId };
  const found = findOnSite(url);
  return {
    videoId: found === null ? `web.${toFingerprint(address)}` : `${found.site.prefix}.${found.id}`,
    url: address,
  };
}

/** Where and how a video is watched. */
export function toVideoPlace({ videoId, url: address }: NamedVideo): VideoPlace {
  if (address === undefined) {
    return {
      siteName: "YouTube",
      watchUrl: toWatchUrl(videoId),
      playerUrl: `https://www.youtube-nocookie.com/embed/${videoId}`,
      thumbnailUrl: toThumbnailUrl(videoId),
    };
  }
  const url = new URL(address);
  const found = findOnSite(url);
  if (found === null) return { siteName: url.host, watchUrl: address };
  return { siteName: found.site.name, watchUrl: address, playerUrl: found.playerUrl };
}

/**
 * The page of a video from a second on.
 *
 * @param seconds whole, from the beginning
 * @returns the page itself where the site has no address for that
 */
export function toMomentUrl({ siteName, watchUrl }: VideoPlace, seconds: number): string {
  const url = new URL(watchUrl);
  switch (siteName) {
    case "YouTube":
      url.searchParams.set("t", `${seconds}s`);
      return url.href;
    case "Vimeo":
      url.hash = `t=${seconds}s`;
      return url.href;
    case "Bilibili":
      url.searchParams.set("t", String(seconds));
      return url.href;
    case "PeerTube":
      url.searchParams.set("start", `${seconds}s`);
      return url.href;
    default:
      return watchUrl;
  }
}

/** The player that begins by itself: for who has pressed play. */
export function toPlaying(playerUrl: string): string {
  const url = new URL(playerUrl);
  url.searchParams.set("autoplay", "1");
  return url.href;
}

/**
 * The player of a video, for any second from which it shall play by itself.
 *
 * @returns with `{seconds}` where the whole seconds from the beginning go; null where the site has no such player
 */
export function toMomentPlayer({ siteName, playerUrl }: VideoPlace): string | null {
  if (playerUrl === undefined) return null;
  // With a query in any case.
  const playing = toPlaying(playerUrl);
  switch (siteName) {
    case "YouTube":
      return `${playing}&start={seconds}`;
    case "Vimeo":
      return `${playing}#t={seconds}s`;
    case "Bilibili":
      return `${playing}&t={seconds}`;
    case "PeerTube":
      return `${playing}&start={seconds}s`;
    default:
      return null;
  }
}

function findOnSite(url: URL): { site: VideoSite; id: string; playerUrl: string } | null {
  for (const site of SITES) {
    const found = site.find(url);
    if (found !== null) return { site, ...found };
  }
  return null;
}
