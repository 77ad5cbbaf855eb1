/** SECURITY.md, W: what the workflows may, and what they install. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";

const ROOT = join(import.meta.dirname, "../..");
const FOLDER = join(ROOT, ".github/workflows");

interface Step {
  name?: string;
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
}
interface Job {
  if?: string;
  needs?: string;
  permissions?: Record<string, string>;
  env?: unknown;
  steps: Step[];
}
interface Workflow {
  on: Record<string, unknown>;
  permissions: unknown;
  env?: unknown;
  jobs: Record<string, Job>;
}

const texts = readdirSync(FOLDER).map((name) => readFileSync(join(FOLDER, name), "utf8"));
const workflows: Workflow[] = texts.map((text) => parse(text));
const jobs = workflows.flatMap((workflow) => Object.values(workflow.jobs));
/** The one whose token may write: to the branch of exported files. */
const [exporting] = workflows.flatMap(({ jobs: { export: job } }) => job ?? []);
/** Its key writes into one Google calendar. */
const [calendar] = workflows.flatMap(({ jobs: { google: job } }) => job ?? []);
const steps = jobs.flatMap((job) => job.steps);
const EXPORT = 'npm run -s export -- --out site/docs --url "$PAGES_URL"';
const isOfExport = (step: Step): boolean => exporting?.steps.includes(step) === true;
const WRITE: Step = {
  name: "Write",
  run: "npm run -s google",
  env: {
    GOOGLE_CALENDAR_ID: "${{ vars.GOOGLE_CALENDAR_ID }}",
    GOOGLE_SERVICE_ACCOUNT_KEY: "${{ secrets.GOOGLE_SERVICE_ACCOUNT_KEY }}",
    PUBLIC_URL: "${{ vars.PUBLIC_URL }}",
  },
};
const hasSecrets = (value: unknown): boolean => /\bsecrets\b|github\.token/.test(JSON.stringify(value) ?? "");
/** Of the repository, which may write. */
const hasToken = (value: unknown): boolean => (JSON.stringify(value) ?? "").includes("github.token");
const TOKEN = { TOKEN: "${{ github.token }}" };

test("W1 A stranger's pull request", () => {
  const ofStrangers = workflows.filter(({ on }) => "pull_request" in on);
  expect([
    workflows.flatMap(({ on }) => Object.keys(on)).toSorted(),
    workflows.map(({ permissions }) => permissions),
    jobs.map(({ permissions }) => permissions),
    ofStrangers.map(hasSecrets),
    steps.filter(({ uses }) => uses?.startsWith("actions/checkout@")).map((step) => step.with),
  ]).toEqual([
    [
      "pull_request",
      ...Array<string>(3).fill("push"),
      ...Array<string>(2).fill("schedule"),
      ...Array<string>(4).fill("workflow_dispatch"),
    ],
    workflows.map(() => ({})),
    jobs.map((job) => (job === exporting ? { contents: "write", pages: "write" } : { contents: "read" })),
    [false],
    jobs.map(() => ({ "persist-credentials": false })),
  ]);
});

test("W2 Actions that change", () => {
  const used = steps.flatMap(({ uses }) => uses ?? []);
  expect([used.length, used.filter((uses) => !/^actions\/[a-z-]+@[\da-f]{40}$/.test(uses))]).toEqual([
    2 * jobs.length,
    [],
  ]);
  // The version stands beside the hash, for who brings it up to date.
  expect(
    texts
      .join("")
      .match(/uses: .*/g)
      ?.filter((line) => !/ # v\d+\.\d+\.\d+$/.test(line)),
  ).toEqual([]);
});

test("W3 Secrets", () => {
  const withSecrets = jobs.filter((job) => hasSecrets(job) && job !== exporting && job !== calendar);
  expect(withSecrets.map((job) => job.steps.filter(hasSecrets))).toEqual([
    [
      {
        name: "Publish",
        run: "npm run deploy",
        env: {
          CLOUDFLARE_API_TOKEN: "${{ secrets.CLOUDFLARE_API_TOKEN }}",
          CLOUDFLARE_ACCOUNT_ID: "${{ secrets.CLOUDFLARE_ACCOUNT_ID }}",
        },
      },
    ],
  ]);
  expect(withSecrets.flatMap((job) => job.steps.flatMap(({ run }) => run ?? []))).toEqual([
    "npm ci --ignore-scripts",
    "npm run deploy",
  ]);
  expect([calendar?.steps.filter(hasSecrets), calendar?.steps.flatMap(({ run }) => run ?? [])]).toEqual([
    [WRITE],
    ["npm ci --ignore-scripts", WRITE.run],
  ]);
  // The token that writes is in no step that runs the project's code or a package's.
  expect([
    exporting?.steps.filter(hasSecrets).map(({ name, env }) => [name, env]),
    exporting?.steps.filter(hasToken).filter(({ run }) => /\b(?:npm|npx|node)\b/.test(run ?? "")),
    exporting?.steps.flatMap(({ run }) => run?.match(/^npm .*/) ?? []),
  ]).toEqual([
    [
      ["Fetch the site", TOKEN],
      ["Export", { PAGES_URL: "${{ vars.PAGES_URL }}", YOUTUBE_API_KEY: "${{ secrets.YOUTUBE_API_KEY }}" }],
      ["Publish the site", TOKEN],
    ],
    [],
    ["npm ci --ignore-scripts", EXPORT],
  ]);
});

test("W4 Installing", () => {
  const { packages }: { packages: Record<string, { integrity?: string; link?: boolean }> } = JSON.parse(
    readFileSync(join(ROOT, "package-lock.json"), "utf8"),
  );
  const unproven = Object.entries(packages).filter(
    ([path, { integrity }]) => path !== "" && integrity?.startsWith("sha512-") !== true,
  );
  const scripts = steps.flatMap(({ run }) => run ?? []);
  expect([
    unproven.map(([path]) => path),
    scripts.filter(
      (run) =>
        run !== EXPORT &&
        /\bnpm\b/.test(run) &&
        !/^npm (?:ci(?: --ignore-scripts)?|test|run (?:-s )?[a-z:]+)$/.test(run),
    ),
    [...workflows, ...jobs].filter(({ env }) => env !== undefined),
    steps
      .filter(({ env, run }) => env !== undefined && run !== "npm run deploy" && run !== WRITE.run)
      .filter((step) => !isOfExport(step)),
  ]).toEqual([[], [], [], []]);
});

test("W5 Names as commands", () => {
  const inScripts = steps.filter(({ run }) => run?.includes("${{"));
  expect([inScripts, steps.filter(({ uses }) => uses?.startsWith("actions/github-script"))]).toEqual([
    [],
    [],
  ]);
});

test("W6 Another branch", () => {
  const publishing = workflows.filter(hasSecrets);
  expect([
    publishing.map(({ on }) => on),
    publishing
      .flatMap((workflow) => Object.values(workflow.jobs).filter(hasSecrets))
      .map((job) => [job.if, job.needs]),
  ]).toEqual([
    [
      { push: { branches: ["main"] }, workflow_dispatch: null },
      { schedule: [{ cron: "37 * * * *" }], workflow_dispatch: null },
      { push: { branches: ["main"] }, schedule: [{ cron: "17 * * * *" }], workflow_dispatch: null },
    ],
    [
      ["github.ref == 'refs/heads/main'", "check"],
      ["github.ref == 'refs/heads/main' && vars.GOOGLE_CALENDAR_ID != ''", undefined],
      ["github.ref == 'refs/heads/main' && vars.PAGES_URL != ''", undefined],
    ],
  ]);
});
