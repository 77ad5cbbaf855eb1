/**
 * The parameters of queries. The same parameter means the same everywhere. Unknown ones are ignored; a bad value of a
 * known one is a fault that names it.
 */
import { SESSION_PAGE } from "../programme/address.ts";
import { fail, succeed, type Result } from "../programme/result.ts";
import {
  ALARMS,
  SHOWS,
  THEMES,
  toComparable,
  TURNING_SHOWS,
  WHOLE,
  YEAR,
  type Selection,
} from "../programme/selection.ts";
import { toQueryText } from "../programme/search-terms.ts";
import { SESSION_ID } from "../programme/session.ts";

export type ParameterName = keyof typeof READERS;

export const FEED_PARAMETERS: readonly ParameterName[] = ["show", "tag", "presenter", "q", "limit"];
/** Of pages with a form that makes addresses: nothing is searched there. */
export const PAGE_PARAMETERS: readonly ParameterName[] = [
  "show",
  "tag",
  "presenter",
  "limit",
  "cancelled",
  "alarm",
];

export type ParameterFault = { reason: "bad_parameter"; name: string; value: string; expected: string };

const MAX_LIMIT = 500;
/** More pages than results are ever found. */
const MAX_PAGE = 999;
/** Longer than any tag or name; keeps stored keys small. */
const MAX_TEXT_CHARACTERS = 100;
/** The same with four accents to each letter; folding more could take long. */
const MAX_RAW_CHARACTERS = 5 * MAX_TEXT_CHARACTERS;

/** As many sessions as anybody stars in two years of a weekly club. */
const MAX_IDS = 100;
/** A hundred of the longest ids. */
const MAX_IDS_CHARACTERS = 6_500;
const ID_SHAPE = new RegExp(`^${SESSION_ID}$`);
const YEAR_SHAPE = new RegExp(`^${YEAR}$`);
/** What a value means depends on. */
export interface Asked {
  /** Those under which this service is met: what `url` may name. */
  origins?: readonly string[];
  /** Whether the document tells past from coming: then `show` knows the next session. */
  hasTurns?: boolean | undefined;
}

/** Puts a value into the selection, or says what was expected. */
type Reader = (value: string, selection: Selection, asked: Asked) => string | null;

const READERS = {
  show: ((value, selection, { hasTurns }) => {
    const shows = hasTurns === true ? TURNING_SHOWS : SHOWS;
    const show = shows.find((known) => known === value);
    if (show === undefined) return `one of ${shows.join(", ")}`;
    selection.show = show;
    return null;
  }) satisfies Reader,
  tag: ((value, selection) => readText(value, (text) => (selection.tag = text))) satisfies Reader,
  presenter: ((value, selection) => readText(value, (text) => (selection.presenter = text))) satisfies Reader,
  q: ((value, selection) => {
    const text = toQueryText(value);
    if (text !== "") selection.q = text;
    return null;
  }) satisfies Reader,
  limit: ((value, selection) => {
    const limit = /^[1-9]\d{0,2}$/.test(value) ? Number(value) : 0;
    if (limit < 1 || limit > MAX_LIMIT) return `a whole number from 1 to ${MAX_LIMIT}`;
    selection.limit = toStep(limit);
    return null;
  }) satisfies Reader,
  cancelled: ((value, selection) => {
    if (value !== "0" && value !== "1") return "0 or 1";
    selection.cancelled = value === "1";
    return null;
  }) satisfies Reader,
  alarm: ((value, selection) => {
    const alarm = ALARMS.find((known) => String(known) === value);
    if (alarm === undefined) return `one of ${ALARMS.join(", ")} (minutes before the start)`;
    selection.alarm = alarm;
    return null;
  }) satisfies Reader,
  year: ((value, selection) => {
    if (!YEAR_SHAPE.test(value)) return "a year of four digits";
    selection.year = Number(value);
    return null;
  }) satisfies Reader,
  page: ((value, selection) => {
    const page = /^[1-9]\d{0,2}$/.test(value) ? Number(value) : 0;
    if (page < 1) return `a whole number from 1 to ${MAX_PAGE}`;
    if (page > 1) selection.page = page;
    return null;
  }) satisfies Reader,
  ids: ((value, selection) => {
    const ids = value.length > MAX_IDS_CHARACTERS ? [] : value.split(",");
    if (ids.length < 1 || ids.length > MAX_IDS || !ids.every((id) => ID_SHAPE.test(id)))
      return `1 to ${MAX_IDS} ids of sessions, with commas between`;
    selection.ids = [...new Set(ids)].toSorted();
    return null;
  }) satisfies Reader,
  theme: ((value, selection) => {
    if (value === "auto") return null;
    const theme = THEMES.find((known) => known === value);
    if (theme === undefined) return `one of auto, ${THEMES.join(", ")}`;
    selection.theme = theme;
    return null;
  }) satisfies Reader,
  format: ((value) => (value === "json" ? null : "json")) satisfies Reader,
  url: ((value, selection, { origins = [] }) => {
    const path = toOwnPath(value, origins);
    const session = path === null ? undefined : SESSION_PATH.exec(path)?.[1];
    if (session !== undefined) selection.session = session;
    return path === "/" || session !== undefined
      ? null
      : "the address of the home page or of a session's page";
  }) satisfies Reader,
};

