/**
 * `npm run test:mutations`: breaks the named places one after the other, on a copy, and tells which tests notice.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs, styleText } from "node:util";
import { copyProject, ROOT } from "../support/project-copy.ts";
import { MUTATIONS, type Mutation } from "./mutations.ts";

const HELP = `npm run test:mutations [-- WORDS]

Breaks each place of test/mutations/mutations.ts in turn, on a copy in a temporary folder, and runs the tests that should
notice. With WORDS only the places whose name holds them.

  --list   names the places
  --help   this text

Exit code 0: every one was noticed; 1: some was not, or the copy fails unbroken; 2: wrong options.
`;

const COPIED = [
  "src",
  "test",
  "data",
  ".data-dir",
  ".build",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "wrangler.toml",
  "README.md",
  "FIELDS.md",
  "SECURITY.md",
  ".github",
];

const { values, positionals } = parseArgs({
  options: { list: { type: "boolean" }, help: { type: "boolean" } },
  allowPositionals: true,
});
const wanted = MUTATIONS.filter(({ name }) => positionals.every((word) => name.includes(word)));
if (values.help === true) process.stdout.write(HELP);
else if (values.list === true) for (const { name } of wanted) console.log(name);
else process.exitCode = await runAll(wanted);

async function runAll(mutations: readonly Mutation[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "mutations-"));
  try {
    copyProject(folder, COPIED);
    for (const tests of new Set(mutations.map((mutation) => mutation.tests))) {
      const failed = await runTests(folder, tests);
      if (failed.length === 0) continue;
      console.error(`unbroken, test/${tests} fails already: ${failed.join("; ")}`);
      return 1;
    }
    let survived = 0;
    for (const [index, mutation] of mutations.entries()) {
      const failed = await runBroken(folder, mutation);
      if (failed.length === 0) survived += 1;
      console.log(`${index + 1}/${mutations.length} ${toLine(mutation, failed)}`);
    }
    console.log(`${mutations.length - survived} noticed, ${survived} not`);
    return survived === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function toLine({ name }: Mutation, [first, ...others]: readonly string[]): string {
  const more = others.length === 0 ? "" : ` and ${others.length} more`;
  return first === undefined
    ? `${styleText("red", "SURVIVED")} ${name}`
    : `${styleText("green", "noticed ")} ${name}: ${first}${more}`;
}

/** @returns the names of the tests that failed */
async function runBroken(folder: string, { file, from, to, tests }: Mutation): Promise<string[]> {
  const path = join(folder, file);
  const text = readFileSync(path, "utf8");
  if (text.split(from).length !== 2)
    throw new Error(`${file}: expected exactly once: ${JSON.stringify(from)}`);
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
  try {
    return await runTests(folder, tests);
  } finally {
    writeFileSync(path, text);
  }
}

/** A run that ends badly without a failed test, as when nothing compiles, has failed as a whole. */
async function runTests(folder: string, tests: string): Promise<string[]> {
  const kind = tests.startsWith("worker") ? "worker." : tests.startsWith("browser/") ? "browser." : "";
  const config = `test/vitest.${kind}config.ts`;
  const report = join(folder, "report.json");
  rmSync(report, { force: true });
  const options = ["run", "--config", config, `test/${tests}`, "--reporter=json", `--outputFile=${report}`];
  const code = await new Promise((resolve) => {
    const child = spawn(join(ROOT, "node_modules/.bin/vitest"), options, {
      cwd: folder,
      stdio: "ignore",
      // What a test shows by itself is told sooner than by a hundred walks and their shrinking.
      env: { ...process.env, WALK_RUNS: "0" },
    });
    child.on("close", resolve);
  });
  const failed = readFailed(report);
  return failed.length === 0 && code !== 0 ? ["the whole run"] : failed;
}

interface Report {
  testResults: { assertionResults: { status: string; fullName: string }[] }[];
}

function readFailed(report: string): string[] {
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- vitest's own report
    const { testResults } = JSON.parse(readFileSync(report, "utf8")) as Report;
    const all = testResults.flatMap(({ assertionResults }) => assertionResults);
    return all.filter(({ status }) => status === "failed").map(({ fullName }) => fullName);
  } catch {
    return [];
  }
}
