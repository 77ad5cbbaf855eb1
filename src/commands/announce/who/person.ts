/** One person as an announcement names them: "Dr. Ada Example (MIT, @ada, ada.example)", "Bob Sample from ETH Zürich". */
import type { Presenter } from "../../../programme/session.ts";
import { parseWebAddress } from "../../../build/links.ts";
import { isOrganisation, readBeside, readBracketed, type Beside } from "./affiliation.ts";

export interface ReadPerson {
  /** Without a name where none was found. */
  person: Presenter;
  /** Words beside the name that nothing understood. */
  leftOver: string[];
  warnings: string[];
}

const TITLES =
  /^(?:(?:prof(?:s|essors?|essor(?:in)?|a)?\.?|drs\.?|dr(?:a)?\.?(?:-ing\.)?|dr\.?\s?(?:rer\.\s?nat|habil|phil)\.?|assoc\.|asst\.|dipl\.-\p{L}+\.?|m\.?sc\.?|pd|mr|ms|mrs|mme|mlle|herr|frau|sra?|sr)\.?\s+)+(?=\p{Lu})/iu;
const HONORIFIC = /\s*(?:教授|副教授|助教授|准教授|助理教授|博士|先生|さん|氏|老师|老師|研究员|研究員)$/u;
const LEADING = /^(?:both|our|first author|author|speakers?|presenters?|by|with|von|par|por)\s+/i;

/** Read one part of a list of people. */
export function readPerson(part: string): ReadPerson {
  const warnings: string[] = [];
  const { before, inside, after } = splitBrackets(part.replace(ACRONYM, "\ue000$1\ue001"));
  const { text: words, ...beside } = takeLinks(before, warnings);
  const { text, ...within } = takeLinks(inside, warnings);
  const { text: behind, ...last } = takeLinks(after, warnings);
  const { name, origin } = splitOrigin(words);
  const said: readonly Said[] = [
    [origin, readBeside(origin)],
    ...text.split(BRACKET).map((one): Said => [toTrimmed(one), readBracketed(toTrimmed(one))]),
    [toTrimmed(behind), readBehind(toTrimmed(behind))],
  ];
  const affiliation = said
    .flatMap(([, one]) => (one.kind === "affiliation" ? [one.text] : []))
    .join(", ")
    .replaceAll("\ue000", "(")
    .replaceAll("\ue001", ")");
  const leftOver = said.flatMap(([one, { kind }]) => (kind === "unread" ? [one] : []));
  const links = { ...beside, ...last, ...within };
  return {
    person: { name: toBareName(name), ...(affiliation !== "" && { affiliation }), ...links },
    leftOver,
    warnings,
  };
}

type Said = [words: string, read: Beside];

/** After brackets there is hardly an affiliation: "Ada Example (MIT). Bring a laptop." */
function readBehind(words: string): Beside {
  const beside = readBeside(words);
  return beside.kind === "idle" ? beside : { kind: "unread" };
}

/** Stands between what several pairs of brackets hold. */
const BRACKET = "\uffff";

/** "(Institute for Advanced Study (IAS), Princeton)": an acronym in brackets of its own belongs to the name before it. */
const ACRONYM = /(?<=[([][^()[\]]*[\p{L}]\s)\(([A-Z][A-Za-z&-]*[A-Z])\)(?=[^()[\]]*[)\]])/gu;

/** How many brackets deeper the text is after a sign. */
const CHANGES: Readonly<Record<string, number>> = { "(": 1, "[": 1, ")": -1, "]": -1 };

