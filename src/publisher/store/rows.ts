/**
 * The kinds of stored rows, each a schema and the value it makes. Members that a schema does not name are kept: they may
 * be a later version's.
 */
import * as z from "zod/mini";
import {
  toNoticeKey,
  type EntryRecord,
  type NoticeRecord,
  type SessionRecord,
} from "../../programme/ledger.ts";
import type { Match } from "../../programme/match/match.ts";
import type { Session } from "../../programme/session.ts";
import { SESSION, STATUS, TIME } from "./session-row.ts";
import * as is from "./stored-value.ts";
import { readUsualEntry, readUsualMatch, readUsualRecord } from "./usual-rows.ts";

export interface RowKind<T> {
  table: string;
  /** The primary key first. */
  columns: readonly [string, ...string[]];
  /** A column that can be lost by itself: the rest of the row stays. */
  part?: string;
  /** The key holds an address, which may hold a secret: only what stands before its first space is told. */
  hasPrivateKey?: true;
  schema: z.ZodMiniType<T>;
  /** The same at less cost, where there are thousands of rows; null for one that the schema is to look at. */
  readUsual?: (row: Record<string, unknown>) => T | null;
}

const SESSION_RECORD: z.ZodMiniType<SessionRecord> = z.object({
  revision: z.object({ firstSeenAt: is.INSTANT, lastChangedAt: is.INSTANT, sequence: is.COUNT }),
  // A record is older than some members, and may lack any; see reviseSession.
  standing: z.object({
    startsAt: z.exactOptional(is.INSTANT),
    endsAt: z.exactOptional(is.INSTANT),
    timeZone: z.exactOptional(is.TIME_ZONE),
    isAllDay: z.exactOptional(z.boolean()),
    status: z.exactOptional(STATUS),
    place: z.exactOptional(z.string()),
    recording: z.exactOptional(z.nullable(z.string())),
  }),
  shown: z.string(),
});

const NOTICE_RECORD: z.ZodMiniType<NoticeRecord> = z.object({
  sessionId: is.SESSION_ID,
  sequence: is.COUNT,
  kind: z.enum(["moved", "cancelled", "postponed", "reinstated"]),
  title: is.NAME,
  number: z.exactOptional(z.nullable(is.COUNT)),
  before: z.object(TIME),
  after: z.object(TIME),
});

const MATCH_RECORD: z.ZodMiniType<Match> = z.object({
  sessionId: is.SESSION_ID,
  videoId: is.NAMED_VIDEO_ID,
  rule: z.enum(is.MATCH_RULES),
  evidence: is.TEXT,
});

const OTHER_KEY = "not the key that the value says";

/** What a session is known by; null once its record was lost. */
export const RECORD: RowKind<{ id: string; record: SessionRecord | null }> = {
  table: "session",
  columns: ["id", "record"],
  part: "record",
  readUsual: readUsualRecord,
  schema: z.object({ id: is.SESSION_ID, record: is.json(z.nullable(SESSION_RECORD)) }),
};

/** A session as last published; null once that was lost. */
export const SNAPSHOT: RowKind<{ id: string; snapshot: Session | null }> = {
  table: "session",
  columns: ["id", "snapshot"],
  part: "snapshot",
  schema: z.object({ id: is.SESSION_ID, snapshot: is.json(z.nullable(SESSION)) }).check(
    z.refine(({ id, snapshot }) => snapshot === null || snapshot.id === id, {
      error: OTHER_KEY,
      path: ["snapshot"],
    }),
  ),
};

export const ENTRY: RowKind<[key: string, record: EntryRecord]> = {
  table: "entry",
  columns: ["key", "published_at", "updated_at", "shown"],
  readUsual: readUsualEntry,
  schema: z.pipe(
    z
      .object({
        key: z.string().check(z.regex(is.ENTRY_KEY_SHAPE)),
        published_at: is.WHOLE_SECOND,
        updated_at: is.WHOLE_SECOND,
        shown: z.string(),
      })
      .check(
        z.refine((row) => row.published_at <= row.updated_at, "expected updated_at not before published_at"),
      ),
    z.transform(({ key, published_at: publishedAt, updated_at: updatedAt, shown }): [string, EntryRecord] => [
      key,
      { dates: { publishedAt, updatedAt }, shown },
    ]),
  ),
};

export const NOTICE: RowKind<{ key: string; notice: NoticeRecord }> = {
  table: "notice",
  columns: ["key", "notice"],
  schema: z
    .object({ key: z.string(), notice: is.json(NOTICE_RECORD) })
    .check(z.refine(({ key, notice }) => key === toNoticeKey(notice), OTHER_KEY)),
};

export const MATCH: RowKind<{ session_id: string; match: Match }> = {
  table: "match",
  columns: ["session_id", "match"],
  readUsual: readUsualMatch,
  schema: z
    .object({ session_id: z.string(), match: is.json(MATCH_RECORD) })
    .check(z.refine((row) => row.session_id === row.match.sessionId, OTHER_KEY)),
};

export const SET_ASIDE = {
  table: "set_aside",
  columns: ["table_name", "key", "reason", "row", "at"],
  schema: z.object({
    table_name: z.string(),
    key: z.string(),
    reason: z.string(),
    row: z.string(),
    at: is.INSTANT,
  }),
} satisfies RowKind<unknown>;

export const REPRESENTATION = {
  table: "kept_representation",
  columns: [
    "key",
    "edition",
    "is_plain",
    "used_at",
    "content_type",
    "etag",
    "last_modified",
    "stamps",
    "gzip_end",
  ],
  schema: z.object({
    edition: z.string(),
    is_plain: is.FLAG,
    used_at: is.INSTANT,
    content_type: z.string().check(z.regex(/^[\w.+-]+\/[\w.+-]+[ -~]*$/)),
    etag: z.string().check(z.regex(/^"[!#-~]+"$/)),
    last_modified: is.INSTANT,
    stamps: z.string(),
    gzip_end: z.nullable(z.instanceof(ArrayBuffer)),
  }),
} satisfies RowKind<unknown>;

export const PIECE = {
  table: "kept_piece",
  columns: ["key", "position", "digest", "deflated", "bytes"],
  schema: z.object({
    digest: z.string(),
    deflated: z.instanceof(ArrayBuffer),
    bytes: z.instanceof(ArrayBuffer),
  }),
} satisfies RowKind<unknown>;
