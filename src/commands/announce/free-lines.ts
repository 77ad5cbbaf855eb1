/** Lines of a mail without a label: when, where, an abstract of their own, or words that are left out and shown. */
import type { Draft } from "./drafts/draft.ts";
import { isCalledOff, isCorrection } from "./drafts/called-off.ts";
import { isHarmless } from "./drafts/harmless.ts";
import type { Line } from "./lines/line.ts";
import { isToReaders } from "./lines/remark.ts";
import { findDates } from "./when/dates.ts";
import { findTimes } from "./when/times.ts";
import { isRoom } from "./where/room.ts";
import { isFullName } from "./who/name.ts";
import { parsePeople } from "./who/people.ts";
import { isOnlyWhen } from "./when/said.ts";

/** A paragraph is no shorter; what is shorter is a remark of the host. */
const MIN_ABSTRACT_CHARACTERS = 90;
/** A host's words to the list, and no abstract. */
const ADDRESSED =
  /(?<![\p{L}])(?:rsvp|register|sign up|please|pizza|lunch|coffee|snacks|join us|see you|mailing list|reply|let (?:me|us) know|hope to see|unsubscribe|we (?:will|['’]ll) (?:meet|be|have)|dear|hi all|everyone|welcome|zoom|room|recording)(?![\p{L}])/iu;
const MAX_ROOM_CHARACTERS = 60;
const GREETING = /^(?:hi|hello|hey|dear|good (?:morning|afternoon)|hallo|liebe|bonjour|hola|olá|caro)\b/i;

export interface FreeLines {
  draft: Draft;
  /** Lines that may name the place. */
  rest: Line[];
  /** Lines with something that a session file could have. */
  leftOver: Line[];
  /** Other lines, which are only named. */
  idle: Line[];
}

/** Give a mail's free lines to the readers that understand them. */
export function readFreeLines(draft: Draft, today: string): FreeLines {
  const { body, remarks } = splitRemarks(draft.body);
  const free = [...draft.free, ...remarks];
  const days = free.filter((line) => isOnlyWhen(line, today));
  const isPlain = (line: Line): boolean => days.includes(line) || isRoomLine(line);
  // Among other words a room is somebody's address: that of the host below a mail.
  const rooms = toParagraphs(free)
    .filter((lines) => lines.every(isPlain))
    .flat()
    .filter((line) => !days.includes(line));
  const words = free.map((line) =>
    days.includes(line) || rooms.includes(line) ? { ...line, text: "" } : line,
  );
  const hasAbstract = draft.labels.some(({ name }) => name === "abstract");
  const paragraphs = toParagraphs(words);
  const abstract = hasAbstract ? [] : paragraphs.filter(isAbstract);
  const rest = paragraphs.filter((lines) => !abstract.includes(lines)).flat();
  const isUnread = (line: Line): boolean =>
    isFact(line, draft) || isBelowUsed(line, draft) || !isKnownRemark(line);
  const labels = [...draft.labels, ...days.map((value) => ({ name: "time" as const, value }))];
  return {
    draft: { ...draft, labels, free, body: [...body, ...abstract.flatMap(toBody)] },
    rest: rooms,
    leftOver: rest.filter(isUnread),
    idle: rest.filter((line) => !isUnread(line)),
  };
}

/** Paragraphs after an abstract that speak to the readers are none of it. */
function splitRemarks(body: readonly Line[]): { body: Line[]; remarks: Line[] } {
  const paragraphs = toParagraphs(body);
  const [first, ...others] = paragraphs;
  const remarks = others
    .filter(
      (lines) =>
        isToReaders(lines.map(({ text }) => text).join(" ")) ||
        lines.some(({ text }) => isCalledOff(text)) ||
        (lines === others.at(-1) && isSignature(lines)),
    )
    .flat();
  return first === undefined || remarks.length === 0
    ? { body: [...body], remarks: [] }
    : { body: body.filter((line) => !remarks.includes(line)), remarks: [{ ...EMPTY }, ...remarks] };
}

/** "Jane Host", "Professor of Sheep": a name, and no sentence. */
function isSignature(lines: readonly Line[]): boolean {
  const [name] = lines;
  return (
    name !== undefined &&
    isFullName(name.text) &&
    lines.length < 8 &&
    !lines.some(({ text }) => /[.!?]$/.test(text))
  );
}

/** Its lines after an empty one. */
function toBody(lines: readonly Line[]): Line[] {
  return [{ number: lines[0]?.number ?? 1, text: "" }, ...lines];
}

function isRoomLine({ text }: Line): boolean {
  return isRoom(text) && text.length < MAX_ROOM_CHARACTERS && findDates(text, false).length === 0;
}

function isAbstract(lines: readonly Line[]): boolean {
  const text = lines.map((line) => line.text).join(" ");
  const isProse = text.length >= MIN_ABSTRACT_CHARACTERS && /[.!?]\W*$/.test(text);
  return isProse && !ADDRESSED.test(text) && !isCalledOff(text) && findTimes(text).length === 0;
}

/** Hashtags, and who else is told. */
const NOISE = /^(?:#[\p{L}\d_]+\s*)+$|^cc(?![\p{L}])/iu;
const EMPTY: Line = { number: 0, text: "" };
const NAMED: ReadonlySet<string> = new Set(["title", "presenters", "affiliation"]);

/** A line right below a title or a name may be the end of it, and so may one word below an address. */
function isBelowUsed({ number, text }: Line, { labels }: Draft): boolean {
  if (NOISE.test(text) || isToReaders(text)) return false;
  return labels.some(
    ({ name, value, lines = 1 }) =>
      (NAMED.has(name) || (name === "join" && !text.includes(" "))) && value.number + lines === number,
  );
}

/** A host's words to the list: an invitation, thanks, who writes. Of any others nobody knows whether they change something. */
function isKnownRemark({ text }: Line): boolean {
  const isSigned = /^\p{Lu}\p{Ll}{1,11}$/u.test(text);
  return isSigned || NOISE.test(text) || ADDRESSED.test(text) || isToReaders(text) || isHarmless(text);
}

const PLACE =
  /https?:\/\/|(?<![\p{L}])(?:room|passcode|password|zoom|all times|times? (?:is|are)|time ?zone|changed?|cancel|unusual|rescheduled|raum|salle|sala)(?![\p{L}])/iu;

/** Whether words could change what a session file says. */
function isFact({ text }: Line, draft: Draft): boolean {
  if (GREETING.test(text)) return false;
  return text.split(/(?<=[.!?])\s+/).some(isFactual) || isUnlabelledName(text, draft);
}

function isFactual(sentence: string): boolean {
  if (isCalledOff(sentence) || isCorrection(sentence)) return true;
  // Until when and where to register is none of the session's own days and places.
  if (REGISTRATION.test(sentence)) return false;
  if (PLACE.test(sentence) || isRoom(sentence)) return true;
  return findTimes(sentence).length > 0 || findDates(sentence, false).length > 0;
}

const REGISTRATION =
  /^\W*(?:please |to attend,? |kindly )*(?:rsvp|register|sign up|subscribe|registration)(?![\p{L}])(?!.*(?<![\p{L}])(?:room|passcode|password|zoom)(?![\p{L}]))/iu;

function isUnlabelledName(text: string, { labels, sentences }: Draft): boolean {
  const hasPresenters = sentences.length > 0 || labels.some(({ name }) => name === "presenters");
  return !hasPresenters && text.length < 80 && parsePeople(text.replace(/^[^:]{2,30}:\s+/, "")).ok;
}

function toParagraphs(lines: readonly Line[]): Line[][] {
  const paragraphs: Line[][] = [[]];
  for (const line of lines) {
    const before = paragraphs.at(-1)?.at(-1);
    if (line.text === "" || (before !== undefined && line.number > before.number + 1)) paragraphs.push([]);
    if (line.text !== "") paragraphs.at(-1)?.push(line);
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}
