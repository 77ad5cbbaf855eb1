/** What every command of an organiser shares: options, exit codes, words and questions on a terminal. */
import { createReadStream } from "node:fs";
import { open, readFile } from "node:fs/promises";
import { createInterface } from "node:readline/promises";
import { parseArgs, styleText, type ParseArgsConfig } from "node:util";
import { toFileReason } from "../../build/file-reason.ts";

/** `mistakes`: something in the input or the data is wrong. `usage`: the command was called in a way it does not know. */
export const EXIT = { fine: 0, mistakes: 1, usage: 2 } as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** Options a command has beside `--help`. */
type Options = NonNullable<ParseArgsConfig["options"]>;
export type Parsed<T extends Options> = ReturnType<
  typeof parseArgs<{ options: T; allowPositionals: true; strict: true }>
>;

/** Called wrongly: the message says how to call it. */
export class UsageError extends Error {
  override name = "UsageError" as const;
}

/** What people have to mend: all lines of the message are for them. */
export class Refusal extends Error {
  override name = "Refusal" as const;
}

/**
 * Run a command: `--help` prints its help, an unknown option says so (exit 2), anything unforeseen is one line (exit 1).
 *
 * @param help begins with the line that says what the command is for
 * @param run returns nothing where all is fine
 */
export async function runCommand<const T extends Options>(
  help: string,
  options: T,
  run: (parsed: Parsed<T>) => Promise<Exit | void>,
): Promise<void> {
  try {
    const all: Options = { ...options, help: { type: "boolean" } };
    const parsed = parseArgs({ options: all, allowPositionals: true, strict: true });
    if (parsed.values["help"] === true) process.stdout.write(help);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- strict parsing gives exactly these options
    else process.exitCode = (await run(parsed as Parsed<T>)) ?? EXIT.fine;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const isUsage = error instanceof UsageError || code.startsWith("ERR_PARSE_ARGS");
    process.exitCode = isUsage ? EXIT.usage : EXIT.mistakes;
    console.error(`${toMessage(error)}${isUsage ? "\nSee --help." : ""}`);
  }
}

function toMessage(error: unknown): string {
  if (error instanceof Refusal || error instanceof UsageError) return error.message;
  const failure = error instanceof Error ? error : new Error(String(error));
  return toFileReason(failure) ?? failure.message.replace(/\n[^]*/, "");
}

/** The bytes of a file that a person named; one that cannot be read ends the command. */
export async function readInput(path: string): Promise<Buffer> {
  return await readFile(path).catch((error: unknown) => {
    throw toRefusal(error, path);
  });
}

/** What the system says of a file, as it is to be said of the one that a person named. */
export function toRefusal(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || error instanceof Refusal) return error;
  return new Refusal(toFileReason(error, path) ?? error.message);
}

/** Whether an option may be asked for by http(s). */
export function isWebAddress(text: string): boolean {
  return /^https?:$/.test(URL.parse(text)?.protocol ?? "");
}

type Style = "bold" | "dim" | "red" | "green" | "yellow";

/** Words in a style on a terminal that shows it, plain words elsewhere. */
export function paint(style: Style, words: string, stream: NodeJS.WritableStream = process.stdout): string {
  return styleText(style, words, { stream, validateStream: true });
}

/** Print a value for programs. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

export interface Asker {
  /** Ask a yes-or-no question; an empty answer is no. */
  ask: (question: string) => Promise<boolean>;
  /** Ask for a line; refused where the input ends without one. */
  askLine: (question: string) => Promise<string>;
  close: () => void;
}

/** Null where nobody can be asked: standard output is no terminal, or there is none to read from. */
export async function createAsker(isInputTaken: boolean): Promise<Asker | null> {
  if (!process.stdout.isTTY) return null;
  const input = isInputTaken ? await openTerminal() : process.stdin.isTTY ? process.stdin : null;
  if (input === null) return null;
  const lines = createInterface({ input, output: process.stdout });
  // Lines that come while no question is open, as when several are pasted.
  const early: string[] = [];
  lines.on("line", (line) => early.push(line));
  return {
    ask: async (question) => /^y(?:es)?$/i.test((await lines.question(`${question} [y/N] `)).trim()),
    askLine: async (question) => {
      const given = early.shift();
      if (given !== undefined) {
        process.stdout.write(`${question}${given}\n`);
        return given;
      }
      const ended = new AbortController();
      lines.once("close", () => ended.abort());
      return await lines.question(question, { signal: ended.signal }).catch(() => {
        throw new Refusal("\nThe input ended before the last answer: nothing was written");
      });
    },
    close: () => {
      lines.close();
      if (input !== process.stdin) input.destroy();
    },
  };
}

/** Standard input was the announcement; the terminal itself can still answer. */
async function openTerminal() {
  const name = process.platform === "win32" ? "\\\\.\\CON" : "/dev/tty";
  try {
    await (await open(name, "r")).close();
    return createReadStream(name);
  } catch {
    return null;
  }
}
