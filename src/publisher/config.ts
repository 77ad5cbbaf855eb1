/**
 * The environment to a configuration, once. Nothing else reads variables.
 */
import { SECOND, type Instant } from "../programme/instant.ts";
import { toChannelFeedUrl } from "../sources/channel-feed.ts";

/** The variables, as wrangler passes them. */
export interface Variables {
  /** The origin that self links say, for example "https://feeds.example.org". */
  PUBLIC_URL?: string;
  /** In place of PUBLIC_URL where files alone answer (npm run export): the address of their folder, which may have a path. */
  STATIC_URL?: string;
  /** The whole address of a channel feed, in place of the club's own. */
  CHANNEL_FEED_URL?: string;
  /** "sample" when CHANNEL_FEED_URL is the project's own sample. */
  CHANNEL_FEED_KIND?: string;
  /** For trials: the shortest time between two fetches, in place of the refresh policy. */
  REFRESH_SECONDS?: string;
  /** The secret that opens /admin/state; without it there is no such address. */
  ADMIN_TOKEN?: string;
}

/** Where videos come from. */
export type Source =
  | { kind: "youtube"; feedUrl: string; channelId: string }
  | { kind: "custom" | "sample"; feedUrl: string; channelId: string | null }
  | { kind: "none"; feedUrl: null; channelId: null };

export interface Config {
  source: Source;
  /** Without a slash at the end; null takes the origin of the first request. */
  publicUrl: string | null;
  /** Whether files alone answer: no query, no form, no status. */
  isStatic: boolean;
  /** null obeys the refresh policy. */
  trialInterval: Instant | null;
}

/**
 * Read the variables.
 *
 * @param channelId the club's channel, null while it is not known
 * @throws Error that names the variable, when a value cannot be used
 */
export function toConfig(variables: Variables, channelId: string | null): Config {
  return {
    source: toSource(variables, channelId),
    publicUrl: toStaticUrl(variables.STATIC_URL) ?? toPublicUrl(variables.PUBLIC_URL),
    isStatic: isSet(variables.STATIC_URL),
    trialInterval: toTrialInterval(variables.REFRESH_SECONDS),
  };
}

function toSource({ CHANNEL_FEED_URL, CHANNEL_FEED_KIND }: Variables, channelId: string | null): Source {
  if (isSet(CHANNEL_FEED_URL)) {
    const feedUrl = toHttpUrl("CHANNEL_FEED_URL", CHANNEL_FEED_URL).href;
    return { kind: CHANNEL_FEED_KIND === "sample" ? "sample" : "custom", feedUrl, channelId };
  }
  if (channelId !== null) return { kind: "youtube", feedUrl: toChannelFeedUrl(channelId), channelId };
  return { kind: "none", feedUrl: null, channelId: null };
}

function toPublicUrl(value: string | undefined): string | null {
  if (!isSet(value)) return null;
  return toHttpUrl("PUBLIC_URL", value).origin;
}

function toStaticUrl(value: string | undefined): string | null {
  if (!isSet(value)) return null;
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
