/** A title as written, and what clubs write around it: a number, a date, who gives it, a link, a room. */
import { takeAll } from "../lines/left-over.ts";
import { splitLead, unwrap } from "../lines/line.ts";
import { endsCalledOff } from "../drafts/called-off.ts";
import { toName } from "../drafts/labels.ts";
import { findDates } from "../when/dates.ts";
import { findTimes } from "../when/times.ts";
import { isFullName } from "../who/name.ts";
import { isPlacedPeople } from "../who/people.ts";
import { splitAround } from "./around-title.ts";
import { MEETING } from "../where/meeting.ts";
import { isRoom } from "../where/room.ts";

export interface TitleParts {
  title: string;
  number: number | undefined;
  /** Where the title says when, who, and where to read: words for the readers of those. */
  time: string | null;
  presenters: string | null;
  paper: string | null;
  /** Words that are none of these; they may name a place. */
  rest: string[];
  /** Words that no file has a field for. */
  idle: string[];
  /** Words that were left in the title and may be none of it. */
  doubtful: string[];
}

/** Emoji, stars and the bars of a spoiler: at its ends they are no part of a title. */
const DECORATION = /^(?:\|\||\s)+|(?:\|\||[\s\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f\u200d])+$/gu;
const LINK = /\s*[([]?\s*(?:https?:\/\/[^\s)\]]+|arxiv\s*:\s*\d{4}\.\d{4,5}(?:v\d+)?)\s*[)\]]?/gi;
const ARXIV_CLASS = /\s*\[(?:[a-z-]+\.[A-Z]{2}|[a-z]+-[a-z]+)\]/g;
const JOINT =
  /\s*[([,;–—-]\s*((?:joint(?:ly)?(?: (?:work|session|meeting|event|seminar|talk))?|in collaboration|work)\s+with\s+[^)\]]+)[)\]]?\s*$/i;
const ROOM_TAIL = /(?:(?:,|\s[–—|-]|\s(?:in|at))\s+|\(\s*)([^,–—|()]{3,40})\)?$/;
const QUOTED = /^(?:"([^"]+)"|[“„«]([^“”„«»]+)[”“»])[\s,;:–—-]*(.*)$/;
/** Quotes around the first words of a title alone. */
const GOES_ON = /^(?:and|or|for|as|is|are|with|without|from|versus|vs\.?|revisited|considered)(?![\p{L}])/iu;
const BY = /^(?:by|von|par|por|di)\s+(.+)$/i;

/** Take a title apart. */
export function splitTitle(written: string): TitleParts {
  const lead = splitLead(written.replace(/\s+/g, " ").trim()).rest.replace(DECORATION, "");
  const links = takeAll(lead, LINK);
  const around = splitAround(toBare(links.rest));
  const { title, presenters, rest, idle } = splitWho(around.title);
  const when = splitWhen(title);
  const room = ROOM_TAIL.exec(when.title)?.[1] ?? "";
  const addresses = links.taken.map(([link]) => link.trim());
  const meetings = addresses.filter((link) => MEETING.test(link));
  const paper = addresses.filter((link) => !MEETING.test(link)).join(" ");
  return {
    title: withoutPoint(unwrap(when.title.trim())),
    number: around.number,
    time: when.time,
    presenters,
    paper: paper === "" ? null : paper,
    rest: [...meetings, ...around.rest, ...rest.filter((words) => /[\p{L}\p{N}]/u.test(words))],
    idle: [...around.idle, ...idle],
    doubtful: [
      ...(isRoom(room) ? [room] : []),
      ...findLabelWithin(when.title),
      ...(endsCalledOff(when.title) ? [when.title] : []),
    ],
  };
}

/** "Sparse Orders. Abstract: …": a label within a line begins something else. */
function findLabelWithin(title: string): string[] {
  const [whole, words = ""] = /[.;|]\s+(\p{Lu}[\p{L} ]{1,20}):\s\S.*$/u.exec(title) ?? [];
  return whole !== undefined && toName(words) !== null ? [whole.slice(1).trim()] : [];
}

/** The point that ends a title as if it were a sentence; an abbreviation keeps its own. */
function withoutPoint(title: string): string {
  return title.replace(/(?<=\p{Ll}{4})\.$/u, "");
}

