/** `npm run restore`: a file that `npm run backup` has written, into a service. */
import { describeState, sendState, toStateUrl } from "./state.ts";
import { readInput, runCommand, UsageError, type Parsed } from "./terminal/command-line.ts";

const HELP = `npm run restore -- URL FILE: a file that "npm run backup" has written, into a service; all of it or nothing.

  URL          the service, for example https://feeds.example.org
  FILE         the backup, of this version or an older one
  --replace    also over a state that the service has already: that one is gone then
  --help       this text

The service and this command must have the same secret in ADMIN_TOKEN; see "npm run backup -- --help".

Exit code: 0 restored, 1 nothing changed, 2 called wrongly.
`;

const OPTIONS = { replace: { type: "boolean", default: false } } as const;

async function run({ values, positionals }: Parsed<typeof OPTIONS>): Promise<void> {
  const [service, path] = positionals;
  const url = toStateUrl(service);
  if (path === undefined) throw new UsageError("no FILE, expected a backup");
  const text = (await readInput(path)).toString();
  const holding = describeState(text, path);
  console.error(`Sending ${holding} to ${url} …`);
  const rows = await sendState(url, text, values.replace);
  console.log(`${path}: restored, ${rows} rows`);
}

export const main = () => runCommand(HELP, OPTIONS, run);
if (import.meta.main) await main();
