/** What a session makes of its own fields and those of its talks together: replays, presenters and papers. */
import type { CuratedReplay, Paper, Session, Talk } from "../programme/session.ts";
import { toNamedVideo } from "../programme/video-site.ts";

/** What a session file says of replays. */
export interface NamedReplays {
  replay?: CuratedReplay[];
  stream?: string | undefined;
  talks: readonly Pick<Talk, "replay">[];
}

/**
 * The replay of a session and the others, each once: those of the file, then those of its talks. A stream on YouTube
 * becomes the replay by itself, so it is the replay where none is named.
 */
export function toReplays({
  replay: own = [],
  stream,
  talks,
}: NamedReplays): Pick<Session, "replay" | "otherReplays"> {
  const named = [...own.filter((one) => one !== "none"), ...talks.flatMap((talk) => talk.replay ?? [])];
  const streamed = stream === undefined ? null : toNamedVideo(stream);
  const isStreamed =
    named.length === 0 && own.length === 0 && streamed !== null && streamed.url === undefined;
  const [first, ...others] = toDistinct(isStreamed ? [streamed] : named, ({ videoId }) => videoId);
  if (first === undefined) return own.length === 0 ? {} : { replay: "none" };
  return { replay: first, ...(others.length > 0 && { otherReplays: others }) };
}

/** Why the replays of a file contradict each other; null where they do not. */
export function findContradiction({ replay: own = [], talks }: NamedReplays): string | null {
  if (!own.includes("none")) return null;
  const isAlone = own.length === 1 && talks.every((talk) => talk.replay === undefined);
  return isAlone ? null : '"none" stands beside a replay, expected one or the other';
}

/** The ids of all videos that a file names, each with the field that names it. */
export function toNamedIds({ replay: own = [], stream, talks }: NamedReplays): { key: string; at: string }[] {
  const streamed = stream === undefined ? null : toNamedVideo(stream);
  return [
    ...own.map((one, index) => ({ one, at: own.length === 1 ? "replay" : `replay[${index}]` })),
    ...talks.map(({ replay }, index) => ({ one: replay ?? ("none" as const), at: `talks[${index}].replay` })),
    // A page where something is always on is the stream of many sessions.
    ...(streamed === null || streamed.url !== undefined ? [] : [{ one: streamed, at: "stream" }]),
  ].flatMap(({ one, at }) => (one === "none" ? [] : [{ key: one.videoId, at }]));
}

/** Everybody who presents and everything that is discussed, each once: as the session says it, else the first talk. */
export function toWhole({
  presenters,
  papers,
  talks,
}: Record<"talks", readonly Talk[]> & Pick<Session, "presenters" | "papers">): Pick<
  Session,
  "presenters" | "papers"
> {
  return {
    presenters: toDistinct([...presenters, ...talks.flatMap((talk) => talk.presenters)], ({ name }) => name),
    papers: toDistinct([...papers, ...talks.flatMap((talk) => talk.papers)], toPaperKey),
  };
}

const toPaperKey = ({ url, title }: Paper): string => url ?? title;

function toDistinct<T>(items: readonly T[], toKey: (item: T) => string): T[] {
  return items.filter((item, index) => items.findIndex((other) => toKey(other) === toKey(item)) === index);
}
