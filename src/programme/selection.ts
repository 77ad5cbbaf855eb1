/**
 * Which part of the programme a feed, a calendar or a page shows, and its canonical query form.
 *
 * The same parameters mean the same everywhere. Unknown parameters are ignored; a bad value of a known one is a fault
 * that names it.
 */
import { fail, succeed, type Result } from "./result.ts";

export const SHOWS = ["all", "sessions", "replays"] as const;
export type Show = (typeof SHOWS)[number];

/** Minutes before the start at which a calendar may ring. */
export const ALARMS = [5, 10, 15, 30, 60, 120, 1440] as const;
export type Alarm = (typeof ALARMS)[number];

export interface Selection {
  show: Show;
  /** A session's tag, compared without regard to case. */
  tag?: string;
  /** A presenter's name, compared without regard to case, accents and spacing. */
  presenter?: string;
  /** At most this many entries or events, the newest. */
  limit?: number;
  /** Calendar only: false leaves cancelled sessions out. */
  cancelled: boolean;
  /** Calendar only: minutes before the start. */
  alarm?: Alarm;
}

export type SelectionFault = { reason: "bad_parameter"; name: string; value: string; expected: string };

/** Everything, as the plain feeds show it. */
export const WHOLE: Selection = { show: "all", cancelled: true };

const MAX_LIMIT = 500;
/** Longer than any tag or name; keeps stored keys small. */
const MAX_TEXT_CHARACTERS = 100;

type Reading<T> = Result<T, SelectionFault>;

/**
 * Read the parameters of a query.
 *
 * @param query the request's query; only the first value of a repeated parameter counts
 * @param calendar whether `cancelled` and `alarm` are known here
 */
export function parseSelection(query: URLSearchParams, calendar: boolean): Reading<Selection> {
  const selection: Selection = { ...WHOLE };
  for (const [name, parse] of Object.entries(calendar ? CALENDAR_PARSERS : FEED_PARSERS)) {
    const value = query.get(name);
    if (value === null) continue;
    const expected = parse(value, selection);
    if (expected !== null) return fail({ reason: "bad_parameter", name, value, expected });
  }
  return succeed(selection);
}

/** The canonical query, with its "?" ("" for the whole programme): known parameters in one order, defaults left out. */
export function toQuery(selection: Selection): string {
  const query = new URLSearchParams();
  if (selection.show !== "all") query.set("show", selection.show);
  if (selection.tag !== undefined) query.set("tag", selection.tag);
  if (selection.presenter !== undefined) query.set("presenter", selection.presenter);
  if (selection.limit !== undefined) query.set("limit", String(selection.limit));
  if (!selection.cancelled) query.set("cancelled", "0");
  if (selection.alarm !== undefined) query.set("alarm", String(selection.alarm));
  return query.size === 0 ? "" : `?${query.toString()}`;
}

/** Puts a value into the selection, or says what was expected. */
type Parser = (value: string, selection: Selection) => string | null;

const FEED_PARSERS: Record<string, Parser> = {
  show(value, selection) {
    const show = SHOWS.find((known) => known === value);
    if (show === undefined) return `one of ${SHOWS.join(", ")}`;
    selection.show = show;
    return null;
  },
  tag: (value, selection) => readText(value, (text) => (selection.tag = text)),
  presenter: (value, selection) => readText(value, (text) => (selection.presenter = text)),
  limit(value, selection) {
    const limit = /^[1-9]\d{0,2}$/.test(value) ? Number(value) : 0;
    if (limit < 1 || limit > MAX_LIMIT) return `a whole number from 1 to ${MAX_LIMIT}`;
    selection.limit = limit;
    return null;
  },
};

const CALENDAR_PARSERS: Record<string, Parser> = {
  ...FEED_PARSERS,
  cancelled(value, selection) {
    if (value !== "0" && value !== "1") return "0 or 1";
    selection.cancelled = value === "1";
    return null;
  },
  alarm(value, selection) {
    const alarm = ALARMS.find((known) => String(known) === value);
    if (alarm === undefined) return `one of ${ALARMS.join(", ")} (minutes before the start)`;
    selection.alarm = alarm;
    return null;
  },
};

/** Folded, so that two spellings which select the same are one address. */
function readText(value: string, put: (text: string) => void): string | null {
  const text = toComparable(value);
  if (text === "" || text.length > MAX_TEXT_CHARACTERS) return `1 to ${MAX_TEXT_CHARACTERS} characters`;
  put(text);
  return null;
}

/** Text as selections compare it: no case, no accents, single spaces. */
export function toComparable(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();
}
