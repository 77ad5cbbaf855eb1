/**
 * The build's first step: `data/` (or `DATA_DIR`) to `.build/data.ts`, which the Worker imports.
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
const { DATA_FOLDER } = await import("./data-folder.ts");
const { toMistakeReport } = await import("./mistake.ts");

const project = join(import.meta.dirname, "../..");
const version = `${manifest.version}+${await toCodeMark(project)}`;
const compilation = await compileFolder(DATA_FOLDER, join(project, ".build/data.ts"), version);
if (!compilation.ok) {
  // wrangler tells a build which of its commands asks for it.
  const isDev = process.env["WRANGLER_COMMAND"] === "dev";
  const outcome = isDev ? "the last good data stay" : "nothing was built";
  console.error(toMistakeReport(compilation.error.mistakes, outcome, process.stderr));
  process.exitCode = isDev ? 0 : 1;
}
