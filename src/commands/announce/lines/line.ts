/** Lines of pasted text, and the signs people put before and around words. */

import { SECOND, toRfc3339 } from "../../../programme/instant.ts";
import { fail } from "../../../programme/result.ts";

/** A line with its place in what was pasted. */
export interface Line {
  /** Counted from 1 in the input as given. */
  number: number;
  text: string;
  /** It was set in from the left. */
  isIndented?: boolean;
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

/** Slack's "<https://…|Zoom>" and Markdown's "[Zoom](https://…)". */
const SLACK_LINK = /<(?:mailto:[^\s<>|]+|(https?:\/\/[^\s<>|]+))(?:\|([^<>]*))?>/g;
const MARKDOWN_LINK = /(?<!!)\[([^[\]]+)\]\(<?(https?:\/\/(?:[^\s()<>]|\([^\s()<>]*\))+)>?(?:\s+"[^"]*")?\)/g;
/** Slack's and Discord's mentions and channels. */
const SLACK_MENTION = /<(?:[@#][UCW][A-Z0-9]+(?:\|([^<>]*))?|![a-z]+(?:\^[^<>]*)?|(?:#|@[!&]?)\d{10,})>/g;
/** Slack's days, with the words that stand where they cannot be shown. */
const SLACK_DATE = /<!date\^\d+\^[^<>|]*\|([^<>]*)>/g;
/** Discord's instants, seconds since 1970. */
const DISCORD_INSTANT = /<t:(\d{9,11})(?::[a-zA-Z])?>/g;
/** Signs as HTML writes them, copied with the text of a page or of Slack. */
const ENTITY = /&(?:amp|lt|gt|quot|#39|apos|nbsp|ndash|mdash);/gi;
const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&apos;": "'",
  "&nbsp;": " ",
  "&ndash;": "–",
  "&mdash;": "—",
};
/** "~~Monday, October 5~~ Monday, October 12", and Slack's with one sign: what was struck out does not hold. */
const STRUCK = /~~[^~\n]{1,200}~~|(?<![\w~])~(?=[^\s~\d])[^~\n]{2,200}(?<=[^\s~])~(?![\w~])/g;
/** Slack's names of emoji at the beginning of a line. */
const EMOJI_NAME = /^(?:\s*:[a-z][a-z0-9_+-]+:)+\s*/;
/** Those that stand for a label. */
const EMOJI: readonly [RegExp, string][] = [
  [/:(?:studio_)?microphone:/, "🎤"],
  [/:(?:speaking_head(?:_in_silhouette)?|busts?_in_silhouette):/, "🗣"],
  [/:(?:page_facing_up|page_with_curl|scroll|bookmark_tabs):/, "📄"],
  [/:(?:round_)?pushpin:/, "📍"],
  [/:(?:spiral_)?(?:calendar(?:_pad)?|date):/, "📅"],
  [/:(?:alarm_)?clock\d*:/, "🕐"],
  [/:(?:loudspeaker|mega):/, "📢"],
];
/** More of them are columns of a table. */
const CELLS = /\t(?=[^\t]*\t)|(?<=\t[^\t]*)\t/g;
/** A calendar's point between the day and the time, as other programs write it. */
const POINTS = / [⋅∙] /g;
/** Wider than any table; patterns would go over it again and again. */
const GAP = " ".repeat(16);
const LONG_GAP = new RegExp(`${GAP} +`, "g");

/** A line as everything after reads it: composed letters, plain spaces, nothing invisible, no space at its ends. */
export function toCleanText(raw: string): string {
  return raw
    .normalize("NFC")
    .replace(INVISIBLE, "")
    .replace(/^\s+/, "")
    .replace(CELLS, " | ")
    .replace(SPACES, " ")
    .replace(LONG_GAP, GAP)
    .replace(DISCORD_INSTANT, (_, seconds) => toRfc3339(Number(seconds) * SECOND))
    .replace(SLACK_DATE, "$1")
    .replace(SLACK_MENTION, (_, name) => name ?? "")
    .replace(SLACK_LINK, (_, address, words) => toPlainLink(words, address))
    .replace(MARKDOWN_LINK, (_, words, address) => toPlainLink(words, address))
    .replace(STRUCK, "")
    .replace(POINTS, " · ")
    .replace(ENTITY, (entity) => ENTITIES[entity.toLowerCase()] ?? entity)
    .replace(EMOJI_NAME, (names) => EMOJI.find(([name]) => name.test(names))?.[1].concat(" ") ?? "")
    .trim();
}

/** "Zoom (https://…)"; an address that stands for itself is said once. */
function toPlainLink(words: string | undefined, address: string | undefined): string {
  if (address === undefined) return words ?? "";
  const isSame =
    words === undefined || address.replace(/^https?:\/\//, "") === words.replace(/^https?:\/\//, "");
  return isSame ? address : `${words.trim()} (${address})`;
}

/** Wide signs as East Asian texts have them, "（：，", as their narrow ones; each stays at its place. */
export function toNarrow(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replaceAll("、", ",");
}

const LEAD =
  /^(?:\d\ufe0f?\u20e3|[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\ufe0f\u200d]|[✓✔➡→▶•●▪◦‣■□]|(?<=[•●▪◦‣■□]) (?=\p{Extended_Pictographic}))+\s*/u;

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

/** Whether a value only says that it will be known later. */
export function isToBeAnnounced(text: string): boolean {
  return /^\W*(?:tb[adc]|to be (?:announced|determined|confirmed))\W*$/i.test(text);
}

/** Whether the text stops in the middle: copies of a post end so where "Show more" stood. */
export function isCutOff(text: string): boolean {
  return /(?:…|\.\.\.|\b(?:show|read) more)\s*$/i.test(text);
}

/** A mail's subject without "Re:", "Fwd:" and the list's name in brackets. */
export function toSubjectWords(subject: string): string {
  return subject
    .replace(/^(?:\s*(?:(?:re|fwd?|aw|wg|tr|rv|enc)\s*:|\[(?!cancel|postpon)[^\]]{1,40}\]))+\s*/i, "")
    .trim();
}

/** A title without what copies write otherwise: case, quotes, dashes, spaces. */
export function toTitleKey(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
