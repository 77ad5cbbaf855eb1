/** What a running service matched, what it left alone, and how a host settles it. Pure. */
import * as z from "zod";

/** The part of /status.json that this command reads. */
const status = z.object({
  club: z.string(),
  source: z.object({
    state: z.string(),
    lastSuccessAt: z.string().nullable(),
    lastError: z.string().nullable(),
  }),
  matches: z.array(
    z.object({ sessionId: z.string(), videoId: z.string(), rule: z.string(), evidence: z.string() }),
  ),
  unmatched: z.array(
    z.object({
      videoId: z.string(),
      title: z.string(),
      kind: z.string(),
      reason: z.string(),
      candidates: z.array(z.string()).optional(),
    }),
  ),
});

export type MatchStatus = z.output<typeof status>;

/** Read a status document; null where it is something else. */
export function parseStatus(value: unknown): MatchStatus | null {
  const read = status.safeParse(value);
  return read.success ? read.data : null;
}

/** @param toPath the file of a session, null where there is none */
export function toMatchReport(
  { club, source, matches, unmatched }: MatchStatus,
  toPath: (id: string) => string | null,
): string {
  const found = matches.map(
    ({ sessionId, videoId, rule, evidence }) =>
      `  ${sessionId}  https://youtu.be/${videoId}  by ${rule}: ${evidence}`,
  );
  const left = unmatched.flatMap((video) => [
    `  https://youtu.be/${video.videoId}  "${video.title}"`,
    `    left alone: ${video.reason}`,
    ...toAdvice(video, toPath),
  ]);
  return [
    `${club}: source ${source.state}${source.lastError === null ? "" : ` (${source.lastError})`}, last success ${source.lastSuccessAt ?? "never"}`,
    "",
    `Matched (${matches.length})`,
    ...found,
    "",
    `Left alone (${unmatched.length})`,
    ...left,
    "",
    'A match that is wrong: put "replay: VIDEOID" into the right session file, or "replay: none". A person\'s word is final.',
    "",
  ].join("\n");
}

/** The line that settles a video, for each session it may belong to. */
function toAdvice(
  { videoId, candidates = [] }: MatchStatus["unmatched"][number],
  toPath: (id: string) => string | null,
): string[] {
  if (candidates.length === 0)
    return [`    if it belongs to a session, add to its file:  replay: ${toScalar(videoId)}`];
  return candidates.map(
    (id) => `    if it is ${id}, add to ${toPath(id) ?? "its file"}:  replay: ${toScalar(videoId)}`,
  );
}

/** An id that begins with "-" or looks like another kind of value needs quotes in YAML. */
function toScalar(videoId: string): string {
  return /^[A-Za-z_][\w-]*$/.test(videoId) ? videoId : `"${videoId}"`;
}
