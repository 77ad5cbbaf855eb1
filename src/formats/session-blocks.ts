/** How a session, its people and papers are put into blocks, the same in every feed and calendar. */
import { toXUrl, type Person } from "../programme/club.ts";
import type { TitledReplay } from "../programme/publication.ts";
import type { Paper, Session, SessionStatus, Talk } from "../programme/session.ts";
import { toNameList } from "../wording/labels.ts";
import { toStatusNote } from "../wording/status.ts";
import { toLine, toTitle } from "../wording/text.ts";
import { toParagraph, type Block, type Part } from "./prose.ts";

/** A paragraph for people about a status that is not the usual one. */
export function toStatusBlocks(status: SessionStatus): Block[] {
  const note = toStatusNote(status);
  return note === null ? [] : [toParagraph(note.sentence)];
}

/** People, abstract, talks, papers and further addresses: what every entry and event of a session says. */
export function toSubstance(session: Session): Block[] {
  const { presenters, chair = [], talks = [], papers, slides, code, links = [], abstract } = session;
  return [
    ...toListBlocks("Presented by", presenters.map(toPersonParts)),
    ...toListBlocks("Chaired by", chair.map(toPersonParts)),
    ...(abstract.text.trim() === ""
      ? []
      : [{ kind: "markup" as const, html: abstract.html, text: abstract.text }]),
    ...toListBlocks("Talks", talks.map(toTalkParts)),
    ...toListBlocks(papers.length === 1 ? "Paper" : "Papers", papers.map(toPaperParts)),
    ...(slides === undefined ? [] : [toLinkBlock("Slides", slides)]),
    ...(code === undefined ? [] : [toLinkBlock("Code", code)]),
    ...toListBlocks(
      "Links",
      links.map(({ title, url }) => [{ text: toTitle(title, url), url }]),
    ),
  ];
}

/** A line for each replay; those of talks say which. */
export function toReplayBlocks(replays: readonly TitledReplay[]): Block[] {
  return replays.map(({ talk, watchUrl }) => toLinkBlock(toReplayLabel(talk), watchUrl));
}

/** Where to join a session, with what is asked for there. */
export function toJoinBlock(join: string, passcode?: string): Block {
  const parts: Part[] = ["Join: ", { text: join, url: join }];
  return toParagraph(...parts, ...(passcode === undefined ? [] : [` (passcode: ${toLine(passcode)})`]));
}

/** Where the session takes place; nowhere once it is cancelled. */
export function toPlaceBlocks({ status, location, join, passcode, stream }: Session): Block[] {
  if (status === "cancelled") return [];
  return [
    ...(location === undefined ? [] : [toParagraph(`Location: ${toLine(location)}`)]),
    ...(join === undefined ? [] : [toJoinBlock(join, passcode)]),
    ...(stream === undefined ? [] : [toLinkBlock("Live stream", stream)]),
  ];
}

/** "Label: address", the address being a link. */
export function toLinkBlock(label: string, url: string): Block {
  return toParagraph(`${label}: `, { text: url, url });
}

function toListBlocks(title: string, items: Part[][]): Block[] {
  return items.length === 0 ? [] : [{ kind: "list", title, items }];
}

function toPersonParts({ name, affiliation, x, url }: Person): Part[] {
  const parts: Part[] = [url === undefined ? toLine(name) : { text: toLine(name), url }];
  if (affiliation !== undefined) parts.push(`, ${toLine(affiliation)}`);
  if (x !== undefined) parts.push(", ", { text: `@${x}`, url: toXUrl(x) });
  return parts;
}

/** "The title, by Ada Example and Grace Example". */
function toTalkParts({ title, presenters }: Talk): Part[] {
  const names = toNameList(presenters.map(({ name }) => name));
  return [toLine(title) + (names === "" ? "" : `, by ${names}`)];
}

/** "Replay", or "Replay of The title". */
function toReplayLabel(talk: string | undefined): string {
  return talk === undefined ? "Replay" : toLine(`Replay of ${talk}`);
}

function toPaperParts({ title, arxiv, url }: Paper): Part[] {
  const parts: Part[] = [url === undefined ? toLine(title) : { text: toLine(title), url }];
  if (arxiv !== undefined) parts.push(`, arXiv:${arxiv}`);
  return parts;
}
