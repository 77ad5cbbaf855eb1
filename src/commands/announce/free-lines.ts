/** Lines of a mail without a label: when, where, an abstract of their own, or words that are left out and shown. */
import type { Draft } from "./draft.ts";
import { isCalledOff, type Line } from "./line.ts";
import { findDates, findTimes } from "./mentions.ts";
import { isRoom } from "./room.ts";
import { parsePeople } from "./people.ts";
import { isOnlyWhen } from "./when.ts";

/** A paragraph is no shorter; what is shorter is a remark of the host. */
const MIN_ABSTRACT_CHARACTERS = 90;
/** A host's words to the list, and no abstract. */
const ADDRESSED =
  /(?<![\p{L}])(?:rsvp|register|sign up|please|pizza|lunch|coffee|snacks|join us|see you|mailing list|reply|let (?:me|us) know|hope to see|unsubscribe|we (?:will|['’]ll) (?:meet|be|have)|dear|hi all|everyone|welcome|zoom|room|recording)(?![\p{L}])/iu;
const ONLY_LINK = /^[\s<(]*https?:\/\/\S+$/;
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
  const read: FreeLines = {
    draft: { ...draft, labels: [...draft.labels], body: [...draft.body] },
    rest: [],
    leftOver: [],
    idle: [],
  };
  const hasAbstract = draft.labels.some(({ name }) => name === "abstract");
  const words: Line[] = [];
  for (const line of draft.free) {
    if (line.text === "" || ONLY_LINK.test(line.text)) words.push({ ...line, text: "" });
    else if (isOnlyWhen(line, { today })) read.draft.labels.push({ name: "time", value: line });
    else if (isRoom(line.text) && line.text.length < 60 && findDates(line.text, false).length === 0)
      read.rest.push(line);
    else words.push(line);
  }
  const paragraphs = toParagraphs(words);
  const isAbstract = (lines: readonly Line[]): boolean => {
    const text = lines.map((line) => line.text).join(" ");
    return (
      text.length >= MIN_ABSTRACT_CHARACTERS &&
      !ADDRESSED.test(text) &&
      /[.!?]\W*$/.test(text) &&
      findTimes(text).length === 0
    );
  };
  const abstract = hasAbstract ? [] : paragraphs.filter(isAbstract);
  for (const [at, lines] of abstract.entries()) {
    if (at > 0) read.draft.body.push({ number: lines[0]?.number ?? 1, text: "" });
    read.draft.body.push(...lines);
  }
  for (const line of paragraphs.filter((lines) => !abstract.includes(lines)).flat())
    (isFact(line, draft) ? read.leftOver : read.idle).push(line);
  return read;
}

/** Whether words could change what a session file says. */
function isFact({ text }: Line, { labels, sentences }: Draft): boolean {
  if (GREETING.test(text)) return false;
  const hasPresenters = sentences.length > 0 || labels.some(({ name }) => name === "presenters");
  return (
    isCalledOff(text) ||
    findTimes(text).length > 0 ||
    findDates(text, false).length > 0 ||
    /https?:\/\/|(?<![\p{L}])(?:room|passcode|password|zoom|instead|moved|changed?|cancel|unusual|rescheduled|raum|salle|sala)(?![\p{L}])/iu.test(
      text,
    ) ||
    (!hasPresenters && text.length < 80 && parsePeople(text).ok)
  );
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
