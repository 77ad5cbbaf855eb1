/** Writing data files: all of them or none, and never half of one. */
import { access, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

export interface NewFile {
  path: string;
  text: string;
  /** What the file held before; null for a new file. */
  before: string | null;
}

/**
 * Write files by way of dot files beside them, which readers of the folder pass over.
 *
 * @throws what the file system says; every file is then as before
 */
export async function writeFiles(files: readonly NewFile[]): Promise<void> {
  const replaced: NewFile[] = [];
  try {
    for (const file of files) {
      await mkdir(dirname(file.path), { recursive: true });
      // A new file must not replace one that came meanwhile.
      if (file.before === null) await access(file.path).then(refuse, () => {});
      await writeFile(toUnfinished(file.path), file.text, { flag: "w" });
    }
    for (const file of files) {
      await rename(toUnfinished(file.path), file.path);
      replaced.push(file);
    }
  } catch (error) {
    for (const { path, before } of replaced) await restore(path, before);
    throw error;
  } finally {
    for (const { path } of files) await rm(toUnfinished(path), { force: true });
  }
}

async function restore(path: string, before: string | null): Promise<void> {
  await (before === null ? rm(path, { force: true }) : writeFile(path, before));
}

function refuse(): never {
  throw new Error("a file of that name is there already");
}

function toUnfinished(path: string): string {
  return join(dirname(path), `.${basename(path)}.${process.pid}`);
}
