/** `npm run validate`: checks the data with the build's own code, and warns of what is probably not meant. */
import type { CompiledFiles } from "../build/compile-data.ts";
import { sortMistakes, toMistakeLine, toMistakeReport, type Mistake } from "../build/mistake.ts";
import { toWeekday } from "../programme/civil-time.ts";
import { WEEKDAYS, toLongDate } from "../wording/dates.ts";
import type { Club } from "../programme/club.ts";
import { DAY, type Instant } from "../programme/instant.ts";
import type { Session } from "../programme/session.ts";
import { EXIT, paint, printJson, runCommand, type Exit, type Parsed } from "./terminal/command-line.ts";
import { readData } from "./terminal/data-files.ts";

const HELP = `npm run validate: check data/ as the build does.

Errors stop a build: each is named with file, line, field and what to write instead.
Warnings do not: a session on an unusual weekday, without presenters, two on one day, a past
session without a replay, a link or a handle inside a name.

  --strict   warnings count as errors
  --json     print for programs
  --help     this text

DATA_DIR names another folder than data.
Exit code: 0 no errors, 1 errors, 2 wrong options.
`;

const OPTIONS = {
  strict: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
} as const;

async function run({ values }: Parsed<typeof OPTIONS>): Promise<Exit | void> {
  const { compiled, mistakes, folder } = await readData();
  const warnings = compiled === null ? [] : findWarnings(compiled, Date.now());
  const isBad = mistakes.length > 0 || (values.strict && warnings.length > 0);
  if (values.json) printJson({ errors: mistakes, warnings });
  else {
    for (const warning of warnings) console.log(`${paint("yellow", "warning")} ${toMistakeLine(warning)}`);
    if (mistakes.length > 0)
      console.error(toMistakeReport(mistakes, "nothing would be built", process.stderr));
    else
      console.log(
        `${folder}: ${compiled?.sessions.length ?? 0} sessions, no errors, ${toCount(warnings.length)}`,
      );
  }
  if (isBad) return EXIT.mistakes;
}

function toCount(warnings: number): string {
  return warnings === 1 ? "1 warning" : `${warnings} warnings`;
}

/** A replay is on the channel after this, or somebody should look. */
const REPLAY_WITHIN: Instant = 7 * DAY;

interface Found {
  field: string;
  message: string;
}

/** Every warning with file, line and field, by file. */
export function findWarnings(data: CompiledFiles, now: Instant): Mistake[] {
  const { club, sessions, origins, clubOrigin } = data;
  const ofSessions = sessions.flatMap((session) => {
    const origin = origins.get(session.id);
    if (origin === undefined) return [];
    const found = [...checkSession(session, club, now), ...checkDay(session, sessions, data)];
    return found.map((one) => ({ path: origin.path, line: origin.lineOf(one.field), ...one }));
  });
  const ofClub = checkClub(club).map((one) => ({
    path: clubOrigin.path,
    line: clubOrigin.lineOf(one.field),
    ...one,
  }));
  return sortMistakes([...ofClub, ...ofSessions]);
}

function checkSession(session: Session, club: Club, now: Instant): Found[] {
  const { date, status, presenters, papers } = session;
  if (status === "cancelled") return [];
  const usual = WEEKDAYS[club.usual.weekday - 1];
  return [
    ...(toWeekday(date) === club.usual.weekday
      ? []
      : [{ field: "date", message: `${toLongDate(date)} is not the club's usual ${usual}` }]),
    ...(presenters.length === 0 ? [{ field: "presenters", message: "nobody presents" }] : []),
    ...presenters.flatMap(({ name, affiliation }, index) => [
      ...checkWords(`presenters[${index}].name`, name),
      ...checkWords(`presenters[${index}].affiliation`, affiliation ?? ""),
    ]),
    ...papers.flatMap(({ title }, index) => checkWords(`papers[${index}].title`, title)),
    ...checkReplay(session, now),
  ];
}

function checkReplay({ endsAt, replay, status }: Session, now: Instant): Found[] {
  if (replay !== undefined || status === "postponed" || endsAt + REPLAY_WITHIN > now) return [];
  const message =
    'is over and names no replay: none is needed if the service finds it (npm run matches); "replay: none" if it was not recorded';
  return [{ field: "replay", message }];
}

/** A handle or a link where words belong. */
function checkWords(field: string, words: string): Found[] {
  if (/https?:\/\/|www\./i.test(words))
    return [{ field, message: "has a link in it, which belongs under url" }];
  return /(?:^|\s)\(?@\w/.test(words)
    ? [{ field, message: "has a handle in it, which belongs under x" }]
    : [];
}

/** The later file of two names the earlier. */
function checkDay(session: Session, sessions: readonly Session[], { origins }: CompiledFiles): Found[] {
  const index = sessions.indexOf(session);
  const other = sessions
    .slice(0, index)
    .find(({ date, status }) => date === session.date && status !== "cancelled");
  if (other === undefined || session.status === "cancelled") return [];
  return [
    {
      field: "date",
      message: `${session.date} has another session: ${origins.get(other.id)?.path ?? other.id}`,
    },
  ];
}

function checkClub(club: Club): Found[] {
  return [
    ...(club.youtube.channelId === null
      ? [
          {
            field: "youtube.channelId",
            message: "no channel is named, so no replay is found: npm run channel",
          },
        ]
      : []),
    ...club.hosts.flatMap(({ name }, index) => checkWords(`hosts[${index}].name`, name)),
  ];
}

if (import.meta.main) await runCommand(HELP, OPTIONS, run);
