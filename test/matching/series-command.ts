/**
 * What the two commands on files of series share: reading arguments and the file, and saying what is wrong.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { toFileReason } from "../../src/build/file-reason.ts";
import { parseSeries, type Series } from "./series.ts";

/** Exit codes: the file is at fault, or the command line. */
const FAULTY_FILE = 1;
const FAULTY_USAGE = 2;

export interface SeriesCommand {
  series: Series[];
  /** As given. */
  path: string;
  /** Of `--explain`, where the command has it. */
  explain: string | undefined;
}

/**
 * Read the command line and the file it names; prints help or what is wrong, and then ends the process.
 *
 * @param help the whole text of `--help`; its first line is the usage
 * @param hasExplain whether `--explain SESSION_ID` is known
 */
export function readSeriesCommand(help: string, hasExplain: boolean): SeriesCommand {
  const usage = help.split("\n", 1)[0] ?? "";
  const { values, positionals } = readArguments(usage, hasExplain);
  if (values.help === true) {
    process.stdout.write(help);
    process.exit(0);
  }
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) {
    stop(`expected one FILE, got ${positionals.length}\n${usage}`, FAULTY_USAGE);
  }
  const parsed = parseSeries(readText(path));
  if (parsed.ok) return { series: parsed.value, path, explain: values.explain };
  return stop(parsed.error.messages.map((message) => `${path} ${message}`).join("\n"), FAULTY_FILE);
}

/** Say what is wrong and end the process. */
export function stop(message: string, code: number = FAULTY_FILE): never {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}

interface Arguments {
  positionals: string[];
  values: { help?: boolean | undefined; explain?: string | undefined };
}

function readArguments(usage: string, hasExplain: boolean): Arguments {
  const help = { type: "boolean", short: "h" } as const;
  const explain = { type: "string" } as const;
  try {
    if (hasExplain) return parseArgs({ options: { help, explain }, allowPositionals: true });
    return parseArgs({ options: { help }, allowPositionals: true });
  } catch (error) {
    return stop(`${error instanceof Error ? error.message : String(error)}\n${usage}`, FAULTY_USAGE);
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const reason = error instanceof Error ? toFileReason(error, path) : null;
    return stop(reason ?? `${path}: cannot be read (${String(error)})`);
  }
}
