/** The title of a draft. */
import type { Paper } from "../../../programme/session.ts";
import type { Draft } from "../drafts/draft.ts";
import type { LabelName } from "../drafts/labels.ts";
import type { Line } from "../lines/line.ts";
import { takeOut } from "../lines/left-over.ts";
import { findTimes } from "../when/times.ts";
import { findDates } from "../when/dates.ts";
import { findQuotedTitle } from "./paper-titles.ts";
import { splitTitle } from "./title.ts";
import { isPlacedPeople } from "../who/people.ts";
import type { Reading } from "../reading.ts";

export interface ReadTitle {
  /** With what the title says besides as labels of their own. */
  draft: Draft;
  /** "" where there is none. */
  title: string;
  number: number | undefined;
  /** Words that may name the place. */
  rest: Line[];
  /** Words that were left in the title and may be none of it. */
  doubtful: Line[];
}

/** Read the title, and give what is written around it to the readers of that. */
export function readTitle(draft: Draft): ReadTitle {
  const label = draft.labels.find(({ name }) => name === "title");
  const { number, text } = label?.value ?? { number: draft.firstLine, text: "" };
  const { time, presenters: named, paper, ...split } = splitTitle(text);
  const { presenters, ...parts } = { ...split, ...splitPresenters(draft, split.title, named) };
  const others: [LabelName, string | null][] = [
    ["time", time],
    ["presenters", presenters],
    ["paper", paper],
  ];
  const labels = others.flatMap(([name, words]) =>
    words === null ? [] : [{ name, value: { number, text: words } }],
  );
  const toLines = (words: readonly string[]): Line[] => words.map((one) => ({ number, text: one }));
  return {
    draft: {
      ...draft,
      labels: [...draft.labels, ...labels],
      omitted: [...draft.omitted, ...toLines(parts.idle)],
    },
    title: text === "" ? findSaidTitle(draft) : parts.title,
    number: parts.number,
    rest: toLines(parts.rest),
    doubtful: toLines(parts.doubtful),
  };
}

/** "Sparse Orders (Ada Example, MIT)": who presents, where nothing else says so; else it may be the author. */
function splitPresenters(
  { labels, sentences }: Draft,
  title: string,
  presenters: string | null,
): { title: string; presenters: string | null } {
  const [, before = "", names = ""] = NAMES_BEHIND.exec(title) ?? [];
  const isSaid =
    presenters !== null || sentences.length > 0 || labels.some(({ name }) => name === "presenters");
  return isSaid || !isPlacedPeople(names) ? { title, presenters } : { title: before, presenters: names };
}

const NAMES_BEHIND = /^(\S.+?)\s*\(((?:[^()]|\([^()]*\)){3,120})\)$/u;

/** The first title in quotes of a presenting sentence. */
function findSaidTitle({ sentences }: Draft): string {
  return sentences.map(({ said: { rest } }) => findQuotedTitle(rest)).find((title) => title !== null) ?? "";
}

/** The session has its paper's title where it has none. */
export function toPaperTitle({ draft, warnings }: Reading, [paper]: readonly Paper[]): string {
  if (paper === undefined || paper.title === "") return "";
  const message = "the session's own title is not given: the paper's title stands for it";
  warnings.push({ line: draft.firstLine, message });
  return paper.title;
}

/** "25:00 ET: TITLE", "4-5: TITLE". */
const TIME_BEFORE =
  /^((?:\d{1,2}[:.]\d{2}|\d{1,2}\s?[-–]\s?\d{1,2}|\d{1,2}(?=\s?(?:[ap]\.?m\b|[A-Z]{1,3}T\b|UTC|GMT)))(?:\s?[-–]\s?\d{1,2}(?:[:.]\d{2})?)?\s?(?:[ap]\.?m\.?)?\s?(?:[A-Z]{1,4}T|UTC|GMT|UK)?)\s*(?::\s|\s[–—|-]\s|,\s)/;

/** A title that is nothing but a time: what stood there was not understood. */
function findTimeAlone(title: string): string | undefined {
  const times = findTimes(title);
  const isAlone = !/[\p{L}\p{N}]/u.test(times.reduce(takeOut, title));
  return isAlone ? times[0]?.text : undefined;
}

/** What is no title is refused: nothing, or a time that cannot be read. */
export function checkTitle({ draft: { labels, firstLine, form }, refused }: Reading, title: string): void {
  const line = labels.find(({ name }) => name === "title")?.value.number ?? firstLine;
  const refuse = (message: string): void => void refused.push({ line, message });
  if (title === "") refuse("the announcement has no title, expected one after the date");
  const day = findDates(title, false).find(({ end }) => /^\s*:\s/.test(title.slice(end)));
  if (day !== undefined && form === "post")
    refuse(`"${day.text}" in the title is a second date, expected one date for one session`);
  const time = TIME_BEFORE.exec(title)?.[1] ?? findTimeAlone(title);
  if (time !== undefined) refuse(`"${time}" is no time of day, expected one such as "1pm ET" or "13:00"`);
}
