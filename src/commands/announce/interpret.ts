/** A draft to what it says: a session as announced, or every reason why it cannot be read. */
import type { Paper, Presenter } from "../../programme/session.ts";
import { valuesOf, type Draft } from "./draft.ts";
import { readFreeLines } from "./free-lines.ts";
import type { LabelName } from "./labels.ts";
import { isCalledOff, isCutOff, splitLead, toCalledOff, toNarrow, type Line, type Remark } from "./line.ts";
import { toMarkdown } from "./markdown.ts";
import { findQuotedTitle, readPapers } from "./papers.ts";
import { parsePeople, toSite } from "./people.ts";
import { readPlace } from "./place.ts";
import { findUnread } from "./sentence.ts";
import { findName, splitTitle, withoutNames } from "./title.ts";
import { note, readWhen, type ClubContext, type Reading, type When } from "./when.ts";

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
    refused: findCalledOff(found),
    rest: [...free.rest, ...titled.rest],
    leftOver: [...found.unread, ...free.leftOver],
  };
  const when = readWhen(reading);
  const presenters = readPresenters(reading);
  const names = presenters.map(({ name }) => name);
  const papers = readPapers(reading, titled.title);
  const title = toTitle(
    reading,
    withoutNames(titled.title === "" ? toPaperTitle(reading, papers) : titled.title, names),
  );
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

/** The title, and what is written around it given to the readers of that. */
function readTitle(draft: Draft) {
  const at = draft.labels.findIndex(({ name }) => name === "title");
  const label = draft.labels[at];
  const { number = draft.firstLine, text = "" } = label?.value ?? {};
  const parts = splitTitle(text);
  const toLabel = (name: LabelName, words: string | null) =>
    words === null ? [] : [{ name, value: { number, text: words } }];
  const quoted =
    text === ""
      ? draft.sentences.map(({ said: { rest } }) => findQuotedTitle(rest)).find((one) => one !== null)
      : null;
  const labels = [
    ...draft.labels,
    ...toLabel("time", parts.time),
    ...toLabel("presenters", parts.presenters),
    ...toLabel("paper", parts.paper),
  ];
  const rest = parts.rest.map((words) => ({ number, text: words }));
  return { draft: { ...draft, labels }, title: quoted ?? parts.title, number: parts.number, rest };
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

/** The session has its paper's title where it has none. */
function toPaperTitle({ draft, warnings }: Reading, [paper]: readonly Paper[]): string {
  if (paper === undefined || paper.title === "") return "";
  warnings.push({
    line: draft.firstLine,
    message: "the session's own title is not given: the paper's title stands for it",
  });
  return paper.title;
}

/** What is no title is refused: nothing, or a time that cannot be read. */
function toTitle({ draft: { labels, firstLine }, refused }: Reading, title: string): string {
  const line = labels.find(({ name }) => name === "title")?.value.number ?? firstLine;
  if (title === "")
    refused.push({ line, message: "the announcement has no title, expected one after the date" });
  const time = TIME_BEFORE.exec(title)?.[1];
  if (time !== undefined)
    refused.push({ line, message: `"${time}" is no time of day, expected one such as "1pm ET" or "13:00"` });
  return title;
}

/** "25:00 ET: TITLE". */
const TIME_BEFORE =
  /^(\d{1,2}(?:[:.]\d{2})?(?:\s?[-–]\s?\d{1,2}(?:[:.]\d{2})?)?\s?(?:[ap]\.?m\.?)?\s?(?:[A-Z]{1,4}T|UTC|GMT|UK)?)\s*(?::\s|\s[–—|-]\s|,\s)/;

function readNumber({ draft, leftOver }: Reading): number | undefined {
  const [line] = valuesOf(draft, "number");
  const digits = /^#?\s*(\d{1,4})$/.exec(line?.text ?? "")?.[1];
  if (line !== undefined && digits === undefined) leftOver.push(line);
  return digits === undefined ? undefined : Number(digits);
}

const TO_BE_ANNOUNCED = /^\W*(?:tb[adc]|to be (?:announced|determined|confirmed))\W*$/i;

function readPresenters(reading: Reading): Presenter[] {
  const { draft, warnings, refused, leftOver } = reading;
  const said = draft.sentences.map(({ line, said: { names } }) => ({ number: line.number, text: names }));
  const lines = [...said, ...valuesOf(draft, "presenters")].filter(
    ({ text }) => text !== "" && !TO_BE_ANNOUNCED.test(text),
  );
  const people = lines.flatMap(({ number, text }) => {
    const read = note(reading, number, parsePeople(text));
    leftOver.push(...(read?.leftOver ?? []).map((words) => ({ number, text: words })));
    return read?.people ?? [];
  });
  if (people.length === 0 && draft.form === "mail" && refused.length === 0)
    warnings.push({ line: draft.firstLine, message: "no line says who presents" });
  const named = Map.groupBy(people, ({ name }) => name);
  const presenters = [...named.values()].map((mentions) =>
    mentions.reduce((known, one) => ({ ...known, ...one })),
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

function readSentences({ draft, rest }: Reading): void {
  rest.push(...draft.sentences.flatMap(({ line, said }) => findUnread(line, said)));
}

/** The addresses after "Slides:" and "Code:". */
function readMaterial({ draft, leftOver }: Reading): {
  slides: string | undefined;
  code: string | undefined;
} {
  const [slides, code] = (["slides", "code"] as const).map((name) => {
    const lines = valuesOf(draft, name).filter(({ text }) => text !== "" && !TO_BE_ANNOUNCED.test(text));
    const addresses = lines.map((line) => ({
      line,
      address: /https?:\/\/[^\s)\]>"”]+/.exec(line.text)?.[0],
    }));
    const [first, ...others] = addresses.filter(({ address }) => address !== undefined);
    const unread = [...others, ...addresses.filter(({ address }) => address === undefined)];
    leftOver.push(...unread.map(({ line }) => line));
    return first?.address === undefined ? undefined : (toSite(first.address) ?? undefined);
  });
  return { slides, code };
}

/** Lines that are left out on purpose are named once. */
function noteOmitted({ draft, warnings }: Reading, idle: readonly Line[]): void {
  const lines = [...draft.omitted, ...idle].toSorted((a, b) => a.number - b.number);
  const [first] = lines;
  if (first === undefined) return;
  const starts = lines.map(({ text }) => (text.length > 30 ? `${text.slice(0, 30)}…` : text));
  const more = starts.length > 4 ? ` and ${starts.length - 4} more lines` : "";
  warnings.push({
    line: first.number,
    message: `left out: ${starts
      .slice(0, 4)
      .map((text) => JSON.stringify(text))
      .join(", ")}${more}`,
  });
}
