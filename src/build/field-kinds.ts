/** The kinds of field that data files are made of. */
import { isCivilDate, isClockTime, isTimeZone } from "../programme/civil-time.ts";
import { succeed } from "../programme/result.ts";
import { field, group, wrong, type FieldHints, type Reading } from "./field.ts";
import { parseWebAddress, type AddressFault } from "./links.ts";

/** Every browser and reader takes an address this long. */
const MAX_ADDRESS_CHARACTERS = 2_000;
/** A date outside is a slip of the keyboard: no club is older, and zone rules further on are guesses. */
const YEARS = { first: 1970, last: 2199 };
/** Nobody meets longer than a day. */
const MAX_DURATION_MINUTES = 1_440;
const MAX_NAME_CHARACTERS = 100;
const MAX_AFFILIATION_CHARACTERS = 200;

/** One line of text. */
export function text(maxCharacters: number, description: string, expected = "one line of text") {
  return field(expected, { description }, (value): Reading<string> => {
    if (value.length <= maxCharacters) return succeed(value);
    return wrong(value, `is too long (${value.length} characters)`, `at most ${maxCharacters}`);
  });
}

/** Text of a shape, which editors are told, too. */
export function shaped(pattern: string, problem: string, expected: string, description: string) {
  return field(expected, { description, pattern }, (value): Reading<string> => {
    return new RegExp(pattern).test(value) ? succeed(value) : wrong(value, problem, expected);
  });
}

/** A whole number. */
export function wholeNumber(min: number, max: number, description: string) {
  const expected = `a whole number from ${min} to ${max}`;
  return field(expected, { description, type: "integer" }, (value): Reading<number> => {
    const number = /^\d{1,9}$/.test(value) ? Number(value) : -1;
    if (number >= min && number <= max) return succeed(number);
    return wrong(value, number < 0 ? "is not a whole number" : "is out of range", expected);
  });
}

export function minutes(description: string) {
  return wholeNumber(1, MAX_DURATION_MINUTES, description);
}

/** true or false. */
export function yesOrNo(description: string) {
  return field("true or false", { description, type: "boolean" }, (value): Reading<boolean> => {
    if (value === "true" || value === "false") return succeed(value === "true");
    return wrong(value, "is neither", "true or false");
  });
}

/** One of some words. */
export function oneOf<const T extends string>(words: readonly T[], description: string) {
  const expected = `one of ${words.join(", ")}`;
  return field(expected, { description, enum: words }, (value): Reading<T> => {
    const word = words.find((known) => known === value);
    return word === undefined ? wrong(value, "is not known here", expected) : succeed(word);
  });
}

/** "YYYY-MM-DD". */
export function civilDate(description: string) {
  const hints = { description, pattern: String.raw`^\d{4}-\d{2}-\d{2}$`, examples: ["2026-06-15"] };
  return field("YYYY-MM-DD", hints, readDate);
}

/** The reading of a civil date, for fields that take more than a date. */
export function readDate(value: string): Reading<string> {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return wrong(value, "is not a date", "YYYY-MM-DD");
  if (!isCivilDate(value)) return wrong(value, "is not a date in the calendar", "YYYY-MM-DD");
  const year = Number(value.slice(0, 4));
  if (year >= YEARS.first && year <= YEARS.last) return succeed(value);
  return wrong(value, "is far off", `a year from ${YEARS.first} to ${YEARS.last}`);
}

/** "HH:MM". */
export function clockTime(description: string) {
  const hints = { description, pattern: String.raw`^\d{2}:\d{2}$`, examples: ["13:00"] };
  return field("HH:MM, 00:00 to 23:59", hints, readClockTime);
}

/** The reading of a time of day, for fields that take more than that. */
export function readClockTime(value: string): Reading<string> {
  if (isClockTime(value)) return succeed(value);
  return wrong(value, "is not a time of day", "HH:MM, 00:00 to 23:59");
}

