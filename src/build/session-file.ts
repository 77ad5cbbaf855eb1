/** One file of `data/sessions` to a session. */
import { addDays, toInstant, toStartOfDay } from "../programme/civil-time.ts";
import { MINUTE, type Instant } from "../programme/instant.ts";
import { fail, succeed, type Result } from "../programme/result.ts";
import type { Session } from "../programme/session.ts";
import { toAbstract } from "./abstract.ts";
import type { ClubDefaults } from "./club-file.ts";
import { findTextMistake, toPlainLines } from "./data-file.ts";
import { checkFields, type CheckedFields } from "./field.ts";
import type { PlacedMistake } from "./mistake.ts";
import { sessionFront, type Announced, type SessionFront } from "./session-fields.ts";
import { parseYaml, type YamlTree } from "./yaml.ts";

export interface ReadSession {
  /** Null where something in the file is wrong. */
  session: Session | null;
  /** The front matter as text, also where it is wrong; for checks over all files. */
  fields: YamlTree["value"];
  lineOf: (field: string) => number;
  mistakes: PlacedMistake[];
}

type SessionTime = Pick<Session, "date" | "timeZone" | "isAllDay" | "startsAt" | "endsAt">;

/** A field whose time does not exist, and why. */
type TimeFault = { reason: "no_such_time"; field: "date" | "start"; message: string };

/** A session file's two parts: YAML between two lines of `---`, and the abstract below. */
export interface FrontMatter {
  yaml: string;
  /** The line on which the YAML begins. */
  yamlLine: number;
  abstract: string;
  /** The line after the closing `---`. */
  abstractLine: number;
}

export type FrontMatterFault = { reason: "no_front_matter" | "not_closed" };

const FENCE = /^---[ \t]*$/;

const FRONT_MATTER_FAULTS: Record<FrontMatterFault["reason"], string> = {
  no_front_matter: 'does not begin with front matter, expected a first line of "---"',
  not_closed: 'has front matter without an end, expected a line of "---" before the abstract',
};

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
  if (!parts.ok) return unread({ line: 1, field: "file", message: FRONT_MATTER_FAULTS[parts.error.reason] });
  const { length } = parts.value.yaml;
  if (length > MAX_FRONT_CHARACTERS) {
    const message = `has too much front matter (${length} characters), expected at most ${MAX_FRONT_CHARACTERS}`;
    return unread({ line: 1, field: "file", message });
  }

  const tree = parseYaml(parts.value.yaml, parts.value.yamlLine, 1);
  const { value, mistakes } = readFront(tree, club);
  const abstract = readAbstract(parts.value.abstract);
  const read = { fields: tree.value, lineOf: tree.lineOf };
  if (!abstract.ok) {
    const tooMuch = { line: parts.value.abstractLine, field: "abstract", message: abstract.error.message };
    return { session: null, ...read, mistakes: [...mistakes, tooMuch] };
  }
  const session = value === null ? null : toSession(value.front, value.time, abstract.value);
  return { session, ...read, mistakes };
}

/** Split a session file; `text` has LF line ends and no byte order mark. */
export function parseFrontMatter(text: string): Result<FrontMatter, FrontMatterFault> {
  const lines = text.split("\n");
  if (!FENCE.test(lines[0] ?? "")) return fail({ reason: "no_front_matter" });
  const close = lines.findIndex((line, index) => index > 0 && FENCE.test(line));
  if (close === -1) return fail({ reason: "not_closed" });
  return succeed({
    yaml: lines.slice(1, close).join("\n"),
    yamlLine: 2,
    abstract: lines.slice(close + 1).join("\n"),
    abstractLine: close + 2,
  });
}

/** The fields and the instants they give; both or mistakes. */
function readFront(
  tree: YamlTree,
  club: ClubDefaults,
): CheckedFields<{ front: SessionFront; time: SessionTime }> {
  const { value: front, mistakes } = checkFields(sessionFront, tree);
  if (front === null) return { value: null, mistakes };
  const time = toSessionTime(front, club);
  if (time.ok) return { value: { front, time: time.value }, mistakes };
  const { field, message } = time.error;
  return { value: null, mistakes: [{ line: tree.lineOf(field), field, message }] };
}

function unread(mistake: PlacedMistake): ReadSession {
  return { session: null, fields: {}, lineOf: () => 1, mistakes: [mistake] };
}

function readAbstract(
  markdown: string,
): Result<Session["abstract"], { reason: "bad_abstract"; message: string }> {
  if (markdown.length > MAX_ABSTRACT_CHARACTERS) {
    const message = `is too long (${markdown.length} characters), expected at most ${MAX_ABSTRACT_CHARACTERS}`;
    return fail({ reason: "bad_abstract", message });
  }
  const abstract = toAbstract(markdown);
  if (abstract.ok) return abstract;
  return fail({
    reason: "bad_abstract",
    message: "is nested too deeply, expected paragraphs, lists and quotations",
  });
}

function toSession(front: SessionFront, time: SessionTime, abstract: Session["abstract"]): Session {
  const { announced, start: _start, duration: _duration, papers, ...rest } = front;
  return {
    ...rest,
    ...time,
    papers: papers.map((paper) => ({ ...paper, ...toPaperUrl(paper) })),
    ...(announced !== undefined && { announcedAt: toAnnouncedAt(announced, time.timeZone) }),
    abstract,
  };
}

function toPaperUrl({ arxiv, url }: SessionFront["papers"][number]): { url?: string } {
  if (url !== undefined) return { url };
  return arxiv === undefined ? {} : { url: `https://arxiv.org/abs/${arxiv}` };
}

/** The instants of a session; "tba" is the whole day in its zone. */
function toSessionTime(front: SessionFront, club: ClubDefaults): Result<SessionTime, TimeFault> {
  const { date } = front;
  const timeZone = front.timeZone ?? club.timeZone;
  const start = front.start ?? club.start;
  if (start === "tba") return toWholeDay(date, timeZone);
  const startsAt = toInstant(date, start, timeZone);
  if (startsAt.ok) {
    const endsAt = startsAt.value + (front.duration ?? club.durationMinutes) * MINUTE;
    return succeed({ date, timeZone, isAllDay: false, startsAt: startsAt.value, endsAt });
  }
  const { shifted } = startsAt.error;
  const message =
    `"${start}" on ${date} does not exist in ${timeZone}, where the clocks jump over it, ` +
    `expected another time, such as ${shifted.time}`;
  return fail({ reason: "no_such_time", field: front.start === undefined ? "date" : "start", message });
}

/** When the announcement was made; a day counts from its first instant. */
function toAnnouncedAt(announced: Announced, timeZone: string): Instant {
  return "at" in announced ? announced.at : toStartOfDay(announced.date, timeZone);
}

function toWholeDay(date: string, timeZone: string): Result<SessionTime, TimeFault> {
  const startsAt = toStartOfDay(date, timeZone);
  const endsAt = toStartOfDay(addDays(date, 1), timeZone);
  if (startsAt < endsAt) return succeed({ date, timeZone, isAllDay: true, startsAt, endsAt });
  const message = `"${date}" does not exist in ${timeZone}, which left the day out, expected another date`;
  return fail({ reason: "no_such_time", field: "date", message });
}
