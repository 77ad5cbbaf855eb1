/** The lines of one announcement, from its first line to where something else begins. */
import type { KnownLine } from "./known-line.ts";
import type { Header, PresentingSentence } from "./post.ts";
import type { Label, LabelName } from "./labels.ts";
import { isCutOff, type Line } from "./line.ts";
import { findDates, findTimes } from "./mentions.ts";
import { isFullName } from "./people.ts";
import { isRoom } from "./room.ts";

/** An announcement as its lines, before anybody judges what they say. */
export interface Draft {
  form: "post" | "mail";
  firstLine: number;
  lastLine: number;
  /** What its lines say of themselves, and a post's header of its parts; in order. */
  labels: { name: LabelName; value: Line; isWeak?: boolean; isGuess?: boolean; lines?: number }[];
  sentences: { line: Line; said: PresentingSentence }[];
  /** Lines of little but links. */
  links: Line[];
  /** The abstract's lines; empty ones part paragraphs. */
  body: Line[];
  /** Lines of a mail without a label; empty ones part paragraphs. */
  free: Line[];
  /** Words of used lines that belong to nothing. */
  unread: Line[];
  /** Labels whose lines are left out on purpose, as written. */
  omitted: Line[];
}

export interface Collected {
  draft: Draft;
  /** The index after its last line. */
  next: number;
}

/** The longest post has a quarter of this. */
const MAX_POST_LINES = 80;
/** Shorter lines without a full stop are bullets; longer ones were cut. */
const MIN_CUT_CHARACTERS = 60;

/** The values of all labels of a name, in order. */
export function valuesOf({ labels }: Draft, name: LabelName): Line[] {
  return labels.filter((label) => label.name === name).map(({ value }) => value);
}

/** Collect a post; `at` is its header. */
export function collectPost(lines: readonly KnownLine[], at: number, header: Header): Collected {
  const draft = createDraft("post", lines[at]);
  const add = (name: LabelName, text: string, number = draft.firstLine): void =>
    void draft.labels.push({ name, value: { number, text } });
  add("time", header.when);
  if (header.number !== undefined) add("number", String(header.number));
  let next = at + 1;
  if (header.title !== "") add("title", header.title);
  else {
    while (lines[next]?.text === "") next += 1;
    const line = lines[next];
    if (line?.is.kind === "plain" || line?.is.kind === "bullet") {
      add("title", line.text, line.number);
      next += 1;
    }
  }
  return collect(draft, lines, next);
}

/** Collect a mail; `at` is its first labelled line, `from` where the words before it begin. */
export function collectMail(lines: readonly KnownLine[], at: number, from: number): Collected {
  const draft = createDraft("mail", lines[at]);
  for (const line of lines.slice(from, at)) {
    if (line.is.kind === "sentence") draft.sentences.push({ line, said: line.is.said });
  }
  return collect(draft, lines, at);
}

/** A draft that begins at a line and says nothing yet. */
export function createDraft(form: Draft["form"], first: Line | undefined): Draft {
  const firstLine = first?.number ?? 1;
  return {
    form,
    firstLine,
    lastLine: firstLine,
    labels: [],
    sentences: [],
    links: [],
    body: [],
    free: [],
    unread: [],
    omitted: [],
  };
}

/** The index of the presenting sentence before the next header, -1 where there is none. */
export function findSentence(lines: readonly KnownLine[], from: number): number {
  const near = lines.slice(from, from + MAX_POST_LINES);
  const at = near.findIndex(({ is: { kind } }) => kind === "sentence" || kind === "header");
  return near[at]?.is.kind === "sentence" ? from + at : -1;
}

function collect(draft: Draft, lines: readonly KnownLine[], from: number): Collected {
  // What is before the sentence that names the presenters belongs to the same post.
  const sentenceAt = findSentence(lines, from);
  let next = from;
  for (let at = from; ;) {
    const line = lines[at];
    const taken = line === undefined ? 0 : take(draft, line, lines[at + 1], at < sentenceAt);
    if (taken === 0) break;
    at += taken;
    const last = lines[at - 1];
    if (last === undefined || last.text === "") continue;
    next = at;
    draft.lastLine = last.number;
  }
  return { draft, next };
}

