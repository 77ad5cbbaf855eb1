/**
 * A document: what an address answers that is made from the publication alone. One row of the table.
 */
import type { Links, Subscription } from "../programme/address.ts";
import type { Club } from "../programme/club.ts";
import type { Publication } from "../programme/publication.ts";
import type { Selection } from "../programme/selection.ts";
import type { ParameterName } from "./parameters.ts";

/** The pieces of a text, and pauses, at which nothing is there yet. */
export type Written = Iterable<string | undefined>;

export interface Document {
  /** What the Publisher is asked for, and other documents link to. Permanent: kept representations bear it. */
  name: string;
  /** The path; `:session` stands for a session's id. */
  pattern: string;
  /** What the query may say, in canonical order. Anything else in it is ignored. */
  parameters: readonly ParameterName[];
  /** Whether its query comes from a form, where an empty field is one that was not filled in. */
  isForm?: boolean;
  /** With charset. */
  contentType: string;
  /** Header fields of its 200, beside what every representation has. */
  headers: Fields | ((club: Club, selection: Selection) => Fields);
  /**
   * Pure. Null where the publication has no such document: there is no session of that id, or it has no transcript. What is
   * long comes in pieces, of which most stay as they are when one session changes; between them what takes long can be left.
   */
  write: (publication: Publication, selection: Selection, links: Links) => string | Written | null;
  /** Whether it changes when a session starts or ends, as what tells past from coming does. */
  hasTurns?: boolean;
  /** Whether it is rendered at every change, before anybody asks: what is polled all the time. Others are for who asks first. */
  isPrepared?: boolean;
  /** Whether search engines are told of it: in the sitemap. */
  isListed?: boolean;
  /** What of the Publisher's index it shows, or that its text lies among the static assets. */
  needs?: "results" | "transcript" | "text";
  /** How feed readers, calendars and pages offer it to be subscribed to. */
  subscription?: Pick<Subscription, "kind" | "label">;
  /** Who it is for, in the README's list. */
  about: string;
}

type Fields = Readonly<Record<string, string>>;

/** The header fields of a document's 200 for a selection. */
export function toHeaders({ headers }: Document, club: Club, selection: Selection): Fields {
  return typeof headers === "function" ? headers(club, selection) : headers;
}
