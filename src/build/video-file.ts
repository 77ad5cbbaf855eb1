/** `data/videos.json`: videos known without a feed, field by field. `npm run import` writes it. */
import * as z from "zod";
import type { KnownVideo } from "../programme/known-videos.ts";
import { isReadable, toCleanText } from "../wording/text.ts";
import { toPlainLines } from "./data-file.ts";
import { toFieldName, type PlacedMistake } from "./mistake.ts";

/** Five thousand videos with their descriptions; a larger file is something else. */
const MAX_CHARACTERS = 20_000_000;
const MAX_VIDEOS = 5_000;
const MAX_MISTAKES = 50;

const INSTANT = "an instant such as 2026-06-16T09:00:00Z";
const INSTANT_SHAPE = /^20(?:0[5-9]|[1-9]\d)-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;
const instant = (description: string) =>
  z
    .string({ error: `expected ${INSTANT}` })
    .refine((text) => INSTANT_SHAPE.test(text) && !Number.isNaN(Date.parse(text)), {
      error: `expected ${INSTANT}`,
    })
    .meta({ description });

const video = z.strictObject(
  {
    id: z
      .string({ error: "expected YouTube's eleven characters" })
      .regex(/^[\w-]{11}$/, { error: "expected YouTube's eleven characters" })
      .meta({ description: "YouTube's eleven characters." }),
    title: z
      .string({ error: "expected the video's title" })
      .refine((text) => isReadable(toCleanText(text)), { error: "shows nothing, expected the video's title" })
      .meta({ description: "The video's title." }),
    description: z.string({ error: "expected text" }).exactOptional(),
    publishedAt: instant(
      "When it was published; without it the video can be a replay, and is no entry by itself.",
    ).exactOptional(),
    startedAt: instant("When a stream really began.").exactOptional(),
    durationSeconds: z
      .int({ error: "expected whole seconds" })
      .min(0, { error: "expected whole seconds" })
      .exactOptional(),
    isShort: z.boolean({ error: "expected true or false" }).exactOptional(),
  },
  {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? `has ${issue.keys.join(", ")}, expected id, title, description, publishedAt, startedAt, durationSeconds, isShort and no others`
        : 'expected a video as {"id": "…", "title": "…"}',
  },
);

/** A video as the file has it. */
export type FiledVideo = z.output<typeof video>;

export const videoFile = z
  .strictObject(
    {
      videos: z
        .array(video, { error: "expected a list of videos" })
        .max(MAX_VIDEOS, { error: `has too many videos, expected at most ${MAX_VIDEOS}` }),
    },
    { error: 'expected {"videos": [ … ]}' },
  )
  .meta({ description: "Videos that are known without a feed, as data/videos.json has them." });

export interface ReadVideos {
  videos: KnownVideo[];
  mistakes: PlacedMistake[];
}

/** Read the file; all mistakes at once, each with its line where every video has one of its own. */
export function readVideoFile(source: string): ReadVideos {
  const text = toPlainLines(source);
  if (text.length > MAX_CHARACTERS)
    return refuse(`is too large (${text.length} characters), expected at most ${MAX_CHARACTERS}`);
  const value = parseJson(text);
  if (value === undefined) return refuse('is no JSON, expected {"videos": [ … ]}');
  const { data, error } = videoFile.safeParse(value);
  const lines = findLines(text);
  if (data === undefined) {
    const issues = error.issues.slice(0, MAX_MISTAKES);
    return { videos: [], mistakes: issues.map(({ path, message }) => toMistake(path, message, lines)) };
  }
  const ids = data.videos.map(({ id }) => id);
  const repeated = ids.flatMap((id, index) => (ids.indexOf(id) < index ? [index] : []));
  return {
    videos: data.videos.map(toKnownVideo),
    mistakes: repeated.map((index) =>
      toMistake(
        ["videos", index, "id"],
        `"${ids[index]}" stands in the file already, expected each video once`,
        lines,
      ),
    ),
  };
}

function toKnownVideo({
  description = "",
  isShort = false,
  publishedAt,
  startedAt,
  ...file
}: FiledVideo): KnownVideo {
  return {
    ...file,
    title: toCleanText(file.title),
    description: toCleanText(description),
    isShort,
    ...(publishedAt !== undefined && { publishedAt: Date.parse(publishedAt) }),
    ...(startedAt !== undefined && { startedAt: Date.parse(startedAt) }),
  };
}

function refuse(message: string): ReadVideos {
  return { videos: [], mistakes: [{ line: 1, field: "file", message }] };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function toMistake(path: readonly PropertyKey[], message: string, lines: readonly number[]): PlacedMistake {
  const [, index] = path;
  const line = typeof index === "number" ? (lines[index] ?? 1) : 1;
  return { line, field: toFieldName(path), message };
}

/** The line of each video: that on which its id stands. */
function findLines(text: string): number[] {
  return text.split("\n").flatMap((line, index) => (line.match(/"id"\s*:/g) ?? []).map(() => index + 1));
}
