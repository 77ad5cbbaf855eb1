/** Lines after "Abstract:": which of them are its own, and which only look like labels. */
import { isCalledOff } from "./called-off.ts";
import type { Draft, DraftLabel } from "./draft.ts";
import type { Label } from "./labels.ts";
import type { Line } from "../lines/line.ts";
import { findDates } from "../when/dates.ts";
import { findTimes } from "../when/times.ts";

/** "NOTE: we start at 3pm this time" in the middle of an abstract is hardly one of its sentences. */
export function isNote(text: string): boolean {
  const isMarked =
    /^\W*(?:please note|note|nb|attention|achtung|reminder|update|correction|edit)(?![\p{L}])/iu.test(text);
  return isMarked && (isCalledOff(text) || findTimes(text).length > 0 || findDates(text, false).length > 0);
}

/** After "Code: https://…" an abstract goes on where the next line does. */
export function isAbstractOpen({ labels, body }: Draft, line: Line): boolean {
  const last = labels.at(-1);
  if (last === undefined || labels.findLast((label) => !isAside(label, body))?.name !== "abstract")
    return false;
  if (!isAside(last, body)) return true;
  const before = Math.max(last.value.number, body.at(-1)?.number ?? 0);
  return before === line.number - 1 || before > last.value.number;
}

/** A line within a paragraph of the abstract, and not below it. */
function isAside({ name, value }: DraftLabel, body: readonly Line[]): boolean {
  const isWithin = body.some(({ number, text }) => text !== "" && number === value.number - 1);
  return isMaterial({ name }) || (name === "other" && isWithin);
}

function isMaterial({ name }: Pick<Label, "name">): boolean {
  return name === "code" || name === "slides";
}

const MAX_LISTED_CHARACTERS = 60;

/** In an abstract "Code:" and "Time:" can be words of it: where they have no link, or say again what is said. */
export function isProse({ labels }: Draft, { name, value }: Label): boolean {
  const isLinked = /https?:\/\//.test(value);
  if (isMaterial({ name })) return !isLinked;
  if (!isLinked && isSentence(name, value)) return true;
  if (name === "title" || name === "abstract" || value === "") return false;
  const isSaid = labels.some((label) => label.name === name && label.value.text !== "");
  return isSaid && (name === "time" ? findDates(value, true).length === 0 : !isLinked);
}

/** "Time: it is linear."; "Keywords: sheep, goats" is none. */
function isSentence(name: Label["name"], value: string): boolean {
  if (value.endsWith("?")) return true;
  const isListed = name === "other" && value.length < MAX_LISTED_CHARACTERS && !/[.!]$/.test(value);
  return !isListed && /^\p{Ll}[^:/]*$/u.test(value);
}
