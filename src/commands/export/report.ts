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

const KNOWN = "replays are those known already";

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

function toWarnings({ sources, dataApi, counts, calendar }: Status, drawn: number): string[] {
  return [
    ...sources.flatMap(({ state, identity, lastError }) =>
      state === "failing"
        ? [`Warning: the feed of ${identity ?? "the channel"} was not accepted (${lastError}); ${KNOWN}`]
        : [],
    ),
    ...(dataApi?.state === "failing"
      ? [`Warning: the Data API gave nothing (${dataApi.lastError}); ${KNOWN}`]
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
