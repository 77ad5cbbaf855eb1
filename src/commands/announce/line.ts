/** Lines of pasted text: the signs people put before and around words, and labels such as "Title: …" and "📄 Paper: …". */

import { fail } from "../../programme/result.ts";

/** A line with its place in what was pasted. */
export interface Line {
  /** Counted from 1 in the input as given. */
  number: number;
  text: string;
}

/** Something to tell the organiser about a line. */
export interface Remark {
  line: number;
  /** Without a full stop. */
  message: string;
}

/** Words that cannot be what they stand for. */
export type Refused = { reason: "refused"; message: string };

/** @param message what is wrong and what was expected, without a full stop */
export function refuse(message: string): { ok: false; error: Refused } {
  return fail({ reason: "refused", message });
}

/** Zero-width spaces, joiners that join nothing, and marks of writing direction: invisible, and copied along. */
const INVISIBLE = /[\u200b\u200e\u200f\u2060\u202a-\u202e\u2066-\u2069\ufeff]/g;
/** Spaces other than the plain one. */
const SPACES = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;

/** Addresses in angle brackets, as mail programs and Slack ("<https://…|Zoom>") set them apart. */
const BRACKETED_ADDRESS = /<(https?:\/\/[^\s<>|]+)(?:\|[^<>]*)?>/g;
/** Wider than any table; patterns would go over it again and again. */
const GAP = " ".repeat(16);
const LONG_GAP = new RegExp(`${GAP} +`, "g");

/** A line as everything after reads it: composed letters, plain spaces, nothing invisible, no space at its ends. */
export function toCleanText(raw: string): string {
  return raw
    .normalize("NFC")
    .replace(INVISIBLE, "")
    .replace(SPACES, " ")
    .replace(LONG_GAP, GAP)
    .replace(BRACKETED_ADDRESS, "$1")
    .trim();
}

const LEAD =
  /^(?:\d\ufe0f?\u20e3|[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\ufe0f\u200d]|[✓✔➡→▶•●▪◦‣■□])+\s*/u;

/** The emoji or bullet that begins a line ("" where there is none) and the rest. */
export function splitLead(text: string): { lead: string; rest: string } {
  const lead = LEAD.exec(text)?.[0] ?? "";
  return { lead: lead.trim(), rest: text.slice(lead.length) };
}

/** Text without the quotes or Markdown stars that stand around the whole of it. */
export function unwrap(text: string): string {
  const inner = /^(?:\*\*(.+)\*\*|\*([^*]+)\*|"([^"]+)"|[“„«]([^“”„«»]+)[”“»]|‘([^‘]+)’|'([^']+)')$/.exec(
    text,
  );
  return inner === null ? text : (inner.slice(1).find((part) => part !== undefined) ?? text).trim();
}

/** Begins a line about a session that does not take place as announced. */
export const CALLED_OFF =
  /^(?:\[?(?:cancell?ed|postponed)\]?|no (?:session|meeting|reading group)|we (?:won['’]t|will not|do not|don['’]t|are not) (?:meet|meeting))(?![\p{L}\p{N}])/iu;

/** @param quoted the words that call it off, in quotes */
export function toCalledOff(quoted: string): string {
  return `${quoted} calls a session off, which is no announcement: write "status: cancelled" or "status: postponed" into its file`;
}

/** Whether the text stops in the middle: copies of a post end so where "Show more" stood. */
export function isCutOff(text: string): boolean {
  return /(?:…|\.\.\.|\b(?:show|read) more)\s*$/i.test(text);
}

const LABELS = [
  ["title", /^(?:(?:talk|session|paper) )?title$|^talk$|^topic$/],
  ["time", /^(?:date|time|when|day)(?:(?: ?& ?| and |\/|, )(?:date|time))?$/],
  ["zone", /^time ?zone$/],
  ["abstract", /^abstract$|^summary$|^description$|^about(?: the (?:talk|paper|session))?$|^tl;?dr$/],
  [
    "join",
    /^(?:meeting|zoom|meet|google meet|teams|join|joining|video|call)(?: (?:link|url|room|us|here|info))?$|^link to join$|^link$/,
  ],
  ["presenters", /^(?:speaker|presenter)(?:s|\(s\))?(?: names?)?$|^presented by$|^presenting$|^guests?$/],
  [
    "paper",
    /^(?:papers?|paper\(s\)|preprint|arxiv|read|publication)(?: (?:link|url|\d))?(?:s)?$|^link to (?:the )?paper$/,
  ],
  ["location", /^location$|^room$|^venue$|^where$|^place$/],
  ["number", /^(?:session|meeting) ?(?:number|no\.?|#)?$/],
  [
    "other",
    /^(?:bio|biography|short bio|hosts?|hosted by|organi[sz]ers?|moderators?|authors?|affiliations?|code|project(?: page)?|website|slides|youtube|recording|replays?|contact|mailing list|calendar|discord|slack|ps|note|tags?)$/,
  ],
] as const;
export type LabelName = (typeof LABELS)[number][0];

export interface Label {
  name: LabelName;
  value: string;
}

/** No label is longer; a sentence with a colon in it is. */
const LABEL = /^[-*_#• ]*([A-Za-z][A-Za-z0-9 &/,;.()#-]{1,28}?)\s*[*_]*\s*[:：]\s*[*_]*\s*(.*)$/;

/** The label that begins a line, or null. */
export function parseLabel(text: string): Label | null {
  const [, words = "", value = ""] = LABEL.exec(splitLead(text).rest) ?? [];
  const name = LABELS.find(([, pattern]) => pattern.test(words.toLowerCase().trim()))?.[0];
  return name === undefined ? null : { name, value: value.replace(/[*_]+$/, "").trim() };
}

/** A title without what copies write otherwise: case, quotes, dashes, spaces. */
export function toTitleKey(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
