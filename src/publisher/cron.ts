/**
 * One cycle of the cron: refresh, prepare the plain representations one by one, and let copies at the edge go.
 */
import type { Environment } from "../environment.ts";
import { CACHE_TAG } from "../http/cache-policy.ts";
import { findPublisher } from "./read.ts";
import { PLAIN_PATHS } from "./renderings.ts";

export async function refreshProgramme(environment: Environment, context: ExecutionContext): Promise<void> {
  const publisher = findPublisher(environment);
  const { isChanged } = await publisher.refresh();
  for (const path of PLAIN_PATHS) await publisher.prepare(path);
  if (isChanged) await purgeEdge(context);
}

/** Workers Cache exists in production only; without it the edge's minute passes by itself. */
async function purgeEdge({ cache }: ExecutionContext): Promise<void> {
  try {
    await cache?.purge({ tags: [CACHE_TAG] });
  } catch (error) {
    console.warn(JSON.stringify({ event: "purge failed", message: String(error) }));
  }
}