/** An IANA time zone. */
export function timeZone(description: string) {
  const expected = 'an IANA time zone, such as "America/New_York"';
  const hints = { description, examples: ["America/New_York", "Europe/Paris", "UTC"] };
  return field(expected, hints, (value): Reading<string> => {
    return isTimeZone(value) ? succeed(value) : wrong(value, "is not a known time zone", expected);
  });
}

/** An absolute http(s) address. */
export function webAddress(description: string) {
  const hints: FieldHints = { description, pattern: "^[Hh][Tt][Tt][Pp][Ss]?://" };
  return field(ADDRESS, hints, (value): Reading<string> => {
    if (value.length > MAX_ADDRESS_CHARACTERS)
      return wrong(value, "is too long", `at most ${MAX_ADDRESS_CHARACTERS}`);
    const address = parseWebAddress(value);
    return address.ok ? address : wrong(value, ADDRESS_FAULTS[address.error.reason], ADDRESS);
  });
}

const ADDRESS = "an address that begins with https:// or http://";
const ADDRESS_FAULTS: Record<AddressFault["reason"], string> = {
  not_http: "is not a web address",
  malformed: "is not a well-formed address",
  has_credentials: "holds a user name or password, which everybody would see",
};

/** A permanent id, safe in addresses and calendar UIDs. */
export function permanentId(description: string) {
  const expected = "1 to 64 of a-z, 0-9 and -, beginning and ending with a letter or digit";
  return shaped("^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$", "is not an id", expected, description);
}

/** An X handle, with or without "@"; kept without. */
export function handle(description: string) {
  const expected = 'a handle such as "ssahoo_", with or without "@"';
  const hints = { description, pattern: "^@?[A-Za-z0-9_]{1,15}$" };
  return field(expected, hints, (value): Reading<string> => {
    const name = /^@?(\w{1,15})$/.exec(value)?.[1];
    if (name !== undefined) return succeed(name);
    const linked = /(?:x|twitter)\.com\/@?(\w{1,15})\/?(?:\?|$)/i.exec(value)?.[1];
    if (linked !== undefined) return wrong(value, "is a link", `the handle alone: "${linked}"`);
    return wrong(value, "is not a handle", expected);
  });
}

/** The arXiv id of a paper, current or old form; a version is cut off. */
export function arxivId(description: string) {
  const expected = "an arXiv id such as 2605.22765";
  const hints: FieldHints = { description, type: ["string", "number"], examples: ["2605.22765"] };
  return field(expected, hints, (value): Reading<string> => {
    const bare = value.replace(/v\d+$/, "");
    if (isArxivId(bare)) return succeed(bare);
    const inside = /(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?(?:\.pdf)?\/?$/.exec(value)?.[1];
    if (inside !== undefined && inside !== bare && isArxivId(inside)) {
      return wrong(value, "is more than the id", `the id alone: ${inside}`);
    }
    return wrong(value, "has not the shape of an arXiv id", expected);
  });
}

/** A host of the club or a presenter; `description` says which, for editors. */
export function person(description: string) {
  return group(
    {
      name: text(MAX_NAME_CHARACTERS, "The name as the person writes it."),
      affiliation: text(MAX_AFFILIATION_CHARACTERS, "University, company or group.").exactOptional(),
      x: handle('X (Twitter) handle; with "@" it needs quotes.').exactOptional(),
      url: webAddress("The person's own site.").exactOptional(),
    },
    'a group of fields that begins with "name: …"',
    description,
  );
}

/** Since January 2015 ids have five digits after the point (arXiv identifier scheme), so a lost zero is noticed. */
function isArxivId(id: string): boolean {
  const month = "(?:0[1-9]|1[0-2])";
  return new RegExp(
    `^(?:(?:0[7-9]|1[0-4])${month}\\.\\d{4}|(?:1[5-9]|[2-9]\\d)${month}\\.\\d{5}|[a-z-]+(?:\\.[A-Z]{2})?/\\d{2}${month}\\d{3})$`,
  ).test(id);
}
