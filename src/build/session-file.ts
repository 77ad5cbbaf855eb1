/** One file of `data/sessions` to a session. */
import { addDays, toInstant, toStartOfDay } from "../programme/civil-time.ts";
import { MINUTE } from "../programme/instant.ts";
import { fail, succeed, type Result } from "../programme/result.ts";
import type { Paper, Session } from "../programme/session.ts";
import { toAbstract, type ReadAbstract } from "./abstract.ts";
import type { ClubDefaults } from "./club-file.ts";
import { findTextMistake, toPlainLines } from "./data-file.ts";
import { checkFields, type CheckedFields } from "./field.ts";
import { quote, type PlacedMistake } from "./mistake.ts";
import { withReadableTitles } from "./readable-titles.ts";
import { sessionFront, type SessionFront } from "./session-fields.ts";
import { findContradiction, toReplays, toWhole } from "./session-members.ts";

export interface ReadSession extends Omit<CheckedFields<Session>, "value"> {
  /** Null where something in the file is wrong. */
  session: Session | null;
  /** What does not stop a build, but is probably not meant: formulas that cannot be read. */
  doubts: PlacedMistake[];
}

type SessionTime = Pick<Session, "date" | "timeZone" | "isAllDay" | "startsAt" | "endsAt">;

/** What is wrong with the file, its abstract, or a field beside others. */
type SessionFault = {
  reason: "bad_session";
  field: "file" | "date" | "start" | "abstract" | "replay" | "passcode";
  message: string;
};

type SessionFaults = { reason: "faults"; faults: SessionFault[] };

/** A session file's two parts: YAML between two lines of `---`, and the abstract below. */
export interface FrontMatter {
  /** From the second line on. */
  yaml: string;
  abstract: string;
  /** The line after the closing `---`. */
  abstractLine: number;
}

const FENCE = /^---[ \t]*$/;

/** Ten times the longest front matter seen; the YAML parser takes its time over more. */
const MAX_FRONT_CHARACTERS = 20_000;
/** Four times the longest abstract seen; what is longer is a paper. */
const MAX_ABSTRACT_CHARACTERS = 20_000;

/** Read a session file; all mistakes at once. */
export function readSessionFile(source: string, club: ClubDefaults): ReadSession {
  const text = toPlainLines(source);
  const unreadable = findTextMistake(text);
  if (unreadable !== null) return unread(unreadable);
  const parts = parseFrontMatter(text);
  if (!parts.ok) return unread({ line: 1, ...parts.error });

  const { yaml, abstract: markdown, abstractLine } = parts.value;
  // An empty line stands for the first "---", so that lines are those of the file.
  const { value: front, fields, lineOf, mistakes } = checkFields(sessionFront, `\n${yaml}`);
  const abstract = readAbstract(markdown);
  const session = front === null ? toFailure([abstract]) : checkSession(front, abstract, club);
  for (const { field, message } of session.ok ? [] : session.error.faults)
    mistakes.push({ line: field === "abstract" ? abstractLine : lineOf(field), field, message });
  const doubts = abstract.ok ? toDoubts(abstract.value, abstractLine) : [];
  return { session: session.ok ? session.value : null, fields, lineOf, mistakes, doubts };
}

/** Split a session file; `text` has LF line ends and no byte order mark. */
export function parseFrontMatter(text: string): Result<FrontMatter, SessionFault> {
  const lines = text.split("\n");
  if (!FENCE.test(lines[0] ?? ""))
    return blame("file", 'does not begin with front matter, expected a first line of "---"');
  const close = lines.findIndex((line, index) => index > 0 && FENCE.test(line));
  if (close === -1)
    return blame("file", 'has front matter without an end, expected a line of "---" before the abstract');
  const yaml = lines.slice(1, close).join("\n");
  if (yaml.length > MAX_FRONT_CHARACTERS)
    return blame("file", `has too much front matter ${toExcess(yaml, MAX_FRONT_CHARACTERS)}`);
  return succeed({ yaml, abstract: lines.slice(close + 1).join("\n"), abstractLine: close + 2 });
}

function unread({ line, field, message }: PlacedMistake): ReadSession {
  return { session: null, fields: {}, lineOf: () => 1, mistakes: [{ line, field, message }], doubts: [] };
}

function blame(field: SessionFault["field"], message: string): { ok: false; error: SessionFault } {
  return fail({ reason: "bad_session", field, message });
}

function toExcess({ length }: string, limit: number): string {
  return `(${length} characters), expected at most ${limit}`;
}

