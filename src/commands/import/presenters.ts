/** Who presents, from a cell or a label: names wholly understood, or what is left over. */
import type { Presenter } from "../../programme/session.ts";
import { parsePeople } from "../announce/who/people.ts";

export interface ReadPresenters {
  presenters: Presenter[];
  leftOver: string[];
}

const NOBODY = /^(?:tb[acd]|n\/?a|[-–—?]+)?$/i;

/**
 * @param isMany whether names alone are listed: else "Ada Example, Word Word" can be one at a place
 * @returns no presenters where anything in the text is not understood: the text is then left over
 */
export function readPresenters(text: string, isMany = false): ReadPresenters {
  if (NOBODY.test(text.trim())) return { presenters: [], leftOver: [] };
  const people = parsePeople(text.trim().replace(/\s*[\r\n;]+\s*/g, "; "), isMany);
  if (!people.ok) return { presenters: [], leftOver: [`who presents: ${people.error.message}`] };
  const { people: presenters, ...beside } = people.value;
  const notes = Object.values(beside).flat();
  if (notes.length === 0) return { presenters, leftOver: [] };
  return { presenters: [], leftOver: [`who presents: "${text.trim()}" (${notes.join("; ")})`] };
}
