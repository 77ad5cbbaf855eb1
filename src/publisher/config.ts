/**
 * The environment to a configuration, once. Nothing else reads variables.
 */
import type { Club } from "../programme/club.ts";
import { SECOND, type Instant } from "../programme/instant.ts";
import {
  toChannelIdentity,
  toExpectedIdentity,
  toFeedUrl,
  toPlaylistIdentity,
  type FeedIdentity,
} from "../sources/channel-feed.ts";
import { DATA_API_URL } from "../sources/data-api.ts";
import type { DataApi } from "../sources/fetch-data-api.ts";

/** The variables, as wrangler passes them. */
export interface Variables {
  /** The origin that self links say, for example "https://feeds.example.org". */
  PUBLIC_URL?: string;
  /** In place of PUBLIC_URL where files alone answer (npm run export): the address of their folder, which may have a path. */
  STATIC_URL?: string;
  /** The whole address of a channel feed, in place of all the club's own. */
  CHANNEL_FEED_URL?: string;
  /** "sample" when CHANNEL_FEED_URL is the project's own sample. */
  CHANNEL_FEED_KIND?: string;
  /** For trials: the shortest time between two fetches, in place of the refresh policy. */
  REFRESH_SECONDS?: string;
  /** The secret with which the YouTube Data API is asked; without it only the feeds are. */
  YOUTUBE_API_KEY?: string;
  /** For trials: where that API is. */
  YOUTUBE_API_URL?: string;
  /** The secret that opens /admin/state; without it there is no such address. */
  ADMIN_TOKEN?: string;
}

/** What kind of source the videos come from: the club's own, one of a trial, the project's sample, or none at all. */
export type SourceKind = "youtube" | "custom" | "sample" | "none";

/** A feed that videos come from. */
export interface Source {
  feedUrl: string;
  /** Whose feed the address asks for; null where only the feed itself tells. */
  identity: FeedIdentity | null;
}

export interface Config {
  kind: SourceKind;
  /** Each address once; none where the kind is "none". */
  sources: Source[];
  /** The channels and playlists that the club's data name: their videos are the club's for ever. */
  own: ReadonlySet<FeedIdentity>;
  /** Without a slash at the end; null takes the origin of the first request. */
  publicUrl: string | null;
  /** Whether files alone answer: no query, no form, no status. */
  isStatic: boolean;
  /** null obeys the refresh policy. */
  trialInterval: Instant | null;
  /** The Data API as a second source of the same videos; null without a key. */
  api: DataApi | null;
}

/** In the place of a key that cannot be one. */
export const NO_KEY = "";
/** Google's have 39 characters. */
const API_KEY = /^[\w-]{20,100}$/;

/** What of the club's data says where its videos are. */
export type ClubSources = Pick<Club["youtube"], "channels" | "playlists">;

/**
 * Read the variables.
 *
 * @throws Error that names the variable, when a value cannot be used
 */
export function toConfig(variables: Variables, { channels, playlists }: ClubSources): Config {
  const own = [...channels.map(toChannelIdentity), ...playlists.map(toPlaylistIdentity)];
  return {
    ...toSources(variables, own),
    own: new Set(own),
    publicUrl: toConfiguredUrl(variables),
    isStatic: isSet(variables.STATIC_URL),
    trialInterval: toTrialInterval(variables.REFRESH_SECONDS),
    api: isSample(variables) ? null : toDataApi(variables),
  };
}

/** Whether the videos are the project's sample, whose pictures do not exist. */
export function isSample({ CHANNEL_FEED_URL, CHANNEL_FEED_KIND }: Variables): boolean {
  return isSet(CHANNEL_FEED_URL) && CHANNEL_FEED_KIND === "sample";
}

function toSources(variables: Variables, own: readonly FeedIdentity[]): Pick<Config, "kind" | "sources"> {
  const { CHANNEL_FEED_URL } = variables;
  if (isSet(CHANNEL_FEED_URL)) {
    const feedUrl = toHttpUrl("CHANNEL_FEED_URL", CHANNEL_FEED_URL).href;
    const kind = isSample(variables) ? "sample" : "custom";
    return { kind, sources: [{ feedUrl, identity: toExpectedIdentity(feedUrl) }] };
  }
  const sources = own.map((identity) => ({ feedUrl: toFeedUrl(identity), identity }));
  return { kind: sources.length === 0 ? "none" : "youtube", sources };
}

/** Where self links begin, without a slash at the end; null where the origin of the first request is taken. */
export function toConfiguredUrl({ STATIC_URL, PUBLIC_URL }: Variables): string | null {
  if (isSet(STATIC_URL)) return toFolderUrl(STATIC_URL);
  return isSet(PUBLIC_URL) ? toHttpUrl("PUBLIC_URL", PUBLIC_URL).origin : null;
}

/**
 * A key that has not the form of one is told in the status rather than thrown: feeds need none. Sent in a header field it
 * could end up in an error.
 */
function toDataApi({ YOUTUBE_API_KEY, YOUTUBE_API_URL }: Variables): DataApi | null {
  if (!isSet(YOUTUBE_API_KEY)) return null;
  const url = isSet(YOUTUBE_API_URL) ? toHttpUrl("YOUTUBE_API_URL", YOUTUBE_API_URL).href : DATA_API_URL;
  const key = API_KEY.test(YOUTUBE_API_KEY.trim()) ? YOUTUBE_API_KEY.trim() : NO_KEY;
  return { url: url.replace(/\/+$/, ""), key };
}

function toFolderUrl(value: string): string {
  const { origin, pathname } = toHttpUrl("STATIC_URL", value);
  return origin + pathname.replace(/\/+$/, "");
}

function toTrialInterval(value: string | undefined): Instant | null {
  if (!isSet(value)) return null;
  if (!/^\d{1,7}$/.test(value))
    throw new Error(`REFRESH_SECONDS: "${value}", expected a whole number of seconds`);
  return Number(value) * SECOND;
}

function toHttpUrl(name: string, value: string): URL {
  const url = URL.parse(value);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new Error(`${name}: "${value}", expected an http(s) address`);
  }
  return url;
}

function isSet(value: string | undefined): value is string {
  return value !== undefined && value !== "";
}
