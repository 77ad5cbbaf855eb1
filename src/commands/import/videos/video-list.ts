/** `data/videos.json`: the videos that a club knows, one on a line. */
import { toFieldName } from "../../../build/mistake.ts";
import { videoFile, type FiledVideo } from "../../../build/video-file.ts";
import { fail, succeed, type Result } from "../../../programme/result.ts";
import type { UnreadFile } from "../past-session.ts";

/** @param text of the file; "" where there is none */
export function parseVideoList(text: string): Result<FiledVideo[], UnreadFile> {
  if (text === "") return succeed([]);
  try {
    const read = videoFile.safeParse(JSON.parse(text));
    if (read.success) return succeed(read.data.videos);
    const [issue] = read.error.issues;
    return fail({ reason: "unread_file", message: `${toFieldName(issue?.path ?? [])}: ${issue?.message}` });
  } catch {
    return fail({ reason: "unread_file", message: "is no whole JSON" });
  }
}

/** What a dump says counts, what it does not say stays; so do dates and a length that are there: dumps round them. */
export function mergeVideos(known: readonly FiledVideo[], found: readonly FiledVideo[]): FiledVideo[] {
  const all = new Map(known.map((video) => [video.id, video]));
  for (const video of found) {
    const before = all.get(video.id);
    all.set(video.id, { ...before, ...video, ...toFacts(before) });
  }
  return [...all.values()].toSorted(
    (a, b) => compare(a.publishedAt ?? "", b.publishedAt ?? "") || compare(a.id, b.id),
  );
}

function toFacts(video: FiledVideo | undefined): Partial<FiledVideo> {
  const { publishedAt, startedAt, durationSeconds } = video ?? {};
  return {
    ...(publishedAt !== undefined && { publishedAt }),
    ...(startedAt !== undefined && { startedAt }),
    ...(durationSeconds !== undefined && { durationSeconds }),
  };
}

/** The same videos give the same bytes. */
export function toVideoListText(videos: readonly FiledVideo[]): string {
  const lines = videos.map(({ id, title, description, publishedAt, startedAt, durationSeconds, isShort }) =>
    JSON.stringify({ id, title, description, publishedAt, startedAt, durationSeconds, isShort }),
  );
  return `{ "videos": [\n${lines.join(",\n")}\n] }\n`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
