/** A file that cannot be read or written is one plain line that names it. */
import { expect, test } from "vitest";
import { main as announce } from "../../src/commands/announce.ts";
import { main as exportSite } from "../../src/commands/export.ts";
import { main as restore } from "../../src/commands/restore.ts";
import { main as validate } from "../../src/commands/validate.ts";
import { callCommand } from "../support/call-command.ts";

const COMMANDS = { announce, export: exportSite, restore };
const EXPORT = ["--url", "https://site.example"];

test.each<[keyof typeof COMMANDS, string[], string]>([
  ["announce", ["missing.txt"], "missing.txt: there is no such file or folder\n"],
  ["announce", ["test"], "test: is a folder, expected a file\n"],
  ["export", [...EXPORT, "--out", "package.json"], "--out: package.json is a file, expected a folder\n"],
  [
    "export",
    [...EXPORT, "--out", "package.json/out"],
    "package.json/out/.exported.json: is or lies in a file, expected a folder\n",
  ],
  [
    "export",
    [...EXPORT, "--out", ".nothing", "--feed", "missing.xml"],
    "missing.xml: there is no such file or folder\n",
  ],
  ["export", [...EXPORT, "--out", ".nothing", "--ledger", "test"], "test: is a folder, expected a file\n"],
  ["restore", ["https://feeds.example.org", "test"], "test: is a folder, expected a file\n"],
])("%s %j", async (command, options, told) => {
  const { status, stderr } = await callCommand(COMMANDS[command], options);
  expect([status, stderr]).toEqual([1, told]);
});

test("a data folder that is none", async () => {
  const around = { environment: { DATA_DIR: "package.json" } };
  const { status, stderr } = await callCommand(validate, [], around);
  expect([status, stderr]).toEqual([1, "package.json/sessions: is or lies in a file, expected a folder\n"]);
});
