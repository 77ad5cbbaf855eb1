/** What the Worker asks of the Publisher, and what it answers. */
import type { Representation } from "../http/representation.ts";
import type { Selection } from "../programme/selection.ts";

export interface DocumentRequest {
  /** The document's name in the table. */
  name: string;
  selection: Selection;
  /** The request's origin: self links say it where PUBLIC_URL is not set and no request came before. */
  origin: string;
  /** Entity tag of the copy that the asker still holds. */
  heldEtag: string | null;
  /** The mark that came with it. */
  heldMark?: string | null;
}

export interface Found {
  representation: Representation;
  /** False where no session has the tag or presenter asked for: then the asker keeps it as little as the Publisher. */
  isKept: boolean;
  /** Of what it was made from: the same mark, the same bytes. */
  mark: string;
}

export type DocumentAnswer =
  | ({ outcome: "found" } & Found)
  | { outcome: "unchanged"; mark: string }
  | { outcome: "not_found" };

export interface Refreshed {
  /** Whether the programme, and so what subscribers see, or the pages' idea of past and coming changed. */
  isChanged: boolean;
  /** Whether this was a step of an edition, and others are to follow: each is another refresh. */
  isMore: boolean;
  /** Names of the documents that everybody asks for and that are to be written: of a refresh that brought nothing new none. */
  toPrepare: string[];
}
