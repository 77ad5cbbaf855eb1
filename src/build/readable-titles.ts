/** Titles with formulas: readable text everywhere, and beside it what the file has. */
import type { Paper, Session, Talk } from "../programme/session.ts";
import { toReadableTitle } from "./formula/render.ts";

/** A session whose titles, and those of its papers and talks, have readable text for `$…$`; itself where none has any. */
export function withReadableTitles(session: Session): Session {
  const readable = {
    title: toReadableTitle(session.title),
    papers: session.papers.map(toReadablePaper),
    ...(session.talks !== undefined && { talks: session.talks.map(toReadableTalk) }),
  };
  const written = {
    ...(readable.title !== session.title && { title: session.title }),
    ...(!isSame(readable.papers, session.papers) && { papers: session.papers }),
    ...(session.talks !== undefined && !isSame(readable.talks, session.talks) && { talks: session.talks }),
    ...session.written,
  };
  return Object.keys(written).length === 0 ? session : { ...session, ...readable, written };
}

function toReadablePaper(paper: Paper): Paper {
  return { ...paper, title: toReadableTitle(paper.title) };
}

function toReadableTalk(talk: Talk): Talk {
  return { ...talk, title: toReadableTitle(talk.title), papers: talk.papers.map(toReadablePaper) };
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
