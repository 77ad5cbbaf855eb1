/**
 * The kinds of stored rows, each a schema and the value it makes. Members that a schema does not name are kept: they may
 * be a later version's.
 */
import * as v from "valibot";
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
  schema: v.GenericSchema<unknown, T>;
  /** The same at less cost, where there are thousands of rows; null for one that the schema is to look at. */
  readUsual?: (row: Record<string, unknown>) => T | null;
}

const SESSION_RECORD: v.GenericSchema<SessionRecord> = v.object({
  revision: v.object({ firstSeenAt: is.INSTANT, lastChangedAt: is.INSTANT, sequence: is.COUNT }),
  // A record is older than some members, and may lack any; see reviseSession.
  standing: v.object({
    startsAt: v.exactOptional(is.INSTANT),
    endsAt: v.exactOptional(is.INSTANT),
    timeZone: v.exactOptional(is.TIME_ZONE),
    isAllDay: v.exactOptional(v.boolean()),
    status: v.exactOptional(STATUS),
    place: v.exactOptional(v.string()),
    recording: v.exactOptional(v.nullable(v.string())),
  }),
  shown: v.string(),
});

const NOTICE_RECORD: v.GenericSchema<NoticeRecord> = v.object({
  sessionId: is.SESSION_ID,
  sequence: is.COUNT,
  kind: v.picklist(["moved", "cancelled", "postponed", "reinstated"]),
  title: is.NAME,
  number: v.exactOptional(v.nullable(is.COUNT)),
  before: v.object(TIME),
  after: v.object(TIME),
});

const MATCH_RECORD: v.GenericSchema<Match> = v.object({
  sessionId: is.SESSION_ID,
  videoId: is.NAMED_VIDEO_ID,
  rule: v.picklist(is.MATCH_RULES),
  evidence: is.TEXT,
});

const OTHER_KEY = "not the key that the value says";

/** What a session is known by; null once its record was lost. */
export const RECORD: RowKind<{ id: string; record: SessionRecord | null }> = {
  table: "session",
  columns: ["id", "record"],
  part: "record",
  readUsual: readUsualRecord,
  schema: v.object({ id: is.SESSION_ID, record: is.json(v.nullable(SESSION_RECORD)) }),
};

/** A session as last published; null once that was lost. */
export const SNAPSHOT: RowKind<{ id: string; snapshot: Session | null }> = {
  table: "session",
  columns: ["id", "snapshot"],
  part: "snapshot",
  schema: v.pipe(
    v.object({ id: is.SESSION_ID, snapshot: is.json(v.nullable(SESSION)) }),
    v.forward(
      v.check(({ id, snapshot }) => snapshot === null || snapshot.id === id, OTHER_KEY),
      ["snapshot"],
    ),
  ),
};

export const ENTRY: RowKind<[key: string, record: EntryRecord]> = {
  table: "entry",
  columns: ["key", "published_at", "updated_at", "shown"],
  readUsual: readUsualEntry,
  schema: v.pipe(
    v.object({
      key: v.pipe(v.string(), v.regex(is.ENTRY_KEY_SHAPE)),
      published_at: is.WHOLE_SECOND,
      updated_at: is.WHOLE_SECOND,
      shown: v.string(),
    }),
    v.check((row) => row.published_at <= row.updated_at, "expected updated_at not before published_at"),
    v.transform(({ key, published_at: publishedAt, updated_at: updatedAt, shown }): [string, EntryRecord] => [
      key,
      { dates: { publishedAt, updatedAt }, shown },
    ]),
  ),
};

export const NOTICE: RowKind<{ key: string; notice: NoticeRecord }> = {
  table: "notice",
  columns: ["key", "notice"],
  schema: v.pipe(
    v.object({ key: v.string(), notice: is.json(NOTICE_RECORD) }),
    v.check(({ key, notice }) => key === toNoticeKey(notice), OTHER_KEY),
  ),
};

export const MATCH: RowKind<{ session_id: string; match: Match }> = {
  table: "match",
  columns: ["session_id", "match"],
  readUsual: readUsualMatch,
  schema: v.pipe(
    v.object({ session_id: v.string(), match: is.json(MATCH_RECORD) }),
    v.check((row) => row.session_id === row.match.sessionId, OTHER_KEY),
  ),
};

export const SET_ASIDE = {
  table: "set_aside",
  columns: ["table_name", "key", "reason", "row", "at"],
  schema: v.object({
    table_name: v.string(),
    key: v.string(),
    reason: v.string(),
    row: v.string(),
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
  schema: v.object({
    edition: v.string(),
    is_plain: is.FLAG,
    used_at: is.INSTANT,
    content_type: v.pipe(v.string(), v.regex(/^[\w.+-]+\/[\w.+-]+[ -~]*$/)),
    etag: v.pipe(v.string(), v.regex(/^"[!#-~]+"$/)),
    last_modified: is.INSTANT,
    stamps: v.string(),
    gzip_end: v.nullable(v.instance(ArrayBuffer)),
  }),
} satisfies RowKind<unknown>;

export const PIECE = {
  table: "kept_piece",
  columns: ["key", "position", "digest", "deflated", "bytes"],
  schema: v.object({
    digest: v.string(),
    deflated: v.instance(ArrayBuffer),
    bytes: v.instance(ArrayBuffer),
  }),
} satisfies RowKind<unknown>;
