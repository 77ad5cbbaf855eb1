/**
 * Answers of the Data API to pages, videos and faults. What is not named here is not looked at.
 */
import * as v from "valibot";
import { SECOND } from "../programme/instant.ts";
import { fail, succeed, type Result } from "../programme/result.ts";
import { isYouTubeId } from "../programme/video-site.ts";
import type { Video } from "../programme/video.ts";
import { isReadable, toCleanText } from "../wording/text.ts";
import { CHANNEL_ID } from "./channel-feed.ts";
import type { DataApiFault } from "./data-api.ts";

/** A page of a playlist. */
export interface PlaylistPage {
  /** Private and deleted videos are listed as well. */
  videoIds: string[];
  nextPageToken: string | null;
}

/** Longer ones would not be YouTube's. */
const MAX_TOKEN_LENGTH = 500;
/** From YouTube's beginning on: other years cannot be written in every format. */
const DATE = /^20(?:0[5-9]|[1-9]\d)-\d\d-\d\dT/;
/** ISO 8601, as YouTube writes it: "PT1H2M3S", "P1DT2H"; "P0D" while a stream has none. */
const DURATION = /^P(?:(\d{1,3})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,6})M)?(?:(\d{1,8})S)?)?$/;
/** The API does not say what a Short is. Nobody records a session of a minute; up to three minutes one says so. */
const SHORT_SECONDS = 60;
const LABELLED_SHORT_SECONDS = 180;

const PAGE = v.object({
  items: v.array(v.object({ contentDetails: v.object({ videoId: v.string() }) })),
  nextPageToken: v.optional(v.pipe(v.string(), v.maxLength(MAX_TOKEN_LENGTH))),
});

const VIDEOS = v.object({
  items: v.array(
    v.object({
      id: v.string(),
      snippet: v.object({
        publishedAt: v.string(),
        channelId: v.optional(v.string()),
        title: v.string(),
        description: v.optional(v.string()),
      }),
      contentDetails: v.optional(v.object({ duration: v.optional(v.string()) })),
      liveStreamingDetails: v.optional(v.object({ actualStartTime: v.optional(v.string()) })),
      status: v.optional(
        v.object({ privacyStatus: v.optional(v.string()), uploadStatus: v.optional(v.string()) }),
      ),
    }),
  ),
});

/** A page of `playlistItems.list` with part=contentDetails. */
export function parsePlaylistPage(text: string): Result<PlaylistPage, DataApiFault> {
  const page = parse(PAGE, text);
  if (!page.ok) return page;
  const { items, nextPageToken } = page.value;
  const videoIds = items.map(({ contentDetails }) => contentDetails.videoId).filter(isYouTubeId);
  return succeed({ videoIds: [...new Set(videoIds)], nextPageToken: nextPageToken || null });
}

/** The videos of `videos.list`, with part=snippet,contentDetails,liveStreamingDetails,status: those that anybody can watch. */
export function parseVideos(text: string): Result<Video[], DataApiFault> {
  const answer = parse(VIDEOS, text);
  if (!answer.ok) return answer;
  return succeed(answer.value.items.flatMap((item) => toVideo(item) ?? []));
}

type VideoItem = v.InferOutput<typeof VIDEOS>["items"][number];

function toVideo({ id, snippet, contentDetails, ...item }: VideoItem): Video | null {
  const publishedAt = toInstant(snippet.publishedAt);
  if (!isYouTubeId(id) || publishedAt === null || !isWatchable(item)) return null;
  const title = toCleanText(snippet.title).slice(0, 100);
  const description = toCleanText(snippet.description ?? "").slice(0, 5_000);
  const durationSeconds = toSeconds(contentDetails?.duration);
  return {
    id,
    title: isReadable(title) ? title : id,
    description,
    publishedAt,
    isShort: isShort(`${title} ${description}`, durationSeconds),
    ...(durationSeconds !== null && { durationSeconds }),
    ...toStart(item),
    ...toOwner(snippet),
  };
}

