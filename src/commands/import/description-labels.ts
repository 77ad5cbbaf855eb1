/** What the labelled lines of a description say: "Speaker: …", "Slides: https://…"; each into its field, or left as it is. */
import { parseWebAddress } from "../../build/links.ts";
import { sessionFields } from "../../build/session-fields.ts";
import type { Paper, Presenter } from "../../programme/session.ts";
import { parseLabel, type Label } from "../announce/drafts/labels.ts";
import { readPresenters } from "./presenters.ts";

export interface Labelled {
  presenters: Presenter[];
  /** One that is only linked has the title "". */
  papers: Paper[];
  replay: string | undefined;
  slides: string | undefined;
  code: string | undefined;
  title: string | undefined;
  /** After "Date:" and the like, as written. */
  times: string[];
  room: string | undefined;
}

/**
 * @param takesTimes whether lines that say when are taken out: a calendar's event has its time elsewhere
 * @returns the lines that stay in the abstract: all that no field holds whole
 */
export function takeLabels(
  lines: readonly string[],
  takesTimes: boolean,
): { labelled: Labelled; rest: string[] } {
  const labelled: Labelled = {
    presenters: [],
    papers: [],
    replay: undefined,
    slides: undefined,
    code: undefined,
    title: undefined,
    times: [],
    room: undefined,
  };
  const rest = lines.flatMap((line) => {
    const label = toLabel(line);
    if (label?.name === "abstract") return [label.value];
    if (label === null) return [line];
    const isTaken = TAKES[label.name]?.(label, labelled) ?? false;
    return isTaken || (takesTimes && label.name === "time") ? [] : [line];
  });
  return { labelled, rest };
}

/** A paper that is only linked has the session's title. */
export function withTitle(papers: readonly Paper[], title: string): Paper[] {
  return papers.map((paper) => (paper.title === "" ? { ...paper, title } : paper));
}

type Name = Label["name"] | "replay";

const RECORDING =
  /^(?:youtube|recordings?|replays?|video|aufzeichnung|mitschnitt|enregistrement|grabaci[óo]n|grava[çc][ãa]o|registrazione|opname|録画|录像)$/iu;
const RECORDED = new RegExp(String.raw`^(${RECORDING.source.slice(1, -1)})\s*[:：]\s*(https?://\S+)$`, "iu");

/** Recordings are no label of announcements. */
function toLabel(line: string): (Omit<Label, "name"> & { name: Name }) | null {
  const [, words, address] = RECORDED.exec(line) ?? [];
  if (words !== undefined && address !== undefined) return { name: "replay", words, value: address };
  return parseLabel(line);
}

/** Each says whether the field now holds the line whole. */
const TAKES: {
  [name in Name]?: (label: { value: string; isWeak?: boolean }, labelled: Labelled) => boolean;
} = {
  presenters: ({ value }, labelled) => {
    const found = labelled.presenters.length > 0 ? [] : readPresenters(value).presenters;
    labelled.presenters.push(...found);
    return found.length > 0;
  },
  time: ({ value }, labelled) => {
    if (value !== "") labelled.times.push(value);
    return false;
  },
  title: ({ value, isWeak }, labelled) => {
    if (labelled.title !== undefined || value === "" || isWeak === true) return false;
    labelled.title = value;
    return true;
  },
  location: ({ value }, labelled) => {
    if (labelled.room !== undefined || value === "" || /https?:/.test(value)) return false;
    labelled.room = value;
    return true;
  },
  paper: ({ value }, labelled) => {
    const paper = toPaper(value);
    if (paper !== null) labelled.papers.push(paper);
    return paper !== null;
  },
  slides: ({ value }, labelled) => takeAddress("slides", value, labelled),
  code: ({ value }, labelled) => takeAddress("code", value, labelled),
  replay: ({ value }, labelled) => takeAddress("replay", value, labelled),
};

function takeAddress(name: "slides" | "code" | "replay", value: string, labelled: Labelled): boolean {
  const isAddress = parseWebAddress(value).ok && sessionFields[name].safeParse(value).success;
  if (!isAddress || labelled[name] !== undefined) return false;
  labelled[name] = value;
  return true;
}

const ARXIV = /^(?:https?:\/\/arxiv\.org\/(?:abs|pdf)\/|arxiv:\s*)(\d{4}\.\d{4,5})(?:v\d+)?(?:\.pdf)?$/i;

/** "https://…", "arXiv:…" or "A title (https://…)"; null where it says more. */
function toPaper(value: string): Paper | null {
  const [, title = "", url = value] = /^(\S.*?)\s+\((https?:\/\/[^\s()]+)\)$/.exec(value) ?? [];
  const arxiv = ARXIV.exec(url)?.[1];
  const paper = arxiv === undefined ? { title, url } : { title, arxiv };
  return sessionFields.papers.safeParse([{ ...paper, title: title || "x" }]).success ? paper : null;
}
