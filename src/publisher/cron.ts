/**
 * One cycle of the cron: refresh, prepare the documents everybody asks for one by one, and let copies at the edge go.
 */
import { CACHE_TAG } from "../http/cache-policy.ts";
import { log } from "./log.ts";
import { memo } from "./memo.ts";
import { type Environment, findPublisher } from "./read-representation.ts";

/** Of a call's context; Hono's type of it lacks the cache. */
type CycleContext = Pick<ExecutionContext, "waitUntil"> & { cache?: ExecutionContext["cache"] };

export async function refreshProgramme(environment: Environment, context: CycleContext): Promise<void> {
  const publisher = findPublisher(environment);
  const { isChanged, toPrepare } = await publisher.refresh();
  if (isChanged) memo.doubt();
  for (const name of toPrepare) await publisher.prepare(name);
  if (isChanged) await purgeEdge(context);
}

/** Workers Cache exists in production only; without it the edge's minute passes by itself. */
async function purgeEdge({ cache }: CycleContext): Promise<void> {
  try {
    await cache?.purge({ tags: [CACHE_TAG] });
  } catch (error) {
    log("warn", "purge failed", { message: String(error) });
  }
}
