/** One announcement as its lines, before anybody judges what they say. */
import type { LabelName } from "./labels.ts";
import type { Line } from "../lines/line.ts";
import type { PresentingSentence } from "./presenting.ts";

export interface DraftLabel {
  name: LabelName;
  value: Line;
  /** How many lines the value has, where more than one. */
  lines?: number;
  /** A title by its form alone, which gives way to one with a label. */
  isWeak?: boolean;
  /** A title by its place alone, which may be another. */
  isGuess?: boolean;
  /** As written, where it may be another's than a presenter's: "Discussant". */
  role?: string;
  /** "Speakers:" and not "Speaker:". */
  isMany?: boolean;
}

/** An announcement as its lines, before anybody judges what they say. */
export interface Draft {
  form: "post" | "mail";
  firstLine: number;
  lastLine: number;
  /** What its lines say of themselves, and a post's header of its parts; in order. */
  labels: DraftLabel[];
  sentences: { line: Line; said: PresentingSentence }[];
  /** Lines of little but links. */
  links: Line[];
  /** The abstract's lines; empty ones part paragraphs. */
  body: Line[];
  /** Lines of a mail without a label; empty ones part paragraphs. */
  free: Line[];
  /** Words of used lines that belong to nothing. */
  unread: Line[];
  /** Labels whose lines are left out on purpose, as written. */
  omitted: Line[];
}

/** The values of all labels of a name, in order. */
export function valuesOf({ labels }: Draft, name: LabelName): Line[] {
  return labels.filter((label) => label.name === name).map(({ value }) => value);
}

/** A draft that begins at a line and says nothing yet. */
export function createDraft(form: Draft["form"], first: Line | undefined): Draft {
  const firstLine = first?.number ?? 1;
  return {
    form,
    firstLine,
    lastLine: firstLine,
    labels: [],
    sentences: [],
    links: [],
    body: [],
    free: [],
    unread: [],
    omitted: [],
  };
}
