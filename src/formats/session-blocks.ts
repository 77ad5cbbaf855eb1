/** How a session, its people and papers are put into blocks, the same in every feed and calendar. */
import { toXUrl, type Person } from "../programme/club.ts";
import type { TitledReplay } from "../programme/publication.ts";
import type { Paper, Session, SessionStatus, Talk } from "../programme/session.ts";
import { toNameList } from "../wording/labels.ts";
import { toLanguage, type Language } from "../wording/language.ts";
import { toStatusNote } from "../wording/status.ts";
import { toLine, toTitle } from "../wording/text.ts";
import { toParagraph, type Block, type Blocks, type Part } from "./prose.ts";

/** A paragraph for people about a status that is not the usual one. */
export function toStatusBlocks(status: SessionStatus, language: Language): Block[] {
  const note = toStatusNote(status, language);
  return note === null ? [] : [toParagraph(note.sentence)];
}

/** People, abstract, talks, papers and further addresses: what every entry and event of a session says. */
export function toSubstance(session: Session, language: Language): Blocks {
  return [
    ...toPeopleBlocks(session, language),
    session.abstract.text.trim() === "" ? null : toAbstractBlock(session, language),
    ...toWorkBlocks(session, language),
  ];
}

/** What stands before the abstract. */
export function toPeopleBlocks({ presenters, chair = [] }: Session, language: Language): Blocks {
  const words = language.words.session;
  return [
    toList(words.presentedBy, presenters, (person) => toPersonParts(person, language)),
    toList(words.chairedBy, chair, (person) => toPersonParts(person, language)),
  ];
}

/** What stands behind it: talks, papers and further addresses. */
export function toWorkBlocks(session: Session, language: Language): Blocks {
  const words = language.words.session;
  const { talks = [], papers, slides, code, links = [] } = session;
  return [
    toList(words.talks, talks, (talk) => toTalkParts(talk, session, language)),
    toList(words.papers(papers.length), papers, (paper) => toPaperParts(paper, language)),
    slides === undefined ? null : toLinkBlock(words.slides, slides, language),
    code === undefined ? null : toLinkBlock(words.code, code, language),
    toList(words.links, links, ({ title, url }) => [{ text: toTitle(title, url), url }]),
  ];
}

/** A line for each replay; those of talks say which. */
export function toReplayBlocks(replays: readonly TitledReplay[], language: Language): Block[] {
  return replays.map(({ talk, watchUrl }) => toLinkBlock(toReplayLabel(talk, language), watchUrl, language));
}

/** Where to join a session, with what is asked for there. */
export function toJoinBlock(join: string, passcode: string | undefined, { words }: Language): Block {
  const parts: Part[] = [words.session.join + words.colon, { text: join, url: join }];
  if (passcode !== undefined) parts.push(words.session.withPasscode(toLine(passcode)));
  return toParagraph(...parts);
}

/** Where the session takes place; nowhere once it is cancelled. */
export function toPlaceBlocks(
  { status, location, join, passcode, stream }: Session,
  language: Language,
): Block[] {
  if (status === "cancelled") return [];
  const { colon, session: words } = language.words;
  return [
    ...(location === undefined ? [] : [toParagraph(words.location + colon + toLine(location))]),
    ...(join === undefined ? [] : [toJoinBlock(join, passcode, language)]),
    ...(stream === undefined ? [] : [toLinkBlock(words.liveStream, stream, language)]),
  ];
}

/** "Label: address", the address being a link. */
export function toLinkBlock(label: string, url: string, { words }: Language): Block {
  return toParagraph(label + words.colon, { text: url, url });
}

/** In the session's own language, where the club says it; among words from right to left it may still be of the other. */
function toAbstractBlock({ abstract, inLanguage }: Session, { direction }: Language): Block {
  if (inLanguage === undefined)
    return { kind: "markup", ...abstract, ...(direction === "rtl" && { dir: "auto" }) };
  const own = toLanguage(inLanguage).direction;
  return { kind: "markup", ...abstract, lang: inLanguage, ...(own !== direction && { dir: own }) };
}

/** Null where there is nothing to list. */
function toList<T>(title: string, things: readonly T[], toParts: (thing: T) => Part[]): Block | null {
  return things.length === 0 ? null : { kind: "list", title, items: things.map(toParts) };
}

function toPersonParts({ name, affiliation, x, url }: Person, { words }: Language): Part[] {
  const { beside } = words.names;
  return [
    url === undefined ? toLine(name) : { text: toLine(name), url },
    affiliation === undefined ? "" : beside + toLine(affiliation),
    ...(x === undefined ? [] : [beside, { text: `@${x}`, url: toXUrl(x) }]),
  ];
}

/** "The title, by Ada Example and Grace Example". */
function toTalkParts({ title, presenters }: Talk, { inLanguage }: Session, language: Language): Part[] {
  const names = toNameList(
    presenters.map(({ name }) => name),
    language,
  );
  return [
    inLanguage === undefined ? toLine(title) : { text: toLine(title), lang: inLanguage },
    names === "" ? "" : language.words.session.by(names),
  ];
}

/** "Replay", or "Replay of The title". */
function toReplayLabel(talk: string | undefined, { words: { replay } }: Language): string {
  return talk === undefined ? replay.label : toLine(replay.of(talk));
}

function toPaperParts({ title, arxiv, url }: Paper, { words }: Language): Part[] {
  return [
    url === undefined ? toLine(title) : { text: toLine(title), url },
    arxiv === undefined ? "" : `${words.names.beside}arXiv:${arxiv}`,
  ];
}
