/**
 * Every command as a process: what npm starts is there, reads what is piped into it, and ends with what it says. What a command does
 * is tested by calls.
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { startCommand, startNode } from "../support/call-command.ts";

const folder = mkdtempSync(join(tmpdir(), "processes-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** They take no options. */
const OTHERS = ["postinstall", "test", "test:whole", "test:browser", "match:speed", "search:speed"];
const COMMANDS = Object.entries(manifest.scripts).filter(([name]) => !OTHERS.includes(name));

test.each(COMMANDS)("npm run %s says what it does", async (name, script) => {
  const [, ...words] = script.split(" ");
  const { status, stdout, stderr } = await startNode([...words, "--help"]);
  const isTold = new RegExp(`^npm (run )?(-s )?${name}\\b`).test(stdout);
  expect([status, isTold, stderr]).toEqual([0, true, ""]);
});

test("what is piped into one is read to its end", async () => {
  cpSync("test/fixtures/club", folder, { recursive: true });
  const input = '📢 June 22 (Mon): Shearing\nAda Example (@ada) will present her paper "Shearing".\n';
  const { status, stdout, stderr } = await startCommand("announce", ["--today", "2026-06-12", "--yes"], {
    input,
    environment: { DATA_DIR: folder },
  });
  expect([status, stderr, stdout.split("\n").at(-2)]).toEqual([
    0,
    "",
    `wrote ${folder}/sessions/2026-06-22-s22.md`,
  ]);
});

test("init asks another for the channel; where that finds none the club is written all the same", async () => {
  const project = join(folder, "project");
  mkdirSync(project);
  const club = ["club", "--name", "Knots", "--site", "https://knots.example", "--yes"];
  const channel = ["--channel", "@knots", "--origin", "http://127.0.0.1:9"];
  const around = { folder: project, environment: { DATA_DIR: "" } };
  const { status, stderr } = await startCommand("init", [...club, ...channel], around);
  expect([
    status,
    stderr.includes("once more, later: npm run channel -- @knots"),
    readdirSync(project).toSorted(),
  ]).toEqual([0, true, [".data-dir", "club"]]);
});

const EXPORT = ["--url", "https://site.example", "--out", ".nothing", "--feed", "missing.xml"];

test.each<[string, string[], string[], string]>([
  ["export", EXPORT, ["load-tsx", "export/stand-ins"], "missing.xml: there is no such file or folder\n"],
  ["restore", ["https://feeds.example.org", "test"], [], "test: is a folder, expected a file\n"],
])("npm run %s says what is wrong, and fails", async (command, words, imports, stderr) => {
  expect(await startCommand(command, words, {}, imports)).toEqual({ status: 1, stdout: "", stderr });
});