/** Take a line into the draft: how many lines were taken, 0 where the draft ends before it. */
function take(
  draft: Draft,
  line: KnownLine,
  below: KnownLine | undefined,
  isBeforeSentence: boolean,
): number {
  const { is } = line;
  const isInAbstract = isAbstractOpen(draft, line);
  if (is.kind === "header") return draft.form === "mail" ? takeDay(draft, line, is.header, isInAbstract) : 0;
  if (is.kind === "stop") return 0;
  if (is.kind === "label" && !(isInAbstract && isProse(draft, is.label)))
    return takeLabel(draft, line, is.label, below);
  if (is.kind === "sentence" && (is.said.isTimed || !isInAbstract)) return takeSentence(draft, line, is.said);
  if (!isInAbstract || is.kind === "link") return takeOther(draft, line, isBeforeSentence);
  draft.body.push(line);
  return 1;
}

/** After "Code: https://…" an abstract goes on; after "Host:" and the like only on the next line. */
function isAbstractOpen({ labels, body }: Draft, line: Line): boolean {
  const last = labels.findLast(({ name }) => name !== "code" && name !== "slides");
  const before = labels.at(-1);
  return (
    last?.name === "abstract" &&
    (before === last ||
      before?.value.number === line.number - 1 ||
      (body.at(-1)?.number ?? 0) > (before?.value.number ?? 0))
  );
}

/** In an abstract "Code:" and "Time:" can be words of it: where they have no link, or say again what is said. */
function isProse({ labels }: Draft, { name, value }: Label): boolean {
  if (name === "code" || name === "slides") return !/https?:\/\//.test(value);
  if (name === "title" || name === "abstract" || value === "") return false;
  const isSaid = labels.some((label) => label.name === name && label.value.text !== "");
  return isSaid && (name === "time" ? findDates(value, true).length === 0 : !/https?:\/\//.test(value));
}

/** A line that is a day and a time, where no other says it; another header begins something else. */
function takeDay(draft: Draft, line: KnownLine, { title }: Header, isInAbstract: boolean): number {
  const hasDay = draft.labels.some(
    ({ name, value }) => name === "time" && findDates(value.text, true).length > 0,
  );
  if (isInAbstract || hasDay || (title !== "" && !isRoom(title) && findTimes(title).length === 0)) return 0;
  draft.labels.push({ name: "time", value: line });
  return 1;
}

function takeOther(draft: Draft, line: KnownLine, isBeforeSentence: boolean): number {
  const { kind } = line.is;
  if (kind === "link" && !continueList(draft, line)) draft.links.push(line);
  else if (kind === "link") return 1;
  else if (kind === "blank") takeBlank(draft, line);
  else if (kind === "time") draft.labels.push({ name: "time", value: line });
  else if (draft.form === "post") return takeWords(draft, line, isBeforeSentence);
  else if (draft.omitted.length > 0 && isBiography(draft)) draft.omitted.push(line);
  else if (!continueLabel(draft, line)) draft.free.push(line);
  return 1;
}

function takeBlank({ body, free }: Draft, line: Line): void {
  body.push(line);
  free.push(line);
}

/** Paragraphs after "Bio:" are about a person; other labels that are left out have one line. */
const BIOGRAPHY = /bio|about the speaker|略歴|紹介|简介|簡介/i;

function isBiography({ labels, omitted }: Draft): boolean {
  return (
    labels.at(-1)?.name === "other" &&
    BIOGRAPHY.test(omitted.findLast(({ text }) => text.endsWith(":"))?.text ?? "")
  );
}

/** Ends in the middle of what it says. */
const DANGLING =
  /(?:[,:–—-]|(?<![\p{L}])(?:a|an|the|of|for|in|on|at|by|with|without|from|to|into|and|or|via|using|through|under|over|beyond|towards?|is|are|as|und|der|die|das|für|von|de|la|le|et|y|en|du|des))$/iu;
/** Titles this long are wrapped by mail programs. */
const WRAPPED_CHARACTERS = 55;

const ITEM = /^(?:[-*•●▪◦‣]|\d{1,2}[.)])\s+/;

