/**
 * The build's first step: the club's folder to `.build/data.ts`, which the Worker imports.
 *
 * Any mistake stops the build: all of them go to standard error, the exit code is 1 and the module of the last good
 * build stays. Under `wrangler dev` the exit code is 0 all the same: wrangler would answer no request until the mistake is
 * mended, where the service goes on with the last good data.
 */
import { enableCompileCache } from "node:module";
import { join } from "node:path";
import manifest from "../../package.json" with { type: "json" };

// Before anything large is loaded: a watcher runs this at every save, and the cache takes a third off each run.
enableCompileCache();
const { compileFolder, toCodeMark } = await import("./data-module.ts");
const { findDataFolder } = await import("./data-folder.ts");
const { toFileReason } = await import("./file-reason.ts");
const { toMistakeReport } = await import("./mistake.ts");

const project = join(import.meta.dirname, "../..");
const version = `${manifest.version}+${await toCodeMark(project)}`;
// wrangler tells a build which of its commands asks for it.
const isDev = process.env["WRANGLER_COMMAND"] === "dev";

const problem = await compile().catch((error: unknown) => {
  const reason = error instanceof Error ? toFileReason(error) : null;
  if (reason === null) throw error;
  return reason;
});
if (problem !== null) {
  console.error(problem);
  process.exitCode = isDev ? 0 : 1;
}

/** @returns what has to be mended, or null */
async function compile(): Promise<string | null> {
  const folder = findDataFolder();
  if (!folder.ok) return folder.error.message;
  const compilation = await compileFolder(folder.value, join(project, ".build/data.ts"), version);
  const outcome = isDev ? "the last good data stay" : "nothing was built";
  return compilation.ok ? null : toMistakeReport(compilation.error.mistakes, outcome, process.stderr);
}
