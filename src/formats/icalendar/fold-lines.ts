/**
 * Folding of content lines (RFC 5545 3.1): no line is longer than 75 octets without its line break.
 *
 * `ical-generator` folds too, but encodes every character by itself; this is one pass over the text. It never splits a
 * UTF-8 character, and keeps together what is read as one: combining marks, joined emoji, flags.
 */

/** RFC 5545 3.1, without the CRLF. */
const MAX_OCTETS = 75;
/** The space at the start of a continuation line is one of the 75. */
const CONTINUATION = "\r\n ";

const NOT_ASCII = /[^\0-\u007f]/g;
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
 * @param texts content lines, each ended with CRLF, and no other line breaks. Where one text ends the next goes on: a text with
 *   a character beyond Latin-1 takes twice the memory, so what has none is better not put into one with it
 */
export function foldLines(...texts: readonly string[]): FoldedLines {
  let lines = "";
  let bytes = 0;
  let room = MAX_OCTETS;
  for (const text of texts) {
    const wide = findWide(text);
    const cut = cutLines(text, wide, room);
    lines += cut.parts.join(CONTINUATION);
    bytes += countOctets(text, wide) + (cut.parts.length - 1) * CONTINUATION.length;
    room = cut.room;
  }
  return { lines, bytes };
}

/** A text that was cut where its lines are to be folded, and what room the last one leaves. */
interface CutLines {
  parts: string[];
  room: number;
}

/**
 * @param firstWide where the text's first character is that is not of ASCII
 * @param firstRoom of the line that the text goes on with
 */
function cutLines(text: string, firstWide: number, firstRoom: number): CutLines {
  const parts: string[] = [];
  let done = 0;
  let wide = firstWide;
  let room = firstRoom;
  for (let start = 0; start < text.length;) {
    const found = text.indexOf("\r", start);
    const end = found === -1 ? text.length : found;
    for (;;) {
      if (wide < start) wide = findWide(text, start);
      // Up to there each character is an octet, and none belongs to another.
      const place = start + room < wide ? start + room : findFull(text, start, end, room, wide);
      if (place >= end) break;
      parts.push(text.slice(done, place));
      done = place;
      start = place;
      room = MAX_OCTETS - 1;
    }
    if (found === -1) room -= countOctets(text.slice(start), wide - start);
    else room = MAX_OCTETS;
    start = end + "\r\n".length;
  }
  if (parts.length === 0) return { parts: [text], room };
  parts.push(text.slice(done));
  return { parts, room };
}

/** The place after the last cluster for which a line has room; its end where it has room for all. */
function findFull(text: string, start: number, end: number, room: number, wide: number): number {
  let index = Math.min(wide, end);
  for (let octets = index - start; index < end; index++) {
    const unit = text.charCodeAt(index);
    octets += toOctets(unit);
    if (octets > room) {
      const full = isLowSurrogate(unit) ? index - 1 : index;
      const place = toBreak(text, start, full);
      // One cluster fills the whole line.
      return place === start && room >= MAX_OCTETS - 1 ? full : place;
    }
  }
  return end;
}

/** How long a text is in UTF-8; it has no halves of characters. */
export function countOctets(text: string, wide = findWide(text)): number {
  let octets = text.length;
  for (let index = wide; index < text.length;) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) {
      index = findWide(text, index);
    } else {
      octets += toOctets(unit) - 1;
      index += 1;
    }
  }
  return octets;
}

/** Where the first character from a place on is that is not of ASCII; the length of the text where there is none. */
function findWide(text: string, from = 0): number {
  NOT_ASCII.lastIndex = from;
  return NOT_ASCII.test(text) ? NOT_ASCII.lastIndex - 1 : text.length;
}

/** How long a UTF-16 unit is in UTF-8 (RFC 3629 3), where a character of two units has four octets. */
function toOctets(unit: number): number {
  if (unit < 0x80) return 1;
  return unit < 0x800 || isSurrogate(unit) ? 2 : 3;
}

/** The last place not after `end` that parts no cluster; `start` where there is none. */
function toBreak(line: string, start: number, end: number): number {
  let place = end;
  while (place > start && isJoined(line, start, place))
    place -= isLowSurrogate(line.charCodeAt(place - 1)) ? 2 : 1;
  return place;
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

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