/** A list of people or papers below its label. */
function continueList({ labels }: Pick<Draft, "labels">, { number, text }: Line): boolean {
  const name = labels.at(-1)?.name;
  if (!ITEM.test(text) || (name !== "presenters" && name !== "paper")) return false;
  labels.push({ name, value: { number, text: text.replace(ITEM, "") } });
  return true;
}

/** A list below its label, or a line that a mail program wrapped. */
function continueLabel({ labels, body }: Draft, line: KnownLine): boolean {
  const last = labels.at(-1);
  if (
    last === undefined ||
    last.name === "abstract" ||
    last.name === "other" ||
    body.at(-1)?.number === line.number - 1
  )
    return false;
  if (continueList({ labels }, line)) return true;
  if (line.number !== last.value.number + (last.lines ?? 1)) return false;
  const { text } = last.value;
  const isWrapped =
    line.isIndented === true ||
    DANGLING.test(text) ||
    /^\p{Ll}/u.test(line.text) ||
    (last.name === "title" && text.length >= WRAPPED_CHARACTERS);
  if (
    !isWrapped ||
    isRoom(line.text) ||
    (last.name === "title" && isFullName(line.text.replace(/\s*\(.*$/, "")) && line.isIndented !== true)
  )
    return false;
  last.value = { number: last.value.number, text: `${text} ${line.text}` };
  last.lines = (last.lines ?? 1) + 1;
  return true;
}

/** One sentence ends a post's names; a mail may name presenters one by one. */
function takeSentence({ form, sentences }: Draft, line: Line, said: PresentingSentence): number {
  if (sentences.length > 0 && form === "post") return 0;
  sentences.push({ line, said });
  return 1;
}

/** A value may stand on the line below its label. A second title or abstract begins the next announcement. */
function takeLabel(draft: Draft, line: Line, { name, value, words }: Label, below?: KnownLine): number {
  const { labels, body } = draft;
  const isAbstract = name === "abstract";
  const same = labels.find((label) => label.name === name);
  const isHeading = words === "";
  if (same?.isWeak === true && !isHeading) labels.splice(labels.indexOf(same), 1);
  else if ((isAbstract || name === "title") && same !== undefined) return 0;
  const isBelow = value === "" && !isAbstract && below !== undefined && isValue(below);
  const said = isBelow
    ? {
        number: below.number,
        text: name === "presenters" || name === "paper" ? below.text.replace(ITEM, "") : below.text,
      }
    : { number: line.number, text: value };
  labels.push({ name, value: said, ...(isHeading && name === "title" && { isWeak: true }) });
  if (isAbstract) body.push(said);
  if (name === "other") draft.omitted.push({ number: line.number, text: `${words}:` });
  return isBelow ? 2 : 1;
}

function isValue({ is }: KnownLine): boolean {
  return !["label", "blank", "stop"].includes(is.kind);
}

/** Words after a post's header are the post's until it is cut off, or has an abstract and presenters. */
function takeWords({ body, sentences }: Draft, line: KnownLine, isBeforeSentence: boolean): number {
  const last = body.findLast(({ text }) => text !== "")?.text ?? "";
  if (last !== "" && (isCutOff(last) || sentences.length > 0)) return 0;
  const isOwn = line.is.kind === "bullet" || isContinuation(line, body);
  if (!isOwn && (!isBeforeSentence || isProbablyCut(last))) return 0;
  body.push(line);
  return 1;
}

/** A wrapped line goes on in small letters. */
function isContinuation({ text }: Line, body: readonly Line[]): boolean {
  return /^\p{Ll}/u.test(text) && (body.at(-1)?.text ?? "") !== "";
}

function isProbablyCut(text: string): boolean {
  return text.length >= MIN_CUT_CHARACTERS && !/[.!?:;)\]"”’'👇]$|\p{Extended_Pictographic}$/u.test(text);
}
