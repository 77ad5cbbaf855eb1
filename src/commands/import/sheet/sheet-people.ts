/** Who presents, from the columns of a row: names, or their parts, and affiliations. */
import { readPresenters, turnNames, type ReadPresenters } from "../presenters.ts";
import type { Columns } from "./columns.ts";
import type { Say } from "./sheet-row.ts";

export function readRowPresenters(
  say: Say,
  { at, isSurnameFirst }: Pick<Columns, "at" | "isSurnameFirst">,
): ReadPresenters {
  const names =
    at.presenters === undefined ? `${say("firstName")} ${say("lastName")}`.trim() : say("presenters");
  // Where affiliations have a column of their own, names alone are in the other.
  const isOfNames = at.affiliation !== undefined;
  const read = readPresenters(isSurnameFirst ? turnNames(names) : names, isOfNames);
  return withAffiliations(read, say("affiliation").replace(/[^\S\n]+/g, " "));
}

const UNKNOWN = /^(?:tb[acd]|\?+|[-–—]+|n\/?a)?$/i;

/** An affiliation beside one name is that person's; of as many as there are names each has its own. */
function withAffiliations(read: ReadPresenters, cell: string): ReadPresenters {
  if (UNKNOWN.test(cell)) return read;
  const { presenters } = read;
  const parts = presenters.length === 1 ? [cell.replace(/\s+/g, " ")] : cell.split(/\s*[;\n]\s*/);
  if (parts.length !== presenters.length || presenters.some(({ affiliation }) => affiliation !== undefined))
    return { ...read, leftOver: [...read.leftOver, `affiliation: "${cell}"`] };
  return {
    ...read,
    presenters: presenters.map((person, index) => ({ ...person, affiliation: parts[index] ?? "" })),
  };
}
