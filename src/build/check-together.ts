/** What no file says alone: two sessions under one id, number or replay, and ids that were taken back. */
import type { Mistake } from "./mistake.ts";
import type { ReadSession } from "./session-file.ts";
import { sessionFields } from "./session-fields.ts";

/** A session file as read, with its path. */
export interface PlacedSession {
  path: string;
  read: ReadSession;
}

/** Each mistake names the first file that has the value; files count in the order given, wrong ones too. */
export function checkTogether(sessions: readonly PlacedSession[], retired: readonly string[]): Mistake[] {
  return [
    ...sessions.flatMap((placed) => checkRetired(placed, retired)),
    ...findRepeated(sessions, "id", toId, "one id for one session"),
    ...findRepeated(sessions, "number", toNumber, "one number for one session"),
    ...findRepeated(sessions, "replay", toVideoId, "one video for one session"),
  ];
}

type Unique = "id" | "number" | "replay";

function findRepeated(
  sessions: readonly PlacedSession[],
  field: Unique,
  toKey: (value: unknown) => string | null,
  expected: string,
): Mistake[] {
  const firsts = new Map<string, string>();
  const mistakes: Mistake[] = [];
  for (const { path, read } of sessions) {
    const key = toKey(read.fields[field]);
    if (key === null) continue;
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, path);
    else {
      const message = `"${key}" is the ${field} of ${first} too, expected ${expected}`;
      mistakes.push({ path, line: read.lineOf(field), field, message });
    }
  }
  return mistakes;
}

function checkRetired({ path, read }: PlacedSession, retired: readonly string[]): Mistake[] {
  const id = toId(read.fields["id"]);
  if (id === null || !retired.includes(id)) return [];
  const message = `"${id}" is retired in the club file, expected an id that was never used`;
  return [{ path, line: read.lineOf("id"), field: "id", message }];
}

/** A value that is wrong by itself is not compared. */
function toId(value: unknown): string | null {
  const id = sessionFields.id.safeParse(value);
  return id.success ? id.data : null;
}

function toNumber(value: unknown): string | null {
  const number = sessionFields.number.safeParse(value);
  return number.success ? String(number.data) : null;
}

function toVideoId(value: unknown): string | null {
  const replay = sessionFields.replay.safeParse(value);
  return replay.success && typeof replay.data === "object" ? replay.data.videoId : null;
}
