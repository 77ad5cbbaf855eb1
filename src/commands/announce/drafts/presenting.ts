/** The sentence that says who presents: "This Monday, NAME (@handle, site) and NAME (…) will present their paper "…"". */
import { splitLead } from "../lines/line.ts";
import { findDates, findWeekday } from "../when/dates.ts";
import { findTimes } from "../when/times.ts";

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

/** The same in French, Spanish, Portuguese and Italian. */
const VERB_ABROAD =
  /\s(?:(?:nous )?(?:présentera|présenteront|exposera|parlera)|va (?:nous )?présenter|(?:nos )?(?:presentará|presentarán|hablará|expondrá)|va a presentar|(?:apresentará|apresentarão|falará)|vai (?:apresentar|falar)|(?:presenterà|parlerà|terrà))(?![\p{L}])/u;
/** German has its verb before who presents: "spricht Ada Example (MIT) über „…“". */
const VERB_FIRST =
  /^(?:spricht|sprechen|hält|halten|präsentiert|präsentieren|wird)\s+(.+?)\s+(?:einen Vortrag\s+)?(?:über|zum Thema|zu|mit dem Titel|(?=["„“«]))\s*(.*)$/u;

function parseVerbFirst(text: string): Pick<PresentingSentence, "names" | "rest"> | null {
  const [, names, rest] = VERB_FIRST.exec(text) ?? [];
  return names === undefined || rest === undefined ? null : { names, rest };
}

/** "Am Montag, dem 12. Oktober, um 13 Uhr (ET)", "Le lundi 12 octobre à 13h, ": a day and times, wherever it is said. */
const ABROAD = /^(?:Am|am|Le|le|Ce|El|el|Este|Na|na|No|no|Il|il|Questo)\s/;

/** After such words, 0 where there are none. */
function toEndOfDay(text: string): number {
  if (!ABROAD.test(text)) return 0;
  const [day] = findDates(text, false);
  if (day === undefined || !/^(?:\p{L}+,?\s+){0,3}$/u.test(text.slice(0, day.index))) return 0;
  let { end } = day;
  for (const time of findTimes(text).filter(({ index }) => index >= end)) {
    if (!/^[\s,(]*(?:(?:um|à|a las?|às|alle|ore|de|von|at)\s+)?$/u.test(text.slice(end, time.index))) break;
    ({ end } = time);
  }
  return end + (/^\s*(?:\([^()]*\)|[)\]])?[\s,]*/.exec(text.slice(end))?.[0].length ?? 0);
}

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
  const abroad = isTimed ? parseVerbFirst(text) : null;
  if (abroad !== null) return { ...abroad, isTimed, weekday: null };
  const verb = findVerb(text, isTimed);
  const names = verb === null ? null : toNames(text.slice(0, verb.index));
  if (verb === null || names === null) return null;
  return {
    names,
    rest: text.slice(verb.index + verb[0].length).trim(),
    isTimed,
    weekday: isTimed ? findWeekday(whole.slice(begin, whole.length - text.length)) : null,
  };
}

function findVerb(text: string, isTimed: boolean): RegExpExecArray | null {
  const strong = VERB.exec(text) ?? VERB_ABROAD.exec(text);
  return strong ?? (isTimed || /@\w/.test(text) ? PLAIN_VERB.exec(text) : null);
}

/** "We meet on Tuesday this time! Ada Example": no name has such signs; null where the words are nobody's name. */
function toNames(text: string): string | null {
  const names = text.replace(/^.*[!?]\s+(?=\p{Lu})/u, "").replace(/[\s,]+$/, "");
  const isNone = /^(?:we|i|you|they|he|she|it|our|this|these|the|authors?|both|all)?$/i.test(names);
  return isNone ? null : names;
}

/** The sentence may follow others on its line; initials and sites have points that end nothing. */
function toSentenceStart(text: string): number {
  const start =
    /(?:^|[.!?…:]\s+)(?=(?:This|Next|On|Today|Tonight|Tomorrow|Coming|Am|Le|Ce|El|Este|Na|No|Il|Questo)\b)/.exec(
      text,
    );
  return start === null ? 0 : start.index + start[0].length;
}

function skipOpening(line: string): { text: string; isTimed: boolean } {
  let text = line.slice(toEndOfDay(line));
  let isTimed = text !== line;
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
