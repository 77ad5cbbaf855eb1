/** The transcripts of a club's folder: `transcripts/ID.vtt` or `.srt`, each of the session with that id. */
import { createHash } from "node:crypto";
import { lstat, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { DataFile } from "./data-file.ts";
import { sortMistakes, type Mistake } from "./mistake.ts";
import { readTranscriptFile, TRANSCRIPT_FILE } from "./transcript-file.ts";

export const TRANSCRIPTS_FOLDER = "transcripts";

/** Enough of a hash to tell two transcripts apart. */
const MARK_CHARACTERS = 16;

/** A transcript as the Worker fetches it. */
export interface CompiledTranscript {
  /** JSON of Cue[]. */
  text: string;
  /** Equal for equal text. */
  mark: string;
}

export interface CompiledTranscripts {
  /** By session id. */
  transcripts: Map<string, CompiledTranscript>;
  mistakes: Mistake[];
}

/** Read the files below `transcripts/`; dot files and editors' backups are passed over, links are not followed. */
export async function readTranscriptFolder(folder: string): Promise<DataFile[]> {
  const transcripts = join(folder, TRANSCRIPTS_FOLDER);
  const found = await lstat(transcripts).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (found === null) return [];
  if (!found.isDirectory())
    return [{ path: `${folder}/${TRANSCRIPTS_FOLDER}`, text: "", isNoPlainFile: true }];
  const entries = await readdir(transcripts);
  const names = entries.filter((name) => !/^\.|~$/.test(name)).toSorted();
  return await Promise.all(
    names.map(async (name): Promise<DataFile> => {
      const path = `${folder}/${TRANSCRIPTS_FOLDER}/${name}`;
      return (await lstat(path)).isFile()
        ? { path, text: await readFile(path, "utf8") }
        : { path, text: "", isNoPlainFile: true };
    }),
  );
}

/**
 * Compile transcripts. Pure.
 *
 * @param sessionIds whose transcripts there can be
 */
export function compileTranscripts(
  files: readonly DataFile[],
  sessionIds: ReadonlySet<string>,
): CompiledTranscripts {
  const transcripts = new Map<string, CompiledTranscript>();
  const mistakes = files.flatMap((file): Mistake[] => {
    const name = file.path.slice(file.path.lastIndexOf("/") + 1);
    const id = name.replace(TRANSCRIPT_FILE, "");
    const problem = findProblem(file, { name, id, sessionIds, isKnown: transcripts.has(id) });
    if (problem !== null) return [{ path: file.path, line: 1, field: "file", message: problem }];
    const { cues, mistakes: own } = readTranscriptFile(file.text, name.endsWith(".srt"));
    const text = JSON.stringify(cues);
    transcripts.set(id, { text, mark: toMark(text) });
    return own.map((mistake) => ({ path: file.path, ...mistake }));
  });
  return { transcripts, mistakes: sortMistakes(mistakes) };
}

interface Named {
  name: string;
  id: string;
  sessionIds: ReadonlySet<string>;
  isKnown: boolean;
}

function findProblem({ isNoPlainFile }: DataFile, { name, id, sessionIds, isKnown }: Named): string | null {
  if (isNoPlainFile === true) return "is a link or no file, expected the file itself";
  if (!TRANSCRIPT_FILE.test(name)) return 'is no transcript, expected a name that ends in ".vtt" or ".srt"';
  if (!sessionIds.has(id)) return `"${id}" is no session, expected the id of one before the ending`;
  return isKnown ? `"${id}" has two transcripts, expected one` : null;
}

function toMark(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, MARK_CHARACTERS);
}
