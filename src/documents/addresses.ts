/** From a document and a selection to its one canonical address, and to everything it links to. */
import { findLeftOut } from "../formats/icalendar/calendar.ts";
import { toPath, type Links, type Subscription } from "../programme/address.ts";
import type { Publication } from "../programme/publication.ts";
import { rememberLast } from "../programme/remember.ts";
import { toQuery, WHOLE, type Selection } from "../programme/selection.ts";
import type { Document, Written } from "./document.ts";
import { keepParameters } from "./parameters.ts";
import { DOCUMENTS } from "./table.ts";
import { isTopic } from "./topics.ts";

/** The documents that are rendered at every change, before anybody asks. */
export const PREPARED = DOCUMENTS.filter(({ isPrepared }) => isPrepared);

const BY_NAME = new Map(DOCUMENTS.map((document) => [document.name, document]));

/** The document of a name; null where the table has none. */
export function findDocument(name: string): Document | null {
  return BY_NAME.get(name) ?? null;
}

/** Under what a document's representation for a selection is kept: equal exactly where the document is. */
export function toKey({ name, pattern }: Document, selection: Selection): string {
  const { session, year, ...others } = selection;
  const named = session === undefined ? name : `${name}/${session}`;
  return pattern.includes(":year") ? `${named}/${year}${toQuery(others)}` : named + toQuery(selection);
}

/** Write a document, in the pieces that its writer makes; null where there is none for this selection. */
export function writePieces(
  document: Document,
  publication: Publication,
  selection: Selection,
): Written | null {
  const written = document.write(publication, selection, toLinksOf(publication, document, selection));
  return typeof written === "string" ? [written] : written;
}

/** The same as one text. */
export function writeDocument(
  document: Document,
  publication: Publication,
  selection: Selection,
): string | null {
  const pieces = writePieces(document, publication, selection);
  return pieces === null ? null : [...pieces].join("");
}

/**
 * What a writer needs to know of the table.
 *
 * @param publicUrl without a slash at the end
 * @param document the one that is written; a page that has no address of its own has none
 */
export function toLinks(publicUrl: string, document?: Document, selection: Selection = WHOLE): Links {
  const self = document === undefined ? publicUrl : publicUrl + toPath(document.pattern, selection);
  return { self, ...toCommonLinks(publicUrl) };
}

/** What is the same for every document. */
const toCommonLinks = rememberLast((publicUrl: string): Omit<Links, "self"> => ({
  hubs: [],
  subscriptions: DOCUMENTS.flatMap((other) => toSubscription(other, publicUrl)),
  pages: DOCUMENTS.filter(({ isListed }) => isListed).map(({ pattern }) => ({
    each: pattern.includes(":session") ? "session" : pattern.includes(":year") ? "year" : null,
    toUrl: (wanted) => publicUrl + toPath(pattern, wanted),
  })),
  to: (name, wanted = WHOLE) => {
    const found = findDocument(name);
    if (found === null) throw new Error(`no document is called "${name}"`);
    return publicUrl + toPath(found.pattern, wanted);
  },
}));

/** The same for a document of a publication, with the hubs of a topic. */
export function toLinksOf(
  { publicUrl, hubs = [] }: Pick<Publication, "publicUrl" | "hubs">,
  document: Document,
  selection: Selection,
): Links {
  return { ...toLinks(publicUrl, document, selection), hubs: isTopic(document, selection) ? hubs : [] };
}

/** What the whole calendar leaves out, and the calendars that have it. */
export function toLeftOut(publication: LeftOutInput): { leftOut: number; addresses: string[] } {
  const { to } = toLinks(publication.publicUrl);
  const { sessions, years } = findLeftOut(publication, to("calendar"));
  return { leftOut: sessions, addresses: years.map((year) => to("calendar", { ...WHOLE, year })) };
}

type LeftOutInput = Parameters<typeof findLeftOut>[0];

function toSubscription(document: Document, publicUrl: string): Subscription[] {
  const { pattern, parameters, hasTurns, contentType, subscription } = document;
  if (subscription === undefined) return [];
  return [
    {
      ...subscription,
      mediaType: contentType.replace(/;.*/, ""),
      url: publicUrl + pattern,
      toUrl: (selection) => publicUrl + toPath(pattern, keepParameters(selection, parameters, hasTurns)),
    },
  ];
}
