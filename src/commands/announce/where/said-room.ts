/** The room within what is said after "Location:": remarks about it are taken off, and a sentence about it is no room. */
import { toName } from "../drafts/labels.ts";

export interface SaidRoom {
  /** "" where the words name none. */
  room: string;
  /** Words about the room or the day that no file has a field for. */
  remarks: string[];
  /** Words that may say where it is, and are not understood. */
  unread: string[];
}

const BRACKETED = /\s*[([]([^()[\]]*)[)\]]/g;
/** Words of a sentence, which no room has. */
const SENTENCE =
  /(?<![\p{L}])(?:please|will|shall|is|are|was|be|may|can|see|ask|arrive|come|bring|note|changed?|moved|sent|send|served|provided|contact|email|mail|usual|different|unusual|early|welcome|free|pizza|lunch|coffee|snacks|food|refreshments|link|links|enter|use|take|we|you|your|not|same as|depends|probably|maybe|likely|announced|tbd|tba|bitte|wird|siehe|voir|sera)(?![\p{L}])|[!?]/iu;
const NEXT_SENTENCE = /(?<=[\p{L}\d)]{2})[.!;]\s+(?=\p{Lu})/u;
const INSTEAD =
  /[\s,;(–—-]*(?<![\p{L}])(?:instead of|rather than|not (?=(?:in|the|as|\p{Lu}|\d))|formerly|previously|statt|au lieu de|en lugar de|em vez d[eoa])(?![\p{L}]).*$/iu;

/** "NEW ROOM: Gates 100" is Gates 100. */
const CHANGED = /^(?:new|updated|changed)\s+(?:room|location|venue|place)\s*[:!–—-]+\s*/i;

/** "a new room", and not "The New Room, New York". */
const NEW = /(?<![\p{L}])new (?:room|building|location|venue|place)/u;

function isSentence(text: string): boolean {
  return SENTENCE.test(text) || NEW.test(text);
}

/** "Gates 104. Host: Ada Example", "Gates 104; Zoom for others: https://…": what begins after a sign and is no room. */
const LABELLED = /[.;|]\s+(\p{Lu}[\p{L} ]{1,20}):\s.*$/u;
const ONLINE =
  /[.;,|]\s*(?:(?:and|or|also)\s)?(?:on |via )?(?:zoom|(?:ms )?teams|google meet|webex|online|live ?stream)(?![\p{L}]).*$/iu;

function cutAtOther(text: string): { words: string; remarks: string[]; unread: string[] } {
  const labelled = LABELLED.exec(text);
  const name = toName(labelled?.[1] ?? "");
  const found = labelled !== null && name !== null ? labelled : ONLINE.exec(text);
  if (found === null || found.index === 0) return { words: text, remarks: [], unread: [] };
  const tail = found[0].slice(1).trim();
  const isRemark = name === "other" && found === labelled;
  return {
    words: text.slice(0, found.index),
    remarks: isRemark ? [tail] : [],
    unread: isRemark ? [] : [tail],
  };
}

/** Read what a label for the room says. */
export function readSaidRoom(text: string): SaidRoom {
  const { words, ...cut } = cutAtOther(text.replace(CHANGED, ""));
  const said: SaidRoom = { room: words, ...cut };
  const [first = "", ...sentences] = words.split(NEXT_SENTENCE);
  const isFollowed = sentences.length > 0 && sentences.every(isSentence);
  if (isFollowed) said.remarks.push(...sentences);
  const instead = INSTEAD.exec(isFollowed ? first : words);
  if (instead !== null) said.remarks.push(instead[0].trim());
  const bare = (isFollowed ? first : words).slice(0, instead?.index);
  said.room = bare.replace(BRACKETED, (whole, inside: string) => {
    if (!isSentence(inside)) return whole;
    said.remarks.push(inside);
    return "";
  });
  said.room = said.room.replace(/(?<=[\p{L}\d]{2})\.$/u, "");
  if (!isSentence(said.room)) return said;
  return { ...said, room: "", unread: [said.room.trim()] };
}
