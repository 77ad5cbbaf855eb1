/** Names as an announcement lists them: "A (@a, a.org), B (MIT) and C", "Prof. A, University of B, City". */
import { succeed, type Result } from "../../../programme/result.ts";
import type { Presenter } from "../../../programme/session.ts";
import { isAcronym, isOrganisation, readBeside } from "./affiliation.ts";
import { refuse, type Refused } from "../lines/line.ts";
import { isName } from "./name.ts";
import { toPartKind, type List } from "./list-part.ts";
import { toPeopleText } from "./people-text.ts";
import { readPerson, type ReadPerson } from "./person.ts";

export interface ReadPeople {
  people: Presenter[];
  warnings: string[];
  /** Words beside the names that nothing understood. */
  leftOver: string[];
}

/** Parts whole groups: a person with what is said of them. */
const BETWEEN_GROUPS =
  /^(?:\s*[,;]?\s+(?:and|&|\+|und|et(?!\s+al)|[ye](?=\s+\p{Lu}\S+\s+\p{Lu})|together with|along with|with|as well as|jointly with|joint with)\s+|\s*;\s*)/u;
const BETWEEN_PARTS = /^\s*,\s*/;

/**
 * Read a list of people; a part that is no name is a fault, not a guess.
 *
 * @param isMany whether several are announced ("Speakers:"): else "Ada Example, Word Word" can be one at a place
 */
export function parsePeople(source: string, isMany = false): Result<ReadPeople, Refused> {
  const { text, warnings } = toPeopleText(source);
  const groups = split(text, BETWEEN_GROUPS).map((group) => split(group, BETWEEN_PARTS));
  const [[, second = text] = []] = groups;
  // "Lima, Ana" and "Lima, Ana; Chen, Bo": a surname before its first name, or two people by their first names.
  if (groups.every(isSurnameFirst) && (!isMany || groups.length > 1)) return refuse(toUnclear(second));
  const read: ReadPeople = { people: [], warnings, leftOver: [] };
  const fault = readGroups(groups, isMany, read);
  if (fault !== null) return refuse(fault);
  return read.people.length === 0 ? refuse("names nobody, expected who presents") : succeed(read);
}

/** Whether words are names with their organisations or handles: "Deep Learning (Part II)" is none. */
export function isPlacedPeople(text: string): boolean {
  const read = text === "" || text.length > 200 ? null : parsePeople(text);
  if (read?.ok !== true || read.value.leftOver.length > 0) return false;
  return read.value.people.every(({ affiliation = "", x }) => x !== undefined || isOrganisation(affiliation));
}

/** @returns what is wrong, or null */
function readGroups(
  groups: readonly (readonly string[])[],
  isMany: boolean,
  read: ReadPeople,
): string | null {
  const list = {
    isPlain: groups.flat().every((part) => /^\p{L}+$/u.test(part)),
    isSure: isMany || groups.length > 1,
    isOfWholeNames: groups.every(([first = ""]) => /\s/.test(first)),
  };
  for (const group of groups) {
    const fault = readGroup(group, list, read);
    if (fault !== null) return fault;
  }
  return null;
}

function isSurnameFirst(parts: readonly string[]): boolean {
  const names = parts.map((part) => part.replace(/\s*\(.*$/, ""));
  return (
    parts.length === 2 && names.every((name) => /^\p{Lu}[\p{L}'’.-]*$/u.test(name) && !isOrganisation(name))
  );
}

/** A person, and after commas an affiliation with its place, or further persons. @returns what is wrong, or null */
function readGroup(parts: readonly string[], list: List, read: ReadPeople): string | null {
  /** The affiliation of the last person was told after a comma: what follows may belong to it. */
  let isOpen = false;
  for (const [at, part] of parts.entries()) {
    const last = read.people.at(-1);
    const one = readPerson(part);
    const kind =
      last === undefined
        ? "person"
        : toPartKind(part, one.person, last, { list, isFirst: at === 0, isOpen, next: parts[at + 1] });
    if (kind === "unclear") return toUnclear(part);
    if (kind === "affiliation" && last !== undefined) {
      isOpen = addAffiliation(last, part, read) || isOpen;
      continue;
    }
    isOpen = last === undefined && one.person.affiliation !== undefined && !/[([]/.test(part);
    const fault = addPerson(one, part, read);
    if (fault !== null) return fault;
  }
  return null;
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
  if (!isName(name) && isShouted(name)) return null;
  if (!isName(name) || isAcronym(name)) {
    return `${quoted} is not understood as a name, expected "NAME (@handle, site)" for each presenter`;
  }
  return null;
}

/** "ADA EXAMPLE", where the whole post is in capitals. */
function isShouted(name: string): boolean {
  return (
    /^\p{Lu}{2,}(?:[ -]\p{Lu}{2,})+$/u.test(name) &&
    !/^(?:UC|TU|ETH|LMU|CUNY|SUNY|UT|NIT|IIT|MIT)\s/.test(name)
  );
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
