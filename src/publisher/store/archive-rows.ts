/**
 * The kinds of rows that the archive and its sources are kept in; see `rows.ts`.
 */
import * as v from "valibot";
import type { Instant } from "../../programme/instant.ts";
import type { ArchivedVideo } from "../../programme/programme.ts";
import type { Video } from "../../programme/video.ts";
import type { FeedIdentity } from "../../sources/channel-feed.ts";
import { SOURCE_HEALTH, type SourceHealth } from "../source-health.ts";
import type { RowKind } from "./rows.ts";
import * as is from "./stored-value.ts";
import { readUsualVideo } from "./usual-rows.ts";

export const SOURCE = {
  table: "source",
  columns: ["identity", "first_filled_at", "is_club"],
  schema: v.object({ identity: is.IDENTITY, first_filled_at: is.INSTANT, is_club: is.FLAG }),
} satisfies RowKind<unknown>;

export const FIRST_FILL = {
  table: "first_fill",
  columns: ["identity", "reaches_back_to"],
  schema: v.object({ identity: is.IDENTITY, reaches_back_to: is.INSTANT }),
} satisfies RowKind<unknown>;

/** A feed and how it fares; null once that was lost. */
export interface FeedRow {
  name: string;
  /** Null before its first accepted fetch. */
  identity: FeedIdentity | null;
  health: SourceHealth | null;
}

export const FEED: RowKind<FeedRow> = {
  table: "feed",
  columns: ["name", "identity", "health"],
  part: "health",
  hasPrivateKey: true,
  schema: v.object({
    name: v.pipe(v.string(), v.regex(is.FEED_NAME_SHAPE)),
    identity: v.pipe(
      v.union([is.IDENTITY, v.literal("")]),
      v.transform((identity) => (identity === "" ? null : identity)),
    ),
    health: is.json(v.nullable(SOURCE_HEALTH)),
  }),
};

export const VIDEO: RowKind<ArchivedVideo> = {
  table: "video",
  columns: ["id", "identity", "title", "description", "published_at", "is_short", "first_seen_at"],
  readUsual: readUsualVideo,
  schema: v.pipe(
    v.object({
      id: is.VIDEO_ID,
      identity: is.IDENTITY,
      title: is.NAME,
      description: is.TEXT,
      published_at: is.INSTANT,
      is_short: is.FLAG,
      first_seen_at: is.INSTANT,
    }),
    v.transform((row) => ({
      id: row.id,
      title: row.title,
      description: row.description,
      publishedAt: row.published_at,
      isShort: row.is_short === 1,
      firstSeenAt: row.first_seen_at,
    })),
  ),
};

/** What is known of a video beside what every feed says of it, and from whom. */
export interface VideoDetail extends Pick<Video, "ownerId" | "startedAt" | "durationSeconds"> {
  id: string;
  /** When the Data API showed the video last; 0 for never. */
  apiAt: Instant;
  /** No feed has shown it: all that is known of it is the API's. */
  isApiOnly: boolean;
}

export const VIDEO_DETAIL: RowKind<VideoDetail> = {
  table: "video_detail",
  columns: ["id", "api_at", "is_api_only", "detail"],
  schema: v.pipe(
    v.object({
      id: is.VIDEO_ID,
      api_at: is.INSTANT,
      is_api_only: is.FLAG,
      detail: is.json(
        v.object({
          ownerId: v.exactOptional(is.NAME),
          startedAt: v.exactOptional(is.INSTANT),
          durationSeconds: v.exactOptional(is.COUNT),
        }),
      ),
    }),
    v.transform(({ id, api_at: apiAt, is_api_only: isApiOnly, detail }) => ({
      ...detail,
      id,
      apiAt,
      isApiOnly: isApiOnly === 1,
    })),
  ),
};
