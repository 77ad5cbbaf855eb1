/** What clubs write around a title that is none of it: "[Reading Group]", "(on Zoom)", "@ Room 4.12", "(will be recorded)". */
import { isRoom } from "../where/room.ts";

export interface Around {
  title: string;
  /** 24 for "#24 Sparse Orders". */
  number: number | undefined;
  /** Words that name a room, or may change what the announcement says. */
  rest: string[];
  /** Words that no file has a field for. */
  idle: string[];
}

/** A number that a sign marks as one, even without a colon after it. */
const NUMBER =
  /^(?:(?:(?:reading group|seminar|journal club)\s+)?(?:session|s|meeting|seminar|#|no\.?)\s*#?(\d{1,4})\s*[:|–—-]+\s+|#(\d{1,4})\s+(?=\p{Lu}))/iu;
/** "UPDATE: Sparse Orders", "ML Reading Group: Sparse Orders". */
const CALL =
  /^((?:updated?|reminder|announcement|save the date)\s*[:!]|(?:[\p{L}\d&-]+\s){0,3}(?:reading group|journal club|paper club|seminar|seminar series|oberseminar|colloquium|kolloquium|séminaire|seminario|lab meeting)\s*(?:[:|–—]|(?<=\s)-))\s+(?=\S)/iu;
const TAG = /^[[(【]([^()[\]【】]{2,40})[\])】]\s*(?=\S)/u;
const BRACKETED = /(?<=\S)\s*[([]([^()[\]]{2,80})[)\]]\s*[.!]?$/u;
const AT_ROOM = /\s+@\s+([^@()]{3,40})$/u;
/** "– Room 4.12": a number makes a room of it, and not a theme. */
const ROOM_TAIL =
  /(?:,|\s[–—|-]|\s(?:in|at))\s+((?:room|rm\.?|lecture hall|seminar room|raum|hörsaal|salle|sala|aula)\s[A-Z]{0,2}\d[\w.-]*)$/iu;
const MODE_TAIL = /\s+[|–—·-]\s+([\p{L} -]{4,40})$/u;

/** Where and how, in words that name no room. */
const MODE =
  /^(?:(?:on|via|over|in|and|or|also|fully|only|live|link|meeting|format|event|session|talk|seminar|the|this week|edition)(?![\p{L}])|[\s,&+/!·|-]|zoom|google meet|meet|(?:ms |microsoft )?teams|webex|discord|youtube|twitch|on-?line|virtual(?:ly)?|hybrid|remote(?:ly)?|in[- ]person|on-?site|(?:live-?)?stream(?:ed)?|en ligne|en línea|híbrido|オンライン|线上)+$/iu;
const MODE_WORD =
  /zoom|(?<!\p{L})meet(?!\p{L})|teams|webex|discord|line|virtual|hybrid|híbrido|remote|person|site|stream|オンライン|线上/iu;
/** What there will be of the talk. */
const MATERIAL =
  /^(?:(?:slides|video|videos|recording|recorded|pdf|paper|code|link|abstract|below|available|attached|here|and|to follow|(?:this talk )?(?:will|to) be (?:recorded|live-?streamed|streamed)|(?:not|no) record(?:ed|ing))(?![\p{L}])|[\s,&+/|])+$/iu;
/** That a title is not the last word. */
const DOUBT =
  /^(?:(?:title|working title|tentative|tentatively|provisional|preliminary|tbc|to be confirmed|arbeitstitel|vorläufig(?:er titel)?|titre provisoire|provisoire|título (?:provisional|provisório)|provisional|provisório|titolo provvisorio|provvisorio|仮題?|暂定)(?![\p{L}])[\s,:]*)+$/iu;
const SERIES =
  /^(?:[\p{L}\d&'’-]+\s){0,4}(?:reading group|journal club|paper club|book club|seminar|seminars|colloquium|lab meeting|talk|talks|lunch|announcement|reminder|updated?|new|online|event|meeting)$/iu;
/** Words to the reader, which may change something. */
const NOTE =
  /^(?:please\s+)?(?:note(?=\s(?:that|the|new|unusual|different|change|time|room|date|special)|[:!,])|nb|n\.b\.|attention|unusual|new (?=(?:time|date|day|room|link|location|venue))|different|changed|updated?|rescheduled|moved|joint(?:ly)? (?:session|meeting|seminar|event))(?![\p{L}])|(?<![\p{L}])(?:unusual|special) (?:time|day|date|place|room|location)(?![\p{L}])|^(?:time|room|date|link|speaker|title) changed?$/iu;

/** Take what stands around a title away from it. A title is left whatever it is. */
export function splitAround(written: string): Around {
  const around: Around = { title: written.trim(), number: undefined, rest: [], idle: [] };
  for (let before = ""; before !== around.title;) {
    before = around.title;
    takeNumber(around);
    takeStart(around);
    takeRoom(around);
    takeMode(around);
    takeBracketed(around);
  }
  return around;
}

function takeNumber(around: Around): void {
  const [whole = "", marked, bare] = NUMBER.exec(around.title) ?? [];
  const digits = marked ?? bare;
  if (digits === undefined || around.number !== undefined) return;
  around.number = Number(digits);
  around.title = around.title.slice(whole.length);
}

function takeStart(around: Around): void {
  const called = CALL.exec(around.title);
  const found = called ?? TAG.exec(around.title);
  const words = found?.[1] ?? "";
  if (found === null || !(called !== null || SERIES.test(words) || isMode(words))) return;
  around.idle.push(words.replace(/\s*[:!|–—-]$/, ""));
  around.title = around.title.slice(found[0].length).trim();
}

function takeRoom(around: Around): void {
  const room = AT_ROOM.exec(around.title) ?? ROOM_TAIL.exec(around.title);
  if (room !== null && isRoom(room[1] ?? "")) cut(around, room, around.rest);
}

/** "Sparse Orders | Zoom". */
function takeMode(around: Around): void {
  const found = MODE_TAIL.exec(around.title);
  if (found !== null && isMode(found[1] ?? "")) cut(around, found, around.idle);
}

function takeBracketed(around: Around): void {
  const found = BRACKETED.exec(around.title);
  const words = found?.[1] ?? "";
  if (found === null) return;
  if (isNumberedRoom(words) || NOTE.test(words)) cut(around, found, around.rest);
  else if (isMode(words) || isMaterial(words) || DOUBT.test(words)) cut(around, found, around.idle);
}

function cut(around: Around, { index, 1: words = "" }: RegExpExecArray, taken: string[]): void {
  taken.push(words.trim());
  around.title = around.title.slice(0, index).trim();
}

function isNumberedRoom(words: string): boolean {
  return isRoom(words) && /\d/.test(words);
}

/** One word in capitals can be of the title: "(Video)". */
function isMaterial(words: string): boolean {
  return (
    MATERIAL.test(words) && /^\p{Ll}|\s|^(?:slides|record)/iu.test(words) && !/^\p{Lu}\p{Ll}+$/u.test(words)
  );
}

function isMode(words: string): boolean {
  return MODE.test(words) && MODE_WORD.test(words);
}
