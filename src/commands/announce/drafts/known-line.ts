/** What a line of an announcement is by itself: a header, a label, a sentence about presenters, a link, words. */
import { parseHeader, type Header } from "./header.ts";
import { parsePresenting, type PresentingSentence } from "./presenting.ts";
import { parseLabel, type Label } from "./labels.ts";
import { splitLead, type Line } from "../lines/line.ts";
import { parsePeople } from "../who/people.ts";
import { findDates } from "../when/dates.ts";
import { findTimes } from "../when/times.ts";

/** What a line is by itself. */
export type LineKind =
  | { kind: "blank" | "stop" | "link" | "time" | "bullet" | "plain" }
  | { kind: "header"; header: Header }
  | { kind: "label"; label: Label }
  | { kind: "sentence"; said: PresentingSentence };

/** A line that was read once; every look at it afterwards costs nothing. */
export interface KnownLine extends Line {
  is: LineKind;
  /** A header without emoji and weekday counts only where what follows bears it out. */
  header: Header | null;
}

/** Others' threads, reposts and profiles; greetings and signatures. */
const STOP =
  /^(?:\(?\d{1,2}\/(?:\d{1,2}|n)\)?:?$|w\/ @|\d[\d,.]*[KM]? (?:followers|following|views|reposts|likes)\b|joined (?:january|february|march|april|may|june|july|august|september|october|november|december) \d{4}|quote$|show this thread$|.{0,60} reposted$|\W{0,4}new paper\b|--+$|__+|best(?: regards| wishes)?[,.!]?$|(?:kind |warm )?regards[,.!]?$|cheers[,.!]?$|thanks[,.!]?$|thank you|see you|(?:we )?hope to see|(?:we )?look(?:ing)? forward|sincerely|(?:viele|beste|liebe|herzliche|schöne|mit (?:freundlichen|besten)) grüßen?[,!]?$|(?:bien )?cordialement|saludos|un saludo|abraços?[,!]?$|atenciosamente|cordiali saluti|よろしくお願い|此致|欢迎|歡迎|敬请|敬請|(?:upcoming|future|next) (?:talks|sessions|seminars|meetings|events|papers)|next (?:week|time)\s*:|you received this message|to unsubscribe|to view this discussion|on .{5,120} wrote:$|-+ ?(?:original|forwarded) message)/i;
const LINKS = /(?:https?:\/\/\S+|\b(?:arxiv|openreview)\.(?:org|net)\/\S+|\barxiv:\s*\d\S+)/gi;
/** Above what a reply quotes. */
const WROTE =
  /^(?:on|am|le|el|em|il|op) .{5,160}(?:wrote|schrieb .{1,80}|a écrit|escribió|escreveu|ha scritto|schreef .{1,80})\s?:$/i;
