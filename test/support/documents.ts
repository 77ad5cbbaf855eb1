/** Documents as the service writes them: by their row of the table. */
import { findDocument, toLinks, writeDocument } from "../../src/documents/addresses.ts";
import { toFeed, type Feed } from "../../src/formats/feed.ts";
import type { Publication } from "../../src/programme/publication.ts";
import { WHOLE, type Selection } from "../../src/programme/selection.ts";

/** The text of a document. */
export function textOf(name: string, publication: Publication, selection: Selection = WHOLE): string {
  const document = findDocument(name);
  const text = document === null ? null : writeDocument(document, publication, selection);
  if (text === null) throw new Error(`nothing is written for ${name}`);
  return text;
}

/** The neutral feed that RSS is written from. */
export function readFeed(publication: Publication, selection: Selection = WHOLE): Feed {
  const { self } = toLinks(publication.publicUrl, findDocument("rss") ?? undefined, selection);
  return toFeed(publication, selection, self);
}
