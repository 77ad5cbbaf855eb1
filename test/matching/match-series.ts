/**
 * `npm run -s match -- FILE`: matches the series of a file as the service would, and prints the pairs.
 */
import { matchRecordings } from "../../src/programme/match/match-recordings.ts";
import { explainSession } from "../../src/programme/match/match-recordings.ts";
import { readSeriesCommand, stop } from "./series-command.ts";
import { toMatchInput, toPairs, type Series } from "./series.ts";

const HELP = `npm run -s match -- FILE [--explain SESSION_ID]

Matches the sessions and videos of each series in FILE, as the service does, and prints JSON:
  { "SERIES": { "SESSION_ID": "VIDEO_ID" } }

FILE is JSON: [{ "series": "…",
                 "sessions": [{ "id", "title", "date": "YYYY-MM-DD", "presenters": ["…"] }],
                 "videos": [{ "id", "title", "publishedAt": "…Z", "description" }],
                 "truth": { "SESSION_ID": "VIDEO_ID" } }]     (truth is not looked at)

  --explain SESSION_ID   instead: every video considered for that session, with what speaks for it and against
  --help                 this text

Exit code 0; 1 when FILE is at fault or has no such session, 2 when the command line is.
`;

export function main(): void {
  const { series, path, explain } = readSeriesCommand(HELP, true);
  process.stdout.write(explain === undefined ? toJson(series) : toExplanations(series, explain, path));
}

function toJson(all: readonly Series[]): string {
  const pairs = all.map((one) => [one.series, toPairs(matchRecordings(toMatchInput(one)).matches)] as const);
  return `${JSON.stringify(Object.fromEntries(pairs), null, 2)}\n`;
}

function toExplanations(all: readonly Series[], sessionId: string, path: string): string {
  const holding = all.filter(({ sessions }) => sessions.some(({ id }) => id === sessionId));
  if (holding.length === 0) stop(`${path}: has no session ${JSON.stringify(sessionId)}`);
  return holding.map((one) => `${one.series}\n${explainSession(toMatchInput(one), sessionId)}`).join("\n");
}

if (import.meta.main) main();
