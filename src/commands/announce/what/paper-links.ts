/** Links to papers: to arXiv, to sites that hold papers, and any address where the words before it say so. */
import type { Paper } from "../../../programme/session.ts";
import { arxivId } from "../../../build/field-kinds.ts";
import type { Line } from "../lines/line.ts";
import type { Reading } from "../reading.ts";
import { toSite } from "../who/person.ts";

/** A link, and not yet whose. */
export type PaperLink = Omit<Paper, "title">;
export const ARXIV =
  /(?:https?:\/\/)?(?:www\.|export\.)?arxiv\.org\/(?:abs|pdf|html)\/([^\s?#)\],;"”]+)(?:[?#][^\s)\],;"”]*)?|\barxiv\s*:\s*([\w./-]+\d)|(?:https?:\/\/)?(?:www\.)?(?:alphaxiv\.org\/abs|huggingface\.co\/papers|hf\.co\/papers|ar5iv(?:\.labs\.arxiv)?\.org\/(?:abs|html))\/([^\s?#)\],;]+)(?:[?#][^\s)\],;"”]*)?|\[(\d{4}\.\d{4,5}(?:v\d+)?)\]/gi;
export const PAPER_SITE =
  /(?:https?:\/\/)?(?:[\w-]+\.)*(?:openreview\.net|aclanthology\.org|biorxiv\.org|proceedings\.mlr\.press|proceedings\.neurips\.cc|doi\.org|dl\.acm\.org|ieeexplore\.ieee\.org|hal\.science|ssrn\.com|semanticscholar\.org)\/[^\s)\],;"”]+/gi;
/** Address of a paper by its site; without the flag "g", to be asked of a text. */
export const PAPER_ADDRESS =
  /(?:arxiv\.org|openreview\.net|aclanthology\.org|biorxiv\.org|medrxiv\.org|proceedings\.mlr\.press|proceedings\.neurips\.cc|doi\.org|dl\.acm\.org|ieeexplore\.ieee\.org|hal\.science|ssrn\.com|semanticscholar\.org|jmlr\.org|eprint\.iacr\.org)\//i;
export const ANY_LINK = /(?:https?:\/\/[^\s)\],;"”]+)/gi;
export const LABELLED_LINK = new RegExp(`${PAPER_SITE.source}|${ANY_LINK.source}`, "gi");
/** An address in brackets after a title in quotes is that paper's. */
export const SAID_LINK = new RegExp(
  `${PAPER_SITE.source}|(?<=["”»’']\\s*[([])https?:\\/\\/(?!\\S*(?:zoom|meet|teams|webex|youtu|lu\\.ma))[^\\s)\\],;"”]+(?=[)\\]])`,
  "gi",
);
const FIELD = arxivId("");

/** "2609.01234" and "doi:10.1145/1" alone to what links look like. */
export function toAddressed({ number, text }: Line): Line {
  const arxiv = text.replace(/^\W*(\d{4}\.\d{4,5}(?:v\d+)?)\W*$/, "arXiv:$1");
  return { number, text: arxiv.replace(/(?<![\w/.])doi:\s*(?=10\.\d{4,}\/)/gi, "https://doi.org/") };
}

/** Links of a line in order: to arXiv, and of another kind. */
export function findLinks({ number: line, text }: Line, other: RegExp, reading: Reading): PaperLink[] {
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
