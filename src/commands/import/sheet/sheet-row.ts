/** One row of a sheet to a session, cell by cell; what is not understood is left over. */
import { toInstant } from "../../../programme/civil-time.ts";
import { MINUTE } from "../../../programme/instant.ts";
import { fail, succeed, type Result } from "../../../programme/result.ts";
import { findTimes } from "../../announce/when/mentions.ts";
import { settleTime } from "../../announce/when/which-time.ts";
import type { NoSession } from "../calendar/event.ts";
import { readDescription, splitPlace, withTitle } from "../description.ts";
import type { PastContext, PastSession } from "../past-session.ts";
import { readPresenters } from "../presenters.ts";
import { toSessionTime, toWholeDay } from "../session-time.ts";
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
import { findOtherWeekday, readDateCell, toHeadingYears, type Order, type Years } from "./sheet-dates.ts";
import { readLinks, type RowLinks } from "./sheet-links.ts";
import { readRowPresenters } from "./sheet-people.ts";

export interface RowContext {
  columns: Columns;
  order: Order | null;
  /** Of the heading above. */
  years: Years | null;
  place: string;
}

export type Say = (role: Role) => string;

export function readRow(
  cells: readonly string[],
  row: RowContext,
  context: PastContext,
): Result<PastSession, NoSession> {
  const { at } = row.columns;
  const say: Say = (role) => cells[at[role] ?? -1] ?? "";
  const titled = readTitle(say("title"), context.names);
  const noTitle = findNoTitle(titled.title);
  if (noTitle !== null) return refuse(noTitle);
  const leftOver: string[] = [];
  const take = <T>(name: string, { value, isRead }: ReadCell<T>, cell: string): T | undefined => {
    if (!isRead) leftOver.push(`${name}: "${cell}"`);
    return value;
  };
  const duration = take("duration", readDuration(say("duration")), say("duration"));
  const time = readTime(say, row, context, duration);
  if (!time.ok) return time;
  const number = take("number", readNumber(say("number")), say("number"));
  if (titled.number !== undefined && number !== undefined && titled.number !== number)
    leftOver.push(`number: "${say("number")}"`);
  const status = take("status", readStatus(say("status")), say("status"));
  const language = take("language", readLanguage(say("language")), say("language"));
  const tags = take("tags", readTags(say("tags")), say("tags"));
  const people = readRowPresenters(say, row.columns);
  const chair = readPresenters(say("chair"), true);
  const place = splitPlace(NOTHING.test(say("location")) ? "" : say("location"));
  const { leftOver: otherLinks, ...links } = readLinks(say, titled.title);
  const join = links.join ?? place.meeting;
  const passcode = readPasscode(say("passcode"), links, join, leftOver);
  const about = readDescription(say("abstract"));
  return succeed({
    place: row.place,
    id: null,
    number: titled.number ?? number,
    title: titled.title,
    ...time.value,
    status: titled.status ?? status,
    presenters: people.presenters.length > 0 ? people.presenters : about.presenters,
    ...links,
    replay: links.replay ?? about.replay,
    slides: links.slides ?? about.slides,
    code: links.code ?? about.code,
    papers: links.papers.length > 0 ? links.papers : withTitle(about.papers, titled.title),
    join,
    passcode,
    location: place.room === "" ? undefined : place.room,
    chair: chair.presenters,
    language: language === context.language ? undefined : language,
    tags: tags ?? [],
    announced: time.value.date,
    abstract: about.abstract,
    leftOver: [
      ...people.leftOver,
      ...chair.leftOver.map((words) => words.replace("who presents", "chair")),
      ...otherLinks,
      ...leftOver,
      ...about.leftOver,
      ...(about.title === undefined ? [] : [`title: "${about.title}"`]),
      ...(about.room === undefined || place.room !== "" ? [] : [`room: "${about.room}"`]),
    ],
  });
}

/** A passcode without an address opens nothing. */
function readPasscode(
  cell: string,
  links: Pick<RowLinks, "passcode">,
  join: string | undefined,
  leftOver: string[],
): string | undefined {
  const passcode = NOTHING.test(cell) ? links.passcode : cell;
  if (passcode === undefined || (join !== undefined && passcode.length <= MAX_PASSCODE)) return passcode;
  leftOver.push(`passcode: "${passcode}"`);
  return undefined;
}

