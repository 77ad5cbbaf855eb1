/** `data/videos.json`: the videos that a club knows, one on a line. */
import * as z from "zod";
import { fail, succeed, type Result } from "../../programme/result.ts";
import type { UnreadFile } from "./past-session.ts";

const knownVideo = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string().exactOptional(),
  /** RFC 3339, in UTC; absent where the dump does not say it. */
  publishedAt: z.string().exactOptional(),
  startedAt: z.string().exactOptional(),
  durationSeconds: z.number().exactOptional(),
  isShort: z.literal(true).exactOptional(),
});
export type KnownVideo = z.output<typeof knownVideo>;

/** @param text of the file; "" where there is none */
export function parseVideoList(text: string): Result<KnownVideo[], UnreadFile> {
  if (text === "") return succeed([]);
  try {
    const read = z.object({ videos: z.array(knownVideo) }).safeParse(JSON.parse(text));
    if (read.success) return succeed(read.data.videos);
    const [issue] = read.error.issues;
    return fail({ reason: "unread_file", message: `${issue?.path.join(".")}: ${issue?.message}` });
  } catch {
    return fail({ reason: "unread_file", message: "is no whole JSON" });
  }
}

/** What a dump says counts, what it does not say stays; so do dates and a length that are there: dumps round them. */
export function mergeVideos(known: readonly KnownVideo[], found: readonly KnownVideo[]): KnownVideo[] {
  const all = new Map(known.map((video) => [video.id, video]));
  for (const video of found) {
    const before = all.get(video.id);
    all.set(video.id, { ...before, ...video, ...toFacts(before) });
  }
  return [...all.values()].toSorted(
    (a, b) => compare(a.publishedAt ?? "", b.publishedAt ?? "") || compare(a.id, b.id),
  );
}

function toFacts(video: KnownVideo | undefined): Partial<KnownVideo> {
  const { publishedAt, startedAt, durationSeconds } = video ?? {};
  return {
    ...(publishedAt !== undefined && { publishedAt }),
    ...(startedAt !== undefined && { startedAt }),
    ...(durationSeconds !== undefined && { durationSeconds }),
  };
}

/** The same videos give the same bytes. */
export function toVideoListText(videos: readonly KnownVideo[]): string {
  const lines = videos.map(({ id, title, description, publishedAt, startedAt, durationSeconds, isShort }) =>
    JSON.stringify({ id, title, description, publishedAt, startedAt, durationSeconds, isShort }),
  );
  return `{ "videos": [\n${lines.join(",\n")}\n] }\n`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
