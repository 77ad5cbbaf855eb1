/** The whole way: the club's calendar, Google's, what differs, and the writing of it. */
import { EXIT, isWebAddress, Refusal, UsageError, type Exit } from "../terminal/command-line.ts";
import { readGoodData } from "../terminal/data-files.ts";
import { listEvents, removeEvent, writeEvent } from "./calendar-events.ts";
import { createGoogle, toNoCalendar, type AskGoogle, type Machine } from "./google-api.ts";
import { readKey } from "./key.ts";
import { planGoogle, type GooglePlan } from "./plan.ts";
import { toEventLine, toSummaryLine, type Outcome } from "./report.ts";
import { readServiceCalendar, type ServiceCalendar } from "./service-calendar.ts";

/** What the command was told. */
export interface Wanted {
  calendar?: string | undefined;
  key?: string | undefined;
  from?: string | undefined;
  "dry-run": boolean;
  remove: boolean;
}

export interface Around {
  environment: NodeJS.ProcessEnv;
  machine: Machine;
  /** Shows a line of the report. */
  print: (line: string) => void;
}

const TIMEOUT_MS = 30_000;

/** @throws UsageError, Refusal where nothing can be compared, or nothing more be written */
export async function syncGoogle(wanted: Wanted, { environment, machine, print }: Around): Promise<Exit> {
  const calendarId = wanted.calendar || environment["GOOGLE_CALENDAR_ID"];
  if (!calendarId)
    throw new UsageError("no calendar, expected --calendar ID, or GOOGLE_CALENDAR_ID in the environment");
  const account = await readKey(wanted.key, environment);
  const address = toCalendarAddress(wanted.from || environment["PUBLIC_URL"] || (await readPublicUrl()));
  const calendar = await fetchCalendar(address);
  const ask = createGoogle(account, calendarId, machine);
  const there = await listEvents(ask);
  if (there === null) throw toNoCalendar(calendarId, account);
  const plan = planGoogle(calendar, there);
  refuseLoss(plan, address, wanted);
  const outcome = await write(ask, plan, wanted["dry-run"], print);
  print(toSummaryLine(outcome, plan, wanted["dry-run"]));
  return outcome.refused === 0 ? EXIT.fine : EXIT.mistakes;
}

async function readPublicUrl(): Promise<string> {
  const { publicUrl } = (await readGoodData()).compiled.deployment;
  if (publicUrl !== null) return publicUrl;
  throw new UsageError(
    "no service, expected --from URL, PUBLIC_URL in the environment, or publicUrl in club.yaml",
  );
}

/** A service, or a folder of exported files, has its calendar at "calendar.ics". */
function toCalendarAddress(address: string): string {
  if (!isWebAddress(address))
    throw new UsageError(`"${address}" is no web address, expected one such as https://feeds.example.org`);
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
async function write(
  ask: AskGoogle,
  { writes, removals }: GooglePlan,
  isDry: boolean,
  print: (line: string) => void,
): Promise<Outcome> {
  const outcome: Outcome = { written: 0, refused: 0 };
  for (const planned of [...writes, ...removals]) {
    const refusal = isDry
      ? null
      : planned.kind === "removed"
        ? await removeEvent(ask, planned)
        : await writeEvent(ask, planned);
    print(toEventLine(planned, refusal));
    outcome[refusal === null ? "written" : "refused"] += 1;
  }
  return outcome;
}
