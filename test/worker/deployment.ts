/** Deployments and the clock: the same code meets the same tables with other data, at another time. */
import { evictDurableObject } from "cloudflare:test";
import { vi } from "vitest";
import { memo } from "../../src/publisher/memo.ts";
import { findPublisher } from "../../src/publisher/read-representation.ts";
import { aChannelFeed, type FeedEntry } from "../support/channel-feed.ts";
import { compiled } from "./data.ts";
import { environment, get, standIn, startAfresh, xml } from "./support.ts";

export const shipped = structuredClone(compiled);

/** What the first deployment brings. */
export const begin = (changes: Partial<typeof compiled>): void => void Object.assign(compiled, changes);

/** Another build of the same code, maybe with other sessions; the next request meets a Publisher that has just woken. */
export async function deploy(changes: Partial<typeof compiled> = {}): Promise<void> {
  Object.assign(compiled, changes, { build: `${compiled.build}+` });
  await evictDurableObject(findPublisher(environment));
  memo.clear();
}

/** Take everything back: what was deployed, storage, the stand-in, the clock. */
export async function takeBack(): Promise<void> {
  Object.assign(compiled, structuredClone(shipped));
  await startAfresh();
}

/** What the channel feed shows from now on. */
export const show = (...entries: FeedEntry[]) => standIn(() => xml(aChannelFeed({ entries })));

export const at = (instant: number): void => void vi.setSystemTime(instant);

export const readText = async (path: string): Promise<string> => await (await get(path)).text();

/** Key and date of each entry, the newest first. */
export const readEntries = async (): Promise<[string, string][]> =>
  JSON.parse(await readText("/feed.json")).items.map((item: Record<string, string>) => [
    item["id"]?.replace("tag:example.org,2025:", ""),
    item["date_published"],
  ]);
