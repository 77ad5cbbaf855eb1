/** The data folder as commands read it. */
import { compileData, type CompiledFiles } from "../../build/compile-data.ts";
import { DATA_FOLDER, readDataFolder } from "../../build/data-folder.ts";
import type { DataFile } from "../../build/data-file.ts";
import { toMistakeReport } from "../../build/mistake.ts";
import type { Mistake } from "../../build/mistake.ts";

export interface ReadData {
  /** Without a slash at its end. */
  folder: string;
  files: DataFile[];
  /** Null where `mistakes` has some. */
  compiled: CompiledFiles | null;
  mistakes: Mistake[];
}

/** Read and check the folder that `DATA_DIR` names, else `data`. */
export async function readData(): Promise<ReadData> {
  const folder = (process.env["DATA_DIR"] ?? DATA_FOLDER).replace(/(?<=.)\/+$/, "");
  const files = await readDataFolder(folder);
  const compilation = compileData(files, folder);
  return compilation.ok
    ? { folder, files, compiled: compilation.value, mistakes: [] }
    : { folder, files, compiled: null, mistakes: compilation.error.mistakes };
}

/** Read the folder; its mistakes end the command. */
export async function readGoodData(): Promise<ReadData & { compiled: CompiledFiles }> {
  const data = await readData();
  if (data.compiled === null)
    throw new Error(`${data.folder} has mistakes already, mend them first: npm run validate`);
  return { ...data, compiled: data.compiled };
}

/** Mistakes that files would have if these were written over them. */
export function checkFiles(data: ReadData, files: readonly DataFile[]): string | null {
  const paths = new Set(files.map(({ path }) => path));
  const kept = data.files.filter(({ path }) => !paths.has(path));
  const compilation = compileData([...kept, ...files], data.folder);
  if (compilation.ok) return null;
  return toMistakeReport(compilation.error.mistakes, "nothing was written", process.stderr);
}
