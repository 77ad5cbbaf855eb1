/** What an export tells in the end. */
import type { Status } from "../../publisher/status.ts";
import type { Changes } from "./folder.ts";
import type { Site } from "./site.ts";

export interface Outcome {
  out: string;
  ledgerPath: string;
  isNewLedger: boolean;
  count: number;
  drawn: number;
}

/** On standard output what was written, on standard error what somebody may want to look at. */
export function report({ status }: Site, changes: Changes, outcome: Outcome): void {
  const { out, ledgerPath, isNewLedger, count, drawn } = outcome;
  for (const warning of toWarnings(status, drawn)) console.error(warning);
  const { added, changed, removed } = changes;
  const numbers = [`${added.length} new`, `${changed.length} changed`, `${removed.length} removed`];
  const isSame = added.length + changed.length + removed.length === 0;
  console.log(`${out}: ${count} files, ${isSame ? "nothing changed" : numbers.join(", ")}`);
  console.log(`${ledgerPath}: ${isNewLedger ? "written" : "nothing changed"}`);
}

function toWarnings({ source, counts, calendar }: Status, drawn: number): string[] {
  return [
    ...(source.state === "failing"
      ? [`Warning: the channel feed was not accepted (${source.lastError}); replays are those known already`]
      : []),
    ...(counts.ambiguous > 0
      ? [`Warning: ${counts.ambiguous} videos could be of several sessions: npm run matches`]
      : []),
    ...(calendar.leftOut > 0
      ? [
          `Note: calendar.ics has no room for ${calendar.leftOut} old sessions; the calendars of their years have them`,
        ]
      : []),
    ...(drawn > 0 ? [`Note: ${drawn} pictures are drawn ones until YouTube's can be fetched`] : []),
  ];
}
