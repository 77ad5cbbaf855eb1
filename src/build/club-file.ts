/** `data/club.yaml` to the club. */
import * as z from "zod";
import { WEEKDAYS } from "../wording/dates.ts";
import type { Club } from "../programme/club.ts";
import { checkFields } from "./check-fields.ts";
import { toPlainLines } from "./clean-text.ts";
import { clubFields, clubFile, usualFields, type ClubFile } from "./club-fields.ts";
import { findTextMistake } from "./data-text.ts";
import type { PlacedMistake } from "./mistake.ts";
import { parseYaml } from "./yaml-tree.ts";

/** What a session takes from its club. */
export interface ClubDefaults {
  timeZone: string;
  /** "HH:MM". */
  start: string;
  durationMinutes: number;
  /** Ids that no session may have. */
  retired: string[];
}

export interface ReadClub {
  /** Null where something in it is wrong. */
  club: Club | null;
  /** Good enough to check sessions with, also where the club file is wrong. */
  defaults: ClubDefaults;
  lineOf: (field: string) => number;
  mistakes: PlacedMistake[];
}

/** Read the club file; all mistakes at once. */
export function readClubFile(source: string): ReadClub {
  const text = toPlainLines(source);
  const unreadable = findTextMistake(text);
  const tree = parseYaml(unreadable === null ? text : "", 1, 1);
  const { value, mistakes } =
    unreadable === null ? checkFields(clubFile, tree) : { value: null, mistakes: [unreadable] };
  return {
    club: value === null ? null : toClub(value),
    defaults: toDefaults(tree.value),
    lineOf: tree.lineOf,
    mistakes,
  };
}

function toClub(file: ClubFile): Club {
  const { usual, youtube, ...rest } = file;
  return {
    ...rest,
    usual: {
      weekday: WEEKDAYS.indexOf(usual.weekday) + 1,
      start: usual.start,
      durationMinutes: usual.duration,
    },
    youtube: { ...youtube, channelId: youtube.channelId ?? null },
  };
}

/** Each default by itself, so that one wrong field of the club does not hide the mistakes of its sessions. */
const looseDefaults = z.object({
  timeZone: clubFields.timeZone.catch("UTC"),
  usual: z
    .object({ start: usualFields.start.catch("12:00"), duration: usualFields.duration.catch(1) })
    .catch({ start: "12:00", duration: 1 }),
  retired: clubFields.retired.catch([]),
});

function toDefaults(fields: unknown): ClubDefaults {
  const { timeZone, usual, retired } = looseDefaults.parse(fields);
  return { timeZone, start: usual.start, durationMinutes: usual.duration, retired };
}
