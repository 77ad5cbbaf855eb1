/** A draft to what it says: a session as announced, or every reason why it cannot be read. */
import type { Paper, Presenter } from "../../programme/session.ts";
import { valuesOf, type Draft } from "./draft.ts";
import { CALLED_OFF, isCutOff, splitLead, toCalledOff, unwrap, type Line, type Remark } from "./line.ts";
import { readPapers } from "./papers.ts";
import { parsePeople, toSite } from "./people.ts";
import { note, readWhen, type ClubContext, type Reading, type When } from "./when.ts";
import { toMarkdown } from "./markdown.ts";

/** A session as one announcement has it. */
export interface Announced extends When {
  firstLine: number;
  lastLine: number;
  number: number | undefined;
  title: string;
  presenters: Presenter[];
  papers: Paper[];
  join: string | undefined;
  location: string | undefined;
  /** Markdown; "" where there is none. */
  abstract: string;
  /** What a whole announcement would have: a cut copy lacks it. */
  missing: string[];
  warnings: Remark[];
}

/** @returns null where the draft is refused: why, is added to `refused` */
export function interpret(draft: Draft, context: ClubContext, refused: Remark[]): Announced | null {
  const reading: Reading = { draft, context, warnings: [], refused: [] };
  const title = readTitle(reading);
  const when = readWhen(reading);
  const presenters = readPresenters(reading);
  const papers = readPapers(reading, title);
  const place = readPlace(reading);
  refused.push(...reading.refused);
  if (when === null || reading.refused.length > 0) return null;
  return {
    firstLine: draft.firstLine,
    lastLine: draft.lastLine,
    ...when,
    number: draft.number ?? readNumber(draft),
    title,
    presenters,
    papers,
    ...place,
    abstract: toMarkdown(draft.body, draft.form),
    missing: findMissing(draft, title, presenters),
    warnings: reading.warnings,
  };
}

function readTitle({ draft, refused }: Reading): string {
  const [labelled] = valuesOf(draft, "title");
  const line = draft.title ?? labelled;
  const title = unwrap(splitLead(line?.text ?? "").rest).replace(/\s+/g, " ");
  if (title === "")
    refused.push({
      line: draft.firstLine,
      message: "the announcement has no title, expected one after the date",
    });
  if (CALLED_OFF.test(title)) refused.push({ line: draft.firstLine, message: toCalledOff(`"${title}"`) });
  return title;
}

function readPresenters(reading: Reading): Presenter[] {
  const { draft, warnings, refused } = reading;
  const said = draft.sentences.map(({ line, said: { names } }) => ({ number: line.number, text: names }));
  const people: Presenter[] = [];
  for (const { number, text } of [...said, ...valuesOf(draft, "presenters")]) {
    for (const person of note(reading, number, parsePeople(text))?.people ?? []) {
      const known = people.find(({ name }) => name === person.name);
      if (known === undefined) people.push(person);
      else Object.assign(known, person);
    }
  }
  if (people.length === 0 && draft.form === "mail" && refused.length === 0)
    warnings.push({ line: draft.firstLine, message: "no line says who presents" });
  return people;
}

function readPlace({ draft, warnings }: Reading): Pick<Announced, "join" | "location"> {
  const labelled = valuesOf(draft, "join");
  const locations = valuesOf(draft, "location");
  const sentences = draft.sentences.map(({ line }) => line);
  const join = findJoin(labelled, [...draft.links, ...draft.when, ...locations, ...sentences]);
  const [first] = labelled;
  if (join === null && first !== undefined)
    warnings.push({
      line: first.number,
      message: `"${first.text}" is no web address: the meeting link was left out`,
    });
  const location = locations.find(({ text }) => text !== "" && !ADDRESS.test(text))?.text;
  return { join: join ?? undefined, location };
}

function readNumber(draft: Draft): number | undefined {
  const found = /^#?\s*(\d{1,4})$/.exec(valuesOf(draft, "number")[0]?.text ?? "")?.[1];
  return found === undefined ? undefined : Number(found);
}

function findMissing(draft: Draft, title: string, presenters: readonly Presenter[]): string[] {
  const missing: string[] = [];
  if (isCutOff(title)) missing.push("the end of the title");
  if (draft.form === "post" && presenters.length === 0) missing.push("presenters", "the end of the post");
  return missing;
}

const ADDRESS =
  /https?:\/\/[^\s)\]>"”]+|\b(?:[\w-]+\.)*(?:zoom\.us|meet\.google\.com|teams\.microsoft\.com|webex\.com|meet\.jit\.si|whereby\.com)\/[^\s)\]>"”]+/i;
const MEETING =
  /\b(?:zoom\.us|zoom\.com|zoomgov\.com|meet\.google\.com|teams\.microsoft\.com|teams\.live\.com|webex\.com|meet\.jit\.si|whereby\.com|gather\.town)\//i;

/** The first address after "Meeting link:", else one of a meeting service on another line; null where there is none. */
function findJoin(labelled: readonly Line[], others: readonly Line[]): string | null {
  const found = [...labelled, ...others.filter(({ text }) => MEETING.test(text))].map(
    ({ text }) => ADDRESS.exec(text)?.[0],
  );
  const address = found.find((candidate) => candidate !== undefined && !candidate.includes("…"));
  return address === undefined ? null : toSite(address);
}
