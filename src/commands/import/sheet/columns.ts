/** The columns of a sheet, recognised by their names in several languages. */
import { fail, succeed, type Result } from "../../../programme/result.ts";
import { findZone, toZones } from "../../announce/when/zones.ts";
import { ROLES, toColumnKey, toNamed, type Role } from "./column-names.ts";

/** Which column holds what. */
export interface Columns {
  at: { [role in Role]?: number | undefined };
  /** The name of the column of dates says the order of day and month: "Date (dd/mm/yyyy)". */
  order: "day-first" | "month-first" | null;
  /** All of "Speaker 1", "Speaker 2". */
  presenters: number[];
  /** "Speaker (Last, First)". */
  isSurnameFirst: boolean;
  /** What the name of the column of times says beside: "Time (ET)". "" where it says nothing of the kind. */
  zone: string;
  /** How many there are: a row with more cells is torn. */
  width: number;
  /** Columns that nothing is taken from but addresses. */
  unused: { index: number; name: string }[];
}

/** A row of names, or null where it is none: a sheet needs dates and titles. */
export function findColumns(cells: readonly string[], mapped: ReadonlyMap<Role, string>): Columns | null {
  const at = findMapped(cells, mapped);
  if (at === null) return null;
  const taken = new Set(Object.values(at));
  const named = cells.flatMap((cell, index) => {
    const found = taken.has(index) ? null : toNamed(cell);
    return found === null ? [] : [{ ...found, index }];
  });
  // Of two columns that can be it, the one with the surer name, then the first.
  for (const { role, index } of named.toSorted((a, b) => a.rank - b.rank)) at[role] ??= index;
  settle(at);
  if (at.title === undefined || at.date === undefined) return null;
  const toName = (role: Role): string => cells[at[role] ?? -1] ?? "";
  const further = named.filter(({ isFurther }) => isFurther === true).map(({ index }) => index);
  const used = new Set([...Object.values(at), ...further]);
  return {
    at,
    presenters: named
      .filter(
        ({ role, index, isFurther }) =>
          role === "presenters" && (isFurther === true || index === at.presenters),
      )
      .map(({ index }) => index),
    width: cells.length,
    order: toOrder(toName("date")),
    isSurnameFirst: SURNAME_FIRST.test(toName("presenters")),
    zone: toZoneWords(toName("time"), false) || toZoneWords(toName("date"), true),
    unused: cells
      .map((cell, index) => ({ index, name: cell.replace(/\s+/g, " ").trim() }))
      .filter(({ index, name }) => name !== "" && !used.has(index)),
  };
}

/** The columns that the organiser has named; null where one is not there. */
function findMapped(cells: readonly string[], mapped: ReadonlyMap<Role, string>): Columns["at"] | null {
  const at: Columns["at"] = {};
  for (const [role, name] of mapped) {
    const index = cells.findIndex((cell) => toColumnKey(cell) === toColumnKey(name) && cell.trim() !== "");
    if (index === -1) return null;
    at[role] = index;
  }
  return at;
}

const SURNAME_FIRST =
  /(?:last|sur|family|nach|familien)[ -]?names?\s*,|\blast\s*,|\bnom\s*,|\bapellidos?\s*,|\bsobrenome\s*,|\bcognome\s*,/i;

/** A sheet of papers, of starts with their days, or of days. */
function settle(at: Columns["at"]): void {
  at.title ??= at.paper;
  if (at.date !== undefined) return;
  if (at.weekday !== undefined) [at.date, at.weekday] = [at.weekday, undefined];
  else [at.date, at.time] = [at.time, undefined];
}

/** "Date (dd/mm/yyyy)". */
function toOrder(name: string): Columns["order"] {
  if (/\bd{1,2}[/.-]m{1,2}\b/i.test(name)) return "day-first";
  return /\bm{1,2}[/.-]d{1,2}\b/i.test(name) ? "month-first" : null;
}

/** How a time is written, or that it is the club's. */
const NO_ZONE =
  /^(?:24\s?h(?:rs|ours?)?|hh?[:.]?mm(?:[:.]ss)?|h|uhr|local(?: time)?|ortszeit|heure locale|am\s?\/\s?pm|start|beginn|début|optional|from|if not usual|[-–]+)?$/i;

/**
 * "ET" of "Time (ET)" and "UTC" of "Start UTC".
 *
 * @param isSure whether only what is a zone counts: a date's name says other things, too
 */
function toZoneWords(name: string, isSure: boolean): string {
  const inside = /[([（]\s*([^()[\]（）]*?)\s*[)\]）]\s*$/.exec(name)?.[1];
  const words = inside ?? /[\s,/–-]((?:UTC|GMT)\S*|[A-Z]{1,4}T)\s*$/.exec(name)?.[1] ?? "";
  if (NO_ZONE.test(words)) return "";
  return toOneZone(words) ?? (isSure || inside === undefined ? "" : words);
}

/** "EST/EDT" and "ET, New York" are one zone said twice. */
function toOneZone(words: string): string | null {
  const parts = [words, ...words.split(/\s*[/,|]\s*/)].filter((part) => part !== "");
  const all = parts.map((part) => {
    const found = findZone(part);
    return toZones(found?.length === part.length ? found.name : part);
  });
  const [whole = [], ...each] = all;
  if (whole.length > 0) return words;
  const [first = []] = each;
  return first.length === 1 && each.every((zones) => zones.includes(first[0] ?? ""))
    ? (first[0] ?? null)
    : null;
}

/** Read "title=Talk,date=When". */
export function parseMap(text: string): Result<Map<Role, string>, { reason: "bad_map"; message: string }> {
  const mapped = new Map<Role, string>();
  for (const part of text.split(",").filter((one) => one.trim() !== "")) {
    const [, name = "", column = ""] = /^\s*(\w+)\s*=\s*(.+?)\s*$/.exec(part) ?? [];
    const role = ROLES.find((known) => known === name);
    if (role === undefined)
      return fail({
        reason: "bad_map",
        message: `"${part}" is no FIELD=COLUMN, expected a field of ${ROLES.join(", ")}`,
      });
    mapped.set(role, column);
  }
  return succeed(mapped);
}
