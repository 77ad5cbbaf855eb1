/** What sessions, people and feeds are called. */
import type { Club } from "../programme/club.ts";
import type { PublishedProgramme } from "../programme/publication.ts";
import { toComparable, type Selection } from "../programme/selection.ts";
import type { Session } from "../programme/session.ts";
import { toLanguage, type Language } from "./language.ts";
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
export function toNameList(names: readonly string[], language: Language): string {
  return toNameParts(names, language)
    .map(({ text }) => text)
    .join("");
}

/** The same in pieces: the names, and what stands between them. English is written without `Intl`, see `dates.ts`. */
export function toNameParts(
  names: readonly string[],
  { locale }: Language,
): { isName: boolean; text: string }[] {
  const lines = toReadableLines(names);
  if (locale !== null) {
    return toListFormat(locale)
      .formatToParts(lines)
      .map(({ type, value }) => ({ isName: type === "element", text: value }));
  }
  return lines.flatMap((text, index) => {
    const between = index === lines.length - 1 ? " and " : ", ";
    return [...(index === 0 ? [] : [{ isName: false, text: between }]), { isName: true, text }];
  });
}

/**
 * What a feed or calendar is called: the club's name and what the selection narrows it to, "Example Reading Group:
 * replays, tagged Theory".
 *
 * @param selected the programme after the filters: tag and presenter are written as it writes them
 */
export function toName(
  club: Pick<Club, "name" | "language">,
  selected: PublishedProgramme,
  selection: Selection,
): string {
  const { colon, names: words } = toLanguage(club.language).words;
  const { show, tag, presenter, q, year, ids } = selection;
  const parts = [
    ...(show === "all" || show === "next" ? [] : [words[show]]),
    ...(tag === undefined ? [] : [words.tagged(spell(tag, selected, ({ tags }) => tags))]),
    ...(presenter === undefined
      ? []
      : [
          words.presentedBy(
            spell(presenter, selected, ({ presenters }) => presenters.map(({ name }) => name)),
          ),
        ]),
    ...(q === undefined ? [] : [words.about(toLine(q))]),
    ...(year === undefined ? [] : [words.inYear(year)]),
    ...(ids === undefined ? [] : [words.starred]),
  ];
  const name = toLine(club.name);
  return parts.length === 0 ? name : name + colon + parts.join(words.between);
}

/** Making one costs much more than using it. */
const listFormats = new Map<string, Intl.ListFormat>();

function toListFormat(locale: string): Intl.ListFormat {
  const format = listFormats.get(locale) ?? new Intl.ListFormat(locale, { type: "conjunction" });
  listFormats.set(locale, format);
  return format;
}

/** A name as the first session has it that has it. */
function spell(
  wanted: string,
  { sessions }: PublishedProgramme,
  toNames: (session: Session) => readonly string[],
): string {
  const comparable = toComparable(wanted);
  for (const { session } of sessions) {
    const found = toNames(session).find((name) => toComparable(name) === comparable);
    if (found !== undefined) return toLine(found);
  }
  return toLine(wanted);
}
