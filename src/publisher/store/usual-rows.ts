/**
 * Rows as this code writes them, read without their schemas: those are slow where nothing may be compiled at run time, and a
 * Publisher that has slept reads thousands of rows to find that one is new. What does not look so at first sight is null
 * here, and its schema reads or refuses it: each reader takes less than the schema, and gives the same.
 */
import { isTimeZone } from "../../programme/civil-time.ts";
import type { EntryRecord, SessionRecord } from "../../programme/ledger.ts";
import type { Match } from "../../programme/match/match.ts";
import type { ArchivedVideo } from "../../programme/programme.ts";
import {
  ENTRY_KEY_SHAPE,
  IDENTITY_SHAPE,
  MATCH_RULES,
  NAMED_VIDEO_ID_SHAPE,
  parseJson,
  SESSION_ID_SHAPE,
  STATUSES,
  VIDEO_ID_SHAPE,
} from "./stored-value.ts";
import { isCount, isInstant, isObject, isOneOf, isShaped, isText, isWholeSecond } from "./usual-value.ts";

/** A row of the database, or a member that was JSON. */
type Members = Record<string, unknown>;

export function readUsualEntry(row: Members): [key: string, record: EntryRecord] | null {
  const { key, published_at: publishedAt, updated_at: updatedAt, shown } = row;
  const isUsual =
    isShaped(key, ENTRY_KEY_SHAPE) &&
    isWholeSecond(publishedAt) &&
    isWholeSecond(updatedAt) &&
    publishedAt <= updatedAt &&
    typeof shown === "string";
  return isUsual ? [key, { dates: { publishedAt, updatedAt }, shown }] : null;
}

export function readUsualRecord({ id, record }: Members): { id: string; record: SessionRecord } | null {
  const value = typeof record === "string" ? parseJson(record) : undefined;
  return isShaped(id, SESSION_ID_SHAPE) && isRecord(value) ? { id, record: value } : null;
}

export function readUsualMatch(row: Members): { session_id: string; match: Match } | null {
  const { session_id: sessionId, match } = row;
  const value = typeof match === "string" ? parseJson(match) : undefined;
  return isMatch(value) && value.sessionId === sessionId ? { session_id: sessionId, match: value } : null;
}

export function readUsualVideo(row: Members): ArchivedVideo | null {
  const { id, identity, title, description } = row;
  const { published_at: publishedAt, is_short: isShort, first_seen_at: firstSeenAt } = row;
  const isUsual =
    isShaped(id, VIDEO_ID_SHAPE) &&
    isShaped(identity, IDENTITY_SHAPE) &&
    isText(title) &&
    title !== "" &&
    isText(description) &&
    isInstant(publishedAt) &&
    (isShort === 0 || isShort === 1) &&
    isInstant(firstSeenAt);
  return isUsual ? { id, title, description, publishedAt, isShort: isShort === 1, firstSeenAt } : null;
}

function isRecord(value: unknown): value is SessionRecord {
  return (
    isObject(value) &&
    isRevision(value["revision"]) &&
    isStanding(value["standing"]) &&
    typeof value["shown"] === "string"
  );
}

function isRevision(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { firstSeenAt, lastChangedAt, sequence } = value;
  return isInstant(firstSeenAt) && isInstant(lastChangedAt) && isCount(sequence);
}

/** A whole one; records of earlier versions lack members. */
function isStanding(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { startsAt, endsAt, timeZone, isAllDay, status, place, recording } = value;
  return (
    isInstant(startsAt) &&
    isInstant(endsAt) &&
    typeof timeZone === "string" &&
    isTimeZone(timeZone) &&
    typeof isAllDay === "boolean" &&
    isOneOf(status, STATUSES) &&
    typeof place === "string" &&
    (recording === null || typeof recording === "string")
  );
}

function isMatch(value: unknown): value is Match {
  if (!isObject(value)) return false;
  const { sessionId, videoId, rule, evidence } = value;
  return (
    isShaped(sessionId, SESSION_ID_SHAPE) &&
    isShaped(videoId, NAMED_VIDEO_ID_SHAPE) &&
    isOneOf(rule, MATCH_RULES) &&
    isText(evidence)
  );
}
