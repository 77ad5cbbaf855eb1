/** The command without its process, against the stand-in; nobody waits. */
import { stripVTControlCharacters } from "node:util";
import { syncGoogle, type Wanted } from "../../../src/commands/google/sync.ts";
import { EXIT, Refusal, UsageError } from "../../../src/commands/terminal/command-line.ts";
import type { Club } from "../../../src/programme/club.ts";
import type { PublishedSession } from "../../../src/programme/publication.ts";
import { WHOLE } from "../../../src/programme/selection.ts";
import { aClub, aPublication, aPublishedProgramme } from "../../support/builders.ts";
import { textOf } from "../../support/documents.ts";
import { CALENDAR_ID, type GoogleStandIn } from "../../support/google-calendar.ts";

/** As the club's service writes it. */
export function toIcs(sessions: PublishedSession[], club: Partial<Club> = {}): string {
  const programme = aPublishedProgramme({ sessions });
  return textOf("calendar", aPublication({ club: aClub(club), programme }), WHOLE);
}

/** What the command is given in its environment. */
export function toEnvironment(google: GoogleStandIn): Record<string, string> {
  return {
    PUBLIC_URL: google.url,
    GOOGLE_CALENDAR_ID: CALENDAR_ID,
    GOOGLE_SERVICE_ACCOUNT_KEY: google.key,
  };
}

/** @returns what it says and how it ends, as `runCommand` has it; the pauses that it wanted are in `waits` */
export async function run(
  google: GoogleStandIn,
  wanted: Partial<Wanted> = {},
  environment: Record<string, string> = {},
  waits: number[] = [],
  now: () => number = Date.now,
) {
  let [output, errors] = ["", ""];
  const machine = {
    apiUrl: `${google.url}/calendar/v3`,
    now,
    wait: async (milliseconds: number) => void waits.push(milliseconds),
    random: () => 0.5,
    tell: (line: string) => (errors += `${line}\n`),
  };
  const around = {
    environment: { ...toEnvironment(google), ...environment },
    machine,
    print: (line: string) => (output += `${stripVTControlCharacters(line)}\n`),
  };
  const code = await syncGoogle({ "dry-run": false, remove: false, ...wanted }, around).catch(
    (error: unknown) => {
      if (!(error instanceof Refusal || error instanceof UsageError)) throw error;
      errors += `${error.message}\n`;
      return error instanceof Refusal ? EXIT.mistakes : EXIT.usage;
    },
  );
  const { host } = new URL(google.url);
  return { code, output, errors: errors.replaceAll(google.url, "URL").replaceAll(host, "HOST") };
}
