/** What a feed or calendar is called. */
import type { Club } from "../programme/club.ts";
import type { PublishedProgramme } from "../programme/revision.ts";
import { toComparable, type Selection } from "../programme/selection.ts";
import { toLine } from "./text.ts";

/**
 * The club's name and what the selection narrows it to: "Example Reading Group: replays, tagged Theory".
 *
 * @param selected the programme after the filters: tag and presenter are written as it writes them
 */
export function toName(club: Pick<Club, "name">, selected: PublishedProgramme, selection: Selection): string {
  const { show, tag, presenter } = selection;
  const sessions = selected.sessions.map(({ session }) => session);
  const parts: string[] = [];
  if (show !== "all") parts.push(show);
  if (tag !== undefined)
    parts.push(
      `tagged ${spell(
        tag,
        sessions.flatMap(({ tags }) => tags),
      )}`,
    );
  if (presenter !== undefined) {
    const names = sessions.flatMap(({ presenters }) => presenters.map(({ name }) => name));
    parts.push(`presented by ${spell(presenter, names)}`);
  }
  const name = toLine(club.name);
  return parts.length === 0 ? name : `${name}: ${parts.join(", ")}`;
}

function spell(wanted: string, spellings: readonly string[]): string {
  return toLine(spellings.find((spelling) => toComparable(spelling) === toComparable(wanted)) ?? wanted);
}
