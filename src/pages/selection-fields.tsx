/** Form fields for the parameters that feeds, calendar and pages share. */
import type { Publication } from "../programme/publication.ts";
import { SHOWS, toComparable, type Selection, type Show } from "../programme/selection.ts";
import { toLanguage } from "../wording/language.ts";
import type { Messages } from "../wording/messages/en.ts";

interface Choice {
  /** As addresses say it. */
  value: string;
  /** As the programme first spells it. */
  label: string;
}

interface ChoiceProps {
  name: string;
  label: string;
  all: string;
  choices: readonly Choice[];
  /** The value chosen now; listed even when the programme has none such. */
  chosen: string | undefined;
}

/** A choice of one among many; the first option asks for all. */
export function ChoiceField({ name, label, all, choices, chosen }: ChoiceProps) {
  const isUnknown = chosen !== undefined && !choices.some(({ value }) => value === chosen);
  return (
    <label class="field">
      <span>{label}</span>
      <select name={name}>
        <option value="">{all}</option>
        {isUnknown && (
          <option value={chosen} selected>
            {chosen}
          </option>
        )}
        {choices.map(({ value, label: text }) => (
          <option value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

function ShowField({ chosen, words }: { chosen: Show; words: Messages["choice"] }) {
  return (
    <label class="field">
      <span>{words.show}</span>
      <select name="show">
        {SHOWS.map((value) => (
          <option value={value === "all" ? "" : value} selected={value === chosen}>
            {words[value]}
          </option>
        ))}
      </select>
    </label>
  );
}

export interface SelectionProps {
  publication: Publication;
  selection: Selection;
}

/** What every form here asks: what to show, which tag, which presenter. */
export function SelectionFields({ publication, selection }: SelectionProps) {
  const sessions = publication.programme.sessions.map(({ session }) => session);
  const tags = toDistinct(sessions.flatMap((session) => session.tags));
  const presenters = toDistinct(sessions.flatMap((session) => session.presenters.map(({ name }) => name)));
  const { choice } = toLanguage(publication.club.language).words;
  return (
    <>
      <ShowField chosen={selection.show} words={choice} />
      <ChoiceField name="tag" label={choice.tag} all={choice.allTags} choices={tags} chosen={selection.tag} />
      <ChoiceField
        name="presenter"
        label={choice.presenter}
        all={choice.allPresenters}
        choices={presenters}
        chosen={selection.presenter}
      />
    </>
  );
}

/** What a list offers at most: more nobody reads, and a thousand names would weigh as much as the page. Search knows all. */
const MAX_CHOICES = 50;

/** Each tag or presenter once, in the order of the alphabet; of too many those that there is most of. */
function toDistinct(labels: readonly string[]): Choice[] {
  const byValue = new Map<string, Choice & { count: number }>();
  // Most are there many times, in the same spelling.
  for (const [label, count] of countEach(labels)) {
    const value = toComparable(label);
    if (value === "") continue;
    const known = byValue.get(value);
    if (known === undefined) byValue.set(value, { value, label, count });
    else known.count += count;
  }
  // Of those with as many the newest: sessions come in the order of their dates.
  const most = [...byValue.values()].toReversed().toSorted((a, b) => b.count - a.count);
  // By code unit of the folded text: the same order on every machine.
  return most.slice(0, MAX_CHOICES).toSorted((a, b) => (a.value < b.value ? -1 : 1));
}

/** In the order in which they first come. */
function countEach(labels: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}
