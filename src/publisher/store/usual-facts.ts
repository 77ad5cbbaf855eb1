/** What every refresh reads first, at a glance: facts, feeds and sources; see `usual-rows.ts`. */
import type { FeedIdentity } from "../../sources/channel-feed.ts";
import type { SourceHealth } from "../source-health.ts";
import { FEED_NAME_SHAPE, IDENTITY_SHAPE, parseJson } from "./stored-value.ts";
import { isCount, isInstant, isObject, isShaped } from "./usual-value.ts";

type Row = Record<string, unknown>;

/** By name; of others their schemas tell. */
const FACTS: Readonly<Record<string, (value: unknown) => boolean>> = {
  appearance: isString,
  edition: isString,
  published: (value) =>
    isObject(value) &&
    isString(value["fingerprint"]) &&
    isInstant(value["changedAt"]) &&
    (!Object.hasOwn(value, "isOutdated") || value["isOutdated"] === true),
  nextTurnAt: isInstantOrNull,
  unwritten: (value) => Array.isArray(value) && value.every(isString),
  awaited: (value) => Array.isArray(value) && value.every(isInstant),
  span: (value) => isObject(value) && isInstant(value["since"]) && isInstantOrNull(value["until"]),
};

export function readUsualFact({ name, value: text }: Row): { name: string; value: unknown } | null {
  if (typeof name !== "string" || typeof text !== "string" || !Object.hasOwn(FACTS, name)) return null;
  const value = parseJson(text);
  return FACTS[name]?.(value) === true ? { name, value } : null;
}

export function readUsualFeed({ name, identity, health: text }: Row) {
  const health = typeof text === "string" ? parseJson(text) : undefined;
  const isUsual = isShaped(name, FEED_NAME_SHAPE) && isIdentity(identity) && isHealth(health);
  return isUsual ? { name, identity, health } : null;
}

export function readUsualSource({ identity, first_filled_at, is_club }: Row) {
  const isUsual = isIdentity(identity) && isInstant(first_filled_at) && (is_club === 0 || is_club === 1);
  return isUsual ? { identity, first_filled_at, is_club } : null;
}

export function readUsualFirstFill({ identity, reaches_back_to }: Row) {
  return isIdentity(identity) && isInstant(reaches_back_to) ? { identity, reaches_back_to } : null;
}

/** One that is whole; those of earlier versions lack a member. */
function isHealth(value: unknown): value is SourceHealth {
  if (!isObject(value)) return false;
  const { lastError, retryAfterSeconds } = value;
  return (
    isInstantOrNull(value["lastAttemptAt"]) &&
    isInstantOrNull(value["lastSuccessAt"]) &&
    isCount(value["consecutiveFailures"]) &&
    isInstantOrNull(value["failingSince"]) &&
    (lastError === null || isString(lastError)) &&
    (retryAfterSeconds === null || isCount(retryAfterSeconds))
  );
}

function isIdentity(value: unknown): value is FeedIdentity {
  return isShaped(value, IDENTITY_SHAPE);
}

function isInstantOrNull(value: unknown): boolean {
  return value === null || isInstant(value);
}

function isString(value: unknown): value is string {
  return typeof value === "string";
}
