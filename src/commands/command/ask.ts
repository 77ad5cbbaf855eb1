/** Questions on a terminal. */
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { createInterface } from "node:readline/promises";

export interface Asker {
  /** Ask a yes-or-no question; an empty answer is no. */
  ask: (question: string) => Promise<boolean>;
  close: () => void;
}

/** Null where nobody can be asked: standard output is no terminal, or there is none to read from. */
export async function createAsker(isInputTaken: boolean): Promise<Asker | null> {
  if (!process.stdout.isTTY) return null;
  const input = isInputTaken ? await openTerminal() : process.stdin.isTTY ? process.stdin : null;
  if (input === null) return null;
  const lines = createInterface({ input, output: process.stdout });
  return {
    ask: async (question) => /^y(?:es)?$/i.test((await lines.question(`${question} [y/N] `)).trim()),
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
