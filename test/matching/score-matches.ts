/**
 * `npm run match:score -- FILE`: how good matching is on series whose pairs are known.
 */
import { measure } from "./measure.ts";
import { toScoreReport } from "./score-report.ts";
import { readSeriesCommand, stop } from "./series-command.ts";

const HELP = `npm run match:score -- FILE

Matches the series of FILE as the service does and compares with their "truth". Prints precision (right pairs of
those returned), recall (right pairs of those known), and every wrong and missed pair by kind.
FILE is as for npm run match; every series needs its "truth".

  --help   this text

Exit code 0; 1 when FILE is at fault, 2 when the command line is.
`;

const { series, path } = readSeriesCommand(HELP, false);
const untold = series.flatMap((one, at) => (one.truth === null ? [`${path} [${at}].truth: `] : []));
if (untold.length > 0) {
  stop(untold.map((place) => `${place}is missing, expected an object, video ids by session id`).join("\n"));
}
process.stdout.write(toScoreReport(series, series.map(measure)));
