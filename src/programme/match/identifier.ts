/**
 * Rule 2: an identifier in the video's description.
 *
 * That is the address of the session's page, or the session id itself as a token of its own. An id that is an
 * ordinary word ("intro") or short ("s21") also stands in texts by accident, so it only counts in the page address,
 * in any address with "/sessions/ID", or labelled "session id: ID".
 */

/** Shorter ids, though they hold a letter and a digit, are names of things too: "gpt-4", "s21". */
const MIN_DISTINCTIVE_CHARACTERS = 8;
/** Hyphenated prose ("state-of-the-art", "out-of-distribution") stays below this length. */
const MIN_HYPHENATED_CHARACTERS = 20;

/** Most descriptions do not: nothing more is looked for in them. */
const MAY_ADDRESS = "ession";
const SESSION_PATHS = /\/sessions\/([\w.~%-]+)/giu;
const LABELLED_IDS = /\bsession[ -]id\s*[:=]?\s*([\w.-]+)/giu;
const TOKENS = /(?<![\w/.@-])[\w-]+/gu;
/** What precedes an identifier on its line when the video points to another meeting. */
const ELSEWHERE = /\b(?:next|previous|last|upcoming|earlier)\b[^\n]*$/iu;
const END_OF_ADDRESS = /\.(?:ics|html?)$|[.]+$/iu;

export interface IdentifierInput {
  /** Of the sessions, to look up. */
  ids: ReadonlySet<string>;
  /** Session pages are `${pagesUrl}/sessions/ID`. */
  pagesUrl: string;
}

/** The sessions a description names, in whatever form. */
export function findNamedSessions(description: string, { ids, pagesUrl }: IdentifierInput): Set<string> {
  const named = findAddressedSessions(description, { ids, pagesUrl });
  for (const found of description.matchAll(TOKENS)) {
    const id = found[0];
    if (ids.has(id) && isDistinctive(id) && !isElsewhere(description, found.index)) named.add(id);
  }
  return named;
}

/** The sessions a description names by their page or as "session id: ID": that is no chance mention. */
export function findAddressedSessions(description: string, { ids, pagesUrl }: IdentifierInput): Set<string> {
  const named = new Set<string>();
  if (!description.includes(MAY_ADDRESS)) return named;
  const address = toAddress(pagesUrl);
  for (const { id, at } of findAddresses(description, address)) {
    if (ids.has(id) && !isElsewhere(description, at)) named.add(id);
  }
  return named;
}

function* findAddresses(description: string, address: string): Iterable<{ id: string; at: number }> {
  for (const found of description.matchAll(SESSION_PATHS)) {
    const id = toPathId(found[1] ?? "");
    const isOwnPage = address !== "" && description.slice(0, found.index).toLowerCase().endsWith(address);
    if (isOwnPage || isDistinctive(id)) yield { id, at: found.index };
  }
  for (const found of description.matchAll(LABELLED_IDS)) {
    yield { id: (found[1] ?? "").replace(END_OF_ADDRESS, ""), at: found.index };
  }
}

/** Whether an id does not turn up in prose by accident. */
export function isDistinctive(id: string): boolean {
  if (!/[-_]/u.test(id))
    return /\p{L}/u.test(id) && /\d/u.test(id) && id.length >= MIN_DISTINCTIVE_CHARACTERS;
  if (/\d/u.test(id)) return id.length >= MIN_DISTINCTIVE_CHARACTERS;
  return id.length >= MIN_HYPHENATED_CHARACTERS;
}

function isElsewhere(description: string, index: number): boolean {
  const line = description.slice(description.lastIndexOf("\n", index - 1) + 1, index);
  return ELSEWHERE.test(line);
}

/** Without the scheme: people paste both, and YouTube's links may have either. */
function toAddress(pagesUrl: string): string {
  return pagesUrl.toLowerCase().replace(/^https?:\/\/(?:www\.)?/u, "");
}

function toPathId(path: string): string {
  const id = path.replace(END_OF_ADDRESS, "");
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
