/** Who reads announcements in tests. */
import { readAnnouncements } from "../../src/commands/announce/announcements.ts";
import type { ClubContext } from "../../src/commands/announce/reading.ts";

/** A club that meets on Mondays at one in New York, on Friday 12 June 2026. */
export const A_MONDAY_CLUB: ClubContext = {
  today: "2026-06-12",
  usualWeekday: 1,
  timeZone: "America/New_York",
  start: "13:00",
  durationMinutes: 90,
};

/** Ada Example's session on counting sheep, at the club's usual time. */
export const A_PLAIN_SESSION = {
  date: "2026-06-15",
  title: "Counting Sheep",
  presenters: [{ name: "Ada Example" }],
  papers: [],
  abstract: "",
};

/** The sessions that a text announces to the Monday club, with what is missing in them; why it is refused where it is. */
export async function readSessions(text: string): Promise<object[] | string> {
  const read = await readAnnouncements(new TextEncoder().encode(text), A_MONDAY_CLUB);
  if (!read.ok) return `${read.error.line} ${read.error.message}`;
  const { sessions, refused } = read.value;
  if (refused.length > 0) return refused.map(({ line, message }) => `${line} ${message}`).join("\n");
  return sessions.map(
    ({ firstLine: _first, lastLine: _last, clock: _clock, warnings: _warnings, missing, ...fields }) => ({
      ...fields,
      ...(missing.length > 0 && { missing }),
    }),
  );
}

/** What is said besides of the sessions that a text announces to the Monday club. */
export async function readWarnings(text: string): Promise<string[]> {
  const read = await readAnnouncements(new TextEncoder().encode(text), A_MONDAY_CLUB);
  const sessions = read.ok ? read.value.sessions : [];
  return sessions.flatMap(({ warnings }) => warnings.map(({ message }) => message));
}
