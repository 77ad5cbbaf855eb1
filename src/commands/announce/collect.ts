/** The lines of one announcement, from its first line to where something else begins. */
import type { Draft, KnownLine } from "./draft.ts";
import type { Header, PresentingSentence } from "./post.ts";
import { isCutOff, splitLead, type Label, type LabelName, type Line } from "./line.ts";

/** The longest post has a quarter of this. */
const MAX_POST_LINES = 80;
/** Shorter lines without a full stop are bullets; longer ones were cut. */
const MIN_CUT_CHARACTERS = 60;

interface Collection {
  draft: Draft;
  lines: readonly KnownLine[];
  at: number;
  isInAbstract: boolean;
  /** A presenting sentence comes before the next announcement: what is between belongs to it. */
  sentenceAt: number;
}

export interface Collected {
  draft: Draft;
  /** The index after its last line. */
  next: number;
}

/** Collect a post; `at` is its header. */
export function collectPost(lines: readonly KnownLine[], at: number, header: Header): Collected {
  const first = lines[at] ?? { number: 1, text: "" };
  const draft = createDraft("post", first.number);
  draft.when.push({ number: first.number, text: header.when });
  draft.number = header.number;
  let next = at + 1;
  if (header.title !== "") draft.title = { number: first.number, text: header.title };
  else {
    while (lines[next]?.text === "") next += 1;
    const line = lines[next];
    if (line !== undefined && ["plain", "bullet"].includes(line.is.kind)) {
      draft.title = { number: line.number, text: splitLead(line.text).rest };
      next += 1;
    }
  }
  return collect({ draft, lines, at: next, isInAbstract: false, sentenceAt: findSentence(lines, next) });
}

/** Collect a mail; `at` is its first labelled line, `from` where the words before it begin. */
export function collectMail(lines: readonly KnownLine[], at: number, from: number): Collected {
  const draft = createDraft("mail", lines[at]?.number ?? 1);
  for (const line of lines.slice(from, at)) {
    if (line.is.kind === "sentence") draft.sentences.push({ line, said: line.is.said });
  }
  return collect({ draft, lines, at, isInAbstract: false, sentenceAt: findSentence(lines, at) });
}

function createDraft(form: Draft["form"], firstLine: number): Draft {
  return {
    form,
    firstLine,
    lastLine: firstLine,
    title: null,
    when: [],
    number: undefined,
    sentences: [],
    labels: [],
    links: [],
    body: [],
  };
}

/** The index of the presenting sentence before the next header, -1 where there is none. */
export function findSentence(lines: readonly KnownLine[], from: number): number {
  const end = Math.min(lines.length, from + MAX_POST_LINES);
  for (let at = from; at < end; at += 1) {
    const kind = lines[at]?.is.kind;
    if (kind === "sentence") return at;
    if (kind === "header") return -1;
  }
  return -1;
}

function collect(collection: Collection): Collected {
  const { draft, lines } = collection;
  let next = collection.at;
  for (; collection.at < lines.length; collection.at += 1) {
    const line = lines[collection.at];
    if (line === undefined || !take(collection, line)) break;
    if (line.text === "") continue;
    next = collection.at + 1;
    draft.lastLine = line.number;
  }
  return { draft, next };
}

/** Take a line into the draft; false where the draft ends before it. */
function take(collection: Collection, line: KnownLine): boolean {
  const { draft, isInAbstract } = collection;
  const { is } = line;
  if (is.kind === "header" || is.kind === "stop") return false;
  if (is.kind === "label") return takeLabel(collection, line, is.label);
  if (is.kind === "sentence") return takeSentence(collection, line, is.said);
  if (is.kind === "bullet" || is.kind === "plain") return takeWords(collection, line, is.kind);
  if (is.kind === "link") draft.links.push(line);
  else if (is.kind === "blank" || isInAbstract) draft.body.push(line);
  else draft.when.push(line);
  return true;
}

/** One sentence ends a post's names; a mail may name presenters one by one. */
function takeSentence({ draft, isInAbstract }: Collection, line: Line, said: PresentingSentence): boolean {
  if (isInAbstract && !said.isTimed) {
    draft.body.push(line);
    return true;
  }
  if (draft.sentences.length > 0 && draft.form === "post") return false;
  draft.sentences.push({ line, said });
  return true;
}

/** A value may stand on the line below its label. */
function takeLabel(collection: Collection, line: Line, { name, value }: Label): boolean {
  const { draft, lines } = collection;
  if (isOfNext(draft, name)) return false;
  const isAbstract = name === "abstract";
  collection.isInAbstract = isAbstract;
  let said: Line = { number: line.number, text: value };
  const below = lines[collection.at + 1];
  if (value === "" && !isAbstract && below !== undefined && isValue(below)) {
    said = below;
    collection.at += 1;
    draft.lastLine = below.number;
  }
  if (isAbstract) draft.body.push(said);
  draft.labels.push({ name, value: said });
  return true;
}

/** A second title or abstract begins the next announcement. */
function isOfNext({ title, labels }: Draft, name: LabelName): boolean {
  if (name !== "title" && name !== "abstract") return false;
  return (name === "title" && title !== null) || labels.some((label) => label.name === name);
}

function isValue({ is }: KnownLine): boolean {
  return !["label", "blank", "stop"].includes(is.kind);
}

function takeWords(collection: Collection, line: Line, kind: "bullet" | "plain"): boolean {
  const { draft, at, sentenceAt } = collection;
  if (collection.isInAbstract) draft.body.push(line);
  else if (draft.form === "mail") return true;
  else if (!isPart(collection, line, kind)) return false;
  else if (at < sentenceAt || kind === "bullet" || isContinuation(draft, line)) draft.body.push(line);
  return true;
}

/** Whether words after a post's header are still the post's. */
function isPart({ draft, at, sentenceAt }: Collection, line: Line, kind: "bullet" | "plain"): boolean {
  const last = draft.body.findLast(({ text }) => text !== "");
  if (last !== undefined && isCutOff(last.text)) return false;
  const isDone = draft.sentences.length > 0 && draft.body.some(({ text }) => text !== "");
  if (isDone) return false;
  if (kind === "bullet" || isContinuation(draft, line)) return true;
  return at < sentenceAt && !(last !== undefined && isProbablyCut(last.text));
}

/** A wrapped line goes on in small letters. */
function isContinuation({ body }: Draft, line: Line): boolean {
  return /^\p{Ll}/u.test(line.text) && (body.at(-1)?.text ?? "") !== "";
}

function isProbablyCut(text: string): boolean {
  return text.length >= MIN_CUT_CHARACTERS && !/[.!?:;)\]"”’'👇]$|\p{Extended_Pictographic}$/u.test(text);
}
