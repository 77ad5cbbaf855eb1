/** The instants that a time of day can mean: its zone may stand for several. */
import { toCivil, toInstant } from "../../../programme/civil-time.ts";
import { DAY, type Instant } from "../../../programme/instant.ts";
import type { TimeMention } from "./times.ts";
import { toZones } from "./zones.ts";

/** The instants near another that a time can mean: the day before, the same and the day after, in each of its zones. */
export function toInstants(time: Pick<TimeMention, "zone" | "start">, near: Instant): Instant[] {
  return [-DAY, 0, DAY].flatMap((shift) =>
    toInstantsOn(time, (timeZone) => toCivil(near + shift, timeZone).date),
  );
}

/** The instants that a time can mean on a day, one in each of its zones. */
export function toInstantsOn(
  { zone, start }: Pick<TimeMention, "zone" | "start">,
  toDate: (timeZone: string) => string,
): Instant[] {
  return toZones(zone ?? "").flatMap((timeZone) => {
    const instant = toInstant(toDate(timeZone), start, timeZone);
    return instant.ok ? [instant.value] : [];
  });
}
