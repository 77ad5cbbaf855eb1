/** `npm run init`: a club's own folder, beside the code that it was forked with. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { compileData } from "../build/compile-data.ts";
import { FOLDER_FILE, USUAL_FOLDER, WITHIN_PROJECT } from "../build/data-folder.ts";
import { toMistakeReport } from "../build/mistake.ts";
import { toClubText } from "./init/club-text.ts";
import { collectAnswers, type Answers, type Question } from "./init/questions.ts";
import {
  createAsker,
  paint,
  Refusal,
  runCommand,
  UsageError,
  type Asker,
  type Parsed,
} from "./terminal/command-line.ts";
import { writeFiles, type NewFile } from "./terminal/data-files.ts";

const HELP = `npm run init: a folder for your club, beside the code. Asks for what it needs.

  npm run init -- club
  npm run init -- club --name "Paris ML" --site https://paris.example --weekday Thursday --every "2 weeks"

Writes club/club.yaml, an empty club/sessions, and .data-dir, which names the folder to every
command, to the tests and to deployments. The repository you forked has neither: merging its newer
code never touches your club, nor brings its sessions. "data" is left as it is, and read no more.

  --name TEXT         the club's name
  --site URL          its web site
  --domain NAME       ends all ids, for ever (default: that of the site)
  --language TAG      of pages, feeds and calendar: en, de, fr, … (default: en)
  --zone ZONE         IANA time zone (default: this machine's)
  --weekday DAY       when it meets (default: Monday)
  --start HH:MM       (default: 18:00)
  --duration MINUTES  (default: 60)
  --every RHYTHM      week, 2 weeks and so on (default: week)
  --first-year YEAR   of its first session, for ever part of ids (default: this year)
  --channel CHANNEL   @handle or address on YouTube, looked up as "npm run channel" does
  --origin URL        where YouTube is, for trials
  --yes               ask nothing
  --help              this text

Exit code: 0 written, 1 not written, 2 wrong options.
`;

const text = { type: "string" } as const;
const OPTIONS = {
  name: text,
  site: text,
  domain: text,
  language: text,
  zone: text,
  weekday: text,
  start: text,
  duration: text,
  every: text,
  "first-year": text,
  channel: text,
  origin: text,
  yes: { type: "boolean", default: false },
} as const;

async function run({ values, positionals }: Parsed<typeof OPTIONS>): Promise<void> {
  const [given = "club", extra] = positionals;
  const folder = given.replace(/(?<=.)\/+$/, "");
  if (extra !== undefined) throw new UsageError(`"${extra}" is one word too many, expected one folder`);
  if (!WITHIN_PROJECT.test(folder))
    throw new UsageError(`"${given}" is no folder of this project, expected a name such as club`);
  checkPlace(folder);

  const asker = values.yes ? null : await createAsker(false);
  const machine = {
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    year: new Date().getFullYear(),
  };
  const { yes: _yes, origin, ...options } = values;
  const asked =
    asker === null ? null : (question: Question, usual: string | null) => insist(asker, question, usual);
  const collected = await collectAnswers(options, machine, asked).finally(() => asker?.close());
  if (!collected.ok) throw new UsageError(collected.faults.join("\n"));
  const files = toFiles(folder, collected.answers);
  await writeFiles(files);
  console.log(`wrote ${files.map(({ path }) => path).join(", ")}`);
  if (collected.answers.channel !== "") findChannel(folder, collected.answers.channel, origin);
  console.log(
    `\nNext: npm run validate, npm start; then commit ${folder}${folder === USUAL_FOLDER ? "" : ` and ${FOLDER_FILE}`}.`,
  );
}

/** Nothing that is there is written over. */
function checkPlace(folder: string): void {
  if (existsSync(folder) && (!statSync(folder).isDirectory() || readdirSync(folder).length > 0))
    throw new Refusal(`${folder}: is there already, expected a new folder: nothing was written`);
  if (!existsSync(FOLDER_FILE)) return;
  const named = readFileSync(FOLDER_FILE, "utf8").trim();
  throw new Refusal(`${FOLDER_FILE}: names "${named}" already, remove it to begin anew: nothing was written`);
}

/** Ask until the answer is right. */
async function insist(asker: Asker, { words, findFault }: Question, usual: string | null): Promise<string> {
  for (;;) {
    const answer = (await asker.askLine(`${words}${usual ? ` [${usual}]` : ""}: `)).trim();
    const fault = answer !== "" ? findFault(answer) : usual === null ? "expected an answer" : null;
    if (fault === null) return answer;
    console.error(paint("red", fault, process.stderr));
  }
}

/** The files of a new club, which the build takes as they are. */
export function toFiles(folder: string, answers: Answers): NewFile[] {
  const schema = relative(folder, "src/build/schema/club.schema.json").replaceAll("\\", "/");
  const club = { path: `${folder}/club.yaml`, text: toClubText(answers, schema) };
  const compilation = compileData([club], folder);
  if (!compilation.ok)
    throw new Refusal(toMistakeReport(compilation.error.mistakes, "nothing was written", process.stderr));
  // git keeps no empty folder, and GitHub's pages add files to one that is there.
  const place = { path: `${folder}/sessions/.gitkeep`, text: "" };
  const pointer = { path: FOLDER_FILE, text: `${folder}\n` };
  const files = folder === USUAL_FOLDER ? [club, place] : [club, place, pointer];
  return files.map((file) => ({ ...file, before: null }));
}

/** By the command that does only this; without a network the club is written all the same. */
function findChannel(folder: string, channel: string, origin: string | undefined): void {
  const words = [
    join(import.meta.dirname, "channel.ts"),
    ...(origin === undefined ? [] : ["--origin", origin]),
  ];
  const { status } = spawnSync(process.execPath, [...words, "--", channel], {
    stdio: "inherit",
    env: { ...process.env, DATA_DIR: folder },
  });
  if (status !== 0)
    console.error(`\nThe channel is not written yet; once more, later: npm run channel -- ${channel}`);
}

export const main = () => runCommand(HELP, OPTIONS, run);
if (import.meta.main) await main();
