/** One cycle of the cron: all its steps, and letting copies at the edge go. */
import { CACHE_TAG } from "../http/cache-policy.ts";
import { toSteps } from "./cycle.ts";
import { log } from "./log.ts";
import { memo } from "./memo.ts";
import { type Environment, findPublisher } from "./read-representation.ts";

/** Of a call's context; Hono's type of it lacks the cache. */
type CycleContext = Pick<ExecutionContext, "waitUntil"> & { cache?: ExecutionContext["cache"] };

export async function refreshProgramme(environment: Environment, context: CycleContext): Promise<void> {
  let isNews = false;
  for await (const isChanged of toSteps(findPublisher(environment))) {
    if (isChanged) memo.doubt();
    isNews ||= isChanged;
  }
  if (isNews) await purgeEdge(context);
}

/** Workers Cache exists in production only; without it the edge's minute passes by itself. */
async function purgeEdge({ cache }: CycleContext): Promise<void> {
  try {
    await cache?.purge({ tags: [CACHE_TAG] });
  } catch (error) {
    log("warn", "purge failed", { message: String(error) });
  }
}
