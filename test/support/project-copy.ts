/**
 * The project in a folder of its own, as another clone of it: what starts the Worker compiles data into `.build`, and two that
 * are started at a time must not find each other's.
 */
import { cp, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");
const COPIED = ["src", "package.json", "package-lock.json", "tsconfig.json", "wrangler.toml"];

export interface ProjectCopy {
  root: string;
  remove: () => Promise<void>;
}

export async function copyProject(): Promise<ProjectCopy> {
  const root = await mkdtemp(join(tmpdir(), "journal-club-project-"));
  for (const name of COPIED) await cp(join(ROOT, name), join(root, name), { recursive: true });
  await symlink(join(ROOT, "node_modules"), join(root, "node_modules"), "junction");
  return { root, remove: () => rm(root, { recursive: true, force: true, maxRetries: 5 }) };
}