/** What stands before brackets, in them, and after the first of them. */
function splitBrackets(part: string): { before: string; inside: string; after: string } {
  const open = part.search(/[([]/);
  const split = { before: open === -1 ? part : part.slice(0, open), inside: "", after: "" };
  let depth = 0;
  for (const sign of part.slice(split.before.length)) {
    const change = CHANGES[sign] ?? 0;
    const wasWithin = depth > 0;
    depth = Math.max(0, depth + change);
    if (change !== 0) split.inside += wasWithin === depth > 0 ? ", " : BRACKET;
    else if (wasWithin) split.inside += sign;
    else split.after += sign;
  }
  return split;
}

function toTrimmed(words: string): string {
  return words.replace(/^[\s.,;:]+|[\s,;:]+$/g, "");
}

function toBareName(name: string): string {
  return name
    .replace(/^[*_"“]+|[*_"”]+$/g, "")
    .replace(LEADING, "")
    .replace(TITLES, "")
    .replace(HONORIFIC, "")
    .trim();
}

interface Origin {
  name: string;
  origin: string;
}

const HAN = /^(\p{Lo}+)\s+(\p{Lo}[\p{L}\s]*)$/u;
const DASHED = /^(.*?)\s+[–—|/-]\s+(.+)$/;
const FROM = /^(.*?)\s+(?:from|at|of|@)\s+(?:the\s+)?(.+)$/;

/** "Ada Example from ETH Zürich", "Ada Example – University of A", "李明 清华大学". */
function splitOrigin(words: string): Origin {
  const [first, second] = toHalves(HAN, words);
  if (isOrganisation(second)) return { name: first, origin: second };
  if (isOrganisation(first)) return { name: second, origin: first };
  const [name, origin] = toHalves(DASHED, words);
  if (isOrganisation(origin)) return { name, origin };
  const [before, after] = toHalves(FROM, words);
  return after === "" ? { name: words, origin: "" } : { name: before, origin: after };
}

/** Empty where the text has not that form. */
function toHalves(form: RegExp, text: string): [string, string] {
  const [, first = "", second = ""] = form.exec(text) ?? [];
  return [first, second];
}

/** What stands beside a name, and what becomes of it. */
const LINKS: readonly [RegExp, "x" | "url" | "is cut off" | "is no X handle"][] = [
  [/(?:https?:\/\/)?[\w./-]+…\S*/g, "is cut off"],
  [/<?[^\s<]*@[\w-]+(?:\.[\w-]+)+>?/g, "is no X handle"],
  [/(?:https?:\/\/)?(?:www\.|mobile\.)?(?:x|twitter)\.com\/@?(\w{1,15})\/?(?:\?\S*)?(?![\w/])/gi, "x"],
  [/(?<![\w.])@(\w{1,15})(?![\w.]*\.[a-z])/g, "x"],
  [/(?:https?:\/\/)?(?:[\p{L}\d-]+\.)+[a-z]{2,}(?:[/?#][^\s,;)\]]*)?(?![\p{L}\d@])/giu, "url"],
];
/** Take handles and sites out of a text; the first of each counts. What is left is a name or an affiliation. */
function takeLinks(source: string, warnings: string[]): { x?: string; url?: string; text: string } {
  const links: { x?: string; url?: string } = {};
  let text = source;
  for (const [pattern, kind] of LINKS) {
    text = text.replace(pattern, (found: string, handle: unknown) => {
      const value = kind === "x" ? String(handle) : kind === "url" ? toSite(found) : null;
      if ((kind === "x" || kind === "url") && value !== null && links[kind] === undefined)
        links[kind] = value;
      else if (kind === "x") warnings.push(`@${value} is a second handle and was left out`);
      else {
        const reason = kind === "url" ? "is a second site" : kind;
        warnings.push(`${JSON.stringify(found)} ${reason} and was left out`);
      }
      return ", ";
    });
  }
  const bare = text
    .replace(/(?:[\s,;|·/]*[,;|·][\s,;|·/]*)+/g, ", ")
    .replace(/^[\s,;|·/:-]+|[\s,;|·/:-]+$/g, "");
  return { ...links, text: bare };
}

/** "ada.example" is "https://ada.example"; the point that ends a sentence is no part of it. */
export function toSite(found: string): string | null {
  const bare = found.replace(/[.,;:!?'"”’]+$/, "");
  const address = parseWebAddress(/^https?:\/\//i.test(bare) ? bare : `https://${bare}`);
  return address.ok ? address.value : null;
}
