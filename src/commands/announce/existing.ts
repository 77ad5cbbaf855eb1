/** Which session file an announced session already has. */
import type { Session } from "../../programme/session.ts";
import type { Announced } from "./interpret.ts";

export interface ExistingSession {
  path: string;
  text: string;
  session: Session;
}

export type Found =
  | { existing: ExistingSession; by: "number" | "title" | "paper" }
  | { candidates: ExistingSession[] };

/** Find by number, then title, then paper; the same day decides between several. Several left are returned as such. */
export function findExisting(announced: Announced, sessions: readonly ExistingSession[]): Found {
  const rules = [
    [
      "number",
      ({ session }: ExistingSession) => announced.number !== undefined && session.number === announced.number,
    ],
    ["title", ({ session }: ExistingSession) => toKey(session.title) === toKey(announced.title)],
    ["paper", (existing: ExistingSession) => hasPaper(announced, existing)],
  ] as const;
  for (const [by, isMatch] of rules) {
    const matches = sessions.filter(isMatch);
    const sameDay = matches.filter(({ session }) => session.date === announced.date);
    const [only, second] = sameDay.length > 0 ? sameDay : matches;
    if (only !== undefined && second === undefined) return { existing: only, by };
    if (only !== undefined) return { candidates: matches };
  }
  return { candidates: [] };
}

function hasPaper({ papers }: Announced, { session }: ExistingSession): boolean {
  return papers.some(({ title, arxiv }) =>
    session.papers.some(
      (known) => (arxiv !== undefined && known.arxiv === arxiv) || toKey(known.title) === toKey(title),
    ),
  );
}

/**
 * The next free id: the number after the highest of ids such as "s21" (or 1), as the newest of them are written.
 *
 * @param used ids of sessions and retired ids
 */
export function toNextId(used: readonly string[], number?: number): string {
  const numbered = used.flatMap((id) => {
    const [, prefix = "", digits] = /^([a-z][a-z-]*?)(\d{1,4})$/.exec(id) ?? [];
    return digits === undefined
      ? []
      : [{ prefix, number: Number(digits), width: digits.startsWith("0") ? digits.length : 1 }];
  });
  const last = numbered.toSorted((a, b) => b.number - a.number)[0] ?? { prefix: "s", number: 0, width: 1 };
  const toId = (candidate: number): string => last.prefix + String(candidate).padStart(last.width, "0");
  if (number !== undefined && !used.includes(toId(number))) return toId(number);
  let next = last.number + 1;
  while (used.includes(toId(next))) next += 1;
  return toId(next);
}

function toKey(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
