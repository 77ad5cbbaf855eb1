/** The file of an announced session: its text, and how a file that is there differs from the announcement, field by field. */
import { Document, isMap, isScalar, isSeq, parseDocument, type YAMLMap } from "yaml";
import { toPlainLines } from "../../build/data-file.ts";
import { placeLast, toPairs } from "./field-order.ts";
import { parseVideoLink } from "../../build/links.ts";
import { parseFrontMatter } from "../../build/session-file.ts";
import type { Paper, Presenter, TitledLink } from "../../programme/session.ts";

/** A session file, to be changed. */
export interface SessionFile {
  document: Document;
  abstract: string;
}

export interface Difference {
  /** "date", "presenters[Ada Lovelace].url", "abstract". */
  field: string;
  /** As the file has it; null where it says nothing. */
  before: string | null;
  after: string;
  /** Taken without being asked for: what the file lacks, and when the session is. */
  isTaken: boolean;
  /** Change the file that was compared; everything else in it, comments too, stays as written. */
  apply: () => void;
}

/** What is said of a session, by an announcement or by the file of a past. */
export interface Said {
  number?: number | undefined;
  title: string;
  date: string;
  /** "HH:MM" or "tba", where it is not the club's. */
  start: string | undefined;
  /** The same, usual or not. */
  clock: string | undefined;
  duration: number | undefined;
  status?: string | undefined;
  presenters: readonly Presenter[];
  papers: readonly Paper[];
  join: string | undefined;
  passcode?: string | undefined;
  location: string | undefined;
  replay?: string | undefined;
  slides?: string | undefined;
  code?: string | undefined;
  links?: readonly TitledLink[];
  chair?: readonly Presenter[];
  language?: string | undefined;
  tags?: readonly string[];
  announced?: string | undefined;
  /** Names that other files give it. */
  knownAs?: readonly string[];
  /** Markdown. */
  abstract: string;
  /** What a cut copy lacks. */
  missing?: readonly string[];
}

type Item = Record<string, string>;

/** When a session is, its latest announcement says. */
const WHEN = ["date", "start", "duration"] as const;
/** In the order of session files. */
const FIELDS = [
  ...([
    "number",
    "title",
    ...WHEN,
    "status",
    "presenters",
    "papers",
    "join",
    "passcode",
    "location",
  ] as const),
  ...(["replay", "slides", "code", "links", "chair", "language", "tags", "announced", "knownAs"] as const),
] as const;
/** By which field an item of a list is known again. */
const LISTS = { presenters: "name", papers: "title", links: "url", chair: "name" };
/** Lists of words. */
const WORDS = ["tags", "knownAs"] as const;

/** The file that an announcement alone gives. */
export function toSessionFile(id: string, announced: Said): SessionFile {
  const fields = FIELDS.map((name) => {
    const value = announced[name];
    return [name, typeof value === "number" ? String(value) : value] as const;
  });
  const written = Object.fromEntries(fields.filter(([, value]) => value !== undefined && value.length > 0));
  return { document: new Document({ id, ...written }, { schema: "failsafe" }), abstract: announced.abstract };
}

/** @param source of a file that the build has read without a mistake */
export function parseSessionFile(source: string): SessionFile {
  const parts = parseFrontMatter(toPlainLines(source));
  if (!parts.ok) throw new Error("a session file that was read has front matter");
  const { yaml, abstract } = parts.value;
  return { document: parseDocument(yaml, { schema: "failsafe" }), abstract };
}

export function toSessionText({ document, abstract }: SessionFile): string {
  const end = abstract.trim() === "" ? "" : `\n${abstract.trim()}\n`;
  return `---\n${toYaml(document)}---\n${end}`;
}

