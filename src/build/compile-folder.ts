/** A data folder on disk to the module that the Worker imports. */
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fail, succeed, type Result } from "../programme/result.ts";
import { compileData, type DataMistakes } from "./compile-data.ts";
import { toCompiledData, toModule } from "./compiled-source.ts";
import { readDataFolder } from "./data-folder.ts";

/**
 * Compile `folder` into the module at `target`.
 *
 * A mistake leaves the module as it is. It is replaced at once, and only when it changes, so that a watcher is not woken
 * for nothing; whether it was is the value.
 *
 * @param version of the package and mark of the code, for the name of the build
 */
export async function compileFolder(
  folder: string,
  target: string,
  version: string,
): Promise<Result<{ isChanged: boolean }, DataMistakes>> {
  const compilation = compileData(await readDataFolder(folder), folder);
  if (!compilation.ok) return fail(compilation.error);
  const isChanged = await replaceFile(target, toModule(toCompiledData(compilation.value, version)));
  return succeed({ isChanged });
}

/** Readers see the old text or the new, never half of it. */
async function replaceFile(path: string, text: string): Promise<boolean> {
  if ((await readFile(path, "utf8").catch(() => null)) === text) return false;
  await mkdir(dirname(path), { recursive: true });
  const unfinished = `${path}.${process.pid}`;
  await writeFile(unfinished, text);
  await rename(unfinished, path);
  return true;
}
