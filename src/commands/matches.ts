/** `npm run matches`: what a running service matched, what it left alone and why. */
import * as z from "zod";
import { isYouTubeId } from "../programme/video-site.ts";
import { isWebAddress, printJson, runCommand, UsageError, type Parsed } from "./terminal/command-line.ts";
import { readData } from "./terminal/data-files.ts";

const HELP = `npm run matches: which video the service took for which session.

  npm run matches                              the local service (npm start) on port 8787
  npm run matches -- https://feeds.example.org the deployed one

Prints every match with its evidence, every video left alone with the reason, and the line to add
to a session file to settle it ("replay: VIDEOID").

  --json   print for programs
  --help   this text

Exit code: 0 printed, 1 the service did not answer, 2 wrong options.
`;

const OPTIONS = { json: { type: "boolean", default: false } } as const;

const LOCAL = "http://localhost:8787";
/** A slower answer is none. */
const TIMEOUT_MS = 10_000;

async function run({ values, positionals }: Parsed<typeof OPTIONS>): Promise<void> {
  const [origin = LOCAL] = positionals;
  if (!isWebAddress(origin))
    throw new UsageError(`"${origin}" is no web address, expected one such as https://feeds.example.org`);
  const address = new URL("/status.json", origin).href;
  const status = parseStatus(await fetchStatus(address));
  if (status === null) throw new Error(`${address} is not the status of this service`);
  if (values.json) printJson({ matches: status.matches, unmatched: status.unmatched });
  else {
    const { compilation } = await readData();
    const origins = compilation.ok ? compilation.value.origins : null;
    process.stdout.write(toMatchReport(status, (id) => origins?.get(id)?.path ?? null));
  }
}

async function fetchStatus(address: string): Promise<unknown> {
  const response = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(() => {
    const hint = address.startsWith(LOCAL) ? "; start it with npm start, or name another address" : "";
    throw new Error(`nothing answers at ${address}${hint}`);
  });
  if (!response.ok) throw new Error(`${address} answered ${response.status}, expected 200`);
  return await response.json().catch(() => null);
}

/** The part of /status.json that this command reads. */
const status = z.object({
  club: z.string(),
  sources: z.array(
    z.object({
      identity: z.string().nullable(),
      state: z.string(),
      lastSuccessAt: z.string().nullable(),
      lastError: z.string().nullable(),
    }),
  ),
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
  return status.safeParse(value).data ?? null;
}

/** @param toPath the file of a session, null where there is none */
export function toMatchReport(
  { club, sources, matches, unmatched }: MatchStatus,
  toPath: (id: string) => string | null,
): string {
  return [
    `${club}: ${sources.length === 0 ? "no channel and no playlist is named" : ""}`.trim(),
    ...sources.map(({ identity, state, lastError, lastSuccessAt }) => {
      const error = lastError === null ? "" : ` (${lastError})`;
      return `  ${identity ?? "source"} ${state}${error}, last success ${lastSuccessAt ?? "never"}`;
    }),
    "",
    `Matched (${matches.length})`,
    ...matches.map(
      ({ sessionId, videoId, rule, evidence }) =>
        `  ${sessionId}  ${isYouTubeId(videoId) ? `https://youtu.be/${videoId}` : videoId}  by ${rule}: ${evidence}`,
    ),
    "",
    `Left alone (${unmatched.length})`,
    ...unmatched.flatMap(({ videoId, title, reason, candidates = [] }) => [
      `  https://youtu.be/${videoId}  "${title}"`,
      `    left alone: ${reason}`,
      ...toPlaces(candidates, toPath).map((place) => `    if ${place}:  replay: ${toScalar(videoId)}`),
    ]),
    "",
    'A match that is wrong: put "replay: VIDEOID" into the right session file, or "replay: none". A person\'s word is final.',
    "",
  ].join("\n");
}

/** Where the line that settles a video goes, for each session it may belong to. */
function toPlaces(candidates: readonly string[], toPath: (id: string) => string | null): string[] {
  if (candidates.length === 0) return ["it belongs to a session, add to its file"];
  return candidates.map((id) => `it is ${id}, add to ${toPath(id) ?? "its file"}`);
}

/** An id that begins with "-" or looks like another kind of value needs quotes in YAML. */
function toScalar(videoId: string): string {
  return /^[A-Za-z_][\w-]*$/.test(videoId) ? videoId : `"${videoId}"`;
}

if (import.meta.main) await runCommand(HELP, OPTIONS, run);
