/** The lines of one announcement, from its first line to where something else begins. */
import type { KnownLine } from "./known-line.ts";
import type { Header, PresentingSentence } from "./post.ts";
import { isCutOff, type Label, type LabelName, type Line } from "./line.ts";

/** An announcement as its lines, before anybody judges what they say. */
export interface Draft {
  form: "post" | "mail";
  firstLine: number;
  lastLine: number;
  /** What its lines say of themselves, and a post's header of its parts; in order. */
  labels: { name: LabelName; value: Line }[];
  sentences: { line: Line; said: PresentingSentence }[];
  /** Lines of little but links. */
  links: Line[];
  /** The abstract's lines; empty ones part paragraphs. */
  body: Line[];
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

function createDraft(form: Draft["form"], first: Line | undefined): Draft {
  const firstLine = first?.number ?? 1;
  return { form, firstLine, lastLine: firstLine, labels: [], sentences: [], links: [], body: [] };
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
  if (is.kind === "header" || is.kind === "stop") return 0;
  const isInAbstract = draft.labels.at(-1)?.name === "abstract";
  if (is.kind === "label") return takeLabel(draft, line, is.label, below);
  if (is.kind === "sentence" && (is.said.isTimed || !isInAbstract)) return takeSentence(draft, line, is.said);
  if (!isInAbstract || is.kind === "link") return takeOther(draft, line, isBeforeSentence);
  draft.body.push(line);
  return 1;
}

function takeOther(draft: Draft, line: KnownLine, isBeforeSentence: boolean): number {
  const { kind } = line.is;
  if (kind === "link") draft.links.push(line);
  else if (kind === "blank") draft.body.push(line);
  else if (kind === "time") draft.labels.push({ name: "time", value: line });
  else if (draft.form === "post") return takeWords(draft, line, isBeforeSentence);
  return 1;
}

/** One sentence ends a post's names; a mail may name presenters one by one. */
function takeSentence({ form, sentences }: Draft, line: Line, said: PresentingSentence): number {
  if (sentences.length > 0 && form === "post") return 0;
  sentences.push({ line, said });
  return 1;
}

/** A value may stand on the line below its label. A second title or abstract begins the next announcement. */
function takeLabel({ labels, body }: Draft, line: Line, { name, value }: Label, below?: KnownLine): number {
  const isAbstract = name === "abstract";
  if ((isAbstract || name === "title") && labels.some((label) => label.name === name)) return 0;
  const isBelow = value === "" && !isAbstract && below !== undefined && isValue(below);
  const said = isBelow ? below : { number: line.number, text: value };
  labels.push({ name, value: said });
  if (isAbstract) body.push(said);
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
