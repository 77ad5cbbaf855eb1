/** The static assets of the Worker's own tests: what pages load, as the build lays it there, and transcripts made for the tests. */
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { listFixedAssets } from "../../src/build/page-files.ts";
import { ROOT } from "./project-copy.ts";

/** @returns the folder, absolute */
export function prepareAssets(): string {
  const folder = join(ROOT, ".build/test-assets");
  mkdirSync(folder, { recursive: true });
  cpSync(join(ROOT, "test/worker/assets"), folder, { recursive: true });
  for (const [name, bytes] of listFixedAssets()) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  return folder;
}