/** YAML as the project's files have it: no folding, no space inside brackets. */
export function toYaml(document: Document): string {
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** What a file has otherwise; nothing that the announcement does not say is a difference. */
export function findDifferences(file: SessionFile, announced: Said): Difference[] {
  const { document } = file;
  return findAll(file, announced).map((difference) => ({
    ...difference,
    apply: () => {
      const count = toPairs(document).length;
      difference.apply();
      if (toPairs(document).length > count) placeLast(toPairs(document), FIELDS);
    },
  }));
}

function findAll(file: SessionFile, announced: Said): Difference[] {
  const { document } = file;
  // A time that is back at the club's usual one is no field of its own, but the file's may be another.
  const start = announced.start ?? (document.has("start") ? announced.clock : undefined);
  return [
    ...FIELDS.flatMap((name) => {
      if (isList(name)) return compareList(document, name, announced[name] ?? []);
      if (name === "tags" || name === "knownAs") return compareWords(document, name, announced[name] ?? []);
      const value = name === "start" ? start : announced[name];
      return value === undefined ? [] : compareText(document, [name], name, String(value));
    }),
    ...((announced.missing?.length ?? 0) > 0 ? [] : compareAbstract(file, announced.abstract)),
  ];
}

function compareAbstract(file: SessionFile, after: string): Difference[] {
  if (after === "" || toWords(file.abstract) === toWords(after)) return [];
  const before = toText(file.abstract);
  const apply = (): void => void (file.abstract = after);
  return [{ field: "abstract", before, after, isTaken: before === null, apply }];
}

function compareText(
  document: Document,
  path: readonly (string | number)[],
  field: string,
  after: string,
): Difference[] {
  const value = document.getIn(path);
  const all = isSeq(value) ? value.items.map((item) => (isScalar(item) ? item.value : item)) : [value];
  const said = all.flatMap((one) => toText(one) ?? []);
  if (said.some((one) => isEqual(String(path.at(-1)), one, after))) return [];
  const before = said.length === 0 ? null : said.join(", ");
  const isTaken = before === null || WHEN.some((name) => name === field);
  return [{ field, before, after, isTaken, apply: () => document.setIn(path, after) }];
}

function isList(name: (typeof FIELDS)[number]): name is keyof typeof LISTS {
  return name in LISTS;
}

/** Items of good data are groups of fields. A list the file has is the host's: another item is not taken unasked. */
function compareList(document: Document, name: keyof typeof LISTS, items: readonly object[]): Difference[] {
  const key = LISTS[name];
  const single = document.get(name);
  // One chair need not be in a list.
  if (items.length > 0 && isMap(single)) document.set(name, document.createNode([single]));
  const toItems = (): unknown[] => {
    const list = document.get(name);
    return isSeq(list) ? list.items : [];
  };
  const known = toItems().filter(isMap);
  return items.flatMap((one) => {
    const item: Item = { ...one };
    const field = `${name}[${item[key]}]`;
    const at = known.findIndex((candidate) => isSameItem(candidate, item, key));
    if (at !== -1)
      return Object.entries(item).flatMap(([inner, after]) =>
        compareText(document, [name, at, inner], `${field}.${inner}`, after),
      );
    const before = known.length > 0 ? "(not in the list)" : null;
    const apply = (): void => document.setIn([name, toItems().length], document.createNode(item));
    return [{ field, before, after: Object.values(item).join(", "), isTaken: before === null, apply }];
  });
}

/** Words that a list lacks; one that is there is the host's, but for names that files give. */
function compareWords(
  document: Document,
  name: (typeof WORDS)[number],
  words: readonly string[],
): Difference[] {
  const known = toWordList(document, name);
  const missing = words.filter((word) => !known.some((one) => one.toLowerCase() === word.toLowerCase()));
  if (missing.length === 0) return [];
  const before = known.length > 0 ? known.join(", ") : null;
  const isTaken = before === null || name === "knownAs";
  const apply = (): void =>
    document.set(name, document.createNode([...toWordList(document, name), ...missing], { flow: true }));
  return [{ field: name, before, after: missing.join(", "), isTaken, apply }];
}

/** The words of a list, none where there is none. */
export function toWordList(document: Document, name: (typeof WORDS)[number]): string[] {
  const list = document.get(name);
  return isSeq(list) ? list.items.map((item) => (isScalar(item) ? String(item.value) : "")) : [];
}

/** By name or title, or by arXiv id. */
function isSameItem(candidate: YAMLMap, item: Item, key: string): boolean {
  const arxiv = toText(candidate.get("arxiv"));
  if (arxiv !== null && arxiv === item["arxiv"]) return true;
  return toWords(toText(candidate.get(key)) ?? "") === toWords(item[key] ?? "");
}

/** What a value says; null where it says nothing. */
function toText(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

/** A handle with or without "@", an address with or without a slash at its end: written otherwise, but the same. */
function isEqual(field: string, before: string, after: string): boolean {
  if (["x", "url", "join", "slides", "code"].includes(field)) return toBare(before) === toBare(after);
  if (field === "replay") return toVideoName(before) === toVideoName(after);
  return toWords(before) === toWords(after);
}

/** An id of YouTube and every address of it are the same video. */
function toVideoName(text: string): string {
  const video = parseVideoLink(text);
  return video.ok ? video.value : toBare(text);
}

function toBare(text: string): string {
  return text.replace(/^@/, "").replace(/\/$/, "").toLowerCase();
}

function toWords(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