/** A title without its links, the sign before them, and the class that arXiv writes after its numbers. */
function toBare(text: string): string {
  return text
    .replace(/[\s,;:|(–—-]*\uffff+/g, " ")
    .replace(ARXIV_CLASS, "")
    .replace(/\s+/g, " ")
    .trim();
}

interface WhoAndWhat {
  title: string;
  presenters: string | null;
  rest: string[];
  idle: string[];
}

/** Who gives it, and "(joint work with …)", which says nothing of who does. */
function splitWho(text: string): WhoAndWhat {
  const joint = JOINT.exec(text);
  if (joint === null) return splitQuoted(text);
  const { idle, ...parts } = splitQuoted(text.slice(0, joint.index));
  return { ...parts, idle: [...idle, joint[1] ?? ""] };
}

/** `"Sparse Orders" by Ada Example`, `"Sparse Orders" in Gates 104`. */
function splitQuoted(text: string): WhoAndWhat {
  const [, straight, curved, tail = ""] = QUOTED.exec(text) ?? [];
  const title = straight ?? curved;
  const isWhole = title === undefined || /["”»]/.test(tail) || GOES_ON.test(tail) || isSubtitled(text, tail);
  const { rest, ...who } = isWhole ? { ...splitNames(text), rest: [] } : { title, ...splitTail(tail) };
  return { ...who, rest, idle: [] };
}

/** `"Why Sheep?": Counting Explained` is one title. */
function isSubtitled(text: string, tail: string): boolean {
  return /["”»]\s?:/.test(text) && !isPlacedPeople(tail);
}

/** What follows a title in quotes: who presents it, or something else. */
function splitTail(tail: string): Pick<WhoAndWhat, "presenters" | "rest"> {
  const presenters = BY.exec(tail)?.[1] ?? null;
  return { presenters, rest: presenters === null && tail !== "" ? [tail] : [] };
}

const NAMES_BEFORE = /^([^:|]{3,120}\))\s*(?::|\s[–—|-]|,(?=\s["“«]))\s+(\S.*)$/u;
const NAMES_AFTER = /^(\S.{2,}?)\s+[–—|-]\s+([^–—|]{3,120}\))$/u;

/** "Ada Example (MIT): Sparse Orders", "Sparse Orders – Ada Example (MIT)": who is known to be somewhere, and the title. */
function splitNames(text: string): { title: string; presenters: string | null } {
  const [, before = "", after = ""] = NAMES_BEFORE.exec(text) ?? [];
  if (isPlacedPeople(before)) return { title: after, presenters: before };
  const [, title = "", names = ""] = NAMES_AFTER.exec(text) ?? [];
  return isPlacedPeople(names) ? { title, presenters: names } : { title: text, presenters: null };
}

/** "Sparse Orders (October 12, 1pm ET)", "Sparse Orders – Monday, October 12". */
function splitWhen(text: string): { title: string; time: string | null } {
  const dates = findDates(text, false);
  const [first] = dates;
  if (first === undefined) return { title: text, time: null };
  const before = text.slice(0, first.index);
  const last = Math.max(...[...dates, ...findTimes(text)].map(({ end }) => end));
  const isApart = /(?:^|[([|–—,:·]|\s-)\s*(?:on\s+)?$/i.test(before) && /^[\s)\].]*$/.test(text.slice(last));
  if (!isApart || before.trim() === "") return { title: text, time: null };
  return {
    title: before.replace(/[\s([|–—,:·-]+(?:on\s*)?$/i, ""),
    time: text.slice(first.index).replace(/[)\]]\s*$/, ""),
  };
}

/** A title without a presenter's name before or after it. */
export function withoutNames(title: string, names: readonly string[]): string {
  return names.reduce((text, name) => {
    const quoted = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const around = new RegExp(
      `^(?:(?:prof|dr)\\.?\\s+)*${quoted}(?:\\s*\\([^()]*\\))?\\s*(?::|[–—|-])\\s+|\\s*(?:\\(\\s*|\\s[–—|-]\\s+|,?\\s+by\\s+|,\\s+)${quoted}(?:\\s*\\([^()]*\\)|,[^()]*(?=\\)$))?\\s*\\)?$`,
      "iu",
    );
    const bare = text.replace(around, "").trim();
    return bare === "" ? text : unwrap(bare);
  }, title);
}

/** A part of a title that can be who presents: "Ana Lima – Sparse Orders"; null where none can. */
export function findName(title: string): string | null {
  const parts = title.split(/\s+[–—|-]\s+|:\s+|\s*[()]\s*|\s+(?:by|with)\s+/).map((part) => part.trim());
  return parts.length < 2
    ? null
    : (parts.find((part) => isFullName(part) && part.split(" ").length <= 4) ?? null);
}
