/** A form that makes the addresses of a narrower subscription; the page's script does the same while one chooses. */
import { ALARMS, type Alarm, type Selection } from "../programme/selection.ts";
import { toDuration } from "../wording/dates.ts";
import type { Language } from "../wording/language.ts";
import { ChoiceField, SelectionFields, type SelectionProps } from "./selection-fields.tsx";

export function SubscriptionBuilder({
  publication,
  selection,
  language,
}: SelectionProps & { language: Language }) {
  const words = language.words.subscribe;
  return (
    <details class="card" open={isNarrowed(selection)}>
      <summary>{words.narrow}</summary>
      <form action="/subscribe" method="get" class="fields" data-builder>
        <SelectionFields publication={publication} selection={selection} />
        <ChoiceField
          name="alarm"
          label={words.alarm}
          all={words.noAlarm}
          choices={ALARMS.map((alarm) => ({ value: String(alarm), label: toAlarmLabel(alarm, language) }))}
          chosen={selection.alarm === undefined ? undefined : String(selection.alarm)}
        />
        <label class="check">
          <input type="checkbox" name="cancelled" value="0" checked={!selection.cancelled} />{" "}
          {words.withoutCancelled}
        </label>
        <button type="submit">{words.make}</button>
        <p class="note" role="status" data-built></p>
      </form>
    </details>
  );
}

function isNarrowed({ show, tag, presenter, alarm, cancelled }: Selection): boolean {
  return show !== "all" || [tag, presenter, alarm].some((value) => value !== undefined) || !cancelled;
}

function toAlarmLabel(minutes: Alarm, language: Language): string {
  return language.words.subscribe.before(toDuration(minutes, language));
}
