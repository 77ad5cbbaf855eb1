/**
 * The measure of matching as text for a terminal.
 */
import { toPrecision, toRecall, toTotal, type Measure } from "./measure.ts";
import type { Series } from "./series.ts";

/** Figures are compared to a thousandth; one digit more shows that nothing was rounded up to it. */
const DIGITS = 4;

export function toScoreReport(series: readonly Series[], measures: readonly Measure[]): string {
  const total = toTotal(measures);
  const titles = createTitleFinder(series);
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
  series: readonly Series[],
): (name: string, sessionId: string, videoId: string) => string {
  const byName = new Map(series.map((one) => [one.series, one]));
  return (name, sessionId, videoId) => {
    const one = byName.get(name);
    const session = one?.sessions.find(({ id }) => id === sessionId);
    const video = one?.videos.find(({ id }) => id === videoId);
    const about = [session?.date, ...(session?.presenters ?? [])].join(", ");
    return `${name} ${sessionId} "${session?.title ?? ""}" (${about}) - ${videoId} "${video?.title ?? ""}"`;
  };
}
