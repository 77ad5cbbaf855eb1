/** Papers as an announcement names them: titles in quotes, links to arXiv and elsewhere. */
import type { Paper } from "../../programme/session.ts";
import { arxivId } from "../../build/field-kinds.ts";
import { valuesOf } from "./draft.ts";
import { toTitleKey, unwrap, type Line } from "./line.ts";
import { toSite } from "./people.ts";
import type { Reading } from "./when.ts";

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

/** The papers of a session: titles in what the presenting sentence says after its verb and after "Paper:", and links. */
export function readPapers(reading: Reading, sessionTitle: string): Paper[] {
  const { draft } = reading;
  const said = draft.sentences.map(({ line, said: { rest } }) => ({ number: line.number, text: rest }));
  const labelled = valuesOf(draft, "paper");
  const found = [...said.flatMap(({ text }) => findTitles(text)), ...labelled.flatMap(toLabelledTitles)];
  const titles = toDifferent(found, toTitleKey);
  const foundLinks = [
    ...said.flatMap((line) => findLinks(line, PAPER_SITE, reading)),
    // After "Paper:" any address is one.
    ...labelled.flatMap((line) => findLinks(line, ANY_LINK, reading)),
    ...draft.links.flatMap((line) => findLinks(line, PAPER_SITE, reading)),
  ];
  const links = toDifferent(foundLinks, toAddress);
  const line = [...labelled, ...said, ...draft.links][0]?.number ?? 1;
  const warn = (message: string): void => void reading.warnings.push({ line, message });
  if (titles.length + links.length === 0 && said.length > 0)
    warn("no paper is named in quotes: none was taken");
  if (titles.length === 0 && links.length === 1) {
    warn("the paper's own title is not given: the session's title stands for it");
    return [{ title: sessionTitle, ...links[0] }];
  }
  if (titles.length === links.length || links.length === 0)
    return titles.map((title, index) => ({ title, ...links[index] }));
  warn(`which link belongs to which paper cannot be told, left out: ${links.map(toAddress).join(", ")}`);
  return titles.map((title) => ({ title }));
}

function toAddress({ arxiv, url }: PaperLink): string | undefined {
  return arxiv ?? url;
}

/** Titles in quotes; one without only after a word such as "titled". */
function findTitles(text: string): string[] {
  const quoted = findQuoted(text);
  if (quoted.length > 0) return quoted.filter((title) => title !== "");
  const named = toTitle(NAMED.exec(text.replace(ARXIV, "").replace(ANY_LINK, ""))?.[1] ?? "");
  return named === "" ? [] : [named];
}

function toLabelledTitles({ text }: Line): string[] {
  const quoted = findQuoted(text);
  if (quoted.length > 0) return quoted;
  const bare = text
    .replace(ARXIV, " ")
    .replace(PAPER_SITE, " ")
    .replace(ANY_LINK, " ")
    .replace(/\(\s*\)|\[\s*\]/g, " ")
    .replace(/^[\s\d.)•*,;:|–—-]+|[\s,;:|–—(@-]+$/g, "");
  const title = toTitle(unwrap(bare));
  return title.length > 2 && !/^(?:pdf|link|here|tba|tbd|arxiv|paper)$/i.test(title) ? [title] : [];
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
