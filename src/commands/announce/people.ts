/** Names as an announcement lists them: "A (@a, a.org), B (MIT) and C", "Prof. A, University of B, City". */
import { succeed, type Result } from "../../programme/result.ts";
import type { Presenter } from "../../programme/session.ts";
import { isAcronym, isOrganisation, isPlaceName, readBeside } from "./affiliation.ts";
import { refuse, toNarrow, type Refused } from "./line.ts";
import { readPerson, type ReadPerson } from "./person.ts";

export { toSite } from "./person.ts";

export interface ReadPeople {
  people: Presenter[];
  warnings: string[];
  /** Words beside the names that nothing understood. */
  leftOver: string[];
}

/** Parts whole groups: a person with what is said of them. */
const BETWEEN_GROUPS =
  /^(?:\s*[,;]?\s+(?:and|&|\+|und|et(?!\s+al)|[ye](?=\s+\p{Lu}\S+\s+\p{Lu})|together with|along with|with|as well as|jointly with|joint with)\s+|\s*;\s*)/u;
const ET_AL = /[\s,]+(?:et al\.?|and others)\s*$/i;
const BETWEEN_PARTS = /^\s*,\s*/;
const PRONOUNS = /[([](?:he|she|they|ze|xe)(?:\s*\/\s*\p{L}+)+[)\]]/giu;
const EQUAL = /\(\*?\s*equal(?:ly)? contribut\w*\s*\)/i;
const WORD = "\\p{Lu}[\\p{L}\\p{M}'’.-]*|\\p{Lo}[\\p{L}\\p{M}・·]*";
const PARTICLE =
  "(?:von|van|der|den|de|del|della|di|da|dos|das|do|du|la|le|el|al|bin|ibn|ter|ten|zu|zur|y|e|af|av|ben|st\\.)";
const NAME = new RegExp(
  `^(?:${PARTICLE}\\s+)*(?:${WORD})(?:\\s+(?:${WORD}|${PARTICLE}|d['’]\\p{Lu}[\\p{L}]+))*$`,
  "u",
);
const NO_NAME =
  /^(?:the|this|these|we|our|i|authors?|everyone|all|they|join|zoom|abstract|paper|read|new|tba|tbd|various|several|multiple|who|see|on|next|today|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?![\p{L}])/iu;
/** "Institute for Informatics and …": the next words can belong to it. */
const OPEN_END =
  /(?<![\p{L}])(?:department|school|institute?|faculty|cent(?:er|re)|college|lab(?:oratory)?|academy)\s+(?:of|for)\s/iu;

/**
 * Read a list of people; a part that is no name is a fault, not a guess.
 *
 * @param isMany whether several are announced ("Speakers:"): else "Ada Example, Word Word" can be one at a place
 */
export function parsePeople(source: string, isMany = false): Result<ReadPeople, Refused> {
  const whole = toNarrow(source)
    .replace(EQUAL, "")
    .replace(PRONOUNS, "")
    .replace(/\s+\|\s+|\s+,/g, ", ");
  const text = whole.replace(ET_AL, "");
  const read: ReadPeople = { people: [], warnings: [], leftOver: [] };
  if (text !== whole) read.warnings.push('"et al." names nobody and was left out');
  const groups = split(text.replace(/[\s.,;]+$/, ""), BETWEEN_GROUPS).map((group) =>
    split(group, BETWEEN_PARTS),
  );
  const about = {
    isPlainList: groups.flat().every((part) => /^\p{L}+$/u.test(part)),
    isList: isMany || groups.length > 1,
    isOfWholeNames: groups.every(([first = ""]) => /\s/.test(first)),
  };
  // "Lima, Ana" and "Lima, Ana; Chen, Bo": a surname before its first name, or two people by their first names.
  if (!(isMany && groups.length === 1) && groups.every(isSurnameFirst))
    return refuse(toUnclear(groups[0]?.[1] ?? text));
  for (const [at, group] of groups.entries()) {
    const fault = readGroup(group, { ...about, isFirst: at === 0 }, read);
    if (fault !== null) return refuse(fault);
  }
  return read.people.length === 0 ? refuse("names nobody, expected who presents") : succeed(read);
}

/** Whether a text is a person's whole name. */
export function isFullName(text: string): boolean {
  return /\s|^\p{Lo}{2,4}$/u.test(text) && NAME.test(text) && !NO_NAME.test(text) && !isOrganisation(text);
}

