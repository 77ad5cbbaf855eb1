/**
 * The build's first step: `data/` (or `DATA_DIR`) to `.build/data.ts`, which the Worker imports.
 *
 * Any mistake stops the build: all of them go to standard error, the exit code is 1 and the module of the last good
 * build stays. Under `wrangler dev` the exit code is 0 all the same: wrangler would answer no request until the mistake is
 * mended, where the service goes on with the last good data.
 */
import { readFile } from "node:fs/promises";
import { enableCompileCache } from "node:module";
import { join } from "node:path";

// Before anything large is loaded: a watcher runs this at every save, and the cache takes a third off each run.
enableCompileCache();
const { compileFolder, toCodeMark } = await import("./data-module.ts");
const { DATA_FOLDER } = await import("./data-folder.ts");
const { toMistakeReport } = await import("./mistake.ts");

const project = join(import.meta.dirname, "../..");
const folder = (process.env["DATA_DIR"] || DATA_FOLDER).replace(/(?<=.)\/+$/, "");
const version = `${await readVersion()}+${await toCodeMark(project)}`;
const compilation = await compileFolder(folder, join(project, ".build/data.ts"), version);
if (!compilation.ok) {
  // wrangler tells a build which of its commands asks for it.
  const isDev = process.env["WRANGLER_COMMAND"] === "dev";
  const outcome = isDev ? "the last good data stay" : "nothing was built";
  console.error(toMistakeReport(compilation.error.mistakes, outcome, process.stderr));
  process.exitCode = isDev ? 0 : 1;
}

async function readVersion(): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(project, "package.json"), "utf8"));
  const hasVersion = typeof manifest === "object" && manifest !== null && "version" in manifest;
  return hasVersion ? String(manifest.version) : "0";
}
