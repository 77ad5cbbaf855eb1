/**
 * The Worker as `wrangler deploy --dry-run` bundles it, for any data folder: in a copy of the project, so that what was built
 * here stays as it was.
 */
import { spawnSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import type { SourceMapPayload } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { readCompatibilityDate } from "../load/service.ts";
import { copyProject, ROOT } from "../support/project-copy.ts";
import type { Module } from "./workerd.ts";

const KINDS: Record<string, Module["kind"]> = {
  js: "esModule",
  mjs: "esModule",
  txt: "text",
  html: "text",
  json: "json",
  bin: "data",
};
/** Beside the modules, wrangler writes what nobody uploads. */
const NO_MODULE = /(?:\.map|README\.md)$/;

export interface Bundle {
  /** The Worker's own first, as workerd wants it. */
  modules: Module[];
  /** Where the build put what pages load, and the club's transcripts. */
  assets: string;
  /** Of the first module. */
  sourceMap: SourceMapPayload;
}

/** In bytes. */
interface BundleSize {
  raw: number;
  /** As wrangler tells it, and Cloudflare limits it. */
  gzip: number;
}

/**
 * Bundle the Worker.
 *
 * @param folder an empty one, absolute
 * @param data the club's data folder, absolute
 */
export function bundleWorker(folder: string, data: string): Bundle {
  const project = join(folder, "project");
  copyProject(project);
  const modules = runWrangler(folder, data);
  return {
    modules,
    assets: join(project, ".build/assets"),
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- esbuild's own file
    sourceMap: JSON.parse(readFileSync(join(folder, OUT, "index.js.map"), "utf8")) as SourceMapPayload,
  };
}

/**
 * Bundle a Worker of the benchmark's own, as wrangler does it for everybody.
 *
 * @param folder an empty one, absolute
 * @param sources its files, `index.ts` first
 * @param texts of modules beside them
 */
export function bundlePlain(
  folder: string,
  [main, ...others]: readonly [string, ...string[]],
  texts: Record<string, string>,
): Module[] {
  const project = join(folder, "project");
  copyProject(project, []);
  for (const path of [main, ...others]) cpSync(join(import.meta.dirname, "plain", path), join(project, path));
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(project, name), text);
  const settings = `main = "${main}"\ncompatibility_date = "${readCompatibilityDate()}"\nminify = true\n`;
  writeFileSync(join(project, "wrangler.toml"), settings);
  return runWrangler(folder);
}

/** Where it goes, within the folder. */
const OUT = "worker";

function runWrangler(folder: string, data = ""): Module[] {
  const out = join(folder, OUT);
  const words = ["deploy", "--dry-run", "--name", "bench", "--outdir", out];
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    [join(ROOT, "node_modules/wrangler/bin/wrangler.js"), ...words],
    {
      cwd: join(folder, "project"),
      encoding: "utf8",
      env: {
        ...process.env,
        // The Worker's build step calls node.
        PATH: `${dirname(process.execPath)}${delimiter}${process.env["PATH"] ?? ""}`,
        DATA_DIR: data,
        WRANGLER_SEND_METRICS: "false",
        CI: "1",
      },
    },
  );
  if (status !== 0) throw new Error(`a Worker cannot be bundled: ${stdout}${stderr}`);
  return readdirSync(out)
    .filter((name) => !NO_MODULE.test(name))
    .map((name) => toModule(out, name))
    .toSorted((a, b) => Number(b.kind === "esModule") - Number(a.kind === "esModule"));
}

export function toSize({ modules }: Pick<Bundle, "modules">): BundleSize {
  return {
    raw: modules.reduce((sum, { content }) => sum + content.byteLength, 0),
    gzip: modules.reduce((sum, { content }) => sum + gzipSync(content).byteLength, 0),
  };
}

function toModule(folder: string, name: string): Module {
  const kind = KINDS[name.replace(/^.*\./, "")];
  if (kind === undefined) throw new Error(`wrangler wrote ${name}, which workerd is not told how to read`);
  const content = readFileSync(join(folder, name));
  return { name, kind, content };
}
