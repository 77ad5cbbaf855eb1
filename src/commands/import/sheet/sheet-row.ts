/** One row of a sheet to a session, cell by cell; what is not understood is left over. */
import { fail, succeed, type Result } from "../../../programme/result.ts";
import type { NoSession } from "../calendar/event.ts";
import { withTitle } from "../description-labels.ts";
import { readDescription, splitPlace } from "../description.ts";
import { UNSAID, type PastContext, type PastSession } from "../past-session.ts";
import { readPresenters } from "../presenters.ts";
import { findNoTitle, readTitle } from "../title.ts";
import type { Role } from "./column-names.ts";
import type { Columns } from "./columns.ts";
import {
  NOTHING,
  readDuration,
  readLanguage,
  readNumber,
  readStatus,
  readTags,
  type ReadCell,
} from "./sheet-cells.ts";
import type { Order, Years } from "./sheet-dates.ts";
import { readLinks, type RowLinks } from "./sheet-links.ts";
import { readRowPresenters } from "./sheet-people.ts";
import { readTime } from "./sheet-time.ts";

export interface RowContext {
  columns: Columns;
  order: Order | null;
  /** Of the heading above. */
  years: Years | null;
  /** The last cell of a column of terms or years. */
  term?: string;
  place: string;
}

export type Say = (role: Role) => string;

export function readRow(
  cells: readonly string[],
  row: RowContext,
  context: PastContext,
): Result<PastSession, NoSession> {
  const say = createSay(cells, row.columns);
  const torn = findTorn(cells, row.columns);
  if (torn !== null) return refuse(`"${say("title").slice(0, MAX_SHOWN)}" ${torn}`);
  const titled = readTitle(say("title"), context.names);
  const noTitle = findNoTitle(titled.title);
  if (noTitle !== null) return refuse(noTitle);
  const plain = readPlainCells(say, context);
  const time = readTime(say, row, context, plain.duration);
  if (!time.ok) return time;
  const people = readRowPresenters(say, row.columns);
  const chair = readPresenters(say("chair"), true);
  const { leftOver: otherLinks, ...links } = readLinks(say, titled.title);
  const where = readWhere(say, links);
  const about = readAbout(say("abstract"), { ...links, presenters: people.presenters }, titled.title, where);
  return succeed({
    ...UNSAID,
    place: row.place,
    id: null,
    title: titled.title,
    ...time.value,
    number: titled.number ?? plain.number,
    status: titled.status ?? plain.status,
    ...links,
    ...about.fields,
    ...where.fields,
    chair: chair.presenters,
    language: plain.language,
    tags: plain.tags,
    announced: time.value.date,
    leftOver: [
      ...people.leftOver,
      ...chair.leftOver.map((words) => words.replace("who presents", "chair")),
      ...otherLinks,
      ...plain.leftOver,
      ...(isOtherNumber(titled.number, plain.number) ? [`number: "${say("number")}"`] : []),
      ...where.leftOver,
      ...about.leftOver,
    ],
  });
}

/** Longer than any cell but an abstract's; that of one is what a session file takes. */
const MAX_CELL_CHARACTERS = 4_000;
const MAX_ABSTRACT_CHARACTERS = 20_000;
const MAX_SHOWN = 80;

/** Why a row's cells may not be those of its columns: a quote that nothing closes runs through many rows. */
function findTorn(cells: readonly string[], { at, width }: Columns): string | null {
  if (cells.slice(width).some((cell) => cell !== "")) return "has more cells than there are columns";
  const isLong = cells.some(
    ({ length }, index) => length > (index === at.abstract ? MAX_ABSTRACT_CHARACTERS : MAX_CELL_CHARACTERS),
  );
  return isLong ? `has a cell of more than ${MAX_CELL_CHARACTERS} characters` : null;
}

function createSay(cells: readonly string[], { at, presenters }: Columns): Say {
  const all = presenters.map((index) => cells[index] ?? "").filter((cell) => cell !== "");
  return (role) => (role === "presenters" && all.length > 1 ? all.join("; ") : (cells[at[role] ?? -1] ?? ""));
}

function isOtherNumber(titled: number | undefined, number: number | undefined): boolean {
  return titled !== undefined && number !== undefined && titled !== number;
}

/** The cells that have one value each. */
function readPlainCells(say: Say, { language: usual }: PastContext) {
  const leftOver: string[] = [];
  const take = <T>(role: Role, readCell: (cell: string) => ReadCell<T>): T | undefined => {
    const { value, isRead } = readCell(say(role));
    if (!isRead) leftOver.push(`${role}: "${say(role)}"`);
    return value;
  };
  const language = take("language", readLanguage);
  return {
    duration: take("duration", readDuration),
    number: take("number", readNumber),
    status: take("status", readStatus),
    language: language === usual ? undefined : language,
    tags: take("tags", readTags) ?? [],
    leftOver,
  };
}

type Where = { fields: Pick<PastSession, "join" | "passcode" | "location">; leftOver: string[] };

/** A passcode without an address opens nothing. */
function readWhere(say: Say, links: RowLinks | Omit<RowLinks, "leftOver">): Where {
  const { meeting, room } = splitPlace(NOTHING.test(say("location")) ? "" : say("location"));
  const join = links.join ?? meeting;
  const location = room === "" ? undefined : room;
  const passcode = NOTHING.test(say("passcode")) ? links.passcode : say("passcode");
  if (passcode === undefined || (join !== undefined && passcode.length <= MAX_PASSCODE))
    return { fields: { join, passcode, location }, leftOver: [] };
  return { fields: { join, passcode: undefined, location }, leftOver: [`passcode: "${passcode}"`] };
}

const MAX_PASSCODE = 100;

type Material = Pick<PastSession, "presenters" | "papers" | "replay" | "slides" | "code">;

/** The abstract, and what its labels say that no column does. */
function readAbout(
  cell: string,
  { presenters, papers, replay, slides, code }: Material,
  title: string,
  { fields: { location } }: Where,
): { fields: Material & Pick<PastSession, "abstract">; leftOver: string[] } {
  const about = readDescription(cell);
  return {
    fields: {
      presenters: presenters.length > 0 ? presenters : about.presenters,
      papers: papers.length > 0 ? papers : withTitle(about.papers, title),
      replay: replay ?? about.replay,
      slides: slides ?? about.slides,
      code: code ?? about.code,
      abstract: about.abstract,
    },
    leftOver: [
      ...about.leftOver,
      ...toOther("title", about.title, title),
      ...toOther("room", about.room, location),
      ...toOther("recording", about.replay, replay ?? about.replay),
      ...toOther("slides", about.slides, slides ?? about.slides),
      ...toOther("code", about.code, code ?? about.code),
      ...(papers.length > 0 ? about.papers.map(({ arxiv, url }) => `papers: ${arxiv ?? url}`) : []),
    ],
  };
}

/** What a label says and no field holds. */
function toOther(name: string, said: string | undefined, held: string | undefined): string[] {
  return said === undefined || said === held ? [] : [`${name}: "${said}"`];
}

function refuse(message: string): { ok: false; error: NoSession } {
  return fail({ reason: "no_session", message });
}
