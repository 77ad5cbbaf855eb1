/** `npm run google`: the sessions into a Google calendar, at once instead of at Google's next poll. */
import type { Machine } from "./google/google-api.ts";
import { syncGoogle } from "./google/sync.ts";
import { runCommand, UsageError, type Exit, type Parsed } from "./terminal/command-line.ts";

const HELP = `npm run google: the sessions into a Google calendar, which shows them at once.

  npm run google -- --calendar ID --key FILE

Google asks a subscribed calendar (/calendar.ics) every 12 to 24 hours. This writes into a calendar
of its own: somebody makes it in Google Calendar, and shares it with a service account of Google's,
whose key this command has. OPERATING.md says how. It shows what the club's calendar does, replays
too, under the same UIDs; who subscribes to both sees everything twice.

What differs is written, and nothing else: twice the same writes nothing. Only events with a UID of
the club are touched. The club's word counts: one that somebody changed or deleted in Google
Calendar is written again, and one that the club took back is removed. Cancelled sessions stay, as
"Cancelled: …".

  --calendar ID  the calendar's id, as in its settings (GOOGLE_CALENDAR_ID)
  --key FILE     the key of the service account (GOOGLE_APPLICATION_CREDENTIALS names the file,
                 GOOGLE_SERVICE_ACCOUNT_KEY has its content)
  --from URL     the club's service, or the address of its calendar with a choice such as
                 https://feeds.example.org/calendar.ics?tag=theory (PUBLIC_URL, else publicUrl
                 of club.yaml)
  --dry-run      show what would be written, write nothing
  --remove       also where more than half of the events would be removed
  --help         this text

GOOGLE_CALENDAR_API_URL is the API's address, for tests.
Exit code: 0 the calendar is as it should be (with --dry-run: shown), 1 something could not be read
or written, 2 wrong options.
`;

const OPTIONS = {
  calendar: { type: "string" },
  key: { type: "string" },
  from: { type: "string" },
  "dry-run": { type: "boolean", default: false },
  remove: { type: "boolean", default: false },
} as const;

const API_URL = "https://www.googleapis.com/calendar/v3";

const MACHINE: Omit<Machine, "apiUrl"> = {
  now: Date.now,
  wait: async (milliseconds) => await new Promise((resolve) => setTimeout(resolve, milliseconds)),
  random: Math.random,
  tell: (line) => console.error(line),
};

const print = (line: string) => console.log(line);

async function run({ values, positionals: [extra] }: Parsed<typeof OPTIONS>): Promise<Exit | void> {
  if (extra !== undefined) throw new UsageError(`"${extra}" is no option`);
  const apiUrl = process.env["GOOGLE_CALENDAR_API_URL"] || API_URL;
  return await syncGoogle(values, { environment: process.env, machine: { ...MACHINE, apiUrl }, print });
}

export const main = () => runCommand(HELP, OPTIONS, run);
if (import.meta.main) await main();
