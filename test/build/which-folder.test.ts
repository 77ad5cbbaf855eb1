/** Which folder is the club's. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { findDataFolder } from "../../src/build/data-folder.ts";

const home = process.cwd();
let project = "";

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "which-folder-"));
  process.chdir(project);
  vi.stubEnv("DATA_DIR", "");
});
afterEach(() => {
  process.chdir(home);
  vi.unstubAllEnvs();
  rmSync(project, { recursive: true });
});

test("is data where nothing says otherwise", () => {
  expect(findDataFolder()).toEqual({ ok: true, value: "data" });
});

test("is what .data-dir names, whatever editor wrote the line", () => {
  mkdirSync("clubs/paris", { recursive: true });
  writeFileSync(".data-dir", "clubs/paris/\r\n");
  expect(findDataFolder()).toEqual({ ok: true, value: "clubs/paris" });
});

test("is what DATA_DIR names before all", () => {
  writeFileSync(".data-dir", "club\n");
  vi.stubEnv("DATA_DIR", "elsewhere/");
  expect(findDataFolder()).toEqual({ ok: true, value: "elsewhere" });
});

test.each([
  ["club\n", '.data-dir: there is no folder "club", expected the club\'s folder here, such as "club"'],
  ["", '.data-dir: "" is no name of a folder, expected the club\'s folder here, such as "club"'],
  ["../x", '.data-dir: "../x" is no name of a folder, expected the club\'s folder here, such as "club"'],
  ["/etc", '.data-dir: "/etc" is no name of a folder, expected the club\'s folder here, such as "club"'],
])("is none where .data-dir holds %j", (text, message) => {
  writeFileSync(".data-dir", text);
  expect(findDataFolder()).toEqual({ ok: false, error: { reason: "no folder", message } });
});

test("is none where .data-dir is a folder itself", () => {
  mkdirSync(".data-dir");
  expect(findDataFolder().ok).toBe(false);
});
