/** The text of all data files to the club and its sessions, or to every mistake in them. Pure. */
import * as z from "zod";
import type { Club } from "../programme/club.ts";
import type { PushSettings } from "../programme/hook.ts";
import { fail, succeed, type Result } from "../programme/result.ts";
import type { KnownVideo } from "../programme/known-videos.ts";
import type { Session } from "../programme/session.ts";
import { readClubFile, type Deployment } from "./club-file.ts";
import type { DataFile } from "./data-file.ts";
import { sortMistakes, type Mistake } from "./mistake.ts";
import { sessionFields } from "./session-fields.ts";
import { toNamedIds } from "./session-members.ts";
import { readSessionFile, type ReadSession } from "./session-file.ts";
import { readVideoFile } from "./video-file.ts";

/** Where a session or the club was read from; for warnings that name file and line. */
export type Origin = { path: string } & Pick<ReadSession, "lineOf"> & Partial<Pick<ReadSession, "doubts">>;

export interface CompiledFiles {
  club: Club;
  clubOrigin: Origin;
  deployment: Deployment;
  /** By `startsAt`, then id. */
  sessions: Session[];
  videos: KnownVideo[];
  push: PushSettings;
  /** By session id. */
  origins: ReadonlyMap<string, Origin>;
}

/** A session file as read, with its path. */
type PlacedSession = ReadSession & { path: string };

/** Every mistake of every file, by file and line; never empty. */
export type DataMistakes = { reason: "mistakes"; mistakes: Mistake[] };

const CLUB_FILE = /(?:^|\/)club\.yaml$/;
const VIDEO_FILE = /(?:^|\/)videos\.json$/;
const SESSION_FILE = /\.md$/;
const NO_SESSION = /(?:^|\/)README\.md$/i;

/**
 * Compile data files.
 *
 * @param files in any order: one `club.yaml`; maybe `videos.json`; every other `.md` but a README is a session; anything else is a mistake
 * @param folder the folder they come from, for the message that the club file is missing
 */
export function compileData(
  files: readonly DataFile[],
  folder = "data",
): Result<CompiledFiles, DataMistakes> {
  const ordered = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const unread = ordered
    .filter(({ isNoPlainFile }) => isNoPlainFile)
    .map(({ path }) => blameFile(path, "is a link or no file, expected the file itself"));
  if (unread.length > 0) return fail({ reason: "mistakes", mistakes: unread });
  const clubFile = ordered.find(({ path }) => CLUB_FILE.test(path));
  const { path: clubPath, text: clubText } = clubFile ?? { path: `${folder}/club.yaml`, text: "" };
  const { club, deployment, push, defaults, lineOf, ...read } = readClubFile(clubText);
  const sessions = ordered
    .filter(({ path }) => SESSION_FILE.test(path) && !NO_SESSION.test(path))
    .map((file): PlacedSession => ({ path: file.path, ...readSessionFile(file.text, defaults) }));
  const videoFiles = ordered
    .filter(({ path }) => VIDEO_FILE.test(path))
    .map(({ path, text }) => ({ path, ...readVideoFile(text) }));

  const mistakes = [
    ...videoFiles.flatMap(({ path, mistakes: own }) => own.map((found) => ({ path, ...found }))),
    ...(clubFile === undefined
      ? [blameFile(clubPath, "is missing, expected the club's name, site, time zone and so on")]
      : read.mistakes.map((found) => ({ path: clubPath, ...found }))),
    ...ordered
      .filter(({ path }) => ![CLUB_FILE, VIDEO_FILE, SESSION_FILE].some((kind) => kind.test(path)))
      .map(({ path }) => blameFile(path, 'is no session file, expected a name that ends in ".md"')),
    ...sessions.flatMap(({ path, mistakes: own }) => own.map((found) => ({ path, ...found }))),
    ...findRetired(sessions, defaults.retired),
    ...findRepeated(sessions, "id", "one id for one session"),
    ...findRepeated(sessions, "number", "one number for one session"),
    ...findRepeated(sessions, "replay", "one video for one session"),
  ];
  if (club === null || deployment === null || push === null || mistakes.length > 0)
    return fail({ reason: "mistakes", mistakes: sortMistakes(mistakes) });
  return succeed({
    club,
    clubOrigin: { path: clubPath, lineOf },
    deployment,
    sessions: sessions
      .flatMap(({ session }) => session ?? [])
      .toSorted((a, b) => a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1)),
    videos: videoFiles.flatMap(({ videos }) => videos),
    push,
    origins: new Map(sessions.flatMap((placed) => (placed.session ? [[placed.session.id, placed]] : []))),
  });
}

function blameFile(path: string, message: string): Mistake {
  return { path, line: 1, field: "file", message };
}

/** Each by itself, so that one wrong field does not hide what is repeated in another. */
const videoFields = z.object({
  replay: sessionFields.replay.catch([]),
  stream: z.optional(sessionFields.stream).catch(undefined),
  talks: sessionFields.talks.catch([]),
});

/** What no two sessions share, wrong ones too. */
type Key = "id" | "number" | "replay";

/** Sessions under one id, number or replay; each mistake names the first file, in their order, that has the value. */
function findRepeated(sessions: readonly PlacedSession[], field: Key, expected: string): Mistake[] {
  const firsts = new Map<string, string>();
  return sessions.flatMap(({ path, fields, lineOf }) => {
    const keys = toKeys(fields, field);
    const repeated = keys.filter(({ key }) => firsts.has(key));
    const mistakes = repeated.map(({ key, at }) => {
      const message = `"${key}" is the ${field} of ${firsts.get(key)} too, expected ${expected}`;
      return { path, line: lineOf(at), field: at, message };
    });
    for (const { key } of keys) if (!firsts.has(key)) firsts.set(key, path);
    return mistakes;
  });
}

/** Ids that were taken back. */
function findRetired(sessions: readonly PlacedSession[], retired: readonly string[]): Mistake[] {
  return sessions.flatMap(({ path, fields, lineOf }) => {
    const id = toKeys(fields, "id")[0]?.key;
    if (id === undefined || !retired.includes(id)) return [];
    const message = `"${id}" is retired in the club file, expected an id that was never used`;
    return [{ path, line: lineOf("id"), field: "id", message }];
  });
}

/** None where the value is wrong by itself, and for "replay: none". Of replays those of the talks and a stream, too. */
function toKeys(fields: ReadSession["fields"], field: Key): { key: string; at: string }[] {
  if (field === "replay") return toNamedIds(videoFields.parse(fields));
  const { success, data } = sessionFields[field].safeParse(fields[field]);
  return success && data !== undefined ? [{ key: String(data), at: field }] : [];
}