function isSurnameFirst(parts: readonly string[]): boolean {
  const names = parts.map((part) => part.replace(/\s*\(.*$/, ""));
  return (
    parts.length === 2 && names.every((name) => /^\p{Lu}[\p{L}'’.-]*$/u.test(name) && !isOrganisation(name))
  );
}

interface Where {
  /** The group is the first of the list. */
  isFirst: boolean;
  /** The whole list is of single words: "Ada, Bob and Cy". */
  isPlainList: boolean;
  /** Several people are named for sure. */
  isList: boolean;
  /** Each group begins with a name of several words. */
  isOfWholeNames: boolean;
}

/** A person, and after commas an affiliation with its place, or further persons. @returns what is wrong, or null */
function readGroup(parts: readonly string[], where: Where, read: ReadPeople): string | null {
  /** The affiliation of the last person was told after a comma: what follows may belong to it. */
  let isOpen = false;
  for (const [at, part] of parts.entries()) {
    const last = read.people.at(-1);
    const one = readPerson(part);
    if (at === 0 && where.isFirst) {
      const fault = addPerson(one, part, read);
      if (fault !== null) return fault;
      isOpen = one.person.affiliation !== undefined && !/[([]/.test(part);
      continue;
    }
    const kind =
      last === undefined
        ? "person"
        : classify(part, one, last, { at, isOpen, next: parts[at + 1], ...where });
    if (kind === "unclear") return toUnclear(part);
    if (kind === "affiliation" && last !== undefined) isOpen = addAffiliation(last, part, read) || isOpen;
    if (kind === "person") {
      const fault = addPerson(one, part, read);
      if (fault !== null) return fault;
      isOpen = false;
    }
  }
  return null;
}

interface Position extends Where {
  at: number;
  isOpen: boolean;
  next: string | undefined;
}

/** What a part is that comes after a person. */
function classify(
  part: string,
  { person }: ReadPerson,
  last: Presenter,
  { at, isOpen, next, isPlainList, isList, isOfWholeNames }: Position,
): "affiliation" | "person" | "unclear" {
  const isBare = person.affiliation === undefined && person.x === undefined && person.url === undefined;
  const isOwn = isOrganisation(person.name) || (isBare && readBeside(part).kind === "idle");
  if (at === 0) return classifyGroup(part, isBare, isOwn, last, next);
  if (isOwn) return last.affiliation === undefined || isOpen ? "affiliation" : "unclear";
  if (isPlainList) return "person";
  const isShort = !/\s/.test(person.name) && /\s/.test(last.name) && !/^\p{Lo}/u.test(part);
  if (!isBare) return isShort && /\s(?:of|at|from)\s/.test(part) ? "unclear" : "person";
  if (isOpen) {
    if (isPlaceName(part) || !/\s/.test(part)) return "affiliation";
    return next !== undefined && isOrganisation(next) && isFullName(part) ? "person" : "unclear";
  }
  if (isShort) return last.affiliation === undefined && isOfWholeNames ? "affiliation" : "unclear";
  const isKnown = isList || (last.affiliation ?? last.x ?? last.url) !== undefined;
  return isKnown ? "person" : "unclear";
}

/** A part that follows "and": a person, or the end of "School of Arts and Sciences". */
function classifyGroup(
  part: string,
  isBare: boolean,
  isOwn: boolean,
  last: Presenter,
  next: string | undefined,
): "affiliation" | "person" | "unclear" {
  const before = last.affiliation ?? "";
  if (before === "" || !isBare || next !== undefined) return "person";
  if (isOwn) return "unclear";
  return OPEN_END.test(`${before} `) && !before.includes(",") && !/^\p{Lo}/u.test(part)
    ? "unclear"
    : "person";
}

function toUnclear(part: string): string {
  return `${JSON.stringify(part)} can be a person or an affiliation, expected an affiliation in parentheses after its name`;
}

/** @returns whether it is one that may go on */
function addAffiliation(person: Presenter, part: string, read: ReadPeople): boolean {
  const beside = readBeside(part);
  if (beside.kind === "unread") read.leftOver.push(part);
  if (beside.kind !== "affiliation") return false;
  person.affiliation =
    person.affiliation === undefined ? beside.text : `${person.affiliation}, ${beside.text}`;
  return true;
}

function addPerson(
  { person, leftOver, warnings }: ReadPerson,
  part: string,
  read: ReadPeople,
): string | null {
  const fault = checkName(person, part);
  if (fault !== null) return fault;
  read.people.push(person);
  read.leftOver.push(...leftOver);
  read.warnings.push(...warnings);
  return null;
}

function checkName({ name }: Presenter, part: string): string | null {
  const quoted = JSON.stringify(part);
  if (name === "") return `${quoted} has no name, expected the presenter's name before the handle`;
  if (!NAME.test(name) || NO_NAME.test(name) || isOrganisation(name) || isAcronym(name)) {
    return `${quoted} is not understood as a name, expected "NAME (@handle, site)" for each presenter`;
  }
  return null;
}

/** Split at separators, but not inside parentheses. */
function split(text: string, separator: RegExp): string[] {
  const parts = [""];
  let depth = 0;
  for (let at = 0; at < text.length;) {
    const sign = text.charAt(at);
    if (/[([]/.test(sign)) depth += 1;
    if (/[)\]]/.test(sign)) depth = Math.max(0, depth - 1);
    const found = depth === 0 && /[\s,;]/.test(sign) ? separator.exec(text.slice(at, at + 60)) : null;
    if (found === null) parts.push((parts.pop() ?? "") + sign);
    else parts.push("");
    at += found?.[0].length ?? 1;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}
