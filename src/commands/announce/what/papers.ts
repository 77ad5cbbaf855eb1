/** Papers as an announcement names them: titles in quotes, links to arXiv and elsewhere. */
import type { Paper } from "../../../programme/session.ts";
import { arxivId } from "../../../build/field-kinds.ts";
import { valuesOf } from "../drafts/draft.ts";
import { takeAll, toLeftOver } from "../lines/left-over.ts";
import { toTitleKey, unwrap, type Line } from "../lines/line.ts";
import { isFullName } from "../who/name.ts";
import { toSite } from "../who/person.ts";
import type { Reading } from "../reading.ts";

type PaperLink = Omit<Paper, "title">;

const QUOTED =
  /[“„«"]([^“”„«»"]{3,})[”"»]|(?<![\p{L}\d])[‘']([^‘’']{3,}(?:['’]\p{L}[^‘’']*)*)[’'](?!\p{L})/gu;
const NAMED =
  /\b(?:papers?|preprint|article|work|manuscript)\s*(?:(?:entitled|titled|called|named)\s*,?|:)\s*([^("“]+?)\s*(?:\(|[.!]?$|\.\s)/i;
const ARXIV =
  /(?:https?:\/\/)?(?:www\.|export\.)?arxiv\.org\/(?:abs|pdf|html)\/([^\s?#)\],;"”]+)(?:[?#][^\s)\],;"”]*)?|\barxiv\s*:\s*([\w./-]+\d)|(?:https?:\/\/)?(?:www\.)?(?:alphaxiv\.org\/abs|huggingface\.co\/papers|hf\.co\/papers|ar5iv(?:\.labs\.arxiv)?\.org\/(?:abs|html))\/([^\s?#)\],;]+)(?:[?#][^\s)\],;"”]*)?|\[(\d{4}\.\d{4,5}(?:v\d+)?)\]/gi;
/** Address of a paper by its site; without the flag "g", to be asked of a text. */
export const PAPER_ADDRESS =
  /(?:arxiv\.org|openreview\.net|aclanthology\.org|biorxiv\.org|medrxiv\.org|proceedings\.mlr\.press|proceedings\.neurips\.cc|doi\.org|dl\.acm\.org|ieeexplore\.ieee\.org|hal\.science|ssrn\.com|semanticscholar\.org|jmlr\.org|eprint\.iacr\.org)\//i;
/** "[cs.LG]", "(Lima et al., 2026)", "(NeurIPS 2025)", "pdf": about a paper, and not its title. */
const ABOUT =
  /\[(?:[a-z-]+\.[A-Z]{2}|[a-z]+-[a-z]+|pdf|link)\]|\(\p{Lu}[\p{L}’'-]+(?:\s(?:&|and)\s\p{Lu}[\p{L}’'-]+|\set al\.?|\s\p{Lu}[\p{L}’'-]+)*,?\s(?:19|20)\d{2}\)|\((?:pdf|link|arxiv|preprint|here)\)/giu;
const IDLE =
  /(?<![\p{L}\d])(?:pdf|link|links|here|arxiv|paper|papers|preprint|read|available|at|on|the|and|see|url|doi|openreview|to|in|tba|tbd|\d{1,2}[.)])(?![\p{L}\d])/giu;
const PAPER_SITE =
  /(?:https?:\/\/)?(?:[\w-]+\.)*(?:openreview\.net|aclanthology\.org|biorxiv\.org|proceedings\.mlr\.press|proceedings\.neurips\.cc|doi\.org|dl\.acm\.org|ieeexplore\.ieee\.org|hal\.science|ssrn\.com|semanticscholar\.org)\/[^\s)\],;"”]+/gi;
const ANY_LINK = /(?:https?:\/\/[^\s)\],;"”]+)/gi;
const LABELLED_LINK = new RegExp(`${PAPER_SITE.source}|${ANY_LINK.source}`, "gi");
/** An address in brackets after a title in quotes is that paper's. */
const SAID_LINK = new RegExp(
  `${PAPER_SITE.source}|(?<=["”»’']\\s*[([])https?:\\/\\/(?!\\S*(?:zoom|meet|teams|webex|youtu|lu\\.ma))[^\\s)\\],;"”]+(?=[)\\]])`,
  "gi",
);
const FIELD = arxivId("");

/** The papers of a session: titles in what the presenting sentence says after its verb and after "Paper:", and links. */
export function readPapers(reading: Reading, sessionTitle: string): Paper[] {
  const { draft } = reading;
  const said = draft.sentences.map(({ line, said: { rest } }) => ({ number: line.number, text: rest }));
  const linked = valuesOf(draft, "join").filter(({ text }) => PAPER_ADDRESS.test(text));
  const labelled = [...valuesOf(draft, "paper"), ...linked].map(toAddressed);
  const own = draft.links.filter((line) => !isOther(line));
  const named = labelled.map(readLabelled);
  reading.leftOver.push(...named.flatMap(({ leftOver }) => leftOver));
  const found = [...said.flatMap(({ text }) => findTitles(text)), ...named.flatMap(({ titles }) => titles)];
  const titles = toDifferent(found, toTitleKey);
  const foundLinks = [
    ...said.flatMap((line) => findLinks(line, SAID_LINK, reading)),
    // After "Paper:" any address is one.
    ...labelled.flatMap((line) => findLinks(line, LABELLED_LINK, reading)),
    ...own.flatMap((line) => findLinks(line, PAPER_SITE, reading)),
  ];
  const links = toDifferent(foundLinks, toAddress);
  reading.leftOver.push(...draft.links.filter((line) => isOther(line)));
  const line = [...labelled, ...said, ...own][0]?.number ?? 1;
  const warn = (message: string): void => void reading.warnings.push({ line, message });
  if (titles.length + links.length === 0 && said.length > 0)
    warn("no paper is named in quotes: none was taken");
  if (titles.length === 0 && links.length === 1) {
    warn("the paper's own title is not given: the session's title stands for it");
    return [{ title: sessionTitle, ...links[0] }];
  }
  if (titles.length === links.length || links.length === 0)
    return titles.map((title, index) => ({ title, ...links[index] }));
  const lost = links.map(toAddress).join(", ");
  warn(`which link belongs to which paper cannot be told, left out: ${lost}`);
  reading.leftOver.push({ number: line, text: lost });
  return titles.map((title) => ({ title }));
}

/** "Background reading: https://…" is of another paper than the session's. */
function isOther({ text }: Line): boolean {
  return OTHER_PAPER.test(text) && PAPER_ADDRESS.test(text);
}

const OTHER_PAPER =
  /(?<![\p{L}])(?:background|related|previous|prior|earlier|further|optional|suggested|supplementary|see also|follow-?up|last (?:week|time)|builds? on|based on|cf\.?)(?![\p{L}])/iu;

function toAddress({ arxiv, url }: PaperLink): string | undefined {
  return arxiv ?? url;
}

/** "2609.01234" and "doi:10.1145/1" alone to what links look like. */
function toAddressed({ number, text }: Line): Line {
  const arxiv = text.replace(/^\W*(\d{4}\.\d{4,5}(?:v\d+)?)\W*$/, "arXiv:$1");
  return { number, text: arxiv.replace(/(?<![\w/.])doi:\s*(?=10\.\d{4,}\/)/gi, "https://doi.org/") };
}

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
function findTitles(text: string): string[] {
  const quoted = findQuoted(text);
  if (quoted.length > 0) return quoted.filter((title) => title !== "");
  const named = toTitle(NAMED.exec(text.replace(ARXIV, "").replace(ANY_LINK, ""))?.[1] ?? "");
  return named === "" ? [] : [named];
}

/** The titles after "Paper:", and what of the line is neither title nor link. */
function readLabelled({ number, text }: Line): { titles: string[]; leftOver: Line[] } {
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
  const parts = text.split(/\uffff+/).map((part) => unwrap(toTidy(part)));
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

/** Links of a line in order: to arXiv, and of another kind. */
function findLinks({ number: line, text }: Line, other: RegExp, reading: Reading): PaperLink[] {
  const links = text.matchAll(new RegExp(`${ARXIV.source}|${other.source}`, "gi"));
  return [...links].flatMap(([whole, ...ids]): PaperLink[] => {
    const id = ids.find((written) => written !== undefined);
    const isCut = whole.includes("…");
    const url = id === undefined && !isCut ? toSite(whole) : null;
    if (url !== null) return [{ url }];
    const arxiv = FIELD.safeParse(id?.replace(/(?:\.pdf)?[.,;:/]*$/, ""));
    if (arxiv.success) return [{ arxiv: arxiv.data }];
    if (id === undefined || isCut)
      reading.warnings.push({ line, message: `the link "${whole}" is cut off and was left out` });
    else reading.refused.push({ line, message: arxiv.error.issues[0]?.message ?? "is no arXiv id" });
    return [];
  });
}

/** The first of each. */
function toDifferent<T>(items: readonly T[], toKey: (item: T) => string | undefined): T[] {
  return [...Map.groupBy(items, toKey).values()].flatMap(([first]) => first ?? []);
}
