/** `npm run import`: the past of a club, from a calendar, a sheet, a feed or a dump of videos. */
import { readFile as readBytes } from "node:fs/promises";
import { isCivilDate, toCivil } from "../programme/civil-time.ts";
import { toSessionText } from "./announce/session-file.ts";
import { parseMap } from "./import/sheet/columns.ts";
import { chooseByTitle, withoutMistakes } from "./import/choose.ts";
import type { PastContext } from "./import/past-session.ts";
import { toHeadingYears } from "./import/sheet/sheet-dates.ts";
import { toPastJson, toTable, toVideoReport, type PastReport } from "./import/past-report.ts";
import { planPast, type PlannedPast } from "./import/plan-past.ts";
import { readFile, type ReadFile } from "./import/read-file.ts";
import { mergeVideos, parseVideoList, toVideoListText } from "./import/videos/video-list.ts";
import {
  createAsker,
  printJson,
  readInput,
  Refusal,
  runCommand,
  UsageError,
  type Exit,
  type Parsed,
} from "./terminal/command-line.ts";
import { checkFiles, readGoodData, writeFiles, type NewFile } from "./terminal/data-files.ts";

const HELP = `npm run import: the past of a club, from a file that it has.

  npm run import -- calendar.ics     a calendar: Google, Outlook, Nextcloud, Indico, Luma, Meetup, …
  npm run import -- talks.csv        a sheet, exported as CSV or TSV
  npm run import -- feed.xml         an RSS or Atom feed of sessions
  npm run import -- videos.json      videos: yt-dlp, a Takeout (CSV), the YouTube Data API

What kind it is, its content says. A table shows what was understood and what was left over; then it
asks, and writes session files, or data/videos.json. Twice the same file changes nothing. A session
that is there already is known by its id (made from the calendar's UID), its title and its day; only
what its file lacks is filled in, and other differences are shown. Sessions that are over are no news
to subscribers. A row without a date or a title that can be read is passed over, with its line.

Dumps of videos: yt-dlp --flat-playlist -J URL > videos.json (quick, without dates), or
yt-dlp --dump-json URL > videos.json (with dates). Private and deleted videos are passed over.

  --only WORDS           of a calendar or feed of many things only what has these words in its title
  --map FIELD=COLUMN,…   columns of a sheet by name: --map title=Talk,date=When (date, weekday, time, end,
                         duration, zone, year, number, title, presenters, firstName, lastName,
                         affiliation, paper, paperUrl, arxiv, join, passcode, location, replay,
                         slides, code, links, chair, tags, status, language, abstract)
  --dates ORDER          day-first or month-first, where a sheet's "6/8/2025" can be both
  --year YEAR            of a sheet's dates that say none: 2025, or 2025-26 (from August on)
  --all                  also what may be a session that is there, and postings of a feed that say no day
  --update               also take another date, time, title, place or state over what a file has
  --dry-run              show, write nothing
  --yes                  write without asking
  --today YYYY-MM-DD     the day from which the months ahead are counted (default: today)
  --json                 print for programs; needs --dry-run or --yes
  --help                 this text

The club's folder is data, or what .data-dir or DATA_DIR names.
Exit code: 0 done, 1 the file could not be read or written, 2 wrong options.
`;

const OPTIONS = {
  map: { type: "string", default: "" },
  dates: { type: "string" },
  year: { type: "string" },
  only: { type: "string" },
  all: { type: "boolean", default: false },
  update: { type: "boolean", default: false },
  "dry-run": { type: "boolean", default: false },
  yes: { type: "boolean", default: false },
  today: { type: "string" },
  json: { type: "boolean", default: false },
} as const;
type Wanted = Parsed<typeof OPTIONS>["values"];
type Data = Awaited<ReturnType<typeof readGoodData>>;

async function run({ values, positionals }: Parsed<typeof OPTIONS>): Promise<Exit | void> {
  const [path, second] = positionals;
  if (path === undefined || second !== undefined)
    throw new UsageError("expected one file: a calendar, a sheet, a feed or a dump of videos");
  if (values.json && !values["dry-run"] && !values.yes)
    throw new UsageError("--json asks nothing: add --dry-run or --yes");
  const wishes = toWishes(values);
  const data = await readGoodData();
  const context = toContext(data, values.today);
  const read = await readFile(await readInput(path), wishes, context);
  if (!read.ok) throw new Refusal(`${path} ${read.error.message}; nothing was written`);
  return read.value.kind === "videos"
    ? await importVideos(read.value, data, values)
    : await importSessions(read.value, data, values);
}

