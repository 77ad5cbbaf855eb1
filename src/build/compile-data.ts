/** The text of all data files to the club and its sessions, or to every mistake in them. Pure. */
import type { Club } from "../programme/club.ts";
import { fail, succeed, type Result } from "../programme/result.ts";
import type { Session } from "../programme/session.ts";
import { readClubFile } from "./club-file.ts";
import type { DataFile } from "./data-file.ts";
import { sortMistakes, type Mistake } from "./mistake.ts";
import { sessionFields } from "./session-fields.ts";
import { readSessionFile, type ReadSession } from "./session-file.ts";

/** Where a session or the club was read from; for warnings that name file and line. */
interface Origin {
  path: string;
  lineOf: (field: string) => number;
}

export interface CompiledFiles {
  club: Club;
  clubOrigin: Origin;
  /** By `startsAt`, then id. */
  sessions: Session[];
  /** By session id. */
  origins: ReadonlyMap<string, Origin>;
}

/** A session file as read, with its path. */
interface PlacedSession {
  path: string;
  read: ReadSession;
}

/** Every mistake of every file, by file and line; never empty. */
export type DataMistakes = { reason: "mistakes"; mistakes: Mistake[] };

const CLUB_FILE = /(?:^|\/)club\.yaml$/;
const SESSION_FILE = /\.md$/;
const NO_SESSION = /(?:^|\/)README\.md$/i;

/**
 * Compile data files.
 *
 * @param files in any order: one `club.yaml`; every other `.md` but a README is a session; anything else is a mistake
 * @param folder the folder they come from, for the message that the club file is missing
 */
export function compileData(
  files: readonly DataFile[],
  folder = "data",
): Result<CompiledFiles, DataMistakes> {
  const ordered = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const unread = ordered.filter(({ isNoPlainFile }) => isNoPlainFile).map(toUnread);
  if (unread.length > 0) return fail({ reason: "mistakes", mistakes: unread });
  const clubFile = ordered.find(({ path }) => CLUB_FILE.test(path));
  const clubPath = clubFile?.path ?? `${folder}/club.yaml`;
  const club = readClubFile(clubFile?.text ?? "");
  const sessions = ordered
    .filter(({ path }) => SESSION_FILE.test(path) && !NO_SESSION.test(path))
    .map(({ path, text }): PlacedSession => ({ path, read: readSessionFile(text, club.defaults) }));

  const mistakes = [
    ...(clubFile === undefined
      ? [toMissingClub(clubPath)]
      : club.mistakes.map((found) => ({ path: clubPath, ...found }))),
    ...ordered.flatMap(findStray),
    ...sessions.flatMap(({ path, read }) => read.mistakes.map((found) => ({ path, ...found }))),
    ...checkTogether(sessions, club.defaults.retired),
  ];
  if (club.club === null || mistakes.length > 0)
    return fail({ reason: "mistakes", mistakes: sortMistakes(mistakes) });
  return succeed({
    club: club.club,
    clubOrigin: { path: clubPath, lineOf: club.lineOf },
    sessions: sortSessions(sessions.flatMap(({ read }) => read.session ?? [])),
    origins: new Map(
      sessions.flatMap(({ path, read }) =>
        read.session === null ? [] : [[read.session.id, { path, lineOf: read.lineOf }] as const],
      ),
    ),
  });
}

function toMissingClub(path: string): Mistake {
  const message = "is missing, expected the club's name, site, time zone and so on";
  return { path, line: 1, field: "file", message };
}

function toUnread({ path }: DataFile): Mistake {
  return { path, line: 1, field: "file", message: "is a link or no file, expected the file itself" };
}

function findStray({ path }: DataFile): Mistake[] {
  if (CLUB_FILE.test(path) || SESSION_FILE.test(path)) return [];
  const message = 'is no session file, expected a name that ends in ".md"';
  return [{ path, line: 1, field: "file", message }];
}

function sortSessions(sessions: readonly Session[]): Session[] {
  return sessions.toSorted((a, b) => a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1));
}

/**
 * What no file says alone: two sessions under one id, number or replay, and ids that were taken back.
 *
 * Each mistake names the first file that has the value; files count in the order given, wrong ones too.
 */
function checkTogether(sessions: readonly PlacedSession[], retired: readonly string[]): Mistake[] {
  return [
    ...sessions.flatMap((placed) => checkRetired(placed, retired)),
    ...findRepeated(sessions, "id", "one id for one session"),
    ...findRepeated(sessions, "number", "one number for one session"),
    ...findRepeated(sessions, "replay", "one video for one session"),
  ];
}

type Key = "id" | "number" | "replay";

function findRepeated(sessions: readonly PlacedSession[], field: Key, expected: string): Mistake[] {
  const firsts = new Map<string, string>();
  return sessions.flatMap(({ path, read }) => {
    const key = toKey(read, field);
    const first = firsts.get(key ?? "");
    if (key !== null && first === undefined) firsts.set(key, path);
    if (first === undefined) return [];
    const message = `"${key}" is the ${field} of ${first} too, expected ${expected}`;
    return [{ path, line: read.lineOf(field), field, message }];
  });
}

function checkRetired({ path, read }: PlacedSession, retired: readonly string[]): Mistake[] {
  const id = toKey(read, "id");
  if (id === null || !retired.includes(id)) return [];
  const message = `"${id}" is retired in the club file, expected an id that was never used`;
  return [{ path, line: read.lineOf("id"), field: "id", message }];
}

/** A value that no two sessions share; null where it is wrong by itself, and for "replay: none". */
function toKey({ fields }: ReadSession, field: Key): string | null {
  const { success, data } = sessionFields[field].safeParse(fields[field]);
  if (!success || (field === "replay" && data === "none")) return null;
  return typeof data === "object" ? data.videoId : String(data);
}
