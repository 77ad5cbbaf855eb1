/** The text of all data files to the club and its sessions, or to every mistake in them. Pure. */
import type { Club } from "../programme/club.ts";
import { fail, succeed, type Result } from "../programme/result.ts";
import type { Session } from "../programme/session.ts";
import { checkTogether, type PlacedSession } from "./check-together.ts";
import { readClubFile } from "./club-file.ts";
import type { DataFile } from "./data-text.ts";
import { sortMistakes, type Mistake } from "./mistake.ts";
import { readSessionFile } from "./session-file.ts";

/** Where a session or the club was read from; for warnings that name file and line. */
export interface Origin {
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
    ...ordered.filter(({ path }) => !isDataFile(path)).map(toStrayFile),
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

function isDataFile(path: string): boolean {
  return CLUB_FILE.test(path) || SESSION_FILE.test(path);
}

function toMissingClub(path: string): Mistake {
  return {
    path,
    line: 1,
    field: "file",
    message: "is missing, expected the club's name, site, time zone and so on",
  };
}

function toStrayFile({ path }: DataFile): Mistake {
  const message = 'is no session file, expected a name that ends in ".md"';
  return { path, line: 1, field: "file", message };
}

function sortSessions(sessions: readonly Session[]): Session[] {
  return sessions.toSorted((a, b) => a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1));
}