function toWishes({ map, dates, year }: Wanted): Parameters<typeof readFile>[1] {
  const mapped = parseMap(map);
  if (!mapped.ok) throw new UsageError(`--map: ${mapped.error.message}`);
  if (dates !== undefined && dates !== "day-first" && dates !== "month-first")
    throw new UsageError(`--dates: "${dates}" is none, expected day-first or month-first`);
  const years = year === undefined ? null : toHeadingYears(year);
  if (year !== undefined && years === null)
    throw new UsageError(`--year: "${year}" is none, expected 2025 or 2025-26`);
  return { mapped: mapped.value, order: dates ?? null, years };
}

function toContext({ compiled: { club } }: Data, today: string | undefined): PastContext {
  if (today !== undefined && !isCivilDate(today))
    throw new UsageError(`--today: "${today}" is not a date, expected YYYY-MM-DD`);
  const { timeZone, usual, uidDomain, language, name, shortName } = club;
  return {
    timeZone,
    usual,
    uidDomain,
    language,
    names: [name, shortName],
    today: today ?? toCivil(Date.now(), timeZone).date,
  };
}

type ReadSessions = Exclude<ReadFile, { kind: "videos" }>;

async function importSessions(read: ReadSessions, data: Data, values: Wanted): Promise<Exit | void> {
  const { wanted, others } = chooseByTitle(read.sessions, values.only);
  const plan = planPast(wanted, data.files, data.compiled, data.folder, values.all);
  const { good, bad } = withoutMistakes(plan.planned, data.compiled.club);
  const passedOver = [...read.passedOver, ...others, ...plan.passedOver, ...bad];
  const report: PastReport = { kind: read.kind, notes: read.notes, planned: good, passedOver };
  if (!values.json) process.stdout.write(toTable(report));
  const files = good.flatMap((one) => toNewFile(one, values.update));
  const question = `Write ${files.length === 1 ? "1 session file" : `${files.length} session files`}?`;
  if (!values["dry-run"]) checkFiles(data, files);
  const written = await write(files, question, values);
  if (values.json) printJson(toPastJson(report, written));
}

/** Only what a file lacks is filled in, unless the organiser wants more. */
function toNewFile({ path, text, existing, differences }: PlannedPast, isUpdate: boolean): NewFile[] {
  if (existing === null) return [{ path, text, before: null }];
  const wanted = differences.filter(({ isTaken }) => isTaken || isUpdate);
  for (const { apply } of wanted) apply();
  return wanted.length === 0 ? [] : [{ path, text: toSessionText(existing.file), before: existing.text }];
}

async function importVideos(
  read: Extract<ReadFile, { kind: "videos" }>,
  data: Data,
  values: Wanted,
): Promise<void> {
  const path = `${data.folder}/videos.json`;
  const before = await readBytes(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  const known = parseVideoList(before ?? "");
  if (!known.ok) throw new Refusal(`${path} ${known.error.message}; nothing was written`);
  const merged = mergeVideos(known.value, read.videos);
  const had = new Map(known.value.map((video) => [video.id, JSON.stringify(toSorted(video))]));
  const added = merged.filter(({ id }) => !had.has(id)).length;
  const changed = merged.filter(
    (video) => had.has(video.id) && had.get(video.id) !== JSON.stringify(toSorted(video)),
  );
  if (!values.json) process.stdout.write(toVideoReport(read, added, changed.length));
  const isNew = added + changed.length > 0;
  const files = isNew ? [{ path, text: toVideoListText(merged), before }] : [];
  const written = await write(files, `Write ${path}?`, values);
  const { passedOver } = read;
  if (values.json)
    printJson({
      kind: "videos",
      videos: read.videos.length,
      added,
      changed: changed.length,
      passedOver,
      written,
    });
}

function toSorted(value: object): [string, unknown][] {
  return Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** @returns the paths written */
async function write(files: NewFile[], question: string, values: Wanted): Promise<string[]> {
  if (values["dry-run"]) return [];
  if (files.length === 0) {
    if (!values.json) console.log("Nothing to write.");
    return [];
  }
  if (!values.yes && !(await isWanted(question))) {
    console.log("Nothing was written.");
    return [];
  }
  await writeFiles(files);
  const paths = files.map(({ path }) => path);
  if (!values.json) console.log(paths.map((path) => `wrote ${path}`).join("\n"));
  return paths;
}

async function isWanted(question: string): Promise<boolean> {
  const asker = await createAsker(false);
  if (asker === null) throw new UsageError("nothing was written: there is no terminal to ask on, add --yes");
  return await asker.ask(question).finally(asker.close);
}

export const main = () => runCommand(HELP, OPTIONS, run);
if (import.meta.main) await main();
