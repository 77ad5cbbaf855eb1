/** The captions of one's own videos, from the YouTube Data API. */
import * as z from "zod";
import { Refusal } from "../terminal/command-line.ts";
import { toRank } from "./caption-name.ts";
import type { Captions } from "./plan.ts";

const TIMEOUT_MS = 30_000;

const track = z.object({
  id: z.string(),
  snippet: z.object({ language: z.string(), trackKind: z.string(), isDraft: z.boolean().default(false) }),
});
const tracks = z.object({ items: z.array(track).default([]) });
const failure = z.object({ error: z.object({ errors: z.array(z.object({ reason: z.string() })) }) });

export interface CaptionApi {
  /** "https://www.googleapis.com/youtube/v3". */
  url: string;
  accessToken: string;
}

export type Fetched = { captions: Captions } | { reason: string } | "quota";

/**
 * The captions of a video that suit a language best: those that somebody wrote before those that YouTube made.
 *
 * @returns why there are none, or "quota" where no more may be asked today
 */
export async function fetchCaptions(api: CaptionApi, videoId: string, wanted: string): Promise<Fetched> {
  const list = await ask(api, `captions?part=snippet&videoId=${videoId}`);
  if (!list.ok) return await toFailure(list);
  const { items } = tracks.parse(await list.json());
  const best = items
    .flatMap(({ id, snippet: { language, trackKind, isDraft } }) => {
      const rank = toRank(language, wanted);
      return rank === null || isDraft ? [] : [{ id, language, rank: rank + (isMade(trackKind) ? 10 : 0) }];
    })
    .toSorted((a, b) => a.rank - b.rank)[0];
  if (best === undefined) return { reason: `has no captions in ${wanted}` };
  const file = await ask(api, `captions/${encodeURIComponent(best.id)}?tfmt=vtt`);
  if (!file.ok) return await toFailure(file);
  const { language } = best;
  const text = await file.text();
  return { captions: { from: videoId, videoId, title: "", language, isSubRip: false, text } };
}

/** By speech recognition; the API has written it in both ways. */
function isMade(trackKind: string): boolean {
  return trackKind.toLowerCase() === "asr";
}

async function ask({ url, accessToken }: CaptionApi, path: string): Promise<Response> {
  return await fetch(`${url}/${path}`, {
    headers: { authorization: `Bearer ${accessToken}` },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch(() => {
    throw new Refusal(
      `${new URL(url).host} does not answer; what was fetched before is not lost, try again later`,
    );
  });
}

async function toFailure(response: Response): Promise<Fetched> {
  const { data } = failure.safeParse(await response.json().catch(() => null));
  const reason = data?.error.errors[0]?.reason ?? `status ${response.status}`;
  return /quota|rateLimit/i.test(reason)
    ? "quota"
    : { reason: `YouTube does not give its captions (${reason})` };
}
