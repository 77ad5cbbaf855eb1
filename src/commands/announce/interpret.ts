/** A draft to what it says: a session as announced, or every reason why it cannot be read. */
import type { Paper, Presenter } from "../../programme/session.ts";
import { valuesOf, type Draft } from "./draft.ts";
import { CALLED_OFF, isCutOff, splitLead, toCalledOff, unwrap, type Remark } from "./line.ts";
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
  const join = readJoin(reading);
  refused.push(...reading.refused);
  if (when === null || reading.refused.length > 0) return null;
  const { firstLine, lastLine, form, body } = draft;
  const isCut = form === "post" && presenters.length === 0;
  return {
    firstLine,
    lastLine,
    ...when,
    number: readNumber(reading),
    title,
    presenters,
    papers,
    join,
    location: valuesOf(draft, "location").find(({ text }) => text !== "" && !ADDRESS.test(text))?.text,
    abstract: toMarkdown(body, form),
    missing: [
      ...(isCutOff(title) ? ["the end of the title"] : []),
      ...(isCut ? ["presenters", "the end of the post"] : []),
    ],
    warnings: reading.warnings,
  };
}

function readTitle({ draft: { labels, firstLine: line }, refused }: Reading): string {
  const written = labels.find(({ name }) => name === "title")?.value.text ?? "";
  const title = unwrap(splitLead(written).rest).replace(/\s+/g, " ");
  if (title === "")
    refused.push({ line, message: "the announcement has no title, expected one after the date" });
  if (CALLED_OFF.test(title)) refused.push({ line, message: toCalledOff(`"${title}"`) });
  return title;
}

function readNumber({ draft }: Reading): number | undefined {
  const digits = /^#?\s*(\d{1,4})$/.exec(valuesOf(draft, "number")[0]?.text ?? "")?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function readPresenters(reading: Reading): Presenter[] {
  const { draft, warnings, refused } = reading;
  const said = draft.sentences.map(({ line, said: { names } }) => ({ number: line.number, text: names }));
  const people = [...said, ...valuesOf(draft, "presenters")].flatMap(
    ({ number, text }) => note(reading, number, parsePeople(text))?.people ?? [],
  );
  if (people.length === 0 && draft.form === "mail" && refused.length === 0)
    warnings.push({ line: draft.firstLine, message: "no line says who presents" });
  const named = Map.groupBy(people, ({ name }) => name);
  return [...named.values()].map((mentions) => mentions.reduce((known, one) => ({ ...known, ...one })));
}

/** The first address after "Meeting link:", else one of a meeting service on another line. */
function readJoin({ draft, warnings }: Reading): string | undefined {
  const labelled = valuesOf(draft, "join");
  const others = [
    ...draft.links,
    ...valuesOf(draft, "time"),
    ...valuesOf(draft, "location"),
    ...draft.sentences.map(({ line }) => line),
  ].filter(({ text }) => MEETING.test(text));
  const address = [...labelled, ...others]
    .map(({ text }) => ADDRESS.exec(text)?.[0])
    .find((found) => found !== undefined && !found.includes("…"));
  const site = toSite(address ?? "");
  const [first] = labelled;
  if (site === null && first !== undefined) {
    const message = `"${first.text}" is no web address: the meeting link was left out`;
    warnings.push({ line: first.number, message });
  }
  return site ?? undefined;
}

const ADDRESS =
  /https?:\/\/[^\s)\]>"”]+|\b(?:[\w-]+\.)*(?:zoom\.us|meet\.google\.com|teams\.microsoft\.com|webex\.com|meet\.jit\.si|whereby\.com)\/[^\s)\]>"”]+/i;
const MEETING =
  /\b(?:zoom\.us|zoom\.com|zoomgov\.com|meet\.google\.com|teams\.microsoft\.com|teams\.live\.com|webex\.com|meet\.jit\.si|whereby\.com|gather\.town)\//i;
