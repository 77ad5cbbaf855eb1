/**
 * The project in a folder of its own, as another clone of it: what starts the Worker compiles data into `.build`, and two that
 * are started at a time must not find each other's.
 */
import { cpSync, existsSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";

export const ROOT = join(import.meta.dirname, "../..");
/** What a Worker is built and started from, but for a club's data. */
const WORKER = ["src", "package.json", "package-lock.json", "tsconfig.json", "wrangler.toml"];

/**
 * Copy the project, with the packages that are installed here.
 *
 * @param folder absolute; made where there is none
 * @param names of its files and folders; what of them is not there is left out
 */
export function copyProject(folder: string, names: readonly string[] = WORKER): void {
  mkdirSync(folder, { recursive: true });
  for (const name of names.filter((file) => existsSync(join(ROOT, file))))
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"), "junction");
}
