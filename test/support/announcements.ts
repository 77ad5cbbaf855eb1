/** Who reads announcements in tests. */
import type { ClubContext } from "../../src/commands/announce/when.ts";

/** A club that meets on Mondays at one in New York, on Friday 12 June 2026. */
export const A_MONDAY_CLUB: ClubContext = {
  today: "2026-06-12",
  usualWeekday: 1,
  timeZone: "America/New_York",
  start: "13:00",
  durationMinutes: 90,
};
