/** How sessions, papers and people are put into words, the same in every feed and calendar. */
import type { Person } from "../programme/club.ts";
import type { Paper, Session, SessionStatus } from "../programme/session.ts";
import type { Block, Part } from "./prose.ts";
import { toLine } from "./text.ts";

const STATUS_PREFIX: Record<SessionStatus, string> = {
  scheduled: "",
  tentative: "Tentative: ",
  cancelled: "Cancelled: ",
  postponed: "Postponed: ",
};

const STATUS_SENTENCE: Record<SessionStatus, string> = {
  scheduled: "",
  tentative: "This date is not confirmed yet.",
  cancelled: "This session is cancelled.",
  postponed: "This session is postponed.",
};

/** "S21: Title", or the title where the session has no number. */
export function toLabel({ number }: Pick<Session, "number">, title: string): string {
  return number === undefined ? toLine(title) : `S${number}: ${toLine(title)}`;
}

/** "Cancelled: " and the like; empty for a scheduled session. */
export function toStatusPrefix(status: SessionStatus): string {
  return STATUS_PREFIX[status];
}

/** A paragraph for people about a status that is not the usual one. */
export function toStatusBlocks(status: SessionStatus): Block[] {
  const sentence = STATUS_SENTENCE[status];
  return sentence === "" ? [] : [{ kind: "paragraph", parts: [sentence] }];
}

/** Presenters, abstract and papers: what every entry and event of a session says. */
export function toSubstance(session: Session): Block[] {
  const { presenters, papers, abstract } = session;
  const blocks: Block[] = [];
  if (presenters.length > 0) {
    blocks.push({ kind: "list", title: "Presented by", items: presenters.map(toPersonParts) });
  }
  if (abstract.text.trim() !== "") blocks.push({ kind: "markup", ...abstract });
  if (papers.length > 0) {
    blocks.push({
      kind: "list",
      title: papers.length === 1 ? "Paper" : "Papers",
      items: papers.map(toPaperParts),
    });
  }
  return blocks;
}

/** "Label: address", the address being a link. */
export function toLinkBlock(label: string, url: string): Block {
  return { kind: "paragraph", parts: [`${label}: `, { text: url, url }] };
}

/** The page of a person on X. */
export function toXUrl(handle: string): string {
  return `https://x.com/${handle}`;
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
