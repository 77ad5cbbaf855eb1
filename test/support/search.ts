/** An index for tests in Node, made of sessions and of what was said in them. */
import type { Instant } from "../../src/programme/instant.ts";
import type { PublishedSession } from "../../src/programme/publication.ts";
import type { Cue } from "../../src/programme/transcript.ts";
import { Search, toAssetPath } from "../../src/publisher/search/search.ts";
import { aPublishedProgramme } from "./builders.ts";
import { aStorage, type TestStorage } from "./sqlite.ts";

/** Cues of five seconds, one after the other. */
export function someCues(...texts: string[]): Cue[] {
  return texts.map((text, index) => ({ from: 5 * index, to: 5 * index + 5, text }));
}

export interface Spoken {
  [sessionId: string]: readonly Cue[];
}

/** Assets that hold transcripts, and what was asked of them. */
export function someAssets(spoken: Spoken) {
  const asked: string[] = [];
  const fetch = (url: string): Promise<Response> => {
    const { pathname } = new URL(url);
    asked.push(pathname);
    const [, cues] = Object.entries(spoken).find(([id]) => toAssetPath(id) === pathname) ?? [];
    return Promise.resolve(cues === undefined ? new Response("", { status: 404 }) : Response.json(cues));
  };
  return { asked, fetch };
}

export const marksOf = (spoken: Spoken): Record<string, string> =>
  Object.fromEntries(Object.entries(spoken).map(([id, cues]) => [id, JSON.stringify(cues).slice(0, 60)]));

/** Make the whole index. */
export async function anIndex(
  sessions: PublishedSession[],
  spoken: Spoken = {},
  storage: TestStorage = aStorage(),
  now: Instant = Date.UTC(2026, 5, 20),
): Promise<{ search: Search; slices: number; storage: TestStorage }> {
  const search = new Search(storage, someAssets(spoken), marksOf(spoken));
  const programme = aPublishedProgramme({ sessions });
  let slices = 1;
  while (await search.writeSlice(JSON.stringify(sessions), programme, now)) slices += 1;
  return { search, slices, storage };
}
