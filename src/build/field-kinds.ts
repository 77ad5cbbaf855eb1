/** The kinds of field that data files are made of. Each takes the description that editors show. */
import type { GlobalMeta } from "zod";
import { isCivilDate, isClockTime, isTimeZone } from "../programme/civil-time.ts";
import { succeed } from "../programme/result.ts";
import { field, group, wrong, type Reading } from "./field.ts";
import { MAX_ADDRESS_CHARACTERS, parseNamedVideo, parseSecureAddress, parseWebAddress } from "./links.ts";

/** A date outside is a slip of the keyboard: no club is older, and zone rules further on are guesses. */
const YEARS = { first: 1970, last: 2199 };
/** Nobody meets longer than a day. */
const MAX_DURATION_MINUTES = 1_440;

export function text(maxCharacters: number, description: string, expected = "one line of text") {
  return field(expected, description, (value) =>
    value.length <= maxCharacters
      ? succeed(value)
      : wrong(`is too long (${value.length} characters)`, `at most ${maxCharacters}`),
  );
}

/** Text that stays as it is where it fits; `problem` says what it is where it does not. */
function fitting(expected: string, hints: GlobalMeta, problem: string, isFit: (text: string) => boolean) {
  return field(expected, hints, (value) => (isFit(value) ? succeed(value) : wrong(problem)));
}

/** Text of a shape, which editors are told, too. */
export function shaped(pattern: string, problem: string, expected: string, description: string) {
  return fitting(expected, { description, pattern }, problem, (value) => new RegExp(pattern).test(value));
}

export function wholeNumber(min: number, max: number, description: string) {
  return field(`a whole number from ${min} to ${max}`, { description, type: "integer" }, (value) => {
    const number = /^\d{1,9}$/.test(value) ? Number(value) : -1;
    if (number >= min && number <= max) return succeed(number);
    return wrong(number < 0 ? "is not a whole number" : "is out of range");
  });
}

export function minutes(description: string) {
  return wholeNumber(1, MAX_DURATION_MINUTES, description);
}

export function yesOrNo(description: string) {
  return field("true or false", { description, type: "boolean" }, (value) =>
    value === "true" || value === "false" ? succeed(value === "true") : wrong("is neither"),
  );
}

export function oneOf<const T extends string>(words: readonly T[], description: string) {
  return field(`one of ${words.join(", ")}`, { description, enum: words }, (value) => {
    const word = words.find((known) => known === value);
    return word === undefined ? wrong("is not known here") : succeed(word);
  });
}

export function civilDate(description: string) {
  const hints = { description, pattern: String.raw`^\d{4}-\d{2}-\d{2}$`, examples: ["2026-06-15"] };
  return field("YYYY-MM-DD", hints, readDate);
}

/** The reading of a civil date, for fields that take more than a date. */
export function readDate(value: string): Reading<string> {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return wrong("is not a date");
  if (!isCivilDate(value)) return wrong("is not a date in the calendar");
  const year = Number(value.slice(0, 4));
  if (year >= YEARS.first && year <= YEARS.last) return succeed(value);
  return wrong("is far off", `a year from ${YEARS.first} to ${YEARS.last}`);
}

export function clockTime(description: string) {
  const hints = { description, pattern: String.raw`^\d{2}:\d{2}$`, examples: ["13:00"] };
  return fitting("HH:MM, 00:00 to 23:59", hints, "is not a time of day", isClockTime);
}

export function timeZone(description: string) {
  const hints = { description, examples: ["America/New_York", "Europe/Paris", "UTC"] };
  const expected = 'an IANA time zone, such as "America/New_York"';
  return fitting(expected, hints, "is not a known time zone", isTimeZone);
}

/** An absolute http(s) address. */
export function webAddress(description: string) {
  const hints = { description, pattern: "^[Hh][Tt][Tt][Pp][Ss]?://" };
  return field("an address that begins with https:// or http://", hints, (value) =>
    value.length > MAX_ADDRESS_CHARACTERS
      ? wrong("is too long", `at most ${MAX_ADDRESS_CHARACTERS}`)
      : parseWebAddress(value),
  );
}

/** Text that YAML may type as a number, and that is none: its zeros count. */
export function code(maxCharacters: number, description: string) {
  const hints: GlobalMeta = { description, type: ["string", "number"] };
  return fitting("one line of text", hints, "is too long", (value) => value.length <= maxCharacters);
}

/** An absolute https address. */
export function secureAddress(description: string) {
  const hints = { description, pattern: "^[Hh][Tt][Tt][Pp][Ss]://" };
  return field("an address that begins with https://", hints, parseSecureAddress);
}

/** A video anywhere: one on YouTube may be named by its id alone. */
export function namedVideo(description: string) {
  return field("an address that begins with https://, or a YouTube id", description, parseNamedVideo);
}

/** A language tag (BCP 47), in its canonical form. */
export function language(description: string) {
  return field("a language tag such as en or pt-BR (BCP 47)", description, (value) => {
    try {
      const [tag = value] = Intl.getCanonicalLocales(value);
      // RFC 5646 2.2.1 lets a language have up to eight letters; none that is registered has more than three.
      return /^[a-z]{2,3}(?:-|$)/.test(tag) ? succeed(tag) : wrong("is not a language tag");
    } catch {
      return wrong("is not a language tag");
    }
  });
}

/** A permanent id, safe in addresses and calendar UIDs. */
export function permanentId(description: string) {
  const expected = "1 to 64 of a-z, 0-9 and -, beginning and ending with a letter or digit";
  return shaped("^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$", "is not an id", expected, description);
}

/** An X handle, with or without "@"; kept without. */
export function handle(description: string) {
  const hints = { description, pattern: "^@?[A-Za-z0-9_]{1,15}$" };
  return field('a handle such as "ssahoo_", with or without "@"', hints, (value) => {
    const name = /^@?(\w{1,15})$/.exec(value)?.[1];
    if (name !== undefined) return succeed(name);
    const linked = /(?:x|twitter)\.com\/@?(\w{1,15})\/?(?:\?|$)/i.exec(value)?.[1];
    return linked === undefined
      ? wrong("is not a handle")
      : wrong("is a link", `the handle alone: "${linked}"`);
  });
}

/** The arXiv id of a paper, current or old form; a version is cut off. */
export function arxivId(description: string) {
  const hints: GlobalMeta = { description, type: ["string", "number"], examples: ["2605.22765"] };
  return field("an arXiv id such as 2605.22765", hints, (value) => {
    const bare = value.replace(/v\d+$/, "");
    if (isArxivId(bare)) return succeed(bare);
    const inside =
      /(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?(?:\.pdf)?\/?$/.exec(value)?.[1] ?? "";
    return isArxivId(inside)
      ? wrong("is more than the id", `the id alone: ${inside}`)
      : wrong("has not the shape of an arXiv id");
  });
}

/** A host of the club or a presenter; `description` says which, for editors. */
export function person(description: string) {
  return group(
    {
      name: text(100, "The name as the person writes it."),
      affiliation: text(200, "University, company or group.").exactOptional(),
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
