/** The file of an announced session: its text, and how a file that is there differs from the announcement, field by field. */
import { Document, isMap, isScalar, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from "yaml";
import { parseFrontMatter } from "../../build/session-file.ts";
import type { Announced } from "./interpret.ts";
import { splitLead, type Line } from "./line.ts";

/** What a session file says beside its id, by field name; strings as YAML writes them. */
export type FileFields = Record<string, unknown>;

/** The front matter an announcement gives, in the order of session files. */
export function toFields(announced: Announced): FileFields {
  const { number, title, date, start, duration, presenters, papers, join, location } = announced;
  return {
    ...(number !== undefined && { number: String(number) }),
    title,
    date,
    ...(start !== undefined && { start }),
    ...(duration !== undefined && { duration: String(duration) }),
    ...(presenters.length > 0 && { presenters }),
    ...(papers.length > 0 && { papers }),
    ...(join !== undefined && { join }),
    ...(location !== undefined && { location }),
  };
}

/** A whole session file. */
export function toSessionText(id: string, fields: FileFields, abstract: string): string {
  return joinParts(toYaml(new Document({ id, ...fields }, { schema: "failsafe" })), abstract);
}

/** YAML as the project's files have it: no folding, no space inside brackets. */
export function toYaml(document: Document): string {
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

export function joinParts(yaml: string, abstract: string): string {
  const end = abstract.trim() === "" ? "" : `\n${abstract.trim()}\n`;
  return `---\n${yaml}---\n${end}`;
}

export interface Difference {
  /** "date", "presenters[Ada Lovelace].url", "abstract". */
  field: string;
  /** As the file has it; null where it says nothing. */
  before: string | null;
  after: string;
  /** Taken without being asked for: what the file lacks, and when the session is. */
  isTaken: boolean;
}

/** When a session is, its latest announcement says. */
const LATEST_WORD = ["date", "start", "duration"];
/** By which field an item of a list is known again. */
const LISTS: Readonly<Record<string, string>> = { presenters: "name", papers: "title" };

/** Put a value into the document. */
interface Change extends Difference {
  apply: (document: Document) => void;
}

/** What would change in a file; nothing that the announcement does not say is a difference. */
export function findDifferences(text: string, announced: Announced): Difference[] {
  const { document, abstract } = parseFile(text);
  return findChanges(document, abstract, announced).map(({ apply: _apply, ...difference }) => difference);
}

/** The file with the differences of these fields taken; everything else, comments too, stays as written. */
export function applyDifferences(text: string, announced: Announced, fields: readonly string[]): string {
  const { document, abstract } = parseFile(text);
  const changes = findChanges(document, abstract, announced).filter(({ field }) => fields.includes(field));
  for (const { apply } of changes) apply(document);
  const isAbstractTaken = changes.some(({ field }) => field === "abstract");
  return joinParts(toYaml(document), isAbstractTaken ? announced.abstract : abstract);
}

function parseFile(source: string): { document: Document; abstract: string } {
  const parts = parseFrontMatter(source.replace(/^\ufeff/, "").replaceAll("\r\n", "\n"));
  if (!parts.ok) throw new Error("a session file that was read has front matter");
  return {
    document: parseDocument(parts.value.yaml, { schema: "failsafe" }),
    abstract: parts.value.abstract,
  };
}

function findChanges(document: Document, abstract: string, announced: Announced): Change[] {
  return [
    ...Object.entries(toFields(announced)).flatMap(([name, value]) => {
      const key = LISTS[name];
      const isList = key !== undefined && Array.isArray(value);
      return isList ? compareList(document, name, key, value) : compareField(document, name, String(value));
    }),
    ...compareClock(document, announced),
    ...(announced.missing.length > 0 ? [] : compareAbstract(abstract, announced.abstract)),
  ];
}

/** A time that is back at the club's usual one is no field of its own, but the file's may be another. */
function compareClock(document: Document, { start, clock }: Announced): Change[] {
  const isBack = start === undefined && clock !== undefined && document.has("start");
  return isBack ? compareField(document, "start", clock) : [];
}

function compareAbstract(abstract: string, after: string): Change[] {
  if (after === "" || toWords(abstract) === toWords(after)) return [];
  const before = toWords(abstract) === "" ? null : abstract.trim();
  return [{ field: "abstract", before, after, isTaken: before === null, apply: () => {} }];
}

function compareField(document: Document, field: string, after: string): Change[] {
  const before = readText(document.get(field, true));
  if (before !== null && isEqual(field, before, after)) return [];
  const isTaken = before === null || LATEST_WORD.includes(field);
  return [{ field, before, after, isTaken, apply: (target) => setField(target, [field], after) }];
}

type Item = Record<string, string>;

function compareList(document: Document, name: string, key: string, items: readonly Item[]): Change[] {
  const list: unknown = document.get(name, true);
  const known = isSeq(list) ? list.items.filter((item): item is YAMLMap => isMap(item)) : [];
  return items.flatMap((item): Change[] => {
    const label = item[key] ?? "";
    const at = known.findIndex((candidate) => isSameItem(candidate, item, key));
    const found = known[at];
    if (found === undefined) return [toNewItem(name, label, item, known.length > 0)];
    return Object.entries(item).flatMap(([field, after]): Change[] => {
      const before = readText(found.get(field, true));
      if (before !== null && isEqual(field, before, after)) return [];
      const path = [name, isSeq(list) ? list.items.indexOf(found) : at, field];
      const apply = (target: Document): void => setField(target, path, after);
      return [{ field: `${name}[${label}].${field}`, before, after, isTaken: before === null, apply }];
    });
  });
}

/** By name or title, or by arXiv id. */
function isSameItem(candidate: YAMLMap, item: Item, key: string): boolean {
  const arxiv = readText(candidate.get("arxiv", true));
  if (arxiv !== null && arxiv === item["arxiv"]) return true;
  return toWords(readText(candidate.get(key, true)) ?? "") === toWords(item[key] ?? "");
}

/** A list the file has is the host's: another item in it is not taken unasked. */
function toNewItem(name: string, label: string, item: Item, hasList: boolean): Change {
  const after = Object.values(item).join(", ");
  const apply = (target: Document): void => {
    const list: unknown = target.get(name, true);
    if (isSeq(list)) (list satisfies YAMLSeq).add(target.createNode(item));
    else target.set(name, target.createNode([item]));
  };
  return {
    field: `${name}[${label}]`,
    before: hasList ? "(not in the list)" : null,
    after,
    isTaken: !hasList,
    apply,
  };
}

function setField(document: Document, path: readonly (string | number)[], value: string): void {
  const node: unknown = document.getIn(path, true);
  if (isScalar(node)) node.value = value;
  else document.setIn(path, value);
}

function readText(node: unknown): string | null {
  const value: unknown = isScalar(node) ? node.value : node;
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

/** A handle with or without "@", an address with or without a slash at its end: written otherwise, but the same. */
function isEqual(field: string, before: string, after: string): boolean {
  if (["x", "url", "join"].includes(field)) return toBare(before) === toBare(after);
  return toWords(before) === toWords(after);
}

function toBare(text: string): string {
  return text.replace(/^@/, "").replace(/\/$/, "").toLowerCase();
}

function toWords(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

const ITEM = /^(?:[-*•●▪◦‣■□]|\d{1,2}[.)](?=\s))\s*/;
/** Mail programs wrap at about 72 characters; a much longer line is a paragraph of its own. */
const WRAPPED = { min: 45, max: 100 };

/** Paragraphs parted by an empty line, bullets as a list; what Markdown would read as a sign stays as written. */
export function toMarkdown(body: readonly Line[], form: "post" | "mail"): string {
  const blocks: { text: string; isItem: boolean }[] = [];
  let previous = "";
  for (const { text } of body) {
    const last = blocks.at(-1);
    if (last !== undefined && isWrapped(previous, text, form)) last.text += ` ${text}`;
    else if (text !== "") blocks.push(toBlock(text));
    previous = text;
  }
  const written = blocks.filter(({ text }) => text !== "");
  return written
    .map(({ text, isItem }, index) => {
      const isNext = isItem && written[index + 1]?.isItem === true;
      return (isItem ? "- " : "") + escapeMarkdown(text) + (isNext ? "\n" : "\n\n");
    })
    .join("")
    .trimEnd();
}

function toBlock(text: string): { text: string; isItem: boolean } {
  if (ITEM.test(text)) return { text: text.replace(ITEM, ""), isItem: true };
  return { text: splitLead(text).rest, isItem: false };
}

function isWrapped(previous: string, text: string, form: "post" | "mail"): boolean {
  if (previous === "" || text === "" || ITEM.test(text) || splitLead(text).lead !== "") return false;
  if (/^\p{Ll}/u.test(text)) return true;
  return form === "mail" && previous.length >= WRAPPED.min && previous.length <= WRAPPED.max;
}

/** Formulas between dollar signs are kept; elsewhere signs of Markdown and HTML are escaped. */
function escapeMarkdown(text: string): string {
  return text
    .split(/(\$[^$\n]+\$)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[\\`*<[\]]|(?<!\w)_|_(?!\w)/g, "\\$&")))
    .join("")
    .replace(/^(?:[#>+-]|\d+(?=[.)]\s))/, (sign) => (/^\d/.test(sign) ? `${sign}\\` : `\\${sign}`));
}
