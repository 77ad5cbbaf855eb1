/** What a visitor can narrow the programme to: its tags and presenters. */
import type { PublishedProgramme } from "../programme/revision.ts";
import { toComparable } from "../programme/selection.ts";

export interface Choice {
  /** As addresses say it. */
  value: string;
  /** As the programme first spells it. */
  label: string;
}

export interface Choices {
  tags: Choice[];
  presenters: Choice[];
}

/** Every tag and presenter once, in the order of the alphabet. */
export function toChoices({ sessions }: PublishedProgramme): Choices {
  return {
    tags: toDistinct(sessions.flatMap(({ session }) => session.tags)),
    presenters: toDistinct(sessions.flatMap(({ session }) => session.presenters.map(({ name }) => name))),
  };
}

function toDistinct(labels: readonly string[]): Choice[] {
  const byValue = new Map<string, Choice>();
  for (const label of labels) {
    const value = toComparable(label);
    if (value !== "" && !byValue.has(value)) byValue.set(value, { value, label });
  }
  // By code unit of the folded text: the same order on every machine.
  return [...byValue.values()].toSorted((a, b) => (a.value < b.value ? -1 : 1));
}
