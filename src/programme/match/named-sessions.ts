/**
 * Which sessions a video names: in its description by page or id (rule 2), in its title by number (rule 3), which may also
 * stand in an id ("s22").
 *
 * An id that is an ordinary word ("intro") or short ("s21") also stands in texts by accident, so it only counts in
 * the page address, in any address with "/sessions/ID", or labelled "session id: ID".
 * "S21 |", "S21:", "[S21]", "Session 21" name a session. "#21" does when nothing stronger is there and it does not
 * count something else ("Part #2"). "Galaxy S21 on stage" and "S2:E3" name none.
 * Descriptions may be long: every pattern here reads on in one direction.
 */
import { DAY } from "../instant.ts";
import { remember } from "../remember.ts";
import type { MatchableSession, MatchInput } from "./match.ts";
import type { Video } from "../video.ts";
import { MAX_DAYS_AHEAD } from "./candidates.ts";
import { MAX_TITLE_CHARACTERS } from "./titles.ts";

export interface NamedSessions {
  /** Ids of the sessions that the description names, each once. */
  identified: readonly string[];
  /** Ids of the sessions whose number the title carries, each once. */
  numbered: readonly string[];
  /** Whether the number can be nothing but a session's ("S21", not "#21"). */
  isNumberExplicit: boolean;
}

export interface NameReader {
  read: (video: Video) => NamedSessions;
  /** Without the ids that merely stand somewhere in the description. */
  readFirm: (video: Video) => NamedSessions;
}

type Ids = ReadonlySet<string>;
const NONE: readonly string[] = [];

/** Shorter ids, though they hold a letter and a digit, are names of things too: "gpt-4", "s21". */
const MIN_DISTINCTIVE_CHARACTERS = 8;
/** Hyphenated prose ("state-of-the-art", "out-of-distribution") stays below this length. */
const MIN_HYPHENATED_CHARACTERS = 20;

/** Most descriptions do not: nothing more is looked for in them. */
const MAY_ADDRESS = /ession(?:s\/|[ -]id)/iu;
const SESSION_PATHS = /\/sessions\/([\w.~%-]+)/giu;
const LABELLED_IDS = /\bsession[ -]id\s{0,3}[:=]?\s{0,3}([\w.-]+)/giu;
const TOKENS = /(?<![\w/.@-])[\w-]+/gu;
/** Where a line turns to another meeting; the first group is what still may be part of an identifier. */
const ELSEWHERE = /(\b(?:next|previous|last|upcoming|earlier)\b[\w.~%-]*).*/giu;
const END_OF_ADDRESS = /\.(?:ics|html?)$|(?<!\.)\.+$/iu;

