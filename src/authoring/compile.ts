/**
 * The build's first step: `data/` (or `DATA_DIR`) to `.build/data.ts`, which the Worker imports.
 *
 * Any mistake stops the build: all of them go to standard error, the exit code is 1 and the module of the last good
 * build stays. The module is replaced at once and only when it changes, so that a watcher is not woken for nothing.
 */
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { compileData } from "./compile-data.ts";
import { toCompiledData, toModule } from "./compiled-source.ts";
import { DATA_FOLDER, readDataFolder } from "./data-folder.ts";
import { toMistakeReport } from "./mistake-report.ts";

const PROJECT = join(import.meta.dirname, "../..");
const MODULE = join(PROJECT, ".build/data.ts");

const folder = (process.env["DATA_DIR"] ?? DATA_FOLDER).replace(/(?<=.)\/+$/, "");
const compilation = compileData(await readDataFolder(folder), folder);
if (compilation.ok) {
  await replaceFile(MODULE, toModule(toCompiledData(compilation.value, await readVersion())));
} else {
  console.error(toMistakeReport(compilation.error.mistakes, "nothing was built", process.stderr));
  process.exitCode = 1;
}

async function readVersion(): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(PROJECT, "package.json"), "utf8"));
  const hasVersion = typeof manifest === "object" && manifest !== null && "version" in manifest;
  return hasVersion ? String(manifest.version) : "0";
}

/** Readers see the old text or the new, never half of it. */
async function replaceFile(path: string, text: string): Promise<void> {
  if ((await readFile(path, "utf8").catch(() => null)) === text) return;
  await mkdir(dirname(path), { recursive: true });
  const unfinished = `${path}.${process.pid}`;
  await writeFile(unfinished, text);
  await rename(unfinished, path);
}
