/** The zones that the Worker's calendars name: all others are two thirds of what VTIMEZONEs would take there. */
import { toVtimezone } from "../formats/icalendar/vtimezone.ts";
import type { CompiledData } from "../programme/compiled-data.ts";

/** A calendar without events names it, where the club's zone needs no VTIMEZONE. */
const AT_LEAST = "Etc/UTC";

/**
 * The text of the module that the Worker imports as `#time-zones`, see `wrangler.toml`.
 *
 * A session whose file is gone stays published; where it alone was held in a zone, its times are in UTC from then on: the
 * same instants.
 */
export function toTimeZonesModule({ club, sessions }: Pick<CompiledData, "club" | "sessions">): string {
  const names = new Set([club.timeZone, AT_LEAST, ...sessions.map(({ timeZone }) => timeZone)]);
  const zones = [...names].toSorted().flatMap((name) => {
    const vtimezone = toVtimezone(name);
    return vtimezone === null ? [] : [[name, vtimezone]];
  });
  return `// Made from the club's zones by src/build/compile.ts.
export const TIME_ZONES = new Map(${JSON.stringify(zones, null, 2)});
`;
}
