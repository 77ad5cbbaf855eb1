/** Papers as an announcement names them: titles in quotes, links to arXiv and elsewhere. */
import type { Paper } from "../../programme/session.ts";
import { arxivId } from "../../build/field-kinds.ts";
import { toTitleKey, unwrap, type Line, type Remark } from "./line.ts";
import { toSite } from "./people.ts";

export interface ReadPapers {
  papers: Paper[];
  warnings: Remark[];
  refused: Remark[];
}

type PaperLink = Omit<Paper, "title">;

const QUOTED =
  /[“„«"]([^“”„«»"]{3,})[”"»]|(?<![\p{L}\d])[‘']([^‘’']{3,}(?:['’]\p{L}[^‘’']*)*)[’'](?!\p{L})/gu;
const NAMED =
  /\b(?:papers?|preprint|article|work|manuscript)\s*(?:(?:entitled|titled|called|named)\s*,?|:)\s*([^("“]+?)\s*(?:\(|[.!]?$|\.\s)/i;
const ARXIV =
  /(?:https?:\/\/)?(?:www\.|export\.)?arxiv\.org\/(?:abs|pdf|html)\/([^\s?#)\],;"”]+)|\barxiv\s*:\s*([\w./-]+\d)|(?:https?:\/\/)?(?:www\.)?alphaxiv\.org\/abs\/([^\s?#)\],;]+)/gi;
const PAPER_SITE =
  /(?:https?:\/\/)?(?:[\w-]+\.)*(?:openreview\.net|aclanthology\.org|biorxiv\.org|proceedings\.mlr\.press|proceedings\.neurips\.cc|doi\.org|dl\.acm\.org|ieeexplore\.ieee\.org|hal\.science|ssrn\.com|semanticscholar\.org)\/[^\s)\],;"”]+/gi;
const ANY_LINK = /(?:https?:\/\/[^\s)\],;"”]+)/gi;
const FIELD = arxivId("");

/**
 * The papers of a session.
 *
 * @param said what the presenting sentence says after its verb, with its line
 * @param labelled the values of "Paper:" lines
 * @param links lines that are little but links
 */
export function readPapers(
  said: readonly Line[],
  labelled: readonly Line[],
  links: readonly Line[],
  sessionTitle: string,
): ReadPapers {
  const reading: ReadPapers = { papers: [], warnings: [], refused: [] };
  const titles = [...said.flatMap(({ text }) => findTitles(text)), ...labelled.flatMap(toLabelledTitles)];
  const found = [
    ...said.flatMap((line) => findLinks(line, false, reading)),
    ...labelled.flatMap((line) => findLinks(line, true, reading)),
    ...links.flatMap((line) => findLinks(line, false, reading)),
  ];
  const line = labelled[0]?.number ?? said[0]?.number ?? links[0]?.number ?? 1;
  if (titles.length === 0 && found.length === 0 && said.length > 0)
    reading.warnings.push({ line, message: "no paper is named in quotes: none was taken" });
  reading.papers = pair(unique(titles), uniqueLinks(found), sessionTitle, (message) =>
    reading.warnings.push({ line, message }),
  );
  return reading;
}

function pair(
  titles: readonly string[],
  links: readonly PaperLink[],
  sessionTitle: string,
  warn: (message: string) => void,
): Paper[] {
  if (titles.length === links.length || links.length === 0) {
    return titles.map((title, index) => ({ title, ...links[index] }));
  }
  const [link] = links;
  if (titles.length === 0 && links.length === 1) {
    warn("the paper's own title is not given: the session's title stands for it");
    return [{ title: sessionTitle, ...link }];
  }
  const listed = links.map(({ arxiv, url }) => arxiv ?? url).join(", ");
  warn(`which link belongs to which paper cannot be told, left out: ${listed}`);
  return titles.map((title) => ({ title }));
}

/** Titles in quotes; one without only after a word such as "titled". */
export function findTitles(text: string): string[] {
  const quoted = [...text.matchAll(QUOTED)].map((match) => toTitle(match[1] ?? match[2] ?? ""));
  if (quoted.length > 0) return quoted.filter((title) => title !== "");
  const named = NAMED.exec(text.replace(ARXIV, "").replace(ANY_LINK, ""))?.[1];
  return named === undefined || toTitle(named) === "" ? [] : [toTitle(named)];
}

function toLabelledTitles({ text }: Line): string[] {
  const quoted = [...text.matchAll(QUOTED)].map((match) => toTitle(match[1] ?? match[2] ?? ""));
  if (quoted.length > 0) return quoted;
  const bare = text.replace(ARXIV, " ").replace(PAPER_SITE, " ").replace(ANY_LINK, " ");
  const title = toTitle(
    unwrap(bare.replace(/\(\s*\)|\[\s*\]/g, " ").replace(/^[\s\d.)•*,;:|–—-]+|[\s,;:|–—(@-]+$/g, "")),
  );
  return title.length > 2 && !/^(?:pdf|link|here|tba|tbd|arxiv|paper)$/i.test(title) ? [title] : [];
}

function toTitle(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\s.,;]+$/, "")
    .trim();
}

/** Links of a line in order; after "Paper:" any address is one. */
function findLinks(line: Line, isLabelled: boolean, reading: ReadPapers): PaperLink[] {
  const others = line.text.replace(ARXIV, (whole) => " ".repeat(whole.length));
  const links = [
    ...[...line.text.matchAll(ARXIV)].map((match) => toArxiv(match, line, reading)),
    ...[...others.matchAll(isLabelled ? ANY_LINK : PAPER_SITE)].map((match) => toOther(match, line, reading)),
  ];
  return links
    .flatMap((found) => found ?? [])
    .toSorted((a, b) => a.index - b.index)
    .map(({ link }) => link);
}

type FoundLink = { index: number; link: PaperLink } | null;

function toArxiv(match: RegExpExecArray, line: Line, reading: ReadPapers): FoundLink {
  const [whole, linked, bare, mirrored] = match;
  const written = (linked ?? bare ?? mirrored ?? "").replace(/[.,;:/]+$/, "").replace(/\.pdf$/, "");
  const id = FIELD.safeParse(written);
  if (id.success) return { index: match.index, link: { arxiv: id.data } };
  if (written.includes("…")) return leaveOut(whole, line, reading);
  reading.refused.push({ line: line.number, message: id.error.issues[0]?.message ?? "is no arXiv id" });
  return null;
}

function toOther(match: RegExpExecArray, line: Line, reading: ReadPapers): FoundLink {
  const url = match[0].includes("…") ? null : toSite(match[0]);
  return url === null ? leaveOut(match[0], line, reading) : { index: match.index, link: { url } };
}

function leaveOut(link: string, { number }: Line, reading: ReadPapers): null {
  reading.warnings.push({ line: number, message: `the link "${link}" is cut off and was left out` });
  return null;
}

function unique(titles: readonly string[]): string[] {
  return [...Map.groupBy(titles, toTitleKey).values()].flatMap(([title]) => title ?? []);
}

function uniqueLinks(links: readonly PaperLink[]): PaperLink[] {
  const toLinkKey = ({ arxiv, url }: PaperLink) => arxiv ?? url;
  return links.filter((link, at) => links.findIndex((other) => toLinkKey(other) === toLinkKey(link)) === at);
}
