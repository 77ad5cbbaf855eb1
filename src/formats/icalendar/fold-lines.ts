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

const isAscii = /^[\0-\u007f]*$/;
/** Attaches to the character before: combining marks, variation selectors, skin tones, joiners, tags. */
const ATTACHED = /^(?:\p{M}|\p{Emoji_Modifier}|\p{Join_Control}|[\u{e0020}-\u{e007f}])/u;
const REGIONAL_INDICATOR = /^\p{Regional_Indicator}/u;
/** Regional indicators pair up to flags from the left. */
const HALF_FLAG = /(?:^|\P{Regional_Indicator})(?:\p{Regional_Indicator}{2})*\p{Regional_Indicator}$/u;
const ZERO_WIDTH_JOINER = 0x200d;

/**
 * Fold every line.
 *
 * @param text content lines, each ended with CRLF; no other line breaks
 */
export function foldLines(text: string): string {
  return text
    .split("\r\n")
    .map((line) => (line.length <= MAX_OCTETS && isAscii.test(line) ? line : foldLine(line)))
    .join("\r\n");
}

function foldLine(line: string): string {
  let folded = "";
  let start = 0;
  let octets = 0;
  let limit = MAX_OCTETS;
  for (let index = 0; index < line.length;) {
    const codePoint = line.codePointAt(index) ?? 0;
    const size = toOctets(codePoint);
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
    index += codePoint > 0xffff ? 2 : 1;
  }
  return folded + line.slice(start);
}

/** How long a character is in UTF-8 (RFC 3629 3). */
function toOctets(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x1_0000 ? 3 : 4;
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

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