const MAX_PASSCODE = 100;
const TO_BE_ANNOUNCED = /^(?:tb[acd]|\?+|[-–—]+)$/i;

type RowTime = Result<ReturnType<typeof toWholeDay>, NoSession>;

function readTime(
  say: Say,
  { order, years, columns }: RowContext,
  context: PastContext,
  minutes: number | undefined,
): RowTime {
  if (say("date") === "") return refuse(`"${say("title")}" has no date`);
  const day = readDateCell(say("date"), order, toHeadingYears(say("year")) ?? years);
  if (!day.ok) return refuse(day.error.message);
  const { date, rest } = day.value;
  const otherDay = findOtherWeekday(say("weekday"), date);
  if (otherDay !== null) return refuse(`"${say("weekday")}" beside "${say("date")}" ${otherDay}`);
  const own = minutes === context.usual.durationMinutes ? undefined : minutes;
  const said = [rest, say("time")].filter((one) => one !== "").map(toMinutes);
  if (said.length > 0 && said.every((one) => TO_BE_ANNOUNCED.test(one))) return succeed(toWholeDay(date));
  if (said.length === 0) {
    if (say("end") !== "") return refuse(`"${say("end")}" is an end without a beginning`);
    return succeed({ date, start: undefined, clock: undefined, duration: own });
  }
  const words = toClockWords(said.join(" "), toEnd(say("end"), date, order), say("zone") || columns.zone);
  const time = readClock(words, date, context);
  if (!time.ok || minutes === undefined || time.value.hasEnd) return time;
  const { hasEnd: _hasEnd, ...value } = time.value;
  return succeed({ ...value, duration: own });
}

/** Seconds are of no use here, "15:00:00"; "15.00 uur" is Dutch for "15:00". */
function toMinutes(clock: string): string {
  const hours = clock.replace(/(?<!\d)(\d{1,2})(?:[.:](\d{2}))?\s?(?:uur|u)(?![\p{L}\d])/giu, (_, hour, minute = "00") => `${hour}:${minute}`);
  return hours.replace(/(?<=(?<![\d:])\d{1,2}:\d{2}):00(?:\.0+)?(?!\d|:)/g, "");
}

/** An end may stand with its day. */
function toEnd(cell: string, date: string, order: Order | null): string {
  const day = readDateCell(cell, order, null);
  return toMinutes(day.ok && day.value.date === date ? day.value.rest : cell);
}

const OFFSET = /(?<=\d)\s?(?:Z|[+-]\d{2}:?\d{2})$/;

/** "15:00", "16:00" and "ET" to "15:00–16:00 ET"; a zone is said once. */
function toClockWords(start: string, end: string, zone: string): string {
  const isSame = end !== "" && OFFSET.exec(start)?.[0] === OFFSET.exec(end)?.[0];
  const begin = isSame ? start.replace(OFFSET, "") : start;
  const words = end === "" ? begin : `${begin}–${end}`;
  return findTimes(words)[0]?.zone == null ? `${words} ${zone}`.trim() : words;
}

/** A time that is not wholly understood must not pass for the usual one. */
function readClock(
  words: string,
  date: string,
  context: PastContext,
): Result<ReturnType<typeof toWholeDay> & { hasEnd?: boolean }, NoSession> {
  const { timeZone, usual } = context;
  const [time, another] = findTimes(words);
  const left = words.replace(time?.text ?? "", " ").replace(/[\s,;:()|@–-]+/g, "");
  if (
    time === undefined ||
    another !== undefined ||
    (left !== "" && !/^(?:at|um|à|alle|ore|às|alas|om)$/i.test(left))
  )
    return refuse(`"${words}" is not understood as a time`);
  const settled = settleTime([time], date, { timeZone, start: usual.start });
  if (!settled.ok) return refuse(settled.error.message);
  const { date: civil, start = usual.start, duration } = settled.value;
  const instant = toInstant(civil, start, timeZone);
  if (!instant.ok) return refuse(`${start} on ${civil} does not exist in ${timeZone}`);
  const end = duration === undefined ? null : instant.value + duration * MINUTE;
  return succeed({ ...toSessionTime(instant.value, end, context), ...(end !== null && { hasEnd: true }) });
}

function refuse(message: string): { ok: false; error: NoSession } {
  return fail({ reason: "no_session", message });
}
