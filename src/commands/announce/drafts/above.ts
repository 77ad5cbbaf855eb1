/** What stands above the first line of an announcement and belongs to it: its title, who presents, its number. */
import type { KnownLine } from "./known-line.ts";
import type { DraftLabel } from "./draft.ts";
import { splitLead, unwrap, type Line } from "../lines/line.ts";
import { findDates } from "../when/dates.ts";
import { isPlacedPeople } from "../who/people.ts";

/** "**Session 31**", "## Paper Reading #17". */
const NUMBERED =
  /^[#*_\s]*(?:\p{Lu}[\p{L}&'’-]*\s){0,3}(?:session|meeting|reading|reading group|journal club|seminar|paper club|#|no\.)\s*(?:#|no\.?\s*)?(\d{1,4})[*_#\s:.]*$/iu;
/** Discord's small print, "-# by Ada Example". */
const SMALL = /^-#\s+/;
const BY = /^(?:by|with|von|par|por|di)\s+(?=\p{Lu})/iu;
const HEADING = /^(?:#{1,6}\s+(.+?)[#\s]*|\*\*([^*]+)\*\*|["“„«]([^"“”„«»]+)["”“»])$/u;
const MAX_TITLE_CHARACTERS = 150;
/** No more lines than these are above a day. */
const MAX_LINES = 3;

/** The number that the line above says, and nothing else. */
export function findNumberAbove(before: readonly Line[]): { line: Line; label: DraftLabel } | null {
  const line = before.findLast(({ text }) => text !== "");
  const bare = line === undefined ? "" : line.text.replace(/\p{Extended_Pictographic}\ufe0f?\s*/gu, "");
  const number = NUMBERED.exec(bare)?.[1];
  if (line === undefined || number === undefined) return null;
  return { line, label: { name: "number", value: { number: line.number, text: number } } };
}

/**
 * The title in quotes or as a heading, and the names with their places, directly above a line.
 *
 * @param from where the lines begin that no announcement has taken
 * @returns none where there is no such title
 */
export function findHeadAbove(lines: readonly KnownLine[], at: number, from: number): DraftLabel[] {
  const labels: DraftLabel[] = [];
  for (let above = at - 1; above >= Math.max(from, at - MAX_LINES); above -= 1) {
    const line = lines[above];
    const label = line === undefined ? null : toHead(line);
    if (label === null || labels.some(({ name }) => name === label.name)) break;
    labels.unshift(label);
  }
  return labels.some(({ name }) => name === "title") ? labels : [];
}

function toHead({ number, text, is }: KnownLine): DraftLabel | null {
  if (is.kind === "label")
    return is.label.name === "presenters" && is.label.value !== ""
      ? { name: "presenters", value: { number, text: is.label.value } }
      : null;
  const words = splitLead(text.replace(SMALL, "")).rest;
  const names = words.replace(BY, "");
  if (isPlacedPeople(names)) return { name: "presenters", value: { number, text: names } };
  const title = HEADING.exec(words)
    ?.slice(1)
    .find((part) => part !== undefined);
  const isTitle =
    title !== undefined && title.length <= MAX_TITLE_CHARACTERS && findDates(title, false).length === 0;
  return isTitle ? { name: "title", value: { number, text: unwrap(title.trim()) } } : null;
}
