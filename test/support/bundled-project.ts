/** A copy of the project, bundled as a deployment bundles it, of the club of the tests. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { PackedSessions } from "../../src/publisher/unpack-data.ts";
import { copyProject, ROOT } from "./project-copy.ts";

export class BundledProject {
  readonly #project = mkdtempSync(join(tmpdir(), "journal-club-project-"));
  /** What wrangler has written. */
  readonly folder = join(this.#project, "out");
  readonly assets = join(this.#project, ".build/assets");

  /** @throws Error with what wrangler says, where it cannot be bundled */
  constructor() {
    copyProject(this.#project);
    const wrangler = "node_modules/wrangler/bin/wrangler.js";
    const out = ["--outdir", this.folder, "--metafile", join(this.folder, "meta.json")];
    const { status, stderr } = spawnSync(
      process.execPath,
      [wrangler, "deploy", "--dry-run", "--name", "bundle", ...out],
      {
        cwd: this.#project,
        encoding: "utf8",
        env: { ...process.env, DATA_DIR: join(ROOT, "test/fixtures/club"), WRANGLER_SEND_METRICS: "false" },
      },
    );
    if (status !== 0) throw new Error(stderr);
  }

  read(name: string): Buffer {
    return readFileSync(join(this.folder, name));
  }

  /** The modules beside the Worker's own. */
  listData(): string[] {
    return readdirSync(this.folder).filter((name) => name.endsWith(".bin"));
  }

  readSessions() {
    const packed = this.listData().find((name) => name.endsWith("-sessions.bin")) ?? "";
    const { sessions }: PackedSessions = JSON.parse(gunzipSync(this.read(packed)).toString());
    return sessions.map(({ before }) => before);
  }

  remove(): void {
    rmSync(this.#project, { recursive: true });
  }
}