/** Most titles carry no number: nothing more is looked for in them. */
const MAY_CARRY = /[s#]\D{0,12}\d/iu;
const OTHER_SPACES = /\s\s|[^\S ]/u;
const PLAIN = /\bsessions? ?(?:no\.?|number|nr\.?)? ?#? ?0*(\d{1,4})(?![\p{L}\p{N}]|[.,]\d)/giu;
/** "S21" counts when a separator stands beside it, or when it opens the title. */
const SHORT = /(?<![\p{L}\p{N}])S0*(\d{1,4})(?![\p{L}\p{N}]| ?[:.-]? ?E\d)/gu;
const HASH = /(?<![\p{L}\p{N}&])# ?0*(\d{1,4})(?![\p{L}\p{N}]|[.,]\d)/gu;
const SEPARATOR_BEFORE = /(?:^|[|:([{–—/-]) ?$/u;
const SEPARATOR_AFTER = /^ ?(?:$|[|:)\]}–—/]|- )/u;
/** "poster session 3" is none of the club's. */
const OTHER_SESSIONS = /\b(?:poster|breakout|panel|lightning|training|practical|q&a) ?$/iu;
/** What "#2" counts when one of these words stands before it. */
const COUNTED =
  /\b(?:part|pt|vol|volume|lecture|chapter|day|week|track|room|tutorial|talk|lesson|panel|question|paper|take)\.? ?$/iu;

/** What a video names is remembered with it for as long as the programme is this one, and its pages are there. */
export function findNameReader({ sessions, pagesUrl }: MatchInput): NameReader {
  const readers = toNameReaders(sessions);
  const reader = readers.get(pagesUrl) ?? createNameReader(sessions, pagesUrl);
  readers.set(pagesUrl, reader);
  return reader;
}

const toNameReaders = remember((_sessions: readonly MatchableSession[]) => new Map<string, NameReader>());

function createNameReader(sessions: readonly MatchableSession[], pagesUrl: string): NameReader {
  const ids = new Set(sessions.map((session) => session.id));
  // Without the scheme: people paste both, and YouTube's links may have either.
  const address = pagesUrl.toLowerCase().replace(/^https?:\/\/(?:www\.)?/u, "");
  const toNumber = createNumberReader(sessions);
  const numbered = sessions.filter((session) => toNumber(session) !== undefined);
  const byNumber = Map.groupBy(numbered, toNumber);
  const toNamed = (video: Video, identified: readonly string[]): NamedSessions => {
    if (numbered.length === 0) return { identified, numbered: NONE, isNumberExplicit: false };
    const { numbers, isExplicit } = findNumbers(video.title);
    // A number in a video from long before the session is another series' number.
    const possible = numbers
      .flatMap((number) => byNumber.get(number) ?? [])
      .filter(({ startsAt }) => startsAt - video.publishedAt <= MAX_DAYS_AHEAD * DAY);
    return { identified, numbered: toDistinct(possible.map(({ id }) => id)), isNumberExplicit: isExplicit };
  };
  return {
    read: remember((video) => toNamed(video, findIds(video.description, ids, address))),
    readFirm: remember((video) => toNamed(video, findAddressedIds(video.description, ids, address))),
  };
}

/** "s22", "session-22". */
const NUMBERED_ID = /^s(?:ession)?-?0*(\d{1,4})$/u;

/**
 * A session's number, which its id may say where the file does not. Ids of a club count something else as soon as one of
 * them says another number than its session has, or one that another session has.
 */
function createNumberReader(
  sessions: readonly MatchableSession[],
): (session: MatchableSession) => number | undefined {
  const taken = new Set(sessions.flatMap(({ number }) => number ?? []));
  const isContradicted = sessions.some((session) => {
    const said = toIdNumber(session);
    return said !== undefined && (session.number === undefined ? taken.has(said) : said !== session.number);
  });
  return (session) => session.number ?? (isContradicted ? undefined : toIdNumber(session));
}

function toIdNumber({ id }: MatchableSession): number | undefined {
  const digits = NUMBERED_ID.exec(id)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** The only value, if it is one. */
export function toOnly<T>(values: readonly T[]): T | undefined {
  return values.length === 1 ? values[0] : undefined;
}

function toDistinct(ids: readonly string[]): readonly string[] {
  return ids.length < 2 ? ids : [...new Set(ids)];
}

/** The sessions a description names, in whatever form. */
function findIds(description: string, ids: Ids, address: string): readonly string[] {
  if (description === "") return NONE;
  const tokens = toHere(description).match(TOKENS) ?? [];
  const mentioned = tokens.filter((token) => ids.has(token) && isDistinctive(token));
  return toDistinct([...findAddressedIds(description, ids, address), ...mentioned]);
}

/** The sessions a description names by their page or as "session id: ID": that is no chance mention. */
function findAddressedIds(description: string, ids: Ids, address: string): readonly string[] {
  if (!MAY_ADDRESS.test(description)) return NONE;
  const here = toHere(description);
  const paged = [...here.matchAll(SESSION_PATHS)].flatMap(({ 1: path = "", index }) => {
    const id = toPathId(path);
    const before = here.slice(Math.max(0, index - address.length), index).toLowerCase();
    return (address !== "" && before === address) || isDistinctive(id) ? [id] : [];
  });
  const labelled = [...here.matchAll(LABELLED_IDS)].map(({ 1: id = "" }) => id.replace(END_OF_ADDRESS, ""));
  return toDistinct([...paged, ...labelled].filter((id) => ids.has(id)));
}

/** A description without what its lines say of other meetings. */
function toHere(description: string): string {
  return description.replace(ELSEWHERE, "$1");
}

/** Whether an id does not turn up in prose by accident. */
function isDistinctive(id: string): boolean {
  if (/\d/u.test(id)) return id.length >= MIN_DISTINCTIVE_CHARACTERS && /[\p{L}_-]/u.test(id);
  return id.length >= MIN_HYPHENATED_CHARACTERS && /[_-]/u.test(id);
}

function toPathId(path: string): string {
  const id = path.replace(END_OF_ADDRESS, "");
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/** The different session numbers a title carries; of more than one it cannot be told which. */
function findNumbers(title: string): { numbers: number[]; isExplicit: boolean } {
  const folded = title.slice(0, MAX_TITLE_CHARACTERS).normalize("NFKC");
  if (!MAY_CARRY.test(folded)) return { numbers: [], isExplicit: false };
  const text = folded.search(OTHER_SPACES) < 0 ? folded : folded.replace(/\s+/gu, " ");
  // Looking for a word is quicker than looking for a pattern.
  const isPlain = text.toLowerCase().includes("session");
  const explicit = [
    ...(isPlain ? findAll(text, PLAIN, (before) => !OTHER_SESSIONS.test(before)) : []),
    ...findAll(text, SHORT, (before, after) => SEPARATOR_BEFORE.test(before) || SEPARATOR_AFTER.test(after)),
  ];
  if (explicit.length > 0) return { numbers: explicit, isExplicit: true };
  return { numbers: findAll(text, HASH, (before) => !COUNTED.test(before)), isExplicit: false };
}

function findAll(
  text: string,
  pattern: RegExp,
  isMeant: (before: string, after: string) => boolean,
): number[] {
  const meant = [...text.matchAll(pattern)].filter(({ 0: found, index }) =>
    isMeant(text.slice(0, index), text.slice(index + found.length)),
  );
  return meant.map((one) => Number(one[1]));
}
