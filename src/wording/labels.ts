/** What sessions, people and feeds are called. */
import type { Club } from "../programme/club.ts";
import type { PublishedProgramme } from "../programme/publication.ts";
import { toComparable, type Selection } from "../programme/selection.ts";
import type { Session } from "../programme/session.ts";
import { toLine, toReadableLines, toTitle } from "./text.ts";

/**
 * "S21: Title", or the title where the session has no number; its id where there is nothing to read in the title.
 *
 * @param title another than the session's own, as it was when a notice was made
 */
export function toLabel(
  { id, number, title }: Pick<Session, "id" | "number" | "title">,
  titleThen: string = title,
): string {
  const words = toTitle(titleThen, id);
  return number === undefined ? words : `S${number}: ${words}`;
}

/** "Ada Example, Grace Example and Max Example". */
export function toNameList(names: readonly string[]): string {
  const lines = toReadableLines(names);
  if (lines.length < 2) return lines.join("");
  return `${lines.slice(0, -1).join(", ")} and ${lines.at(-1)}`;
}

/**
 * What a feed or calendar is called: the club's name and what the selection narrows it to, "Example Reading Group:
 * replays, tagged Theory".
 *
 * @param selected the programme after the filters: tag and presenter are written as it writes them
 */
export function toName(club: Pick<Club, "name">, selected: PublishedProgramme, selection: Selection): string {
  const { show, tag, presenter, q, year } = selection;
  const sessions = selected.sessions.map(({ session }) => session);
  const tags = sessions.flatMap((session) => session.tags);
  const names = sessions.flatMap(({ presenters }) => presenters.map(({ name }) => name));
  const parts = [
    ...(show === "all" ? [] : [show]),
    ...(tag === undefined ? [] : [`tagged ${spell(tag, tags)}`]),
    ...(presenter === undefined ? [] : [`presented by ${spell(presenter, names)}`]),
    ...(q === undefined ? [] : [`about ${toLine(q)}`]),
    ...(year === undefined ? [] : [`in ${year}`]),
  ];
  const name = toLine(club.name);
  return parts.length === 0 ? name : `${name}: ${parts.join(", ")}`;
}

function spell(wanted: string, spellings: readonly string[]): string {
  return toLine(spellings.find((spelling) => toComparable(spelling) === toComparable(wanted)) ?? wanted);
}
