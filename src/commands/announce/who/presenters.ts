/** Who presents, by labels and sentences. */
import type { Presenter } from "../../../programme/session.ts";
import { valuesOf, type Draft, type DraftLabel } from "../drafts/draft.ts";
import { isToBeAnnounced, toNarrow } from "../lines/line.ts";
import { parsePeople } from "./people.ts";
import { note, type Reading } from "../reading.ts";

/** A calendar's list of who is invited. */
const GUESTS = /^(?:[^\s@,]+@[^\s@,]+(?:,\s*|$))+$|\s-\s(?:organi[sz]er|creator|optional)$/i;

/** Each person once, with everything that is said of them. */
export function readPresenters(reading: Reading): Presenter[] {
  const { draft, warnings, refused, leftOver } = reading;
  const said = draft.sentences.map(({ line, said: { names } }) => ({ number: line.number, text: names }));
  const labelled = findPresenting(draft).map(({ value, isMany = false }) => ({ ...value, isMany }));
  const lines = [...said.map((line) => ({ ...line, isMany: false })), ...labelled];
  const known = lines.filter(({ text }) => text !== "" && !isToBeAnnounced(text) && !GUESTS.test(text));
  const people = known.flatMap(({ number, text, isMany }) => {
    const read = note(reading, number, parsePeople(text, isMany));
    if (read !== null && isOfLastAlone(read.people)) {
      const { name, affiliation } = read.people.at(-1) ?? { name: "" };
      warnings.push({ line: number, message: `${JSON.stringify(affiliation)} is taken for ${name} alone` });
    }
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

/** The labels that say who presents; a discussant does so only where nobody else is named. */
function findPresenting({ labels, omitted }: Draft): DraftLabel[] {
  const named = labels.filter(({ name }) => name === "presenters");
  const presenting = named.filter(({ role }) => role === undefined);
  if (presenting.length === 0) return named;
  for (const { role, value } of named)
    if (role !== undefined) omitted.push({ number: value.number, text: `${role}: ${value.text}` });
  return presenting;
}

/** "Ada Example and Bob Sample (MIT)": whose the affiliation is cannot be told for sure. */
function isOfLastAlone(people: readonly Presenter[]): boolean {
  const last = people.at(-1);
  return (
    people.length > 1 &&
    last?.affiliation !== undefined &&
    people.every((one) => one === last || (one.affiliation ?? one.x ?? one.url) === undefined)
  );
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
