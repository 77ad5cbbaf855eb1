/** `npm run announce`: reads announcements and writes session files. */
import { readFile } from "node:fs/promises";
import { chooseFiles, planSessions } from "./announce/plan.ts";
import { MAX_INPUT_BYTES } from "./announce/input.ts";
import { readAnnouncements } from "./announce/announcements.ts";
import { toJsonReport, toRestReport, toSessionReport, type Reported } from "./announce/report.ts";
import {
  createAsker,
  EXIT,
  paint,
  printJson,
  runCommand,
  UsageError,
  type Exit,
} from "./terminal/command-line.ts";
import { checkFiles, readGoodData, writeFiles, type NewFile, type ReadData } from "./terminal/data-files.ts";
import { isCivilDate, toCivil } from "../programme/civil-time.ts";
import type { Club } from "../programme/club.ts";

const HELP = `npm run announce: announcements to session files.

  npm run announce                           paste, then Ctrl-D (Ctrl-Z and Enter on Windows)
  npm run announce -- post.txt               read a file
  npm run announce -- --dry-run < post.txt   show what would be written, write nothing

It reads what a club posts ("📢 June 15 (Mon): TITLE", paragraphs, "This Monday, NAME (@handle, site)
will present their paper "…"") and what it mails ("Title:", "Time:", "Paper:", "Meeting link:",
"Abstract:"). A whole timeline may be pasted: copies count once, other posts are passed over with
the reason. What cannot be read is named with its line, and then nothing is written.

  --dry-run            print the files, write nothing
  --yes                write without asking
  --update             also change session files that are there, field by field: fills in what is
                       missing and takes a new date or time; every difference is shown
  --overwrite FIELDS   with --update: fields the announcement may replace although the file has
                       them (title,presenters,papers,join,abstract or all)
  --incomplete         with --yes: also write sessions of which there is only a cut copy
  --today YYYY-MM-DD   the day from which years are told (default: today)
  --json               print for programs; needs --dry-run or --yes
  --help               this text

DATA_DIR names another folder than data.
Exit code: 0 done, 1 something could not be read or written, 2 wrong options.
`;

const OPTIONS = {
  "dry-run": { type: "boolean", default: false },
  yes: { type: "boolean", default: false },
  update: { type: "boolean", default: false },
  incomplete: { type: "boolean", default: false },
  overwrite: { type: "string", default: "" },
  today: { type: "string" },
  json: { type: "boolean", default: false },
} as const;

interface Wanted {
  isDryRun: boolean;
  isAsking: boolean;
  isUpdate: boolean;
  isIncomplete: boolean;
  overwrite: string[];
  isJson: boolean;
  /** Whether the announcement came through standard input. */
  isPiped: boolean;
}

await runCommand(HELP, OPTIONS, async ({ values, positionals }) => {
  const [path, second] = positionals;
  if (second !== undefined) throw new UsageError(`one file at a time, not "${second}" too`);
  if (values.json && !values["dry-run"] && !values.yes)
    throw new UsageError("--json asks nothing: add --dry-run or --yes");
  const data = await readGoodData();
  const { club } = data.compiled;
  const context = {
    today: toToday(values.today, club),
    usualWeekday: club.usual.weekday,
    timeZone: club.timeZone,
    ...toUsual(club),
  };
  const input = path === undefined || path === "-" ? await readStandardInput() : await readFile(path);
  const read = await readAnnouncements(input, context);
  if (!read.ok) return refuseInput(path ?? "the input", read.error, values.json);
  const plan = planSessions(read.value.sessions, data.files, data.compiled, data.folder);
  const refused = [...read.value.refused, ...plan.refused];
  const reported: Reported = { ...plan, passedOver: read.value.passedOver, refused };
  return await finish(reported, data, {
    isDryRun: values["dry-run"],
    isAsking: !values.yes,
    isUpdate: values.update,
    isIncomplete: values.incomplete,
    overwrite: values.overwrite.split(",").map((field) => field.trim()),
    isJson: values.json,
    isPiped: path === undefined || path === "-",
  });
});

async function finish(reported: Reported, data: ReadData, wanted: Wanted): Promise<Exit> {
  const isRefused = reported.refused.length > 0;
  if (!wanted.isJson) showReport(reported);
  if (wanted.isDryRun || isRefused) {
    if (wanted.isJson) printJson(toJsonReport(reported, []));
    else if (isRefused) console.error(paint("red", "nothing was written", process.stderr));
    return isRefused ? EXIT.mistakes : EXIT.fine;
  }
  const files = await choose(reported, wanted);
  const mistakes = checkFiles(data, files);
  if (mistakes !== null) {
    console.error(mistakes);
    return EXIT.mistakes;
  }
  await writeFiles(files);
  showWritten(reported, files, wanted.isJson);
  return EXIT.fine;
}

function showReport(reported: Reported): void {
  for (const session of reported.sessions) process.stdout.write(`${toSessionReport(session)}\n`);
  process.stdout.write(toRestReport(reported));
}

function showWritten(reported: Reported, files: readonly NewFile[], isJson: boolean): void {
  const paths = files.map(({ path }) => path);
  if (isJson) printJson(toJsonReport(reported, paths));
  else
    console.log(paths.length === 0 ? "Nothing to write." : paths.map((path) => `wrote ${path}`).join("\n"));
}

async function choose({ sessions }: Reported, wanted: Wanted): Promise<NewFile[]> {
  const { isUpdate, isIncomplete, overwrite } = wanted;
  const isWork = sessions.some(({ state }) => state === "new" || (state === "differs" && isUpdate));
  const asker = wanted.isAsking && isWork ? await createAsker(wanted.isPiped) : null;
  if (wanted.isAsking && isWork && asker === null)
    throw new UsageError("nothing was written: there is no terminal to ask on, add --yes");
  try {
    return await chooseFiles(sessions, { isUpdate, isIncomplete, overwrite, asker });
  } finally {
    asker?.close();
  }
}

function refuseInput(
  name: string,
  { line, message }: { line: number; message: string },
  isJson: boolean,
): Exit {
  if (isJson)
    printJson({ sessions: [], passedOver: [], refused: [{ line, message }], warnings: [], written: [] });
  else console.error(`${name}:${line} ${message}; nothing was written`);
  return EXIT.mistakes;
}

function toToday(given: string | undefined, { timeZone }: Club): string {
  if (given === undefined) return toCivil(Date.now(), timeZone).date;
  if (!isCivilDate(given)) throw new UsageError(`--today: "${given}" is not a date, expected YYYY-MM-DD`);
  return given;
}

function toUsual({ usual }: Club): { start: string; durationMinutes: number } {
  return { start: usual.start, durationMinutes: usual.durationMinutes };
}

/** Reading stops once there is more than any announcement has. */
async function readStandardInput(): Promise<Buffer> {
  if (process.stdin.isTTY) console.error("Paste the announcement, then press Ctrl-D on a line of its own:");
  const chunks: Buffer[] = [];
  let bytes = 0;
  const input: AsyncIterable<Buffer> = process.stdin;
  for await (const part of input) {
    chunks.push(part);
    bytes += part.byteLength;
    if (bytes > MAX_INPUT_BYTES) break;
  }
  return Buffer.concat(chunks);
}
