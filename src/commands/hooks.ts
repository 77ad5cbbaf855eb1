/** `npm run hooks`: which hooks the club has, a test of one, and what would be posted to it. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseEnv } from "node:util";
import type { CompiledFiles } from "../build/compile-data.ts";
import { toSecretName, type Hook } from "../programme/hook.ts";
import { toPushConfig, type PushConfig } from "../push/config.ts";
import { toDestination } from "../push/hooks/destination.ts";
import { toTestMessage } from "../push/hooks/message.ts";
import { post } from "../push/hooks/post.ts";
import { toPreview, toPublicUrl } from "./hooks/preview.ts";
import { EXIT, Refusal, runCommand, UsageError, type Exit, type Parsed } from "./terminal/command-line.ts";
import { readGoodData } from "./terminal/data-files.ts";

const ROOT = join(import.meta.dirname, "../..");

const HELP = `npm run hooks: the chats and programs that the club file names under "hooks".

  npm run hooks                      each, and whether its secrets are set on this machine
  npm run hooks -- --test NAME       post a test message from this machine
  npm run hooks -- --preview NAME    print what would be posted of the next session; nothing is sent

  --help   this text

The address of a hook "lab-slack" is the secret HOOK_LAB_SLACK, from the environment or the file .dev.vars:
  slack, discord, mattermost   the address of an incoming webhook
  matrix                       https://SERVER/_matrix/client/v3/rooms/ROOM_ID, and the access token in
                               HOOK_LAB_SLACK_SECRET
  json                         any address, and what it is signed with in HOOK_LAB_SLACK_SECRET: "whsec_" and
                               Base64, or any text
The deployed service has its own (NAME is the Worker's, which "npm run deploy" prints):
  npx wrangler secret put HOOK_LAB_SLACK --name NAME

Exit code: 0 listed, printed or posted, 1 not posted, 2 wrong options.
`;

const OPTIONS = { test: { type: "string" }, preview: { type: "string" } } as const;

async function run({ values, positionals: [extra] }: Parsed<typeof OPTIONS>): Promise<Exit> {
  if (extra !== undefined) throw new UsageError(`"${extra}" is no option`);
  if (values.test !== undefined && values.preview !== undefined)
    throw new UsageError("--test and --preview do not go together");
  const { compiled } = await readGoodData();
  const { hooks } = compiled.push;
  if (values.preview !== undefined) {
    process.stdout.write(await toPreview(findHook(hooks, values.preview), compiled, Date.now()));
    return EXIT.fine;
  }
  const config = toPushConfig({ ...(await readDevVariables()), ...process.env });
  if (values.test === undefined) list(hooks, config);
  else await test(findHook(hooks, values.test), compiled, config);
  return EXIT.fine;
}

function list(hooks: readonly Hook[], { secrets, isPrivateAllowed }: PushConfig): void {
  if (hooks.length === 0) console.log('The club file names no hook; FIELDS.md says how, under "Chats".');
  for (const hook of hooks) {
    const destination = toDestination(hook, secrets, isPrivateAllowed);
    const state = destination.ok ? `${toSecretName(hook.name)} is set here` : destination.error.message;
    const posts = [...hook.posts, ...(hook.before.length > 0 ? ["reminders"] : [])].join(", ") || "nothing";
    console.log(`${hook.name} (${hook.kind}): ${state}; posts ${posts}`);
  }
}

async function test(hook: Hook, compiled: CompiledFiles, config: PushConfig): Promise<void> {
  const destination = toDestination(hook, config.secrets, config.isPrivateAllowed);
  if (!destination.ok) throw new Refusal(`${destination.error.message}: in the environment or .dev.vars`);
  const publicUrl = toPublicUrl(compiled);
  const now = Date.now();
  const message = toTestMessage(compiled.club, publicUrl, now);
  const sent = await post(hook.kind, destination.value, message, { aboutUrl: publicUrl, now });
  if (sent.outcome !== "done") throw new Refusal(`${hook.name}: not posted, ${sent.error}`);
  console.log(`${hook.name}: posted`);
}

function findHook(hooks: readonly Hook[], name: string): Hook {
  const found = hooks.find((hook) => hook.name === name);
  if (found !== undefined) return found;
  const names = hooks.map((hook) => hook.name).join(", ");
  const known = names === "" ? "the club file names none" : `there are ${names}`;
  throw new UsageError(`"${name}" is no hook, ${known}`);
}

/** The file of secrets for trials, which wrangler reads, too. */
async function readDevVariables(): Promise<NodeJS.Dict<string>> {
  const text = await readFile(join(ROOT, ".dev.vars"), "utf8").catch(() => "");
  return parseEnv(text);
}

export const main = () => runCommand(HELP, OPTIONS, run);
if (import.meta.main) await main();
