/**
 * The two lines by which a post is known: the first, "📢 June 15 (Mon): TITLE", and the one that says who presents, "This
 * Monday, NAME (@handle, site) and NAME (…) will present their paper "…"".
 */
import { findDates, findWeekday, type DateMention } from "../when/dates.ts";
import { findTimes } from "../when/times.ts";
import { splitLead, unwrap } from "../lines/line.ts";
import { isRoom } from "../where/room.ts";

export interface Header {
  /** Empty where the title is on the next line. */
  title: string;
  /** Where the line says when: the date, and a time if it has one. */
  when: string;
  /** 22 for "S22". */
  number: number | undefined;
  /** The line begins with an emoji or names a weekday: more than somebody's sentence about a day. */
  isMarked: boolean;
}

/** "RT @club:" and the like, what a mail's subject begins with, and words of attention. */
const PREAMBLE =
  /^(?:(?:rt|repost(?:ed)?(?: from)?)\s+@?\w+\s*:?\s*|(?:(?:re|fwd?|subject)\s*:\s*)+|[[(](?=[^\])]*\d)|(?:next|upcoming|new|this week'?s|coming)\s+(?:session|meeting|talk|seminar|week|up)?\s*(?:[:|,–—-]|on\b|is)?\s*|(?:[\w-]+ ){0,3}(?:reading group|journal club|seminar|colloquium|lab meeting)(?: (?:meeting|session|talk))?\s*(?:[,:|–—-]|on\b|\()\s*(?:on\s+)?|(?:reminder|update|announcement|announcing|save the date|session|talk|seminar|date change|new date|moved(?: to)?|rescheduled(?: to)?)\s*[:!–—|-]?\s*(?:on\s+)?|(?:today|tomorrow|tonight|this week)\s*[,:!(–—-]\s*)/i;
const NUMBER = /^[[(]?(?:s|session|meeting|#|no\.?|nr\.?)\s*#?(\d{1,4})[\])]?\s*(?:[:|,–—@-]|on\b)?\s*/i;
const SEPARATOR = /^[\s\])]*(?:[:：|,;·–—-]+|at\b|@)?[\s:–—|-]*/;
/** Between what belongs to one "when". */
const BETWEEN = /^[\s,/|&+@(:·–—→>-]*(?:at|and|or|to|then|T)?\s*$/;
/** Signs with which clubs call for attention; other emoji begin anybody's line. */
const CALL = /[📢📣🗓📅📆🔔🚨⏰🎙🎤📌📍]/u;

/** Read a line as the first of a post, or null where no date stands at its beginning (or, after a call, at its end). */
export function parseHeader(line: string): Header | null {
  const { lead, rest } = splitLead(line);
  const { text, number } = skipPreamble(rest.replace(/^[*_#]+\s*/, ""));
  const dates = findDates(text, true);
  const [date] = dates;
  if (date === undefined) return null;
  if (date.index === 0) return readAfter(text, date, lead, number);
  const last = dates.at(-1) ?? date;
  return isCall(line) && date === last && /^[\s)\].]*$/.test(text.slice(last.end))
    ? readBefore(text, last, number)
    : null;
}

/** Whether a line calls for attention as the club's announcements do. */
export function isCall(line: string): boolean {
  return CALL.test(splitLead(line).lead);
}

/** Whether a call that is no header looks as if one was meant: a weekday or digits are at its beginning. */
export function isHeaderLike(line: string): boolean {
  const beginning = line.split(/[:|–—]/, 1)[0] ?? "";
  return findWeekday(beginning) !== null || /\b\d{1,2}\b/.test(beginning);
}

function skipPreamble(line: string): { text: string; number: number | undefined } {
  let text = line;
  let number: number | undefined;
  for (let before = ""; before !== text;) {
    before = text;
    const numbered = NUMBER.exec(text);
    if (numbered !== null && number === undefined) number = Number(numbered[1]);
    text = (numbered === null ? text.replace(PREAMBLE, "") : text.slice(numbered[0].length)).trim();
    text = splitLead(text).rest;
  }
  return { text, number };
}

function readAfter(text: string, date: DateMention, lead: string, number: number | undefined): Header {
  const end = toPlaceEnd(text, toWhenEnd(text, date));
  const rest = text.slice(end).replace(SEPARATOR, "");
  const after = skipPreamble(rest);
  return {
    title: toWords(unwrap((after.number === undefined ? rest : after.text).trim())),
    when: text.slice(0, end),
    isMarked: lead !== "" || date.weekday !== null,
    number: number ?? after.number,
  };
}

const PLATFORM_AFTER =
  /^\s*[,(·@]?\s*(?:on|via|at|by)?\s*(?:zoom|google meet|teams|online|virtual|discord)\s*\)?(?=\s*(?::|\s[–—|-]\s|$))/i;
/** A sign alone is no title. */
function toWords(title: string): string {
  return /[\p{L}\p{N}]/u.test(title) ? title : "";
}

const ROOM_AFTER = /^\s*(?:,|·|@|\(|\bat\b|\bin\b)\s*([^:–—|()]{2,40}?)\s*\)?(?=\s*(?::|\s[–—|-]\s|$))/;

/** After a room that follows the time: "June 15, 1pm ET, Gates 104: TITLE". */
function toPlaceEnd(text: string, end: number): number {
  const found = ROOM_AFTER.exec(text.slice(end));
  if (found?.[1] !== undefined && isRoom(found[1])) return end + found[0].length;
  return end + (PLATFORM_AFTER.exec(text.slice(end))?.[0].length ?? 0);
}

/** After the date, and the dates and times that follow it: "June 15 and June 22", "June 15, 1pm ET / 10am PT". */
function toWhenEnd(text: string, date: DateMention): number {
  let { end } = date;
  const mentions = [...findDates(text, true), ...findTimes(text)].toSorted((a, b) => a.index - b.index);
  for (const next of mentions.filter(({ index }) => index >= date.end)) {
    if (!BETWEEN.test(text.slice(end, next.index))) break;
    ({ end } = next);
  }
  return end;
}

function readBefore(text: string, date: DateMention, number: number | undefined): Header {
  const title = text.slice(0, date.index).replace(/[\s:|,;·–—(@[-]+(?:on\s*)?$/i, "");
  return { title: unwrap(title.trim()), when: text.slice(date.index), isMarked: true, number };
}

export interface PresentingSentence {
  /** What stands where the names do. */
  names: string;
  /** What comes after the verb: the paper. */
  rest: string;
  /** It begins with a time ("This Monday,"): it is meant as an announcement, whatever the names look like. */
  isTimed: boolean;
  /** The weekday it names, 1 to 7. */
  weekday: number | null;
}

const VERB =
  /(?:,\s*)?(?:\bwho\s+)?(?:\b(?:will|shall|(?:is|are) going to)|(?<=[\p{L})])['’]ll)\s+(?:also\s+|then\s+|both\s+|jointly\s+)?(?:be\s+)?(?:join(?:ing)?\s+us\s+(?:to|and)\s+)?(?:present(?:ing)?|giv(?:e|ing)|talk(?:ing)?|speak(?:ing)?|discuss(?:ing)?|shar(?:e|ing)|introduc(?:e|ing)|walk(?:ing)? us through|tell us about|lead(?:ing)?)\b|\b(?:is|are) (?:presenting|speaking|giving|talking)\b/u;
/** Weaker: only where the line begins with a time, or the names carry handles. */
const PLAIN_VERB =
  /(?:,\s*)?(?:\bwho\s+)?\b(?:presents?|presenting|gives?|talks?|speaks?|discuss(?:es)?|shares?|introduces?|(?:for|with|as) (?:a|the|their|his|her) (?:talk|presentation)|to (?:present|discuss|share|talk|speak|tell us))\b/;

const WEEKDAYS = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day";
const TIME_PHRASE = new RegExp(
  `^(?:(?:on|this|next|coming|upcoming|the|for)\\s+)*(?:${WEEKDAYS}|today|tonight|tomorrow|week|session|meeting|time)\\b(?:['’]s)?(?:\\s+(?:morning|afternoon|evening|session|meeting|week))?(?:\\s+on\\s+${WEEKDAYS})?(?:\\s*\\([^)]*\\))?`,
  "i",
);
const DATE_PHRASE =
  /^(?:,?\s*(?:on\s+)?(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}(?:st|nd|rd|th)?(?:,?\s*20\d\d)?|\d{1,2}(?:st|nd|rd|th)?\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?)(?:\s*\([^)]*\))?)/;
const CLOCK_PHRASE = /^,?\s*(?:at|@|from)\s+(?:\d|noon)[^,]*?(?=,|\s+(?:we|join)\b)/i;
const OPENINGS: readonly RegExp[] = [
  /^(?:hi|hello|dear)\b[^,!.:]*[,!.:]\s*/i,
  /^(?:please\s+)?(?:come\s+)?join us\b(?:\s+(?:for|as|when|where|to hear))?[\s,]*/i,
  /^don['’]t miss\b(?:\s+(?:it|out))?[\s,!:]*/i,
  /^(?:(?:we|i)(?:['’]re|\s+are|['’]ll|\s+will|\s+have)?\s+)?(?:(?:be|so|very|super|really|absolutely)\s+)*(?:excited|thrilled|happy|delighted|pleased|glad|honou?red|proud)\s+(?:to\s+(?:host|have|welcome|announce(?:\s+that)?|be joined by|hear from)\s+)?/i,
  /^we(?:['’]ll|\s+will)?\s+(?:be\s+)?(?:host(?:ing)?|hav(?:e|ing)|welcom(?:e|ing)|joined by|hear(?:ing)?(?: from)?)\s+/i,
  /^(?:as|when|where|that|and|for|to hear(?: from)?|a (?:talk|presentation) by|the)\s+/i,
  /^(?:our|the)\s+(?:next|first|second|upcoming)\s+(?:speaker|presenter|guest)\s+(?:is|will be)\s+/i,
  /^(?:our\s+)?(?:guests?|speakers?|presenters?|(?:first |lead |co-?(?:first )?)?authors?)\b[:,]?\s+/i,
];

const PASSIVE = /\bwill be (?:given|presented|led|delivered) by\s+(.+)$/i;

/** Read a line as the sentence that names presenters, or null. */
export function parsePresenting(line: string): PresentingSentence | null {
  const whole = splitLead(line).rest;
  const passive = PASSIVE.exec(whole)?.[1];
  if (passive !== undefined) return { names: passive, rest: "", isTimed: false, weekday: null };
  const begin = toSentenceStart(whole);
  const { text, isTimed } = skipOpening(whole.slice(begin));
  const strong = VERB.exec(text);
  const verb = strong ?? (isTimed || /@\w/.test(text) ? PLAIN_VERB.exec(text) : null);
  if (verb === null) return null;
  const names = text.slice(0, verb.index).replace(/[\s,]+$/, "");
  if (names === "" || /^(?:we|i|you|they|he|she|it|our|this|these|the|authors?|both|all)$/i.test(names))
    return null;
  return {
    names,
    rest: text.slice(verb.index + verb[0].length).trim(),
    isTimed,
    weekday: isTimed ? findWeekday(whole.slice(begin, whole.length - text.length)) : null,
  };
}

/** The sentence may follow others on its line; initials and sites have points that end nothing. */
function toSentenceStart(text: string): number {
  const start = /(?:^|[.!?…:]\s+)(?=(?:This|Next|On|Today|Tonight|Tomorrow|Coming)\b)/.exec(text);
  return start === null ? 0 : start.index + start[0].length;
}

function skipOpening(line: string): { text: string; isTimed: boolean } {
  let text = line;
  let isTimed = false;
  for (let before = ""; before !== text;) {
    before = text;
    const time: RegExpExecArray | null =
      TIME_PHRASE.exec(text) ?? DATE_PHRASE.exec(text) ?? (isTimed ? CLOCK_PHRASE.exec(text) : null);
    isTimed ||= time !== null || /^(?:please\s+)?join us\b/i.test(text);
    if (time !== null) text = text.slice(time[0].length);
    for (const opening of OPENINGS) text = text.replace(opening, "");
    text = text.replace(/^[\s,:;!–—-]+/, "");
  }
  return { text, isTimed };
}
