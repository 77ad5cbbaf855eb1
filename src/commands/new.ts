/** `npm run new`: writes a session file for the next free date. */
import { Document } from "yaml";
import { addDays, isCivilDate, isClockTime, toCivil, toWeekday } from "../programme/civil-time.ts";
import { WEEKDAYS, toEnglishDate } from "../wording/dates.ts";
import type { Club } from "../programme/club.ts";
import { toNextMeeting } from "../programme/rhythm.ts";
import { toNextId, toNextNumber } from "./announce/plan.ts";
import { toYaml } from "./announce/session-file.ts";
import { type Parsed, UsageError, paint, printJson, runCommand } from "./terminal/command-line.ts";
import { checkFiles, readGoodData, writeFiles } from "./terminal/data-files.ts";

const HELP = `npm run new: a session file for the next free date.

  npm run new                                         the next day of the club's rhythm without a session
  npm run new -- --date 2026-06-22 --title "A title"  a date and a title of your own

  --date YYYY-MM-DD   the day (default: the next of the club's rhythm, weekday and "every", that has no session)
  --title TEXT        the title (default: To be announced)
  --start HH:MM       where it is not the club's usual time; tba while it is not known
  --dry-run           print the file, write nothing
  --json              print for programs
  --help              this text

The id is the next number after the highest ("s22" after "s21") and never changes afterwards. Where the
latest sessions have a number the new one gets the next, too.
The club's folder is data, or what .data-dir or DATA_DIR names.
Exit code: 0 written, 1 not written, 2 wrong options.
`;

const OPTIONS = {
  date: { type: "string" },
  title: { type: "string", default: "To be announced" },
  start: { type: "string" },
  "dry-run": { type: "boolean", default: false },
  json: { type: "boolean", default: false },
} as const;

async function run({ values, positionals }: Parsed<typeof OPTIONS>): Promise<void> {
  const { title, start, "dry-run": isDryRun, json } = values;
  checkOptions(values, positionals);
  const data = await readGoodData();
  const { club, sessions } = data.compiled;
  const { usual, timeZone } = club;
  const taken = new Set(sessions.map((session) => session.date));
  const today = toCivil(Date.now(), timeZone);
  // Not today once the usual time is past.
  const firstDay = today.time < usual.start ? today.date : addDays(today.date, 1);
  const date = values.date ?? toNextMeeting(club, firstDay, taken);
  const number = sessions.some((other) => other.date >= date) ? undefined : toNextNumber(sessions);
  const id = toNextId([...sessions.map((session) => session.id), ...club.retired], number);
  const defaults = `${usual.start} ${timeZone}, ${usual.durationMinutes} minutes, unless start, timeZone or duration say otherwise.`;
  const text = toTemplate({ id, number, title, date, start }, defaults);
  const path = `${data.folder}/sessions/${date}-${id}.md`;
  const file = { path, text, before: null };
  checkFiles(data, [file]);
  if (!isDryRun) await writeFiles([file]);
  const warnings = findWarnings(date, taken, club);
  if (json) printJson({ id, number, date, path, text, warnings, isWritten: !isDryRun });
  else {
    for (const warning of warnings) console.error(paint("yellow", `warning: ${warning}`, process.stderr));
    console.log(isDryRun ? `${path}\n${text}` : `wrote ${path}, ${toEnglishDate(date)}`);
  }
}

function checkOptions({ date, start }: Parsed<typeof OPTIONS>["values"], [extra]: string[]): void {
  if (extra !== undefined) throw new UsageError(`"${extra}" is no option; for a title: --title "…"`);
  if (date !== undefined && !isCivilDate(date))
    throw new UsageError(`--date: "${date}" is not a date, expected YYYY-MM-DD`);
  if (start !== undefined && start !== "tba" && !isClockTime(start))
    throw new UsageError(`--start: "${start}" is not a time of day, expected HH:MM or tba`);
}

function findWarnings(date: string, taken: ReadonlySet<string>, { usual }: Club): string[] {
  const isUsual = toWeekday(date) === usual.weekday;
  return [
    ...(taken.has(date) ? [`${date} has a session already`] : []),
    ...(isUsual ? [] : [`${toEnglishDate(date)} is not the club's usual ${WEEKDAYS[usual.weekday - 1]}`]),
  ];
}

type NewSession = {
  id: string;
  number?: number | undefined;
  title: string;
  date: string;
  start?: string | undefined;
};

/** @param usual what holds where the file says nothing, for the comment */
export function toTemplate(session: NewSession, usual: string): string {
  return `---
${toYaml(new Document(toWritten(session), { schema: "failsafe" }))}# ${usual}
# Take the "#" away from what you fill in.
# presenters:
#   - name: Ada Example
#     affiliation: University of Example
#     x: ada_example
#     url: https://ada.example
# papers:
#   - title: "The paper's title"
#     arxiv: 2601.00001
# join: https://…
---
`;
}

function toWritten({ number, ...session }: NewSession): Record<string, string | undefined> {
  const { id, ...rest } = session;
  return { id, ...(number !== undefined && { number: String(number) }), ...rest };
}

if (import.meta.main) await runCommand(HELP, OPTIONS, run);
