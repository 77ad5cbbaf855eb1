/** Who presents, from a cell or a label: names wholly understood, or what is left over. */
import type { Presenter } from "../../programme/session.ts";
import { isOrganisation } from "../announce/who/affiliation.ts";
import { parsePeople } from "../announce/who/people.ts";

export interface ReadPresenters {
  presenters: Presenter[];
  leftOver: string[];
}

const NOBODY = /^(?:tb[acd]|to be (?:announced|confirmed|determined)|n\/?a|n\.?\s?n\.?|[-–—?]+)?$/i;

/**
 * @param isMany whether names alone are listed: else "Ada Example, Word Word" can be one at a place
 * @returns no presenters where anything in the text is not understood: the text is then left over
 */
export function readPresenters(text: string, isMany = false): ReadPresenters {
  if (NOBODY.test(text.trim())) return { presenters: [], leftOver: [] };
  if (text.length > MAX_CHARACTERS) return leaveOver(`"${text.slice(0, MAX_SHOWN)}…" is too long for names`);
  const list = text.trim().replace(/\s*[\r\n;]+\s*/g, "; ");
  if (isMany && isSurnameFirst(list))
    return leaveOver(`"${list}" can be a surname before its first name, or two people`);
  const people = parsePeople(list, isMany);
  if (!people.ok) return leaveOver(people.error.message);
  const { people: presenters, ...beside } = people.value;
  const notes = Object.values(beside).flat();
  if (notes.length === 0) return { presenters, leftOver: [] };
  return leaveOver(`"${text.trim()}" (${notes.join("; ")})`);
}

/** Twenty people with their affiliations. */
const MAX_CHARACTERS = 2_000;
const MAX_SHOWN = 80;

function leaveOver(words: string): ReadPresenters {
  return { presenters: [], leftOver: [`who presents: ${words}`] };
}

/** "Nguyen, Linh", "de Souza, Ana; Chen, Bo". */
function isSurnameFirst(list: string): boolean {
  return list.split(/\s*;\s*|\s+(?:and|&|und|et|y|e|en)\s+/).every((group) => {
    const parts = group
      .replace(/\([^()]*\)/g, "")
      .split(/\s*,\s*/)
      .map((part) => part.trim());
    const isOne = parts.some((part) => /^[\p{L}\p{M}'’.-]+$/u.test(part));
    return parts.length === 2 && isOne && !parts.some(isOrganisation);
  });
}

/** "Nguyen, Linh; Chen, Bo" under a name such as "Speaker (Last, First)". */
export function turnNames(text: string): string {
  return text
    .replace(/([^,;\n]+),\s*([^,;\n]+)/g, (_, last: string, first: string) => {
      const bracket = /\s*\([^()]*\)\s*$/.exec(first)?.[0] ?? "";
      return ` ${first.slice(0, first.length - bracket.length).trim()} ${last.trim()}${bracket}`;
    })
    .trim();
}
