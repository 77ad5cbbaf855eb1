/** The words of a line that says where, without its links and codes: a room, or words that name none. */
import { takeOut, toLeftOver } from "../lines/left-over.ts";
import { isToBeAnnounced } from "../lines/line.ts";
import { findDates } from "../when/dates.ts";
import { findTimes } from "../when/times.ts";
import { isRoom } from "./room.ts";
import { readSaidRoom } from "./said-room.ts";

/** Words around a link or a room that say nothing more. */
const IDLE =
  /(?<![\p{L}\d])(?:no (?:password|passcode|registration)(?: is)?(?: (?:needed|required|necessary))?|zoom|google meet|meet|ms teams|microsoft teams|teams|webex|jitsi|skype|whereby|gather(?:\.?town)?|tencent meeting|bigbluebutton|bbb|online|on-?line|en ligne|en línea|virtual(?:ly)?|remote(?:ly)?|hybrid|hybride?|híbrido|in[ -]person|onsite|on site|via|by|link|url|links|lien|enlace|join(?:ing)?|participate|attend|connect|us|meeting|call|video|videoconference|room link|live ?stream|stream|here|click|at|in|on|the|and|or|und|oder|et|ou|y|o|e|also|is|will be|be|held|this|for|to|from|using|as usual|usual|as always|always|same|every week|tba|tbd|tbc|to be announced|to be determined|to be confirmed|location|venue|place|room link|info|details|below|above|see|talk|session|event|people|participants|attendees|audience|viewers)(?![\p{L}\d])|オンライン|线上|線上|腾讯会议|または|或/giu;

/** "(map: https://…)" when its address is taken out. */
const MAP_WORDS =
  /\(?\s*(?:(?:campus )?map|google maps|directions|karte|lageplan|plan|mapa)\s*:?\s*\(?\s*\uffff+\s*\)?\)?|\(?\uffff+\s*(?:map|directions)\)/giu;

/** What the words of a line say of the place. */
export interface RoomWords {
  location: string | null;
  /** Words that are not understood. */
  leftOver: string[];
  /** Words that no file has a field for. */
  remarks: string[];
}

/** What a line says already by its label or its form. */
export type PlaceKind = "join" | "location" | "passcode" | "rest" | "link";

/**
 * Read what is left of a line beside links: all of it is the place after a label for it, elsewhere what has the form of a room.
 *
 * @param text with a sign where links and codes were taken out
 */
export function readRoomWords(text: string, kind: PlaceKind): RoomWords {
  const { rest, times } = cutAtTime(text.replace(MAP_WORDS, "\uffff"));
  const words = toLeftOver(rest, IDLE);
  if (words === "" || isToBeAnnounced(rest)) return { location: null, leftOver: times, remarks: [] };
  if (kind === "location") return readLabelled(rest, times);
  const [room = ""] = toRooms(rest);
  const isOne = kind !== "rest" || !words.includes(" … ");
  if (kind === "link") return { location: null, leftOver: times, remarks: [] };
  return isOne && isRoom(room)
    ? toPlaces(room, rest, times)
    : { location: null, leftOver: [...times, toShown(rest)], remarks: [] };
}

/** After "Location:" all is the place, but what is a sentence about it. */
function readLabelled(rest: string, times: readonly string[]): RoomWords {
  const said = readSaidRoom(rest);
  const [room] = toRooms(said.room);
  const remarks = said.remarks.map(toShown);
  const unread = [...times, ...said.unread.filter((words) => toLeftOver(words, IDLE) !== "").map(toShown)];
  if (room === undefined) return { location: null, leftOver: unread, remarks };
  return { ...toPlaces(room, said.room, unread), remarks };
}

/** A room, and those on the other side of a link. */
function toPlaces(room: string, text: string, unread: readonly string[]): RoomWords {
  const others = toRooms(text).slice(1);
  const leftOver = [...unread, ...others.filter((other) => !isRoom(other))];
  return { location: [room, ...others.filter(isRoom)].join(", "), leftOver, remarks: [] };
}

/** A place has no time; "2.14" is a room here. */
function cutAtTime(text: string): { rest: string; times: string[] } {
  const times = findTimes(text).filter((time) => time.zone !== null || /[a-z:]/i.test(time.text));
  const [first] = [...times, ...findDates(text, false)].toSorted((a, b) => a.index - b.index);
  if (first === undefined) return { rest: text.trim(), times: [] };
  const rest = takeOut(text, { index: first.index, end: text.length }).trim();
  return { rest, times: [text.slice(first.index).trim()] };
}

/** The words of a place as written, without what joined them to links; one text for each side of these. */
function toRooms(text: string): string[] {
  return text
    .replace(/\uffff+/g, "\uffff")
    .split(/\uffff/)
    .filter((part) => toLeftOver(part, IDLE) !== "")
    .map((part) => toTrimmed(part))
    .filter((part) => toLeftOver(part, IDLE) !== "");
}

/** Words as written, with a sign where some were taken out. */
function toShown(text: string): string {
  const shown = text.replace(/[(\s]*\uffff+[\s)]*/g, " … ").replace(/^[\s,;:…]+|[\s,;:…]+$/g, "");
  return shown.replace(/^\(([^()]*)\)?$/, "$1");
}

const EDGE =
  /^(?:[\s,;:/|&+()–—-]|(?:and|or|und|oder|et|ou|y|o|e|in person|hybrid|in|at|@|also|via|on zoom|on|zoom|online)(?![\p{L}\d]))+|(?:[\s,;:/|&+(–—-]|(?<![\p{L}\d])(?:and|or|und|oder|et|ou|y|o|e|also|on|via|zoom|google meet|teams|online|link|hybrid|with|live ?stream|stream)(?![\p{L}\d]))+$/giu;

function toTrimmed(part: string): string {
  let text = part;
  for (let before = ""; before !== text;) {
    before = text;
    text = text.replace(EDGE, "").trim();
    if (text.endsWith(")") && !text.includes("(")) text = text.slice(0, -1);
  }
  return text.replace(/(?<=\d)\.$/, "");
}
