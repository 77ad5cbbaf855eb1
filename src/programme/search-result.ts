/** What a search finds, as its page shows it. */
import { toFingerprint } from "./fingerprint.ts";
import { remember } from "./remember.ts";
import type { Session } from "./session.ts";

/** A text in pieces; those that were asked for are marked. */
export type Marked = readonly { text: string; isHit: boolean }[];

/** What of a session is searched beside its transcript: members of {@link SearchedText}. */
export const SEARCHED_FIELDS = ["title", "people", "tags", "papers", "abstract"] as const;
export type SearchedField = (typeof SEARCHED_FIELDS)[number];
export type SearchedText = Readonly<Record<SearchedField, string>>;

/** A passage of a transcript that holds what was asked for. */
export interface Moment {
  /** Whole seconds from the beginning of the recording: when the first hit is said. */
  at: number;
  /** The same of the passage: its place on the session's page. */
  passageAt: number;
  text: Marked;
}

export interface FoundSession {
  sessionId: string;
  /** Of the fields that hold hits; absent where none does. */
  fields: Partial<Readonly<Record<SearchedField, Marked>>>;
  moments: readonly Moment[];
}

export interface SearchResults {
  /** Those of the page, best first. */
  found: readonly FoundSession[];
  /** On all pages. */
  total: number;
  page: number;
  pages: number;
  /** False while the index is being made: there may be more. */
  isComplete: boolean;
  /** Nothing holds the last word as it was typed: these hold words that begin so. */
  isBeginning?: boolean;
}

/** The text of a session that is searched, by its field. */
export function toSearchedText({
  number,
  title,
  presenters,
  chair = [],
  tags,
  talks = [],
  papers,
  abstract,
}: Session): SearchedText {
  const people = [...presenters, ...chair].map(({ name, affiliation }) =>
    affiliation === undefined ? name : `${name}, ${affiliation}`,
  );
  const label = number === undefined ? "" : `S${number}: `;
  const titles = talks.map((talk) => talk.title).filter((other) => other !== title);
  return {
    title: `${label}${[title, ...titles].join(" · ")}`,
    people: people.join("; "),
    tags: tags.join(", "),
    papers: papers
      .map(({ title: paper, arxiv }) => (arxiv === undefined ? paper : `${paper}, arXiv:${arxiv}`))
      .join("; "),
    abstract: abstract.text,
  };
}

/** The fingerprint of that text: the build's, or made and kept here for a session that has no file any more. */
export const toSearchMark = remember((session: Session): string => toFingerprint(toSearchedText(session)));

/** What the build has found, see {@link toSearchMark}. */
export const keepSearchMark = toSearchMark.keep;
