/** Form fields for the parameters that feeds, calendar and pages share. */
import type { PublishedProgramme } from "../programme/revision.ts";
import type { Selection, Show } from "../programme/selection.ts";
import { toChoices, type Choice } from "./choices.ts";

/** A choice of one among many; the first option asks for all. */
export function ChoiceField({
  name,
  label,
  all,
  choices,
  chosen,
}: {
  name: string;
  label: string;
  all: string;
  choices: readonly Choice[];
  /** The value chosen now; listed even when the programme has none such. */
  chosen: string | undefined;
}) {
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

const SHOW_CHOICES: { value: Show; label: string }[] = [
  { value: "all", label: "Sessions and replays" },
  { value: "sessions", label: "Sessions only" },
  { value: "replays", label: "Replays only" },
];

function ShowField({ chosen }: { chosen: Show }) {
  return (
    <label class="field">
      <span>Show</span>
      <select name="show">
        {SHOW_CHOICES.map(({ value, label }) => (
          <option value={value === "all" ? "" : value} selected={value === chosen}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What every form here asks: what to show, which tag, which presenter. */
export function SelectionFields({
  programme,
  selection,
}: {
  programme: PublishedProgramme;
  selection: Selection;
}) {
  const { tags, presenters } = toChoices(programme);
  return (
    <>
      <ShowField chosen={selection.show} />
      <ChoiceField name="tag" label="Tag" all="All tags" choices={tags} chosen={selection.tag} />
      <ChoiceField
        name="presenter"
        label="Presenter"
        all="All presenters"
        choices={presenters}
        chosen={selection.presenter}
      />
    </>
  );
}
