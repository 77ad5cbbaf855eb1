/** What each address shows: a document or a page. */
import type { Selection } from "../programme/selection.ts";
import { PLAIN_DOCUMENTS, renderDocument } from "./document-renderings.ts";
import type { Issue, Rendering } from "./issue.ts";
import { PLAIN_PAGES, renderPage } from "./page-renderings.ts";

/** Rendered whenever the programme changes, before anybody asks. */
export const PLAIN_PATHS = [...PLAIN_DOCUMENTS, ...PLAIN_PAGES];

/** Render what a path shows, or null where there is nothing. */
export function render(path: string, selection: Selection, issue: Issue): Rendering | null {
  return renderDocument(path, selection, issue) ?? renderPage(path, selection, issue);
}
