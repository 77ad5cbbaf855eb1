/** Labels with their values: on the line, below it, as a list, or wrapped by a mail program. */
import type { Draft, DraftLabel } from "./draft.ts";
import type { KnownLine } from "./known-line.ts";
import { BIOGRAPHY, type Label, type LabelName } from "./labels.ts";
import type { Line } from "../lines/line.ts";
import { isOrganisation } from "../who/affiliation.ts";
import { isFullName } from "../who/name.ts";
import { isRoom } from "../where/room.ts";

const MAX_OMITTED_CHARACTERS = 120;

/** Who speaks where nobody else is named to present, and otherwise beside them. */
const BESIDE_PRESENTERS =
  /^(?:discussants?|panell?ists?|facilitators?|lead|led by|discussion (?:led )?by|discussion lead(?:er)?)$/i;

type Labels = Pick<Draft, "labels">;

/** What may be a list, a line each. */
const LISTS: ReadonlySet<LabelName | undefined> = new Set(["presenters", "paper"]);
const ITEM = /^(?:[-*•●▪◦‣]|\d{1,2}[.)])\s+/;

/**
 * Take a label. A value may stand on the line below it; a second title or abstract begins the next announcement.
 *
 * @returns how many lines were taken, 0 where the draft ends before this one
 */
export function takeLabel(draft: Draft, line: Line, label: Label, below?: KnownLine): number {
  if (isRepeated(draft, label)) return 0;
  const { name } = label;
  const isBelow = label.value === "" && name !== "abstract" && isValue(below);
  const value = isBelow ? toItem(below, name) : { number: line.number, text: label.value };
  draft.labels.push({ name, value, ...toMarks(label) });
  if (name === "abstract") draft.body.push(value);
  if (name === "other") draft.omitted.push({ number: line.number, text: toOmitted(label) });
  return isBelow ? 2 : 1;
}

/** What a label's own words say of its value. */
function toMarks({ words, isWeak }: Label): Pick<DraftLabel, "isWeak" | "isMany" | "role"> {
  return {
    ...(isWeak === true && { isWeak: true }),
    ...(/(?:s|nen|nti|ri)$/i.test(words) && { isMany: true }),
    ...(BESIDE_PRESENTERS.test(words) && { role: words }),
  };
}

/** What is said of a person is their own affair; names and links are shown, for somebody may want to write them down. */
function toOmitted({ words, value }: Label): string {
  const isShown = value.length <= MAX_OMITTED_CHARACTERS && !BIOGRAPHY.test(words);
  return isShown ? `${words}: ${value}`.trim() : `${words}:`;
}

/** A second title or abstract; a title by its form alone gives way to one with a label. */
function isRepeated({ labels }: Labels, { name, isWeak }: Label): boolean {
  if (name !== "title" && name !== "abstract") return false;
  const same = labels.find((label) => label.name === name);
  if (same?.isWeak !== true || isWeak === true) return same !== undefined;
  labels.splice(labels.indexOf(same), 1);
  return false;
}

function isValue(line: KnownLine | undefined): line is KnownLine {
  return line !== undefined && !["label", "blank", "stop"].includes(line.is.kind);
}

function toItem({ number, text }: Line, name: LabelName): Line {
  return { number, text: LISTS.has(name) ? text.replace(ITEM, "") : text };
}

/** Take a line of a list of people or papers. @returns whether it is one */
export function continueList({ labels }: Labels, line: Line): boolean {
  const name = labels.at(-1)?.name;
  if (name === undefined || !LISTS.has(name) || !ITEM.test(line.text)) return false;
  labels.push({ name, value: toItem(line, name), isMany: true });
  return true;
}

/** Take a line of a list, or what a mail program wrapped. @returns whether it is one of these */
export function continueLabel(draft: Draft, line: KnownLine): boolean {
  const last = draft.labels.at(-1);
  if (last === undefined || last.name === "abstract" || last.name === "other") return false;
  if (draft.body.at(-1)?.number === line.number - 1) return false;
  return continueList(draft, line) || continueValue(last, line);
}

function continueValue(label: DraftLabel, line: KnownLine): boolean {
  const { value, lines = 1 } = label;
  if (line.number !== value.number + lines || !isWrapped(label, line)) return false;
  const between = isPlaceBelow(label, line) ? ", " : " ";
  label.value = { number: value.number, text: `${value.text}${between}${line.text}` };
  label.lines = lines + 1;
  return true;
}

/** Ends in the middle of what it says. */
const DANGLING =
  /(?:[,:–—-]|(?<![\p{L}])(?:a|an|the|of|for|in|on|at|by|with|without|from|to|into|and|or|via|using|through|under|over|beyond|towards?|is|are|as|und|der|die|das|für|von|de|la|le|et|y|en|du|des))$/iu;
/** Titles this long are wrapped by mail programs. */
const WRAPPED_CHARACTERS = 55;

/** "Speaker: Ada Example", and "University of B" below it. */
function isPlaceBelow({ name, value }: DraftLabel, { text, is }: KnownLine): boolean {
  const isPlace =
    is.kind === "plain" &&
    !text.startsWith("(") &&
    text.length < 80 &&
    isOrganisation(text) &&
    !/[.!?:]/.test(text);
  return name === "presenters" && isPlace && isFullName(value.text);
}

function isWrapped({ name, value: { text } }: DraftLabel, line: KnownLine): boolean {
  if (isRoom(line.text)) return false;
  if (name === "presenters" && /^\([^()]+\)$/.test(line.text)) return true;
  if (isPlaceBelow({ name, value: { number: 0, text } }, line)) return true;
  if (line.isIndented === true || /^\p{Ll}/u.test(line.text)) return true;
  if (name !== "title") return DANGLING.test(text);
  // A name below a title is who presents.
  if (isFullName(line.text.replace(/\s*\(.*$/, ""))) return false;
  return DANGLING.test(text) || text.length >= WRAPPED_CHARACTERS;
}