function toDoubts({ unread: formulas }: ReadAbstract, abstractLine: number): PlacedMistake[] {
  return formulas.map(({ formula, problem, line }) => ({
    line: abstractLine + line - 1,
    field: "abstract",
    message: `${quote(formula)} is shown as it is written, as it cannot be read as a formula: ${problem}`,
  }));
}

function readAbstract(markdown: string): Result<ReadAbstract, SessionFault> {
  if (markdown.length > MAX_ABSTRACT_CHARACTERS)
    return blame("abstract", `is too long ${toExcess(markdown, MAX_ABSTRACT_CHARACTERS)}`);
  const abstract = toAbstract(markdown);
  if (abstract.ok) return abstract;
  return blame("abstract", "is nested too deeply, expected paragraphs, lists and quotations");
}

/** The session, or what is wrong with fields that are good by themselves. */
function checkSession(
  front: SessionFront,
  abstract: Result<ReadAbstract, SessionFault>,
  club: ClubDefaults,
): Result<Session, SessionFaults> {
  const time = toSessionTime(front, club);
  const together = checkTogether(front);
  if (time.ok && abstract.ok && together.ok) return succeed(toSession(front, time.value, abstract.value));
  return toFailure([time, abstract, together]);
}

function toFailure(reads: readonly Result<unknown, SessionFault>[]): Result<never, SessionFaults> {
  return fail({ reason: "faults", faults: reads.flatMap((read) => (read.ok ? [] : read.error)) });
}

/** Fields that are good by themselves, and contradict each other. */
function checkTogether({ join, passcode, ...front }: SessionFront): Result<null, SessionFault> {
  const contradiction = findContradiction(front);
  if (contradiction !== null) return blame("replay", contradiction);
  if (passcode === undefined || join !== undefined) return succeed(null);
  return blame("passcode", 'has no address to join at beside it, expected "join: https://…" too');
}

function toSession(front: SessionFront, time: SessionTime, { abstract, written }: ReadAbstract): Session {
  const { announced, start: _start, duration: _duration, papers, links, language, ...others } = front;
  const { talks, replay: _replay, knownAs: _knownAs, ...rest } = others;
  const ownTalks = talks.map((talk) => ({ ...talk, papers: talk.papers.map(withUrl) }));
  return withReadableTitles({
    ...rest,
    ...time,
    ...toWhole({ presenters: front.presenters, papers: papers.map(withUrl), talks: ownTalks }),
    ...toReplays(front),
    ...(talks.length > 0 && { talks: ownTalks }),
    ...(links.length > 0 && { links }),
    ...(language !== undefined && { inLanguage: language }),
    // A day counts from its first instant.
    ...(announced !== undefined && {
      announcedAt: "at" in announced ? announced.at : toStartOfDay(announced.date, time.timeZone),
    }),
    abstract,
    ...(written !== undefined && { written: { abstract: written } }),
  });
}

function withUrl(paper: Paper): Paper {
  if (paper.url !== undefined || paper.arxiv === undefined) return paper;
  return { ...paper, url: `https://arxiv.org/abs/${paper.arxiv}` };
}

/** The instants of a session; "tba" is the whole day in its zone. */
function toSessionTime(front: SessionFront, club: ClubDefaults): Result<SessionTime, SessionFault> {
  const { usual } = club;
  const { date, timeZone = club.timeZone, start = usual.start, duration = usual.duration } = front;
  if (start === "tba") return toWholeDay(date, timeZone);
  const startsAt = toInstant(date, start, timeZone);
  if (startsAt.ok) {
    const endsAt = startsAt.value + duration * MINUTE;
    return succeed({ date, timeZone, isAllDay: false, startsAt: startsAt.value, endsAt });
  }
  return blame(
    front.start === undefined ? "date" : "start",
    `"${start}" on ${date} does not exist in ${timeZone}, where the clocks jump over it, ` +
      `expected another time, such as ${startsAt.error.shifted.time}`,
  );
}

function toWholeDay(date: string, timeZone: string): Result<SessionTime, SessionFault> {
  const startsAt = toStartOfDay(date, timeZone);
  const endsAt = toStartOfDay(addDays(date, 1), timeZone);
  if (startsAt < endsAt) return succeed({ date, timeZone, isAllDay: true, startsAt, endsAt });
  return blame(
    "date",
    `"${date}" does not exist in ${timeZone}, which left the day out, expected another date`,
  );
}
