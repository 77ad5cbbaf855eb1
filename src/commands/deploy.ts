/** `npm run deploy`: compiles the club's folder and uploads the Worker under the club's own name. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { EXIT, runCommand, UsageError, type Exit, type Parsed } from "./terminal/command-line.ts";
import { readGoodData } from "./terminal/data-files.ts";

const ROOT = join(import.meta.dirname, "../..");
const WRANGLER = join(ROOT, "node_modules/wrangler/bin/wrangler.js");
/** A new version reaches Cloudflare's places within seconds. */
const KNOWN_EVERYWHERE_MS = 5_000;
const ANSWER_WITHIN_MS = 30_000;
const DRY_RUN = ["--dry-run", "--outdir", ".build/worker"];

const HELP = `npm run deploy: upload the Worker to Cloudflare, under the club's own name.

The name is "worker" in the club file; without it, it is made of uidDomain: feeds-example-org for
example.org. So two clubs of one account never overwrite each other. Commands of wrangler need it:
  npx wrangler secret put ADMIN_TOKEN --name NAME

  --dry-run   compile and bundle into .build/worker, upload nothing
  --help      this text

Where the club file has a publicUrl, it is asked for once afterwards, so that what is new is told at once.
It asks you to log in, or takes CLOUDFLARE_API_TOKEN and CLOUDFLARE_ACCOUNT_ID from the environment.
The club's folder is data, or what .data-dir or DATA_DIR names.
Exit code: 0 uploaded, 1 not uploaded, 2 wrong options.
`;

const OPTIONS = { "dry-run": { type: "boolean", default: false } } as const;

async function run({ values, positionals: [extra] }: Parsed<typeof OPTIONS>): Promise<Exit> {
  if (extra !== undefined) throw new UsageError(`"${extra}" is no option`);
  const { deployment } = (await readGoodData()).compiled;
  console.log(`Worker: ${deployment.worker}`);
  const words = [...toDeployWords(deployment), ...(values["dry-run"] ? DRY_RUN : [])];
  const { status } = spawnSync(process.execPath, [WRANGLER, ...words], { cwd: ROOT, stdio: "inherit" });
  if (status !== 0) return EXIT.mistakes;
  if (!values["dry-run"] && deployment.publicUrl !== null) await wake(deployment.publicUrl);
  return EXIT.fine;
}

/** What a deployment brings is published, and told to subscribers and chats, when somebody first asks, or a cron does. */
async function wake(publicUrl: string): Promise<void> {
  await sleep(KNOWN_EVERYWHERE_MS);
  await fetch(`${publicUrl}/healthz`, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) }).catch(() => null);
}

/** What wrangler is told; a variable that is given here goes before that of wrangler.toml. */
export function toDeployWords({ worker, publicUrl }: { worker: string; publicUrl: string | null }): string[] {
  return ["deploy", "--name", worker, ...(publicUrl === null ? [] : ["--var", `PUBLIC_URL:${publicUrl}`])];
}

if (import.meta.main) await runCommand(HELP, OPTIONS, run);
