/**
 * `npm run match:score -- FILE`: how good matching is on series whose pairs are known.
 */
import { measure, toPrecision, toRecall, toTotal, type Measure } from "./measure.ts";
import { readSeriesCommand, stop } from "./series-command.ts";
import type { Series } from "./series.ts";

/** Figures are compared to a thousandth; one digit more shows that nothing was rounded up to it. */
const DIGITS = 4;

const HELP = `npm run match:score -- FILE

Matches the series of FILE as the service does and compares with their "truth". Prints precision (right pairs of
those returned), recall (right pairs of those known), and every wrong and missed pair by kind.
FILE is as for npm run match; every series needs its "truth".

  --help   this text

Exit code 0; 1 when FILE is at fault, 2 when the command line is.
`;

export function main(): void {
  const { series, path } = readSeriesCommand(HELP, false);
  const untold = series.flatMap((one, at) => (one.truth === null ? [`${path} [${at}].truth: `] : []));
  if (untold.length > 0) {
    stop(untold.map((place) => `${place}is missing, expected an object, video ids by session id`).join("\n"));
  }
  process.stdout.write(toScoreReport(series, series.map(measure)));
}

function toScoreReport(all: readonly Series[], measures: readonly Measure[]): string {
  const total = toTotal(measures);
  const titles = createTitleFinder(all);
  const wrongs = total.wrongs.map(({ kind, series: name, match }) => ({
    kind,
    line: `${titles(name, match.sessionId, match.videoId)}\n      ${match.evidence}`,
  }));
  const misses = total.misses.map(({ kind, series: name, sessionId, videoId, reason }) => ({
    kind,
    line: `${titles(name, sessionId, videoId)}\n      ${reason}`,
  }));
  const { right, returned, known } = total;
  return [
    `precision ${toPrecision(total).toFixed(DIGITS)}  (${right} right of ${returned} returned)`,
    `recall    ${toRecall(total).toFixed(DIGITS)}  (${right} right of ${known} known)`,
    ...toSection("wrong", wrongs),
    ...toSection("missed", misses),
    "",
  ].join("\n");
}

function toSection(name: string, entries: readonly { kind: string; line: string }[]): string[] {
  const byKind = [...Map.groupBy(entries, ({ kind }) => kind)].toSorted(
    ([, a], [, b]) => b.length - a.length,
  );
  return byKind.flatMap(([kind, found]) => [
    "",
    `${name}, ${kind}: ${found.length}`,
    ...found.map(({ line }) => `  ${line}`),
  ]);
}

/** Finds "SERIES SESSION_ID "title" (date, presenters) - VIDEO_ID "title"". */
function createTitleFinder(
  all: readonly Series[],
): (name: string, sessionId: string, videoId: string) => string {
  const byName = new Map(all.map((one) => [one.series, one]));
  return (name, sessionId, videoId) => {
    const one = byName.get(name);
    const session = one?.sessions.find(({ id }) => id === sessionId);
    const video = one?.videos.find(({ id }) => id === videoId);
    const about = [session?.date, ...(session?.presenters ?? [])].join(", ");
    return `${name} ${sessionId} "${session?.title ?? ""}" (${about}) - ${videoId} "${video?.title ?? ""}"`;
  };
}

if (import.meta.main) main();
