/** The year as a picture: a line for each week, with outages, sessions, uploads and when the service found them. */
import { DAY, HOUR, toRfc3339, type Instant } from "../../src/programme/instant.ts";
import type { Replay, Year } from "./year.ts";

const WEEK: Instant = 7 * DAY;
const LEFT = 90;
const TOP = 70;
const ROW = 18;
const WIDTH = 1_260;
const DAY_WIDTH = (WIDTH - LEFT - 20) / 7;
const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

const COLOUR = { outage: "#d9d9d9", session: "#2563eb", upload: "#b45309", found: "#15803d" };

/** An SVG document. */
export function toChart(year: Year): string {
  const rows = Math.ceil((year.until - year.from) / WEEK);
  const height = TOP + rows * ROW + 20;
  const place = createPlacer(year);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="11">
<title>A simulated year: outages of the channel feed, and when replays were found</title>
<rect width="100%" height="100%" fill="white"/>
${toLegend()}
${DAYS.map((day, index) => text(LEFT + index * DAY_WIDTH + 4, TOP - 8, day)).join("\n")}
${Array.from({ length: rows }, (_, row) => toRow(year.from + row * WEEK, row)).join("\n")}
${year.outages.flatMap(({ from, until, status }) => toBars(year, from, until, COLOUR.outage, `status ${status}`)).join("\n")}
${year.meetings.flatMap(({ session }) => toBars(year, session.startsAt, session.endsAt, COLOUR.session, session.id)).join("\n")}
${year.replays.map((replay) => toMarks(replay, place)).join("\n")}
</svg>
`;
}

interface Place {
  x: number;
  y: number;
}

function createPlacer({ from }: Pick<Year, "from">): (at: Instant) => Place {
  return (at) => ({
    x: LEFT + (((at - from) % WEEK) / DAY) * DAY_WIDTH,
    y: TOP + Math.floor((at - from) / WEEK) * ROW,
  });
}

function toLegend(): string {
  const parts: [string, string][] = [
    [`<rect x="0" y="-9" width="26" height="10" fill="${COLOUR.outage}"/>`, "outage of the channel feed"],
    [`<rect x="0" y="-9" width="26" height="10" fill="${COLOUR.session}"/>`, "session"],
    [
      `<circle cx="13" cy="-4" r="4" fill="none" stroke="${COLOUR.upload}" stroke-width="2"/>`,
      "replay uploaded",
    ],
    [`<circle cx="13" cy="-4" r="4" fill="${COLOUR.found}"/>`, "replay in the feeds; the line is the wait"],
  ];
  return parts
    .map(
      ([mark, words], index) =>
        `<g transform="translate(${LEFT + index * 250} 28)">${mark}${text(32, 0, words)}</g>`,
    )
    .join("\n");
}

function toRow(at: Instant, row: number): string {
  const y = TOP + row * ROW;
  return `<line x1="${LEFT}" x2="${WIDTH - 20}" y1="${y}" y2="${y}" stroke="#eee"/>${text(10, y + 13, toRfc3339(at).slice(0, 10))}`;
}

/** A span may go on in the next line. */
function toBars(
  { from, until: end }: Year,
  start: Instant,
  until: Instant,
  fill: string,
  words: string,
): string[] {
  const bars: string[] = [];
  for (let at = start; at < Math.min(until, end);) {
    const next = Math.min(until, end, from + (Math.floor((at - from) / WEEK) + 1) * WEEK);
    const { x, y } = createPlacer({ from })(at);
    const width = Math.max(2, ((next - at) / DAY) * DAY_WIDTH);
    const title = `<title>${words}: ${toRfc3339(start)}, ${((until - start) / HOUR).toFixed(1)} h</title>`;
    bars.push(
      `<rect x="${round(x)}" y="${y + 3}" width="${round(width)}" height="${ROW - 6}" fill="${fill}">${title}</rect>`,
    );
    at = next;
  }
  return bars;
}

function toMarks({ id, uploadedAt, publishedAt }: Replay, place: (at: Instant) => Place): string {
  const upload = place(uploadedAt);
  const title = `<title>${id}: uploaded ${toRfc3339(uploadedAt)}, ${publishedAt === null ? "never found" : `found ${toRfc3339(publishedAt)}`}</title>`;
  const ring = `<circle cx="${round(upload.x)}" cy="${upload.y + ROW / 2}" r="4" fill="none" stroke="${COLOUR.upload}" stroke-width="2">${title}</circle>`;
  if (publishedAt === null) return ring;
  const found = place(publishedAt);
  const dot = `<circle cx="${round(found.x)}" cy="${found.y + ROW / 2}" r="3" fill="${COLOUR.found}">${title}</circle>`;
  const isSameRow = found.y === upload.y;
  const line = `<line x1="${round(upload.x)}" y1="${upload.y + ROW / 2}" x2="${round(found.x)}" y2="${found.y + ROW / 2}" stroke="${COLOUR.found}"${isSameRow ? "" : ' stroke-dasharray="3 3"'}/>`;
  return line + ring + dot;
}

const text = (x: number, y: number, words: string): string =>
  `<text x="${round(x)}" y="${y}" fill="#333">${words}</text>`;
const round = (value: number): string => value.toFixed(1);
