/** A draft to what it says: a session as announced, or every reason why it cannot be read. */
import type { Paper, Presenter } from "../../programme/session.ts";
import { valuesOf, type Draft } from "./drafts/draft.ts";
import { readFreeLines } from "./free-lines.ts";
import { isCalledOff, toCalledOff } from "./drafts/called-off.ts";
import { isCutOff, splitLead, type Line, type Remark } from "./lines/line.ts";
import { toMarkdown } from "./lines/markdown.ts";
import { readMaterial } from "./what/material.ts";
import { readPapers } from "./what/papers.ts";
import { readPlace } from "./where/place.ts";
import { readPresenters } from "./who/presenters.ts";
import { checkTitle, readTitle, toPaperTitle } from "./what/read-title.ts";
import { findUnread } from "./sentence.ts";
import { findName, withoutNames } from "./what/title.ts";
import { readWhen, type When } from "./when/when.ts";
import { type ClubContext, type Reading } from "./reading.ts";

/** A session as one announcement has it. */
export interface Announced extends When {
  firstLine: number;
  lastLine: number;
  number: number | undefined;
  title: string;
  presenters: Presenter[];
  papers: Paper[];
  join: string | undefined;
  /** Of the meeting. */
  passcode: string | undefined;
  location: string | undefined;
  slides: string | undefined;
  code: string | undefined;
  /** Markdown; "" where there is none. */
  abstract: string;
  /** What a whole announcement would have: a cut copy lacks it. */
  missing: string[];
  warnings: Remark[];
}

/** @returns null where the draft is refused: why, is added to `refused` */
export function interpret(found: Draft, context: ClubContext, refused: Remark[]): Announced | null {
  const free = readFreeLines(found, context.today);
  const titled = readTitle(free.draft);
  const reading: Reading = {
    draft: titled.draft,
    context,
    warnings: [],
    refused: findCalledOff(free.draft),
    rest: [...free.rest, ...titled.rest],
    leftOver: [...found.unread, ...titled.doubtful, ...free.leftOver],
  };
  const when = readWhen(reading);
  const presenters = readPresenters(reading);
  const names = presenters.map(({ name }) => name);
  const papers = readPapers(reading, titled.title);
  const title = withoutNames(titled.title === "" ? toPaperTitle(reading, papers) : titled.title, names);
  checkTitle(reading, title);
  readSentences(reading);
  const place = readPlace(reading);
  const material = readMaterial(reading);
  const number = readNumber(reading) ?? titled.number;
  refused.push(...reading.refused);
  if (when === null || reading.refused.length > 0) return null;
  const { firstLine, lastLine, form, body } = titled.draft;
  noteOmitted(reading, free.idle);
  return {
    firstLine,
    lastLine,
    ...when,
    number,
    title,
    presenters,
    papers,
    ...place,
    ...material,
    abstract: toMarkdown(body, form),
    missing: findMissing(reading, title, presenters),
    warnings: reading.warnings,
  };
}

/** What a whole announcement would have, and the words that nothing understood. */
function findMissing(
  { draft: { form, labels }, leftOver }: Reading,
  title: string,
  presenters: readonly Presenter[],
): string[] {
  const name = presenters.length === 0 && form === "mail" ? findName(title) : null;
  const words = leftOver
    .toSorted((a, b) => a.number - b.number)
    .map(({ number, text }) => `${JSON.stringify(text)} of line ${number}`);
  const isGuessed = labels.find((label) => label.name === "title")?.isGuess === true;
  return [
    ...(isCutOff(title) ? ["the end of the title"] : []),
    ...(form === "post" && presenters.length === 0 ? ["presenters", "the end of the post"] : []),
    ...(name === null ? [] : [`who presents (perhaps ${name})`]),
    ...(isGuessed ? ["a title of its own"] : []),
    ...new Set(words),
  ];
}

function findCalledOff({ labels, sentences, free, body, form, firstLine }: Draft): Remark[] {
  const abstracts = new Set(
    labels.filter(({ name }) => name === "abstract").map(({ value }) => value.number),
  );
  const lines = [
    ...labels.map(({ value }) => value).filter(({ number }) => !abstracts.has(number)),
    ...sentences.map(({ line }) => line),
    ...free,
    ...(form === "post" ? body : []),
  ];
  const [line] = lines.filter(({ text }) => isCalledOff(text));
  return line === undefined
    ? []
    : [{ line: line.number || firstLine, message: toCalledOff(`"${splitLead(line.text).rest}"`) }];
}

function readNumber({ draft, leftOver }: Reading): number | undefined {
  const [line] = valuesOf(draft, "number");
  const digits = /^#?\s*(\d{1,4})$/.exec(line?.text ?? "")?.[1];
  if (line !== undefined && digits === undefined) leftOver.push(line);
  return digits === undefined ? undefined : Number(digits);
}

function readSentences({ draft, rest }: Reading): void {
  rest.push(...draft.sentences.flatMap(({ line, said }) => findUnread(line, said)));
}

/** Lines that are left out on purpose are named once. */
function noteOmitted({ draft, warnings }: Reading, idle: readonly Line[]): void {
  const lines = [...draft.omitted, ...idle].toSorted((a, b) => a.number - b.number);
  const [first] = lines;
  if (first === undefined) return;
  const starts = lines.map(({ text }) => (text.length > 150 ? `${text.slice(0, 150)}…` : text));
  const more = starts.length > 4 ? ` and ${starts.length - 4} more lines` : "";
  warnings.push({
    line: first.number,
    message: `left out: ${starts
      .slice(0, 4)
      .map((text) => JSON.stringify(text))
      .join(", ")}${more}`,
  });
}
