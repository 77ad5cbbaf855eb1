/** `npm run announce`: reads announcements and writes session files. */
import { chooseFiles } from "./announce/choose.ts";
import { planSessions, type PlannedSession } from "./announce/plan.ts";
import { MAX_INPUT_BYTES } from "./announce/lines/input.ts";
import { readAnnouncements } from "./announce/announcements.ts";
import { toJsonReport, toRestReport, toSessionReport, type Reported } from "./announce/report.ts";
import {
  createAsker,
  EXIT,
  paint,
  printJson,
  readInput,
  runCommand,
  Refusal,
  UsageError,
  type Exit,
  type Parsed,
} from "./terminal/command-line.ts";
import { checkFiles, readGoodData, writeFiles, type NewFile, type ReadData } from "./terminal/data-files.ts";
import { isCivilDate, toCivil } from "../programme/civil-time.ts";

const HELP = `npm run announce: announcements to session files.

  npm run announce                           paste, then Ctrl-D (Ctrl-Z and Enter on Windows)
  npm run announce -- post.txt               read a file
  npm run announce -- --dry-run < post.txt   show what would be written, write nothing

It reads what a club posts ("📢 June 15 (Mon): TITLE", paragraphs, "This Monday, NAME (@handle, site)
will present their paper "…"") and what it mails ("Title:", "Time:", "Paper:", "Meeting link:",
"Abstract:"), in English, German, French, Spanish, Portuguese, Italian, Japanese, Chinese and
Korean, and schedules ("Oct 12 | Ada Example | Sparse Orders", "- Oct 12: Ada Example (MIT) – Sparse Orders"). A whole timeline may be pasted: copies count
once, other posts are passed over with the reason. What cannot be read is named with its line, and
then nothing is written; a session with words that nothing understood is INCOMPLETE and shows them.

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

The club's folder is data, or what .data-dir or DATA_DIR names.
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
type Wanted = Parsed<typeof OPTIONS>["values"];

async function run({ values, positionals }: Parsed<typeof OPTIONS>): Promise<Exit | void> {
  const [path, second] = positionals;
  if (second !== undefined) throw new UsageError(`one file at a time, not "${second}" too`);
  if (values.json && !values["dry-run"] && !values.yes)
    throw new UsageError("--json asks nothing: add --dry-run or --yes");
  const data = await readGoodData();
  const { usual, timeZone } = data.compiled.club;
  const today = toToday(values.today, timeZone);
  const context = { ...usual, usualWeekday: usual.weekday, timeZone, today };
  const isPiped = path === undefined || path === "-";
  const read = await readAnnouncements(isPiped ? await readStandardInput() : await readInput(path), context);
  if (!read.ok) {
    const { line, message } = read.error;
    if (!values.json) throw new Refusal(`${path ?? "the input"}:${line} ${message}; nothing was written`);
    const nothing = { sessions: [], passedOver: [], warnings: [] };
    printJson(toJsonReport({ ...nothing, refused: [{ line, message }] }, []));
    return EXIT.mistakes;
  }
  const plan = planSessions(read.value.sessions, data.files, data.compiled, data.folder);
  const reported = { ...read.value, ...plan, refused: [...read.value.refused, ...plan.refused] };
  return await finish(reported, data, values, isPiped);
}

/** @param isPiped whether the announcement came through standard input */
async function finish(
  reported: Reported,
  data: ReadData,
  values: Wanted,
  isPiped: boolean,
): Promise<Exit | void> {
  const isRefused = reported.refused.length > 0;
  const isDry = values["dry-run"];
  if (!values.json) {
    process.stdout.write(reported.sessions.map((session) => `${toSessionReport(session)}\n`).join(""));
    process.stdout.write(toRestReport(reported));
  }
  const files = isDry || isRefused ? [] : await choose(reported.sessions, values, isPiped);
  checkFiles(data, files);
  await writeFiles(files);
  const paths = files.map(({ path }) => path);
  if (values.json) printJson(toJsonReport(reported, paths));
  else if (isRefused) console.error(paint("red", "nothing was written", process.stderr));
  else if (!isDry) console.log(paths.map((path) => `wrote ${path}`).join("\n") || "Nothing to write.");
  if (isRefused) return EXIT.mistakes;
}

async function choose(
  sessions: readonly PlannedSession[],
  values: Wanted,
  isPiped: boolean,
): Promise<NewFile[]> {
  const isWork = sessions.some(({ state }) => state === "new" || (state === "differs" && values.update));
  if (values.yes || !isWork) return await chooseFiles(sessions, values, null);
  const asker = await createAsker(isPiped);
  if (asker === null) throw new UsageError("nothing was written: there is no terminal to ask on, add --yes");
  return await chooseFiles(sessions, values, asker).finally(asker.close);
}

function toToday(given: string | undefined, timeZone: string): string {
  if (given === undefined) return toCivil(Date.now(), timeZone).date;
  if (!isCivilDate(given)) throw new UsageError(`--today: "${given}" is not a date, expected YYYY-MM-DD`);
  return given;
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

export const main = () => runCommand(HELP, OPTIONS, run);
if (import.meta.main) await main();
