/** Titles of papers in words: in quotes, after "titled", or all that a label's words are but authors and venues. */
import { takeAll, toLeftOver } from "../lines/left-over.ts";
import { unwrap, type Line } from "../lines/line.ts";
import { isFullName } from "../who/name.ts";
import { ANY_LINK, ARXIV, PAPER_SITE, SAID_LINK } from "./paper-links.ts";

const QUOTED =
  /[“„«"]([^“”„«»"]{3,})[”"»]|(?<![\p{L}\d])[‘']([^‘’']{3,}(?:['’]\p{L}[^‘’']*)*)[’'](?!\p{L})/gu;
const NAMED =
  /\b(?:papers?|preprint|article|work|manuscript)\s*(?:(?:entitled|titled|called|named)\s*,?|:)\s*([^("“]+?)\s*(?:\(|[.!]?$|\.\s)/i;
/** "[cs.LG]", "(Lima et al., 2026)", "(NeurIPS 2025)", "pdf": about a paper, and not its title. */
const ABOUT =
  /\[(?:[a-z-]+\.[A-Z]{2}|[a-z]+-[a-z]+|pdf|link)\]|\(\p{Lu}[\p{L}’'-]+(?:\s(?:&|and)\s\p{Lu}[\p{L}’'-]+|\set al\.?|\s\p{Lu}[\p{L}’'-]+)*,?\s(?:19|20)\d{2}\)|\((?:pdf|link|arxiv|preprint|here)\)/giu;
const IDLE =
  /(?<![\p{L}\d])(?:pdf|link|links|here|arxiv|paper|papers|preprint|read|available|at|on|the|and|see|url|doi|openreview|to|in|tba|tbd|\d{1,2}[.)])(?![\p{L}\d])/giu;

/** What a presenting sentence says after its verb besides papers: where, or something that only people understand. */
export function toUnreadWords(text: string): string {
  const linked = [ARXIV, SAID_LINK, QUOTED, ABOUT].reduce(
    (rest, pattern) => takeAll(rest, pattern).rest,
    text,
  );
  return toLeftOver(linked.replace(AUTHORS, "\uffff").replace(SAID, "\uffff"), IDLE);
}

/** Who wrote what a title in quotes names: "“Sparse Orders” by Ada Example (@ada) and Bob Sample". */
const AUTHORS =
  /(?<=\uffff)[\s,]*by\s+(?!(?:Zoom|Google|Teams)|\p{L}+day(?!\p{L}))\p{Lu}[\p{L}’'.-]*(?:\s(?:and|&|et al\.?|\p{Lu}[\p{L}’'.-]*)|,\s\p{Lu}[\p{L}’'-]+|\s\(@\w+\))*/gu;

/** "her ICLR 2026 paper", "at NeurIPS 2025". */
const SAID =
  /(?<![\p{L}])(?:(?:accepted|published|appearing|presented|to appear)?\s*(?:at|in)\s+)?(?:NeurIPS|ICLR|ICML|ACL|EMNLP|NAACL|COLM|CVPR|AAAI|AISTATS|UAI|TMLR|JMLR|KDD|NIPS|STOC|FOCS|SODA)(?:\s(?:19|20)\d{2})?(?![\p{L}])/gu;

/** Titles in quotes; one without only after a word such as "titled". */
export function findTitles(text: string): string[] {
  const quoted = findQuoted(text);
  if (quoted.length > 0) return quoted.filter((title) => title !== "");
  const named = toTitle(NAMED.exec(text.replace(ARXIV, "").replace(ANY_LINK, ""))?.[1] ?? "");
  return named === "" ? [] : [named];
}

/** The titles after "Paper:", and what of the line is neither title nor link. */
export function readLabelled({ number, text }: Line): { titles: string[]; leftOver: Line[] } {
  const linked = [ARXIV, PAPER_SITE, ANY_LINK, ABOUT].reduce(
    (rest, pattern) => takeAll(rest, pattern).rest,
    text,
  );
  const quoted = takeAll(linked, QUOTED);
  const titles = quoted.taken.map((match) => toTitle(match[1] ?? match[2] ?? ""));
  if (titles.length > 0) {
    const rest = toLeftOver(quoted.rest.replace(/\bby\s+\p{Lu}[^\uffff]*$/u, ""), IDLE);
    return { titles, leftOver: rest === "" ? [] : [{ number, text: rest }] };
  }
  return readUnquoted(linked, number);
}

const YEAR_TAIL = /^(.*?[^,]),\s+(.*(?:19|20)\d{2}.*)$/;
const BY_TAIL = /^(.+?),?\s+by\s+(\p{Lu}.*)$/u;

/** Without quotes all words are the title, but those that name its authors or where it came out. */
function readUnquoted(text: string, number: number): { titles: string[]; leftOver: Line[] } {
  const parts = text.split(/\uffff+/).map((part) => unwrap(toTidy(unwrap(part.trim()))));
  const [bare = "", ...others] = parts.filter((part) => toLeftOver(part, IDLE) !== "");
  const { words, about } = splitAbout(bare);
  const title = toTitle(unwrap(words));
  // "Lima & Chen. Sparse Orders. ICML 2026": which sentence is the title cannot be told.
  const isCitation = /[.?!]\s+\p{Lu}/u.test(title) && CITED.test(title);
  const rest = [about, isCitation ? title : "", ...others].filter((one) => one !== "");
  if (/^(?:see|will|to follow|coming|attached|as attached|in the attachment)(?![\p{L}])/iu.test(title))
    return { titles: [], leftOver: [{ number, text: title }, ...rest.map((one) => ({ number, text: one }))] };
  const isTitle =
    title.length > 2 && !/^(?:pdf|link|here|tba|tbd|arxiv|paper|none|no paper|n\/a)$/i.test(title);
  return { titles: isTitle ? [title] : [], leftOver: rest.map((one) => ({ number, text: one })) };
}

/** The title, and the end of the words that is about it: "Lima et al., ICML 2026". Who wrote it is said after "by". */
function splitAbout(text: string): { words: string; about: string } {
  const [, words, about = ""] = YEAR_TAIL.exec(text) ?? [];
  if (words !== undefined) return { words, about };
  if (/\set al\b/.test(text)) return { words: "", about: text };
  const [, before = "", after = ""] = BY_TAIL.exec(text) ?? [];
  const [name = ""] = after.split(/,|\sand\s|\s\(/);
  return { words: isFullName(name) ? before : text, about: "" };
}

function toTidy(part: string): string {
  return part
    .replace(EDGES, "")
    .replace(/\(\s*\)|\[\s*\]/g, "")
    .trim();
}

const CITED = /(?<!\d)(?:19|20)\d{2}(?!\d)|\s&\s|\set al\b|(?:^|\s)\p{Lu}\.\s/u;
const EDGES = /^(?:\d{1,2}[.)]\s+|[\s•*,;:|–—-])+|[\s,;:|–—(@-]+$/g;

/** The first title in quotes. */
export function findQuotedTitle(text: string): string | null {
  return findQuoted(text)[0] ?? null;
}

function findQuoted(text: string): string[] {
  return [...text.matchAll(QUOTED)].map((match) => toTitle(match[1] ?? match[2] ?? ""));
}

function toTitle(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\s.,;]+$/, "")
    .trim();
}