const QUOTED_BELOW =
  /^-+ ?(?:original message|ursprüngliche nachricht|message d['’]origine|mensaje original)/i;
/** Above a quote, or after everything: whatever else such a line says. */
const AFTERWARDS = new RegExp(`${WROTE.source}|^p\\.?\\s?s\\.?[\\s:]\\s*\\S`, "i");
/** So many letters beside the links are a sentence of their own. */
const MAX_WORDS_BESIDE_LINK = 40;
const MAX_TIME_LINE = 140;

/** Whether a line, perhaps with the one below it, stands above what a reply quotes. */
export function isReplyIntro(lines: readonly Line[], at: number): boolean {
  const text = lines[at]?.text ?? "";
  return (
    WROTE.test(text) ||
    QUOTED_BELOW.test(text) ||
    (/^(?:on|am|le|el|em|il|op) .*[\d@>]/i.test(text) && WROTE.test(`${text} ${lines[at + 1]?.text ?? ""}`))
  );
}

/** Read a line by itself. */
export function toKnownLine(line: Line): KnownLine {
  const label = toWhoOrWhat(parseLabel(line.text)) ?? parseTitleLine(line.text) ?? parseEmojiLine(line.text);
  const header = label === null ? parseHeader(line.text) : null;
  const is: LineKind = label === null ? classify(line.text, header) : { kind: "label", label };
  return { ...line, header: is.kind === "sentence" || is.kind === "stop" ? null : header, is };
}

/** "## Session 24: Sparse Orders", "**#24: Sparse Orders**". */
const HEADING =
  /^(?:#{1,6} +|\*\*|__)\s*((?:(?:reading group|seminar|journal club)\s+)?(?:session|meeting|seminar|talk|week|#|no\.)\s*#?\d{1,4}\s*[:|–—-]\s*\S.*?)[*_#\s]*$/i;
/** `"Sparse Orders" by Ada Example`. */
const QUOTED_BY = /^["“«„][^"“”«»„]{3,}["”»“],?\s+(?:by|von|par|por|di)\s+\p{Lu}/u;

/** A line that is a title by its form. */
function parseTitleLine(text: string): Label | null {
  const value = HEADING.exec(text)?.[1] ?? (QUOTED_BY.test(text) ? text : null);
  return value === null || findDates(value, false).length > 0
    ? null
    : { name: "title", words: "", value, isWeak: true };
}

/** "Talk: Sparse Orders", "Vortrag: Ada Example (MIT)": the talk or who gives it. */
function toWhoOrWhat(label: Label | null): Label | null {
  if (label === null || !/^(?:talk|vortrag|charla|palestra|lecture|exposé)$/i.test(label.words)) return label;
  const read = parsePeople(label.value);
  const isWho = read.ok && read.value.people.every(({ affiliation, x }) => (affiliation ?? x) !== undefined);
  return isWho ? { ...label, name: "presenters" } : { ...label, isWeak: true };
}

/** "🎤 Ada Example (MIT)", "📄 Sparse Orders", "📍 Gates 104": signs that stand for a label. */
function parseEmojiLine(text: string): Label | null {
  const { lead, rest } = splitLead(text);
  if (lead === "" || rest === "" || findDates(rest, true).length > 0) return null;
  if (/[🎤🎙👤👥🗣👩👨🧑]/u.test(lead) && parsePeople(rest).ok)
    return { name: "presenters", words: lead, value: rest };
  if (/[📄📃📑]/u.test(lead) && rest.length < 200) return { name: "paper", words: lead, value: rest };
  return /[📍🏛🏢]/u.test(lead) ? { name: "location", words: lead, value: rest } : null;
}

function classify(text: string, header: Header | null): LineKind {
  if (text === "") return { kind: "blank" };
  const said = parsePresenting(text);
  if (AFTERWARDS.test(text)) return { kind: "stop" };
  if (said !== null && isBeginning(text, said)) return { kind: "sentence", said };
  if (header?.isMarked === true) return { kind: "header", header };
  if (isStop(text)) return { kind: "stop" };
  return said !== null && isMeant(said) ? { kind: "sentence", said } : { kind: toPlainKind(text) };
}

/** "See you on Zoom: https://…" ends nothing: it says where. */
function isStop(text: string): boolean {
  const isInvitation =
    /^(?:see you|join|(?:we )?(?:hope to see|look(?:ing)? forward))/i.test(text) && /https?:\/\//.test(text);
  return STOP.test(text) && !isInvitation;
}

/** "On Monday, June 15, Ada Example will present …" begins as a header does. */
function isBeginning(text: string, { isTimed, names }: PresentingSentence): boolean {
  return isTimed && splitLead(text).lead === "" && parsePeople(names).ok;
}

/** "The authors present …" names nobody; a time, a handle or names make the difference. */
function isMeant({ isTimed, names }: PresentingSentence): boolean {
  return isTimed || /\(@\w/.test(names) || parsePeople(names).ok;
}

function toPlainKind(text: string): "link" | "time" | "bullet" | "plain" {
  const beside = text.replace(LINKS, "");
  if (beside !== text && beside.length <= MAX_WORDS_BESIDE_LINK) return "link";
  if (text.length <= MAX_TIME_LINE && findTimes(text).some(({ zone }) => zone !== null)) return "time";
  return /^\p{Extended_Pictographic}/u.test(text) ? "bullet" : "plain";
}
