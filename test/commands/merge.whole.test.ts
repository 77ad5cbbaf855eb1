/** A fork merges newer code, with git itself: its sessions stay its own. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { compileData } from "../../src/build/compile-data.ts";
import { findDataFolder, readDataFolder } from "../../src/build/data-folder.ts";
import { aClubFile, aSessionFile } from "../build/data-files.ts";

const INIT = join(import.meta.dirname, "../../src/commands/init.ts");
const home = process.cwd();
let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "merge-"));
  vi.stubEnv("DATA_DIR", "");
  // Nobody's own settings of git.
  vi.stubEnv("GIT_CONFIG_GLOBAL", "/dev/null");
  vi.stubEnv("GIT_CONFIG_NOSYSTEM", "1");
  mkdirSync(join(root, "upstream"));
  process.chdir(join(root, "upstream"));
  run("git", "init", "-q", "-b", "main");
  name("Upstream");
  write("data/club.yaml", aClubFile().text);
  for (const id of ["a1", "a2", "a3"]) writeSession("data", id);
  write("src/code.ts", "one\ntwo\n");
  write("package-lock.json", '{ "version": 1 }\n');
  commit("first");
  run("git", "clone", "-q", join(root, "upstream"), join(root, "fork"));
  process.chdir(join(root, "fork"));
  name("Fork");
  run("git", "remote", "rename", "origin", "upstream");
});
afterEach(() => {
  process.chdir(home);
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true });
});

test("made by init, it takes code and packages without a conflict, and no foreign session", async () => {
  run(process.execPath, INIT, "club", "--name", "Knots", "--site", "https://knots.example", "--yes");
  writeSession("club", "k1");
  commit("our club");
  growUpstream();
  run("git", "pull", "-q", "--no-rebase", "--no-edit", "upstream", "main");
  expect([await readServed(), run("git", "show", "HEAD:src/code.ts", "HEAD:package-lock.json")]).toEqual([
    ["Knots", ["k1"]],
    'one\ntwo\nthree\n{ "version": 2 }\n',
  ]);
});

test("with data replaced literally, it moves once as OPERATING.md says, and merges as well from then on", async () => {
  run("git", "rm", "-rq", "data");
  write("data/club.yaml", aClubFile({ 1: "name: Knots" }).text);
  writeSession("data", "k1");
  commit("our club");
  growUpstream();

  run("git", "fetch", "-q", "upstream");
  run("cp", "-r", "data", "club");
  write(".data-dir", "club\n");
  run("git", "rm", "-rq", "data");
  run("git", "checkout", run("git", "merge-base", "HEAD", "upstream/main").trim(), "--", "data");
  commit("move");
  run("git", "merge", "-q", "--no-edit", "upstream/main");
  expect(await readServed()).toEqual(["Knots", ["k1"]]);
});

/** What upstream does meanwhile: sessions come, change and go, with code and packages. */
function growUpstream(): void {
  process.chdir(join(root, "upstream"));
  write("data/sessions/a1.md", aSessionFile({ 2: "id: a1", 3: "title: Changed" }).text);
  rmSync("data/sessions/a3.md");
  writeSession("data", "a4");
  write("src/code.ts", "one\ntwo\nthree\n");
  write("package-lock.json", '{ "version": 2 }\n');
  commit("newer");
  process.chdir(join(root, "fork"));
}

async function readServed(): Promise<unknown> {
  const folder = findDataFolder();
  const compiled = folder.ok && compileData(await readDataFolder(folder.value));
  if (compiled === false || !compiled.ok) return compiled;
  const { club, sessions } = compiled.value;
  return [club.name, sessions.map(({ id }) => id)];
}

function writeSession(folder: string, id: string): void {
  write(`${folder}/sessions/${id}.md`, aSessionFile({ 2: `id: ${id}` }).text);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function name(who: string): void {
  run("git", "config", "user.name", who);
  run("git", "config", "user.email", "nobody@example.org");
}

function commit(message: string): void {
  run("git", "add", "-A");
  run("git", "commit", "-qm", message);
}

function run(command: string, ...words: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, words, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${words.join(" ")}: ${stdout}${stderr}`);
  return stdout;
}
