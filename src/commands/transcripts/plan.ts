/** Captions to transcripts: each named by its session, every word once. Pure. */
import { readTranscriptFile } from "../../build/transcript-file.ts";
import { toVttText } from "../../formats/webvtt.ts";
import type { Club } from "../../programme/club.ts";
import { addKnownVideos, type KnownVideo } from "../../programme/known-videos.ts";
import { createProgramme } from "../../programme/programme.ts";
import { toReplays } from "../../programme/publication.ts";
import type { Session } from "../../programme/session.ts";
import { toRank } from "./caption-name.ts";

/** Captions of a video, wherever they come from. */
export interface Captions {
  /** The file, or the address, as messages name it. */
  from: string;
  videoId: string;
  title: string;
  language: string | null;
  isSubRip: boolean;
  text: string;
}

export interface PlannedTranscript {
  sessionId: string;
  from: string;
  path: string;
  text: string;
  before: string | null;
}

export interface Plan {
  /** New, or another than the file that is there. */
  planned: PlannedTranscript[];
  unchanged: string[];
  passedOver: { from: string; reason: string }[];
}

interface ClubData {
  club: Club;
  sessions: readonly Session[];
  videos: readonly KnownVideo[];
}

/**
 * Which session each video is of: by the session's file, by the service's word, else by the service's own rules.
 *
 * @param titled videos of which the titles are known
 * @param told by a running service, which knows more: session by video
 * @param now stands for dates that nobody knows
 */
export function findSessions(
  { club, sessions, videos }: ClubData,
  titled: readonly { videoId: string; title: string }[],
  told: ReadonlyMap<string, string>,
  now: number,
): Map<string, string> {
  const known = new Set(videos.map(({ id }) => id));
  const unknown = new Map(titled.map(({ videoId, title }) => [videoId, title]));
  const others = [...unknown].filter(([id, title]) => !known.has(id) && title !== "");
  const named = others.map(([id, title]) => ({ id, title, description: "", isShort: false }));
  const archive = addKnownVideos([], [...videos, ...named], now);
  const programme = createProgramme({ club, sessions, archive, previous: [], publicUrl: club.siteUrl }, now);
  const found = programme.sessions.flatMap(({ session, recording }): [string, string][] => {
    const first = toReplays({ session, recording })[0]?.videoId ?? recording?.videoId;
    return first === undefined ? [] : [[first, session.id]];
  });
  const curated = sessions.flatMap(({ id, replay }): [string, string][] =>
    typeof replay === "object" ? [[replay.videoId, id]] : [],
  );
  return new Map([...found, ...told, ...curated]);
}

/**
 * What would be written.
 *
 * @param toBefore the path of a session's transcript and what it holds, null for a new one
 * @param isReplacing whether transcripts that are there are written anew
 */
export function planTranscripts(
  captions: readonly Captions[],
  data: Pick<ClubData, "club" | "sessions">,
  sessionOf: ReadonlyMap<string, string>,
  toBefore: (sessionId: string) => { path: string; before: string | null },
  isReplacing: boolean,
): Plan {
  const plan: Plan = { planned: [], unchanged: [], passedOver: [] };
  const languages = new Map(
    data.sessions.map(({ id, inLanguage }) => [id, inLanguage ?? data.club.language]),
  );
  const bySession = Map.groupBy(captions, ({ videoId }) => sessionOf.get(videoId) ?? null);
  for (const { from, videoId } of bySession.get(null) ?? [])
    plan.passedOver.push({ from, reason: `no session is known for the video ${videoId}` });
  for (const [sessionId, own] of bySession) {
    if (sessionId === null) continue;
    const wanted = languages.get(sessionId) ?? data.club.language;
    const best = chooseBest(own, wanted);
    for (const one of own)
      if (one !== best) plan.passedOver.push({ from: one.from, reason: toReason(one, wanted) });
    if (best !== null) planOne(plan, best, sessionId, toBefore(sessionId), isReplacing);
  }
  return plan;
}

function chooseBest(captions: readonly Captions[], wanted: string): Captions | null {
  const ranked = captions.flatMap((one) => {
    const rank = toRank(one.language, wanted);
    return rank === null ? [] : [{ one, rank }];
  });
  return ranked.toSorted((a, b) => a.rank - b.rank)[0]?.one ?? null;
}

function toReason({ language }: Captions, wanted: string): string {
  return toRank(language, wanted) === null
    ? `is in ${language}, expected ${wanted}`
    : "others of the same video are nearer";
}

function planOne(
  plan: Plan,
  { from, text: source, isSubRip }: Captions,
  sessionId: string,
  { path, before }: { path: string; before: string | null },
  isReplacing: boolean,
): void {
  const { cues, mistakes } = readTranscriptFile(source, isSubRip);
  const [mistake] = mistakes;
  const text = toVttText(cues);
  if (mistake !== undefined)
    plan.passedOver.push({ from, reason: `line ${mistake.line}: ${mistake.message}` });
  else if (before === text) plan.unchanged.push(sessionId);
  else if (before !== null && path.endsWith(".srt"))
    plan.passedOver.push({ from, reason: `${path} is there; remove it to have this one` });
  else if (before !== null && !isReplacing)
    plan.passedOver.push({ from, reason: `${path} says something else; --replace writes it anew` });
  else plan.planned.push({ sessionId, from, path, text, before });
}
