/** `npm run validate`: checks the data with the build's own code, and warns of what is probably not meant. */
import type { CompiledFiles, Origin } from "../build/compile-data.ts";
import { sortMistakes, toMistakeLine, toMistakeReport, type Mistake } from "../build/mistake.ts";
import { toWeekday } from "../programme/civil-time.ts";
import { WEEKDAYS, toEnglishDate } from "../wording/dates.ts";
import type { Club } from "../programme/club.ts";
import { DAY, type Instant } from "../programme/instant.ts";
import type { Session } from "../programme/session.ts";
import { EXIT, paint, printJson, runCommand, type Exit, type Parsed } from "./terminal/command-line.ts";
import { readData, readTranscripts, type ReadData } from "./terminal/data-files.ts";

const HELP = `npm run validate: check the club's folder as the build does.

Errors stop a build: each is named with file, line, field and what to write instead.
Warnings do not: a session on an unusual weekday, without presenters, two on one day, a past
session without a replay, a link or a handle inside a name, a formula that cannot be read. Of one
kind the first is named, with their number.

  --strict   warnings count as errors
  --json     print for programs
  --help     this text

The club's folder is data, or what .data-dir or DATA_DIR names.
Exit code: 0 no errors, 1 errors, 2 wrong options.
`;

const OPTIONS = {
  strict: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
} as const;

async function run({ values }: Parsed<typeof OPTIONS>): Promise<Exit | void> {
  const { compilation, folder } = await readData();
  const mistakes = await findMistakes(folder, compilation);
  const warnings = compilation.ok ? findWarnings(compilation.value, Date.now()) : [];
  if (values.json) printJson({ errors: mistakes, warnings });
  else {
    for (const line of toWarningLines(warnings)) console.log(`${paint("yellow", "warning")} ${line}`);
    const count = warnings.length === 1 ? "1 warning" : `${warnings.length} warnings`;
    if (compilation.ok && mistakes.length === 0)
      console.log(`${folder}: ${compilation.value.sessions.length} sessions, no errors, ${count}`);
    else console.error(toMistakeReport(mistakes, "nothing would be built", process.stderr));
  }
  if (mistakes.length > 0 || (values.strict && warnings.length > 0)) return EXIT.mistakes;
}

/** Of the data; once there are none, of the transcripts. */
async function findMistakes(folder: string, compilation: ReadData["compilation"]): Promise<Mistake[]> {
  if (!compilation.ok) return compilation.error.mistakes;
  return (await readTranscripts(folder, compilation.value)).mistakes;
}

/** A replay is on the channel after this, or somebody should look. */
const REPLAY_WITHIN: Instant = 7 * DAY;

/** What is probably not meant, if it is so, of which field; `kind` where the message names what differs each time. */
type Check = readonly [isSo: boolean, field: string, message: string, kind?: string];

/** Of warnings of one kind people are told the first, and how many there are. */
export type Warning = Mistake & { kind: string };

/** Every warning with file, line and field, by file. */
export function findWarnings(data: CompiledFiles, now: Instant): Warning[] {
  const ofSessions = data.sessions.flatMap((session) => {
    const origin = data.origins.get(session.id);
    return origin === undefined
      ? []
      : [...warn(checkSession(session, data, now), origin), ...toDoubtful(origin)];
  });
  return sortMistakes([...warn(checkClub(data.club), data.clubOrigin), ...ofSessions]);
}

/** The same of many files is said once, for the first of them. */
export function toWarningLines(warnings: readonly Warning[]): string[] {
  const alike = Map.groupBy(warnings, ({ kind }) => kind);
  return [...alike.values()].flatMap((same) => {
    const more = same.length === 1 ? "" : ` (${same.length - 1} more like it; --json names them)`;
    return same.slice(0, 1).map((first) => toMistakeLine(first) + more);
  });
}

/** What the build has read, and doubts. */
function toDoubtful({ path, doubts = [] }: Origin): Warning[] {
  return doubts.map((doubt) => ({ path, ...doubt, kind: `${doubt.field}: formula` }));
}

function warn(checks: readonly Check[], { path, lineOf }: Origin): Warning[] {
  return checks.flatMap(([isSo, field, message, ofKind = message]) => {
    // Of whichever presenter or paper.
    const kind = `${field.replaceAll(/\[\d+\]/g, "")}: ${ofKind}`;
    return isSo ? [{ path, line: lineOf(field), field, message, kind }] : [];
  });
}

function checkSession(session: Session, { club, sessions, origins }: CompiledFiles, now: Instant): Check[] {
  const { date, endsAt, status, presenters, papers } = session;
  if (status === "cancelled") return [];
  const usual = WEEKDAYS[club.usual.weekday - 1];
  const isReplayMissing =
    session.replay === undefined && status !== "postponed" && endsAt + REPLAY_WITHIN <= now;
  // The later of two names the earlier.
  const other = sessions
    .slice(0, sessions.indexOf(session))
    .find((earlier) => earlier.date === date && earlier.status !== "cancelled");
  return [
    [
      toWeekday(date) !== club.usual.weekday,
      "date",
      `${toEnglishDate(date)} is not the club's usual ${usual}`,
      "unusual weekday",
    ],
    [presenters.length === 0, "presenters", "nobody presents"],
    ...presenters.flatMap(({ name, affiliation = "" }, index) => [
      ...checkWords(`presenters[${index}].name`, name),
      ...checkWords(`presenters[${index}].affiliation`, affiliation),
    ]),
    ...papers.flatMap(({ title }, index) => checkWords(`papers[${index}].title`, title)),
    [
      isReplayMissing,
      "replay",
      'is over and names no replay: none is needed if the service finds it (npm run matches); "replay: none" if it was not recorded',
    ],
    [
      other !== undefined,
      "date",
      `${date} has another session: ${origins.get(other?.id ?? "")?.path}`,
      "another session",
    ],
  ];
}

function checkClub({ youtube, hosts }: Club): Check[] {
  const message = "no channel and no playlist is named, so no new replay is found: npm run channel";
  return [
    [youtube.channels.length + youtube.playlists.length === 0, "youtube.channels", message],
    ...hosts.flatMap(({ name }, index) => checkWords(`hosts[${index}].name`, name)),
  ];
}

/** A handle or a link where words belong. */
function checkWords(field: string, words: string): Check[] {
  const hasLink = /https?:\/\/|www\./i.test(words);
  const hasHandle = !hasLink && /(?:^|\s)\(?@\w/.test(words);
  return [
    [hasLink, field, "has a link in it, which belongs under url"],
    [hasHandle, field, "has a handle in it, which belongs under x"],
  ];
}

export const main = () => runCommand(HELP, OPTIONS, run);
if (import.meta.main) await main();
