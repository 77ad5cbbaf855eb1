/**
 * A command as its process would run it, without the process, which takes half a second to start: words, environment, input
 * and folder are stood in for, and what it says is kept. Real processes are
 * started by `test/commands/processes.test.ts`.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { Readable } from "node:stream";
import { vi } from "vitest";

const ROOT = join(import.meta.dirname, "../..");

export interface Around {
  /** Beside this process's own. */
  environment?: Record<string, string>;
  /** What comes through standard input; nothing where it says nothing. */
  input?: string;
  /** Where it is started; this process's folder where it says nothing. */
  folder?: string;
  /** Told what is said on standard error while it is said. */
  onError?: (text: string) => void;
}

export interface Called {
  status: number;
  stdout: string;
  stderr: string;
}

/** A process that has ended does no more. */
class Ended extends Error {
  override name = "Ended" as const;
}

/**
 * @param main what the command's file runs when it is started; ends by setting `process.exitCode`, or by `process.exit`
 * @returns as `spawnSync` does
 */
export async function callCommand(
  main: () => void | Promise<void>,
  words: readonly string[],
  around: Around = {},
): Promise<Called> {
  const said = { stdout: "", stderr: "" };
  const spies = standInFor(said, around);
  const { argv, env, exitCode } = process;
  const before = process.cwd();
  process.argv = [process.execPath, "command", ...words];
  process.env = { ...env, NO_COLOR: "1", ...around.environment };
  process.exitCode = 0;
  if (around.folder !== undefined) process.chdir(around.folder);
  try {
    await main();
    return { status: process.exitCode, ...said };
  } catch (error) {
    if (error instanceof Ended) return { status: process.exitCode, ...said };
    throw error;
  } finally {
    spies.dispose();
    process.chdir(before);
    Object.assign(process, { argv, env, exitCode });
  }
}

/** For what comes in and goes out, until they are disposed of. */
function standInFor(
  said: { stdout: string; stderr: string },
  { input = "", onError }: Around,
): DisposableStack {
  const say = (name: keyof typeof said) => (text: unknown) => {
    said[name] += String(text);
    if (name === "stderr") onError?.(String(text));
    return true;
  };
  const sayLine = (name: keyof typeof said) => (line: unknown) => void say(name)(`${String(line)}\n`);
  const spies = new DisposableStack();
  spies.use(vi.spyOn(process.stdout, "write").mockImplementation(say("stdout")));
  spies.use(vi.spyOn(process.stderr, "write").mockImplementation(say("stderr")));
  spies.use(vi.spyOn(console, "log").mockImplementation(sayLine("stdout")));
  spies.use(vi.spyOn(console, "error").mockImplementation(sayLine("stderr")));
  spies.use(vi.spyOn(process, "stdin", "get").mockReturnValue(toStdin(input)));
  spies.use(
    vi.spyOn(process, "exit").mockImplementation((code) => {
      process.exitCode = code;
      throw new Ended();
    }),
  );
  return spies;
}

function toStdin(input: string): typeof process.stdin {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- commands iterate it, and ask whether it is a terminal
  return Readable.from(input === "" ? [] : [Buffer.from(input)]) as unknown as typeof process.stdin;
}

/** The same of a real process. @param file of `src/commands`, and what node needs before it */
export function startCommand(
  file: string,
  words: readonly string[],
  around: Around = {},
  imports: readonly string[] = [],
): Promise<Called> {
  const before = imports.flatMap((name) => ["--import", join(ROOT, "src/commands", `${name}.ts`)]);
  return startNode([...before, join(ROOT, "src/commands", `${file}.ts`), ...words], around);
}

/** @param words what node is started with */
export async function startNode(
  words: readonly string[],
  { environment = {}, input = "", folder = ROOT }: Around = {},
): Promise<Called> {
  const child = spawn(process.execPath, words, {
    cwd: folder,
    env: { ...process.env, NO_COLOR: "1", ...environment },
  });
  const ended = once(child, "close");
  child.stdin.end(input);
  const [stdout, stderr] = await Promise.all([child.stdout.toArray(), child.stderr.toArray()]);
  const [status] = await ended;
  return { status: Number(status), stdout: stdout.join(""), stderr: stderr.join("") };
}
