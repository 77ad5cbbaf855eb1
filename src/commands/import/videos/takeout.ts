/** The list of videos in a Takeout of one's own YouTube channel: a CSV with columns such as "Video ID". */
import { toCandidate, toDate, type ReadDump } from "./dump.ts";
import type { SheetRow } from "../sheet/sheet-rows.ts";

/** As YouTube names them, in files of several years. */
const COLUMNS = {
  id: /^video id$/i,
  title: /^(?:video )?title(?: \(original\))?$/i,
  description: /^(?:video )?description(?: \(original\))?$/i,
  published: /^(?:video publish timestamp|published at|published)$/i,
  created: /^(?:video create timestamp|created at|recording date|upload(?:ed)?(?: date| timestamp)?)$/i,
  duration: /^(?:approx(?:imate)? duration \(ms\)|duration \(ms\))$/i,
  privacy: /^(?:video )?privacy$/i,
};

/** Whether a row names the columns of such a list. */
export function isTakeoutHeader(cells: readonly string[]): boolean {
  return [COLUMNS.id, COLUMNS.title].every((name) => cells.some((cell) => name.test(cell.trim())));
}

export function readTakeout(rows: readonly SheetRow[], header: number): ReadDump {
  const names = rows[header]?.cells ?? [];
  const find = (name: keyof typeof COLUMNS): number =>
    names.findIndex((cell) => COLUMNS[name].test(cell.trim()));
  const at = {
    id: find("id"),
    title: find("title"),
    description: find("description"),
    published: find("published"),
    created: find("created"),
    duration: find("duration"),
    privacy: find("privacy"),
  };
  const read: ReadDump = { videos: [], passedOver: [] };
  for (const { cells } of rows.slice(header + 1)) {
    const say = (index: number): string => cells[index]?.trim() ?? "";
    const id = say(at.id);
    if (!/^[\w-]{11}$/.test(id)) continue;
    const { reason, ...video } = toCandidate(id, say(at.title), say(at.privacy), false);
    if (reason !== null) {
      read.passedOver.push({ id, reason });
      continue;
    }
    const seconds = Math.round(Number(say(at.duration)) / 1_000);
    read.videos.push({
      ...video,
      ...(say(at.description) !== "" && { description: say(at.description) }),
      ...toDate("publishedAt", Date.parse(say(at.published) || say(at.created))),
      ...(seconds > 0 && { durationSeconds: seconds }),
    });
  }
  return read;
}