/** Without it there is nothing to answer. */
const REQUIRED: ReadonlySet<ParameterName> = new Set(["url"]);

const SESSION_PATH = new RegExp(`^${SESSION_PAGE.replace(":session", `(${SESSION_ID})`)}$`);

/**
 * Read the parameters of a query.
 *
 * @param query the request's query; only the first value of a repeated parameter counts
 * @param names those that are known here
 * @param asked of what document, and where
 */
export function parseParameters(
  query: URLSearchParams,
  names: readonly ParameterName[],
  asked: Asked = {},
): Result<Selection, ParameterFault> {
  const selection: Selection = { ...WHOLE };
  for (const name of names) {
    const value = query.get(name) ?? (REQUIRED.has(name) ? "" : null);
    if (value === null) continue;
    const read: Reader = READERS[name];
    const expected = read(value, selection, asked);
    if (expected !== null) return fail({ reason: "bad_parameter", name, value, expected });
  }
  return succeed(selection);
}

/** As much of a selection as these parameters can say in a document that does, or does not, tell past from coming. */
export function keepParameters(
  selection: Selection,
  names: readonly ParameterName[],
  hasTurns = false,
): Selection {
  const { show, cancelled, ...others } = selection;
  const known: ReadonlySet<string> = new Set(names);
  const kept = Object.entries(others).filter(([name]) => known.has(name) || name === "session");
  return {
    show: known.has("show") && (hasTurns || show !== "next") ? show : WHOLE.show,
    cancelled: known.has("cancelled") ? cancelled : WHOLE.cancelled,
    ...Object.fromEntries(kept),
  };
}

/**
 * As asked up to 20, then by 5 to 50, by 10 to 100, by 50 to 500: the step below, for at most so many is what was asked
 * for. So `limit` makes 39 documents of one, which can all be held, and not 500.
 */
function toStep(limit: number): number {
  const step = limit <= 20 ? 1 : limit <= 50 ? 5 : limit <= 100 ? 10 : 50;
  return limit - (limit % step);
}

/** Folded, so that two spellings which select the same are one address. */
function readText(value: string, put: (text: string) => void): string | null {
  const text = value.length > MAX_RAW_CHARACTERS ? "" : toComparable(value);
  if (text === "" || text.length > MAX_TEXT_CHARACTERS) return `1 to ${MAX_TEXT_CHARACTERS} characters`;
  put(text);
  return null;
}

/** The path of an address of this service, null for any other. */
function toOwnPath(address: string, origins: readonly string[]): string | null {
  const url = URL.parse(address);
  return url !== null && origins.some((origin) => new URL(origin).host === url.host) ? url.pathname : null;
}
