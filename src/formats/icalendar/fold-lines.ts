/**
 * Folding of content lines (RFC 5545 3.1): no line is longer than 75 octets without its line break.
 *
 * `ical-generator` folds too, but encodes every character by itself; this is one pass over the text. It never splits a
 * UTF-8 character, and keeps together what is read as one: combining marks, joined emoji, flags.
 */

/** RFC 5545 3.1, without the CRLF. */
const MAX_OCTETS = 75;
/** Of a UTF-16 unit. */
const MOST_OCTETS = 3;
/** The space at the start of a continuation line is one of the 75. */
const CONTINUATION = "\r\n ";

const NOT_ASCII = /[^\0-\u007f]/;
/** Attaches to the character before: combining marks, variation selectors, skin tones, joiners, tags. */
const ATTACHED = /^(?:\p{M}|\p{Emoji_Modifier}|\p{Join_Control}|[\u{e0020}-\u{e007f}])/u;
const REGIONAL_INDICATOR = /^\p{Regional_Indicator}/u;
/** Regional indicators pair up to flags from the left. */
const HALF_FLAG = /(?:^|\P{Regional_Indicator})(?:\p{Regional_Indicator}{2})*\p{Regional_Indicator}$/u;
const ZERO_WIDTH_JOINER = 0x200d;

const SPECIAL = /[\\;,\n]/;

/** A TEXT value (RFC 5545 3.3.11). */
export function escapeText(text: string): string {
  return SPECIAL.test(text) ? text.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n") : text;
}

/** Content lines, folded, each ended with CRLF. */
export interface FoldedLines {
  lines: string;
  bytes: number;
}

/**
 * Fold every line.
 *
 * @param text content lines, each ended with CRLF; no other line breaks
 */
export function foldLines(text: string): FoldedLines {
  const wide = findWide(text);
  let folded = "";
  let done = 0;
  for (let start = 0; start < text.length;) {
    const found = text.indexOf("\r\n", start);
    const end = found === -1 ? text.length : found;
    if (end - start > (end <= wide ? MAX_OCTETS : MAX_OCTETS / MOST_OCTETS)) {
      folded += text.slice(done, start) + foldLine(text.slice(start, end), wide - start);
      done = end;
    }
    start = end + "\r\n".length;
  }
  const lines = done === 0 ? text : folded + text.slice(done);
  return { lines, bytes: countOctets(lines, wide === text.length ? lines.length : wide) };
}

/** @param wide before this place a character is an octet, and none belongs to another */
function foldLine(line: string, wide: number): string {
  let folded = "";
  let start = 0;
  let octets = 0;
  let limit = MAX_OCTETS;
  for (; start + limit < Math.min(wide, line.length); limit = MAX_OCTETS - 1) {
    folded += line.slice(start, start + limit) + CONTINUATION;
    start += limit;
  }
  if (wide >= line.length) return folded + line.slice(start);
  for (let index = start; index < line.length;) {
    const unit = line.charCodeAt(index);
    const isPair = isHighSurrogate(unit);
    const size = isPair ? 4 : toOctets(unit);
    if (octets + size > limit) {
      const end = toBreak(line, start, index);
      folded += line.slice(start, end) + CONTINUATION;
      start = end;
      index = end;
      octets = 0;
      limit = MAX_OCTETS - 1;
      continue;
    }
    octets += size;
    index += isPair ? 2 : 1;
  }
  return folded + line.slice(start);
}

/**
 * How long a text is in UTF-8; it has no halves of characters.
 *
 * @param wide before this place each character is of ASCII
 */
export function countOctets(text: string, wide: number = findWide(text)): number {
  let octets = text.length;
  for (let index = wide; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit >= 0x80) octets += isSurrogate(unit) ? 1 : toOctets(unit) - 1;
  }
  return octets;
}

/** Where the first character is that is not of ASCII; the length of the text where there is none. */
function findWide(text: string): number {
  const found = text.search(NOT_ASCII);
  return found === -1 ? text.length : found;
}

/** How long a character of one UTF-16 unit is in UTF-8 (RFC 3629 3); one of two has four. */
function toOctets(unit: number): number {
  if (unit < 0x80) return 1;
  return unit < 0x800 ? 2 : 3;
}

/** The last place not after `end` that parts no cluster; `end` itself where one cluster fills the whole line. */
function toBreak(line: string, start: number, end: number): number {
  let place = end;
  while (place > start && isJoined(line, start, place))
    place -= isLowSurrogate(line.charCodeAt(place - 1)) ? 2 : 1;
  return place > start ? place : end;
}

/** Whether the characters before and at this place are read as one; `start`, a break, parts no flag. */
function isJoined(line: string, start: number, place: number): boolean {
  const unit = line.charCodeAt(place);
  if (unit < 0x80 && line.charCodeAt(place - 1) < 0x80) return false;
  if (line.charCodeAt(place - 1) === ZERO_WIDTH_JOINER) return true;
  const after = String.fromCodePoint(line.codePointAt(place) ?? 0);
  return ATTACHED.test(after) || (REGIONAL_INDICATOR.test(after) && HALF_FLAG.test(line.slice(start, place)));
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
