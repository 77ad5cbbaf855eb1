/**
 * The Data API as a second source: the whole past of a new club, a look at everything each day, and the newest videos while a
 * feed fails. A failure changes nothing but how the API fares.
 */
import { DAY, HOUR, SECOND, type Instant } from "../programme/instant.ts";
import { fail, succeed, type Result } from "../programme/result.ts";
import type { FeedIdentity } from "../sources/channel-feed.ts";
import { describeApiFault, PAGE_SIZE, toPlaylistId, type DataApiFault } from "../sources/data-api.ts";
import { fetchPlaylistPage, fetchVideos, type DataApi } from "../sources/fetch-data-api.ts";
import {
  findTask,
  isAskable,
  toStateAfterAnswer,
  toStateAfterFault,
  toStateAfterRequest,
  UNASKED,
  type Asked,
  type Task,
  type Walk,
} from "./api-state.ts";
import { NO_KEY } from "./config.ts";
import { log } from "./log.ts";
import type { Shelves } from "./refresh-feed.ts";

/** The free plan gives a cycle 50 requests, the feeds take one for each source. What is left over waits for the next cycle. */
const MOST_REQUESTS = 20;
/** Nobody waits longer for a cycle. */
const LONGEST: Instant = 20 * SECOND;
/** What no walk of a day has shown is asked for by itself: maybe it was deleted. */
const RENEWED_AFTER: Instant = 36 * HOUR;
/** YouTube's terms (III.E.4) allow 30 days; cycles are an hour apart at most. */
const WITHDRAWN_AFTER: Instant = 30 * DAY - HOUR;

/** A page and its videos; or videos by their ids. */
const UNITS_A_STEP = 2;

/**
 * Ask for what is due, as far as quota, time and requests go.
 *
 * @param sources those whose identity is known, with the failures of their feeds
 * @returns whether the archive changed
 */
export async function refreshApi(
  shelves: Shelves,
  sources: readonly Asked[],
  now: Instant,
): Promise<boolean> {
  const { archive, config, facts } = shelves;
  // With a key or without one.
  let changed = archive.withdraw(archive.details.findShownBefore(now - WITHDRAWN_AFTER, -1));
  if (config.api === null || sources.length === 0) return changed;
  const startedAt = Date.now();
  for (let requests = 0; requests < MOST_REQUESTS; requests += UNITS_A_STEP) {
    const state = facts.get("api") ?? UNASKED;
    if (!isAskable(state, UNITS_A_STEP, now) || Date.now() - startedAt > LONGEST) break;
    const step = await takeStep(config.api, shelves, sources, now);
    if (step === null) break;
    if (step.isChanged) changed = true;
  }
  return changed;
}

/** Null where nothing is left to ask for. */
async function takeStep(
  api: DataApi,
  shelves: Shelves,
  sources: readonly Asked[],
  now: Instant,
): Promise<{ isChanged: boolean } | null> {
  const { archive, facts } = shelves;
  const task = findTask(facts.get("api") ?? UNASKED, sources, now);
  if (task !== null) return await readPage(api, shelves, task, now);
  const ids = archive.details.findShownBefore(now - RENEWED_AFTER, PAGE_SIZE);
  return ids.length === 0 ? null : { isChanged: await renew(api, shelves, ids, now) };
}

async function readPage(
  api: DataApi,
  { archive, config, facts, isKnown }: Shelves,
  task: Task,
  now: Instant,
): Promise<{ isChanged: boolean }> {
  const { identity, walk } = task;
  const isClub = config.own.has(identity);
  if (task.kind === "walk" && task.isBeginning && walk.wholeAt === null)
    archive.sources.beginWalk(identity, isClub, now);
  const page = await ask(facts, now, api, () =>
    fetchPlaylistPage(api, toPlaylistId(identity), task.kind === "walk" ? walk.pageToken : null),
  );
  if (!page.ok) return refuse(facts, task, page.error, now);
  const { videoIds, nextPageToken } = page.value;
  const videos =
    videoIds.length === 0 ? succeed([]) : await ask(facts, now, api, () => fetchVideos(api, videoIds));
  if (!videos.ok) return refuse(facts, task, videos.error, now);
  const shown = new Set(videos.value.map(({ id }) => id));
  const isGone = archive.withdraw(videoIds.filter((id) => !shown.has(id)));
  const isChanged = archive.add({ identity, videos: videos.value }, { isClub, by: "api", isKnown }, now);
  const isEnd = task.kind === "walk" && nextPageToken === null;
  if (isEnd) archive.sources.endWalk(identity);
  keepWalk(facts, identity, toWalkAfterPage(task, nextPageToken, now));
  return { isChanged: isGone || isChanged };
}

function toWalkAfterPage({ kind, walk }: Task, nextPageToken: string | null, now: Instant): Walk {
  if (kind === "look") return { ...walk, lookedAt: now, lastError: null };
  const isEnd = nextPageToken === null;
  const ends = isEnd ? { endedAt: now, wholeAt: now } : {};
  return { ...walk, pageToken: nextPageToken, lastError: null, ...ends };
}

/** What is wrong with one source ends its walk for today; of anything else the walk goes on after a while. */
function refuse(
  facts: Shelves["facts"],
  { kind, identity, walk }: Task,
  fault: DataApiFault,
  now: Instant,
): { isChanged: false } {
  const lastError = describeApiFault(fault);
  if (isOfSource(fault)) keepWalk(facts, identity, { ...walk, endedAt: now, lookedAt: now, lastError });
  else if (kind === "walk")
    keepWalk(facts, identity, fault.reason === "page_gone" ? { ...walk, pageToken: null } : walk);
  return { isChanged: false };
}

/** Ask by their ids for videos that no walk has shown lately: those that are gone are withdrawn. */
async function renew(
  api: DataApi,
  { archive, facts }: Shelves,
  ids: readonly string[],
  now: Instant,
): Promise<boolean> {
  const videos = await ask(facts, now, api, () => fetchVideos(api, ids));
  if (!videos.ok) return false;
  const isChanged = archive.renew(videos.value, now);
  const shown = new Set(videos.value.map(({ id }) => id));
  return archive.withdraw(ids.filter((id) => !shown.has(id))) || isChanged;
}

/** One request, counted, and how the API fares afterwards. */
async function ask<T>(
  facts: Shelves["facts"],
  now: Instant,
  { key }: DataApi,
  request: () => Promise<Result<T, DataApiFault>>,
): Promise<Result<T, DataApiFault>> {
  const read = () => facts.get("api") ?? UNASKED;
  if (key !== NO_KEY) facts.set("api", toStateAfterRequest(read(), now));
  const answer = key === NO_KEY ? fail({ reason: "key_invalid" } as const) : await request();
  if (answer.ok || isOfSource(answer.error)) facts.set("api", toStateAfterAnswer(read(), now));
  else facts.set("api", toStateAfterFault(read(), answer.error, now));
  if (!answer.ok) log("warn", "data api not accepted", { ...answer.error });
  return answer;
}

/** Whether a fault is of the one source that was asked for. */
function isOfSource({ reason }: DataApiFault): boolean {
  return reason === "not_found" || reason === "refused";
}

function keepWalk(facts: Shelves["facts"], identity: FeedIdentity, walk: Walk): void {
  const state = facts.get("api") ?? UNASKED;
  facts.set("api", { ...state, walks: { ...state.walks, [identity]: walk } });
}
