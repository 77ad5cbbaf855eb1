/** `npm run backup`: the whole state of a service into one file. */
import { ask, describeState, toStateUrl, writeState } from "./state.ts";
import { runCommand } from "./terminal/command-line.ts";

const HELP = `npm run backup -- URL: the whole state of a service (dates, ids, sequences, matches, videos) into one JSON file.

  URL          the service, for example https://feeds.example.org
  --out FILE   where to (state-DATE.json)
  --force      replace the file if it is there
  --help       this text

The service and this command must have the same secret in ADMIN_TOKEN:
  npx wrangler secret put ADMIN_TOKEN --name NAME   (the Worker's, which "npm run deploy" prints)
  ADMIN_TOKEN=… npm run backup -- https://feeds.example.org

Exit code: 0 written, 1 not written, 2 called wrongly.
`;

await runCommand(
  HELP,
  { out: { type: "string" }, force: { type: "boolean", default: false } },
  async ({ values, positionals }) => {
    const url = toStateUrl(positionals[0]);
    const path = values.out ?? `state-${new Date().toISOString().slice(0, 10)}.json`;
    console.error(`Asking ${url} …`);
    const text = await (await ask(url, { method: "GET" })).text();
    const holding = describeState(text, url);
    await writeState(path, text, values.force);
    console.log(`${path}: ${holding}, ${Math.ceil(Buffer.byteLength(text) / 1024)} KB`);
  },
);