function toStart({
  liveStreamingDetails,
}: Pick<VideoItem, "liveStreamingDetails">): Pick<Video, "startedAt"> {
  const startedAt = toInstant(liveStreamingDetails?.actualStartTime);
  return startedAt === null ? {} : { startedAt };
}

function toOwner({ channelId = "" }: VideoItem["snippet"]): Pick<Video, "ownerId"> {
  return CHANNEL_ID.test(channelId) ? { ownerId: channelId } : {};
}

/** Private videos are shown to their owner alone; one that failed or was refused has nothing to watch. */
function isWatchable({ status = {} }: Pick<VideoItem, "status">): boolean {
  const { privacyStatus = "public", uploadStatus = "processed" } = status;
  return privacyStatus !== "private" && ["processed", "uploaded"].includes(uploadStatus);
}

function isShort(words: string, seconds: number | null): boolean {
  if (seconds === null) return false;
  return seconds <= SHORT_SECONDS || (seconds <= LABELLED_SHORT_SECONDS && /#shorts?\b/i.test(words));
}

/** Null for none, and for "P0D", which a stream has that was not held yet. */
export function toSeconds(duration: string | undefined): number | null {
  const found = DURATION.exec(duration ?? "");
  if (found === null) return null;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = found.slice(1).map((part) => Number(part ?? 0));
  return ((days * 24 + hours) * 60 + minutes) * 60 + seconds || null;
}

function toInstant(text: string | undefined): number | null {
  const instant = DATE.test(text ?? "") ? Date.parse(text ?? "") : NaN;
  return Number.isNaN(instant) ? null : Math.floor(instant / SECOND) * SECOND;
}

const ERROR = v.object({
  error: v.object({
    errors: v.optional(v.array(v.object({ reason: v.optional(v.string()) }))),
    details: v.optional(v.array(v.object({ reason: v.optional(v.string()) }))),
  }),
});
/** Google's words for what went wrong; others are told as "unknown", for an answer may hold anything. */
const WORD = /^[A-Za-z_]{1,50}$/;
const FAULTS: ReadonlyMap<string, DataApiFault> = new Map([
  ["quotaExceeded", { reason: "quota_exceeded" }],
  ["dailyLimitExceeded", { reason: "quota_exceeded" }],
  ["rateLimitExceeded", { reason: "too_fast" }],
  ["userRateLimitExceeded", { reason: "too_fast" }],
  ["RATE_LIMIT_EXCEEDED", { reason: "too_fast" }],
  ["keyInvalid", { reason: "key_invalid" }],
  ["keyExpired", { reason: "key_invalid" }],
  ["API_KEY_INVALID", { reason: "key_invalid" }],
  ["API_KEY_EXPIRED", { reason: "key_invalid" }],
  ["invalidPageToken", { reason: "page_gone" }],
  ["playlistItemsNotAccessible", { reason: "not_found" }],
]);

/** An answer that is not 200 to its fault. */
export function toRefusal(status: number, text: string): DataApiFault {
  const words = readWords(text);
  const [known] = words.flatMap((word) => FAULTS.get(word) ?? []);
  return known ?? toFaultOfStatus(status, words[0] ?? "unknown");
}

function toFaultOfStatus(status: number, word: string): DataApiFault {
  if (status === 429) return { reason: "too_fast" };
  if (status === 404) return { reason: "not_found" };
  if (status === 401 || status === 403) return { reason: "forbidden", word };
  return status >= 500 ? { reason: "server", status } : { reason: "refused", status, word };
}

/** The most telling first. */
function readWords(text: string): string[] {
  const answer = parse(ERROR, text);
  if (!answer.ok) return [];
  const { errors = [], details = [] } = answer.value.error;
  return [...details, ...errors].flatMap(({ reason = "" }) => (WORD.test(reason) ? [reason] : []));
}

function parse<T>(schema: v.GenericSchema<unknown, T>, text: string): Result<T, DataApiFault> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail({ reason: "malformed", message: "no JSON" });
  }
  const { success, output, issues } = v.safeParse(schema, value);
  if (success) return succeed(output);
  return fail({ reason: "malformed", message: v.getDotPath(issues[0]) ?? "another document" });
}
