/** Lines of pasted text, and the signs people put before and around words. */

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

/** Zero-width spaces, joiners that join nothing, and marks of writing direction: invisible, and copied along. */
const INVISIBLE = /[\u200b\u200e\u200f\u2060\u202a-\u202e\u2066-\u2069\ufeff]/g;
/** Spaces other than the plain one. */
const SPACES = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;

/** A line as everything after reads it: composed letters, plain spaces, nothing invisible, no space at its ends. */
export function toCleanText(raw: string): string {
  return raw.normalize("NFC").replace(INVISIBLE, "").replace(SPACES, " ").trim();
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
  /^(?:cancell?ed|postponed|no (?:session|meeting|reading group)|\[(?:cancell?ed|postponed)\])(?![\p{L}\p{N}])/iu;

/** Whether the text stops in the middle: copies of a post end so where "Show more" stood. */
export function isCutOff(text: string): boolean {
  return /(?:…|\.\.\.|\b(?:show|read) more)\s*$/i.test(text);
}
