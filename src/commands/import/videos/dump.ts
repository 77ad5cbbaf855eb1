/** A dump of videos to known videos: yt-dlp, a Takeout of one's own channel, or answers of the YouTube Data API. */
import * as z from "zod";
import { SECOND, toRfc3339, toWholeSecond } from "../../../programme/instant.ts";
import type { FiledVideo } from "../../../build/video-file.ts";

/** Videos, and of what kind were those that nobody can watch. */
export interface ReadDump {
  videos: FiledVideo[];
  passedOver: { id: string; reason: string }[];
}

const VIDEO_ID = /^[\w-]{11}$/;
const NOT_PUBLIC = /^(?:private|unlisted|needs_auth|subscriber_only|premium_only|privacyStatusUnspecified)$/i;
const GONE = /^\[?(?:private|deleted|gel[öo]schtes|priv[ée]e?|supprim[ée]e?) ?(?:video|vid[ée]o)?\]?$/i;

const optional = <T extends z.ZodType>(type: T) => type.nullish().catch(null);
const entry = z.object({
  id: z.string(),
  title: optional(z.string()),
  description: optional(z.string()),
  url: optional(z.string()),
  webpage_url: optional(z.string()),
  duration: optional(z.number()),
  timestamp: optional(z.number()),
  release_timestamp: optional(z.number()),
  upload_date: optional(z.string()),
  live_status: optional(z.string()),
  availability: optional(z.string()),
});
const details = z.object({
  videoId: optional(z.string()),
  videoPublishedAt: optional(z.string()),
  duration: optional(z.string()),
});
const resource = z.object({
  kind: optional(z.string()),
  id: z.unknown(),
  snippet: z.object({
    title: optional(z.string()),
    description: optional(z.string()),
    publishedAt: optional(z.string()),
    liveBroadcastContent: optional(z.string()),
    resourceId: optional(z.object({ videoId: optional(z.string()) })),
  }),
  contentDetails: optional(details),
  status: optional(z.object({ privacyStatus: optional(z.string()) })),
  liveStreamingDetails: optional(z.object({ actualStartTime: optional(z.string()) })),
});

/** Lists in lists: the tabs of a channel (yt-dlp), the pages of an answer (API). */
export function readDump(value: unknown): ReadDump {
  const read: ReadDump = { videos: [], passedOver: [] };
  const known = new Set<string>();
  for (const one of toLeaves(value)) {
    const item = resource.safeParse(one);
    const video = item.success ? fromResource(item.data) : fromEntry(one);
    if (video === null || known.has(video.id)) continue;
    known.add(video.id);
    const { reason, ...rest } = video;
    if (reason === null) read.videos.push(rest);
    else read.passedOver.push({ id: video.id, reason });
  }
  return read;
}

function toLeaves(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(toLeaves);
  if (typeof value !== "object" || value === null) return [];
  const inner = "entries" in value ? value.entries : "items" in value ? value.items : undefined;
  return Array.isArray(inner) ? inner.flatMap(toLeaves) : [value];
}

type Candidate = FiledVideo & { reason: string | null };

function fromEntry(value: unknown): Candidate | null {
  const read = entry.safeParse(value);
  if (!read.success || !VIDEO_ID.test(read.data.id)) return null;
  const { id, title, description, availability, live_status: live, duration, ...one } = read.data;
  const isLive = live === "was_live" || live === "post_live";
  const uploaded = toInstant(one.timestamp) ?? Date.parse(toIsoDay(one.upload_date ?? ""));
  return {
    ...toCandidate(id, title, availability, live === "is_upcoming" || live === "is_live"),
    ...toDescription(description),
    ...toDate("publishedAt", uploaded),
    ...toDate("startedAt", isLive ? toInstant(one.release_timestamp) : null),
    ...toDuration(duration),
    ...(/\/shorts\//.test(`${one.url} ${one.webpage_url}`) && { isShort: true as const }),
  };
}

type Resource = z.output<typeof resource>;

function fromResource(item: Resource): Candidate | null {
  const id = toVideoId(item);
  if (!VIDEO_ID.test(id)) return null;
  const { snippet, contentDetails, status, liveStreamingDetails } = item;
  const isUpcoming = snippet.liveBroadcastContent === "upcoming" || snippet.liveBroadcastContent === "live";
  return {
    ...toCandidate(id, snippet.title, status?.privacyStatus, isUpcoming),
    ...toDescription(snippet.description),
    ...toDate("publishedAt", Date.parse(toPublished(item))),
    ...toDate("startedAt", Date.parse(liveStreamingDetails?.actualStartTime ?? "")),
    ...toDuration(toSeconds(contentDetails?.duration ?? "")),
  };
}

/** Of `playlistItems.list` or `videos.list`. */
function toVideoId({ id, snippet, contentDetails }: Resource): string {
  return contentDetails?.videoId ?? snippet.resourceId?.videoId ?? (typeof id === "string" ? id : "");
}

/** An item's own date is the day on which it was put into the playlist. */
function toPublished({ kind, snippet, contentDetails }: Resource): string {
  const isItem = kind === "youtube#playlistItem" || snippet.resourceId != null;
  return (isItem ? contentDetails?.videoPublishedAt : snippet.publishedAt) ?? "";
}

/** Unix seconds. */
function toInstant(seconds: number | null | undefined): number | null {
  return seconds ? seconds * SECOND : null;
}

function toDescription(description: string | null | undefined): { description?: string } {
  return description ? { description } : {};
}

function toDuration(seconds: number | null | undefined): { durationSeconds?: number } {
  return seconds ? { durationSeconds: Math.round(seconds) } : {};
}

/** A video and why it is none that everybody can watch. */
export function toCandidate(
  id: string,
  title: string | null | undefined,
  privacy: string | null | undefined,
  isUpcoming: boolean,
): Candidate {
  const name = title?.trim() ?? "";
  const reason =
    name === "" || GONE.test(name)
      ? "private or deleted"
      : NOT_PUBLIC.test(privacy ?? "")
        ? "not public"
        : isUpcoming
          ? "not over yet"
          : null;
  return { id, title: name, reason };
}

/** A date that there is, as RFC 3339. */
export function toDate(
  name: "publishedAt" | "startedAt",
  at: number | null,
): Pick<FiledVideo, "publishedAt" | "startedAt"> {
  return at === null || Number.isNaN(at) ? {} : { [name]: toRfc3339(toWholeSecond(at)) };
}

function toIsoDay(digits: string): string {
  return digits.replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3T00:00:00Z");
}

/** ISO 8601: "P1DT2H3M4S". */
function toSeconds(duration: string): number {
  const [, days = 0, hours = 0, minutes = 0, seconds = 0] =
    /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration) ?? [];
  return ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
}
