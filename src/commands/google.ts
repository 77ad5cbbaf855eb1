/** `npm run google`: the sessions into a Google calendar, at once instead of at Google's next poll. */
import { createGoogle, toNoCalendar, type AskGoogle, type Machine } from "./google/google-api.ts";
import { listEvents, removeEvent, writeEvent } from "./google/calendar-events.ts";
import { readKey } from "./google/key.ts";
import { planGoogle, type GooglePlan } from "./google/plan.ts";
import { toEventLine, toSummaryLine, type Outcome } from "./google/report.ts";
import { readServiceCalendar, type ServiceCalendar } from "./google/service-calendar.ts";
import {
  EXIT,
  isWebAddress,
  Refusal,
  runCommand,
  UsageError,
  type Exit,
  type Parsed,
} from "./terminal/command-line.ts";
import { readGoodData } from "./terminal/data-files.ts";

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
type Wanted = Parsed<typeof OPTIONS>["values"];

const API_URL = "https://www.googleapis.com/calendar/v3";
const TIMEOUT_MS = 30_000;

async function run({ values, positionals: [extra] }: Parsed<typeof OPTIONS>): Promise<Exit> {
  if (extra !== undefined) throw new UsageError(`"${extra}" is no option`);
  const calendarId = values.calendar || process.env["GOOGLE_CALENDAR_ID"];
  if (!calendarId)
    throw new UsageError("no calendar, expected --calendar ID, or GOOGLE_CALENDAR_ID in the environment");
  const account = await readKey(values.key, process.env);
  const address = toCalendarAddress(values.from || process.env["PUBLIC_URL"] || (await readPublicUrl()));
  const calendar = await fetchCalendar(address);
  const ask = createGoogle(account, calendarId, MACHINE);
  const there = await listEvents(ask);
  if (there === null) throw toNoCalendar(calendarId, account);
  const plan = planGoogle(calendar, there);
  refuseLoss(plan, address, values);
  const outcome = await write(ask, plan, values["dry-run"]);
  console.log(toSummaryLine(outcome, plan, values["dry-run"]));
  return outcome.refused === 0 ? EXIT.fine : EXIT.mistakes;
}

const MACHINE: Machine = {
  apiUrl: process.env["GOOGLE_CALENDAR_API_URL"] || API_URL,
  now: Date.now,
  wait: async (milliseconds) => await new Promise((resolve) => setTimeout(resolve, milliseconds)),
  random: Math.random,
  tell: (line) => console.error(line),
};

async function readPublicUrl(): Promise<string> {
  const { publicUrl } = (await readGoodData()).compiled.deployment;
  if (publicUrl !== null) return publicUrl;
  throw new UsageError(
    "no service, expected --from URL, PUBLIC_URL in the environment, or publicUrl in club.yaml",
  );
}

/** A service, or a folder of exported files, has its calendar at "calendar.ics". */
function toCalendarAddress(given: string): string {
  const address = given.replace(/^webcal:/i, "https:");
  if (!isWebAddress(address))
    throw new UsageError(`"${given}" is no web address, expected one such as https://feeds.example.org`);
  const url = new URL(address);
  if (url.pathname.endsWith(".ics")) return url.href;
  return new URL("calendar.ics", `${url.origin}${url.pathname.replace(/\/*$/, "/")}`).href;
}

/** The service knows what this machine does not: replays, moves and the sequence that calendars were told. */
async function fetchCalendar(address: string): Promise<ServiceCalendar> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const response = await fetch(address, { signal }).catch(() => null);
  if (response === null) throw new Refusal(`${address} does not answer; nothing was written`);
  if (!response.ok)
    throw new Refusal(`${address} answered ${response.status}, expected 200; nothing was written`);
  const read = readServiceCalendar(await response.text());
  if (read.ok) return read.value;
  throw new Refusal(`${address} ${read.error.message}; nothing was written`);
}

/** A service that has lost its sessions must not empty the calendar. */
function refuseLoss({ removals, shown }: GooglePlan, address: string, { remove }: Wanted): void {
  if (remove || removals.length < 2 || removals.length * 2 <= shown) return;
  throw new Refusal(
    `${address} lacks ${removals.length} of the ${shown} sessions that Google Calendar shows; nothing was written, --remove removes them`,
  );
}

/** One after the other, each told as soon as it is there. */
async function write(ask: AskGoogle, { writes, removals }: GooglePlan, isDry: boolean): Promise<Outcome> {
  const outcome: Outcome = { written: 0, refused: 0 };
  for (const planned of [...writes, ...removals]) {
    const refusal = isDry
      ? null
      : planned.kind === "removed"
        ? await removeEvent(ask, planned)
        : await writeEvent(ask, planned);
    console.log(toEventLine(planned, refusal));
    outcome[refusal === null ? "written" : "refused"] += 1;
  }
  return outcome;
}

await runCommand(HELP, OPTIONS, run);
