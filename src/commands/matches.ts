/** `npm run matches`: what a running service matched, what it left alone and why. */
import { EXIT, printJson, runCommand, UsageError } from "./command/command-line.ts";
import { readData } from "./command/read-data.ts";
import { parseStatus, toMatchReport } from "./matches/match-report.ts";

const HELP = `npm run matches: which video the service took for which session.

  npm run matches                              the local service (npm start) on port 8787
  npm run matches -- https://feeds.example.org the deployed one

Prints every match with its evidence, every video left alone with the reason, and the line to add
to a session file to settle it ("replay: VIDEOID").

  --json   print for programs
  --help   this text

Exit code: 0 printed, 1 the service did not answer, 2 wrong options.
`;

const LOCAL = "http://localhost:8787";
/** A slower answer is none. */
const TIMEOUT_MS = 10_000;

await runCommand(HELP, { json: { type: "boolean", default: false } }, async ({ values, positionals }) => {
  const [origin = LOCAL] = positionals;
  if (!/^https?:\/\//i.test(origin) || !URL.canParse(origin))
    throw new UsageError(`"${origin}" is no web address, expected one such as https://feeds.example.org`);
  const address = new URL("/status.json", origin).href;
  const answer = await fetchStatus(address);
  const status = parseStatus(answer);
  if (status === null) throw new Error(`${address} is not the status of this service`);
  if (values.json) printJson({ matches: status.matches, unmatched: status.unmatched });
  else {
    const { compiled } = await readData();
    process.stdout.write(toMatchReport(status, (id) => compiled?.origins.get(id)?.path ?? null));
  }
  return EXIT.fine;
});

async function fetchStatus(address: string): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch {
    const hint = address.startsWith(LOCAL) ? "; start it with npm start, or name another address" : "";
    throw new Error(`nothing answers at ${address}${hint}`);
  }
  if (!response.ok) throw new Error(`${address} answered ${response.status}, expected 200`);
  try {
    return await response.json();
  } catch {
    throw new Error(`${address} is no JSON`);
  }
}
