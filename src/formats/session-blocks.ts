/** How a session, its people and papers are put into blocks, the same in every feed and calendar. */
import { toXUrl, type Person } from "../programme/club.ts";
import type { Paper, Session, SessionStatus } from "../programme/session.ts";
import { toStatusNote } from "../wording/status.ts";
import { toLine } from "../wording/text.ts";
import { toParagraph, type Block, type Part } from "./prose.ts";

/** A paragraph for people about a status that is not the usual one. */
export function toStatusBlocks(status: SessionStatus): Block[] {
  const note = toStatusNote(status);
  return note === null ? [] : [toParagraph(note.sentence)];
}

/** Presenters, abstract and papers: what every entry and event of a session says. */
export function toSubstance(session: Session): Block[] {
  const { presenters, papers, abstract } = session;
  return [
    ...toListBlocks("Presented by", presenters.map(toPersonParts)),
    ...(abstract.text.trim() === "" ? [] : [{ kind: "markup" as const, ...abstract }]),
    ...toListBlocks(papers.length === 1 ? "Paper" : "Papers", papers.map(toPaperParts)),
  ];
}

/** Where the session takes place; nowhere once it is cancelled. */
export function toPlaceBlocks({ status, location, join }: Session): Block[] {
  if (status === "cancelled") return [];
  return [
    ...(location === undefined ? [] : [toParagraph(`Location: ${toLine(location)}`)]),
    ...(join === undefined ? [] : [toLinkBlock("Join", join)]),
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

function toPaperParts({ title, arxiv, url }: Paper): Part[] {
  const parts: Part[] = [url === undefined ? toLine(title) : { text: toLine(title), url }];
  if (arxiv !== undefined) parts.push(`, arXiv:${arxiv}`);
  return parts;
}
