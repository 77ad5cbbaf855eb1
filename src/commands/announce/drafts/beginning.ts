/** Where an announcement begins: a line with a date, labels, or a sentence that says who presents what when. */
import { findHeadAbove } from "./above.ts";
import { collectMail, collectPost, findSentence, type Collected } from "./collect.ts";
import type { DraftLabel } from "./draft.ts";
import type { KnownLine } from "./known-line.ts";
import type { LabelName } from "./labels.ts";
import { isCall, type Header } from "./header.ts";
import type { Line } from "../lines/line.ts";
import { findDates } from "../when/dates.ts";
import { findQuotedTitle } from "../what/paper-titles.ts";
import { splitTitle } from "../what/title.ts";
import { isPlacedPeople } from "../who/people.ts";

/** A mail names its title and its time within so many lines. */
const MAX_LABEL_DISTANCE = 15;
const FURTHER: readonly LabelName[] = ["abstract", "location", "join", "affiliation", "passcode"];
const MAX_TITLE_CHARACTERS = 150;

/**
 * The announcement that begins at a line, null where none does.
 *
 * @param from where the words before a mail's labels begin
 */
export function begin(lines: readonly KnownLine[], at: number, from: number): Collected | null {
  const header = lines[at]?.header ?? null;
  const head = header === null ? [] : findHead(lines, at, from, header);
  if (head.length > 0) return collectMail(lines, at, from, head);
  if (header !== null && isPostStart(lines, at, header)) return collectPost(lines, at, header);
  const isFirst = from === 0;
  if (isMailStart(lines, at, isFirst))
    return collectMail(lines, at, from, findUnlabelledTitle(lines, at, from));
  if (isDatedTitle(lines, at)) return collectMail(lines, at + 1, from, toTitle(lines[at]));
  return isProseStart(lines, at) ? collectMail(lines, at, from) : null;
}

/** What stands above a day alone: its title for sure, or a line that may be one. */
function findHead(lines: readonly KnownLine[], at: number, from: number, header: Header): DraftLabel[] {
  if (!header.isMarked || header.title !== "") return [];
  const head = findHeadAbove(lines, at, from);
  const title = head.length === 0 && at > from ? findTitleAbove(lines, at) : null;
  return title === null ? head : [{ name: "title", value: title, isGuess: true }];
}

function isPostStart(lines: readonly KnownLine[], at: number, { isMarked, title }: Header): boolean {
  if (isMarked) return true;
  return title === "" ? isFollowedByTalk(lines, at + 1) : findSentence(lines, at + 1) !== -1;
}

/** A title, and below it who presents. */
function isFollowedByTalk(lines: readonly KnownLine[], at: number): boolean {
  return lines[at]?.is.kind === "plain" && isPlacedPeople(lines[at + 1]?.text ?? "");
}

/** A calendar's own text has the title above the day: "Sparse Orders", "Monday, October 12". */
function findTitleAbove(lines: readonly KnownLine[], at: number): Line | null {
  const [above, below] = [lines[at - 1], lines[at + 1]];
  if (above?.is.kind !== "plain") return null;
  const isBelow = below !== undefined && (below.is.kind === "plain" || below.is.kind === "bullet");
  return isTitleLike(above.text) && !isBelow ? above : null;
}

/** "Sparse Orders – October 12, 1pm ET", and labels that say who and where below it. */
function isDatedTitle(lines: readonly KnownLine[], at: number): boolean {
  const [line, below] = [lines[at], lines[at + 1]];
  const name = toLabelName(below);
  if (line === undefined || !["plain", "time", "bullet"].includes(line.is.kind)) return false;
  return (
    name !== null && [...FURTHER, "presenters", "paper"].includes(name) && splitTitle(line.text).time !== null
  );
}

function toTitle(line: KnownLine | undefined): DraftLabel[] {
  return line === undefined ? [] : [{ name: "title", value: line }];
}

/** The line right above labels of which none is a title may be it. */
function findUnlabelledTitle(lines: readonly KnownLine[], at: number, from: number): DraftLabel[] {
  const isTitled = lines.slice(at, at + MAX_LABEL_DISTANCE).some((line) => toLabelName(line) === "title");
  const above = at > from && !isTitled ? lines[at - 1] : undefined;
  const isTitle = above?.is.kind === "plain" && isTitleLike(above.text);
  return isTitle ? [{ name: "title", value: above, isGuess: true }] : [];
}

function isTitleLike(text: string): boolean {
  return text.length < MAX_TITLE_CHARACTERS && !/[.!:,]$/.test(text);
}

/** A mail begins with its title, or with its time or the like and the title soon after. */
function isMailStart(lines: readonly KnownLine[], at: number, isFirst: boolean): boolean {
  const name = toLabelName(lines[at]);
  // What another announcement's end may be begins only the first.
  const names = ["title", "time", "presenters", "paper", "number", ...(isFirst ? FURTHER : [])];
  if (name === null || !names.includes(name)) return false;
  const near = new Set(lines.slice(at, at + MAX_LABEL_DISTANCE).map(toLabelName));
  return near.has("title") || (near.has("time") && (near.has("presenters") || near.has("paper")));
}

/** "On Monday, June 15, Ada Example will present “Sparse Orders”.", where nothing else is announced in the club's form. */
function isProseStart(lines: readonly KnownLine[], at: number): boolean {
  const line = lines[at];
  if (line?.is.kind !== "sentence" || findQuotedTitle(line.is.said.rest) === null) return false;
  return (
    findDates(line.text, false).length > 0 &&
    !lines.some(({ is, text }) => is.kind === "header" && isCall(text))
  );
}

function toLabelName(line: KnownLine | undefined): LabelName | null {
  return line?.is.kind === "label" ? line.is.label.name : null;
}
