/** Who presents, by labels and sentences. */
import type { Presenter } from "../../../programme/session.ts";
import { valuesOf } from "../drafts/draft.ts";
import { isToBeAnnounced, toNarrow } from "../lines/line.ts";
import { parsePeople } from "./people.ts";
import { note, type Reading } from "../reading.ts";

/** A calendar's list of who is invited. */
const GUESTS = /^(?:[^\s@,]+@[^\s@,]+(?:,\s*|$))+$|\s-\s(?:organi[sz]er|creator|optional)$/i;

/** Each person once, with everything that is said of them. */
export function readPresenters(reading: Reading): Presenter[] {
  const { draft, warnings, refused, leftOver } = reading;
  const said = draft.sentences.map(({ line, said: { names } }) => ({ number: line.number, text: names }));
  const labelled = draft.labels
    .filter(({ name }) => name === "presenters")
    .map(({ value, isMany = false }) => ({ ...value, isMany }));
  const lines = [...said.map((line) => ({ ...line, isMany: false })), ...labelled];
  const known = lines.filter(({ text }) => text !== "" && !isToBeAnnounced(text) && !GUESTS.test(text));
  const people = known.flatMap(({ number, text, isMany }) => {
    const read = note(reading, number, parsePeople(text, isMany));
    leftOver.push(...(read?.leftOver ?? []).map((words) => ({ number, text: words })));
    return read?.people ?? [];
  });
  if (people.length === 0 && draft.form === "mail" && refused.length === 0)
    warnings.push({ line: draft.firstLine, message: "no line says who presents" });
  const named = Map.groupBy(people, ({ name }) => name);
  const presenters = [...named.values()].map((mentions) =>
    mentions.reduce((before, one) => ({ ...before, ...one })),
  );
  return withAffiliation(reading, presenters);
}

/** "Affiliation: …" is that of the one who presents; of several it cannot be told whose. */
function withAffiliation({ draft, leftOver }: Reading, presenters: Presenter[]): Presenter[] {
  const [line] = valuesOf(draft, "affiliation").filter(({ text }) => text !== "");
  const [only, second] = presenters;
  if (line === undefined) return presenters;
  if (only === undefined || second !== undefined || only.affiliation !== undefined) {
    if (only?.affiliation !== line.text) leftOver.push(line);
    return presenters;
  }
  return [{ ...only, affiliation: toNarrow(line.text) }];
}
