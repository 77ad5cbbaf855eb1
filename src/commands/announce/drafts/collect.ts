/** The lines of one announcement, from its first line to where something else begins. */
import { createDraft, type Draft, type DraftLabel } from "./draft.ts";
import { isAbstractOpen, isNote, isProse } from "./in-abstract.ts";
import type { KnownLine } from "./known-line.ts";
import { BIOGRAPHY, type LabelName } from "./labels.ts";
import { isPlacedPeople } from "../who/people.ts";
import { isCutOff, splitLead, type Line } from "../lines/line.ts";
import { findDates } from "../when/dates.ts";
import { findTimes } from "../when/times.ts";
import type { Header } from "./header.ts";
import type { PresentingSentence } from "./presenting.ts";
import { isRoom } from "../where/room.ts";
import { continueLabel, continueList, takeLabel } from "./take-label.ts";

export interface Collected {
  draft: Draft;
  /** The index after its last line. */
  next: number;
}

/** The longest post has a quarter of this. */
const MAX_POST_LINES = 80;
/** Shorter lines without a full stop are bullets; longer ones were cut. */
const MIN_CUT_CHARACTERS = 60;

/** Collect a post; `at` is its header. */
export function collectPost(lines: readonly KnownLine[], at: number, header: Header): Collected {
  const draft = createDraft("post", lines[at]);
  const add = (name: LabelName, text: string, number = draft.firstLine): void =>
    void draft.labels.push({ name, value: { number, text } });
  add("time", header.when);
  if (header.number !== undefined) add("number", String(header.number));
  if (header.title !== "") add("title", header.title);
  return collect(draft, lines, header.title === "" ? takeTitleBelow(draft, lines, at + 1) : at + 1);
}

/** The title is below a header without one, perhaps after who presents. @returns the index after what was taken */
function takeTitleBelow(draft: Draft, lines: readonly KnownLine[], from: number): number {
  let next = from;
  while (lines[next]?.text === "") next += 1;
  for (const name of ["presenters", "title"] as const) {
    const line = lines[next];
    if (line?.is.kind !== "plain" && line?.is.kind !== "bullet") continue;
    if (isRoom(line.text) || isPlacedPeople(line.text) !== (name === "presenters")) continue;
    draft.labels.push({ name, value: line });
    next += 1;
  }
  return next;
}

/**
 * Collect a mail; `at` is its first labelled line, `from` where the words before it begin.
 *
 * @param head what the lines above it say
 */
export function collectMail(
  lines: readonly KnownLine[],
  at: number,
  from: number,
  head: readonly DraftLabel[] = [],
): Collected {
  const draft = createDraft("mail", head[0]?.value ?? lines[at]);
  draft.labels.push(...head);
  for (const line of lines.slice(from, at)) {
    if (line.is.kind === "sentence") draft.sentences.push({ line, said: line.is.said });
  }
  return collect(draft, lines, at);
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
  if (isAbstractOpen(draft, line)) return takeInAbstract(draft, line, below);
  if (is.kind === "stop") return 0;
  if (is.kind === "header") return takeDay(draft, line, is.header);
  if (is.kind === "label") return takeLabel(draft, line, is.label, below);
  if (is.kind === "sentence") return takeSentence(draft, line, is.said);
  return is.kind === "link" ? takeLink(draft, line) : takeOther(draft, line, isBeforeSentence);
}

/** "[1] https://…": what an abstract refers to is not what is presented. */
const REFERENCE = /^\[\d{1,2}\]/;

/** An abstract's lines are its own but for what is hardly one of its sentences. */
function takeInAbstract(draft: Draft, line: KnownLine, below: KnownLine | undefined): number {
  const { is } = line;
  if (is.kind === "stop" || is.kind === "header") return 0;
  if (is.kind === "link" && !REFERENCE.test(line.text)) return takeLink(draft, line);
  if (is.kind === "label" && !isProse(draft, is.label)) return takeLabel(draft, line, is.label, below);
  if (is.kind === "sentence" && is.said.isTimed) return takeSentence(draft, line, is.said);
  draft.body.push(line);
  if (isNote(line.text)) draft.unread.push(line);
  return 1;
}

/** A line that is a day and a time, where no other says it; another header begins something else. */
function takeDay(draft: Draft, line: KnownLine, { title }: Header): number {
  const hasDay = draft.labels.some(
    ({ name, value }) => name === "time" && findDates(value.text, true).length > 0,
  );
  const isOnlyDay = title === "" || isRoom(title) || findTimes(title).length > 0;
  if (draft.form === "post" || hasDay || !isOnlyDay) return 0;
  draft.labels.push({ name: "time", value: line });
  return 1;
}

function takeOther(draft: Draft, line: KnownLine, isBeforeSentence: boolean): number {
  const { kind } = line.is;
  if (kind === "blank") takeBlank(draft, line);
  else if (kind === "time") draft.labels.push({ name: "time", value: line });
  else if (draft.form === "post" && isPresentersBelow(draft, line)) takePresenters(draft, line);
  else if (draft.form === "post") return takeWords(draft, line, isBeforeSentence);
  else if (draft.omitted.length > 0 && isBiography(draft)) draft.omitted.push(line);
  else if (!continueLabel(draft, line)) draft.free.push(line);
  return 1;
}

/** "Ada Example (MIT)" right below the title of a post. */
function isPresentersBelow({ labels, sentences, firstLine }: Draft, { number, text }: Line): boolean {
  const above = Math.max(firstLine, ...labels.map(({ value }) => value.number));
  const hasOthers = sentences.length > 0 || labels.some(({ name }) => name === "presenters");
  return !hasOthers && number === above + 1 && isPlacedPeople(toNames(text));
}

function takePresenters({ labels }: Draft, { number, text }: Line): void {
  labels.push({ name: "presenters", value: { number, text: toNames(text) } });
}

function toNames(text: string): string {
  return splitLead(text).rest.replace(/^by\s+/i, "");
}

function takeLink(draft: Draft, line: Line): number {
  if (!continueList(draft, line)) draft.links.push(line);
  return 1;
}

function takeBlank({ body, free }: Draft, line: Line): void {
  body.push(line);
  free.push(line);
}

function isBiography({ labels, omitted }: Draft): boolean {
  return (
    labels.at(-1)?.name === "other" &&
    BIOGRAPHY.test(omitted.findLast(({ text }) => text.endsWith(":"))?.text.slice(0, -1) ?? "")
  );
}

/** One sentence ends a post's names; a mail may name presenters one by one. */
function takeSentence({ form, sentences }: Draft, line: Line, said: PresentingSentence): number {
  if (sentences.length > 0 && form === "post") return 0;
  sentences.push({ line, said });
  return 1;
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
