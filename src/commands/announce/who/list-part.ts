/** What a part of a list of people is: "Ada Example, University of B, City" names one person and two parts of a place. */
import type { Presenter } from "../../../programme/session.ts";
import { isOrganisation, isPlaceName, readBeside } from "./affiliation.ts";
import { isFullName } from "./name.ts";

/** What is known of the whole list. */
export interface List {
  /** All of it is single words: "Ada, Bob and Cy". */
  isPlain: boolean;
  /** Several people are named for sure. */
  isSure: boolean;
  /** Each group begins with a name of several words. */
  isOfWholeNames: boolean;
}

/** Where a part stands. */
export interface Position {
  list: List;
  /** The first after "and" or a semicolon. */
  isFirst: boolean;
  /** The affiliation of the last person may go on. */
  isOpen: boolean;
  next: string | undefined;
}

export type PartKind = "affiliation" | "person" | "unclear";

/** "Institute for Informatics and …": the next words can belong to it. */
const OPEN_END =
  /(?<![\p{L}])(?:department|school|institute?|faculty|cent(?:er|re)|college|lab(?:oratory)?|academy)\s+(?:of|for)\s/iu;

/**
 * What a part is that comes after a person.
 *
 * @param person the part read as one
 * @param last the person before it
 */
export function toPartKind(part: string, person: Presenter, last: Presenter, position: Position): PartKind {
  const isBare = isWithout(person) && !hasLink(person);
  const isOwn = isNoName(part, person, isBare);
  if (position.isFirst) return toFirstKind(part, { isBare, isOwn }, last, position);
  if (isOwn) return toPlaceKind(last, position);
  if (position.list.isPlain) return "person";
  const isShort = isShorter(person, last);
  if (!isBare) return isShort && /\s(?:of|at|from)\s/.test(part) ? "unclear" : "person";
  return position.isOpen ? toOpenKind(part, position) : toBareKind(isShort, last, position);
}

/** Words alone: with a list of whole names before it, a single one is where the last person is. */
function toBareKind(isShort: boolean, last: Presenter, { list }: Position): PartKind {
  if (isShort) return last.affiliation === undefined && list.isOfWholeNames ? "affiliation" : "unclear";
  return list.isSure || last.affiliation !== undefined || hasLink(last) ? "person" : "unclear";
}

/** One word after a whole name; names in Han and Hangul have no spaces. */
function isShorter({ name }: Presenter, last: Presenter): boolean {
  return /^[^\s\p{Lo}]+$/u.test(name) && /\s/.test(last.name);
}

/** An organisation, or "in person". */
function isNoName(part: string, { name }: Presenter, isBare: boolean): boolean {
  return isOrganisation(name) || (isBare && readBeside(part).kind === "idle");
}

/** One affiliation is known for each person, and only what followed a comma goes on. */
function toPlaceKind(last: Presenter, { isOpen }: Position): PartKind {
  return isWithout(last) || isOpen ? "affiliation" : "unclear";
}

function isWithout({ affiliation }: Presenter): boolean {
  return affiliation === undefined;
}

function hasLink({ x, url }: Presenter): boolean {
  return (x ?? url) !== undefined;
}

/** A part that follows "and": a person, or the end of "School of Arts and Sciences". */
function toFirstKind(
  part: string,
  { isBare, isOwn }: { isBare: boolean; isOwn: boolean },
  { affiliation: before = "" }: Presenter,
  { next }: Position,
): PartKind {
  const isEnd = OPEN_END.test(`${before.split(", ").at(-1)} `) && !/^\p{Lo}/u.test(part);
  if (before === "" || !isBare || (next !== undefined && !isEnd)) return "person";
  return isOwn || isEnd ? "unclear" : "person";
}

/** A part that may go on with an affiliation: its city, or a person with an affiliation of their own. */
function toOpenKind(part: string, { next }: Position): PartKind {
  if (isPlaceName(part) || !/\s/.test(part)) return "affiliation";
  return next !== undefined && isOrganisation(next) && isFullName(part) ? "person" : "unclear";
}
