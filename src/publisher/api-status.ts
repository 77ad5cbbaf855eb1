/** What `/status.json` says of the Data API: how it fares and what it costs, and nothing of the key. */
import { toTime, type Instant } from "../programme/instant.ts";
import { countUnits, UNITS_A_DAY, type ApiState } from "./api-state.ts";

export interface DataApiStatus {
  /** never: no request has succeeded or failed yet. */
  state: "ok" | "failing" | "never";
  lastSuccessAt: string | null;
  failingSince: string | null;
  lastError: string | null;
  /** Not asked before; null for at once. */
  waitsUntil: string | null;
  /** Of YouTube's quota, by days of California, and how many this service takes at most. */
  unitsToday: number;
  unitsADay: number;
  sources: {
    identity: string;
    /** When it was last read as a whole; null while it was not. */
    wholeAt: string | null;
    lastError: string | null;
  }[];
}

export function toDataApiStatus(state: ApiState, now: Instant): DataApiStatus {
  const { failures, lastSuccessAt, failingSince, lastError, waitsUntil, walks } = state;
  return {
    state: failures > 0 ? "failing" : lastSuccessAt === null ? "never" : "ok",
    lastSuccessAt: toTime(lastSuccessAt),
    failingSince: toTime(failingSince),
    lastError,
    waitsUntil: toTime(waitsUntil),
    unitsToday: countUnits(state, now),
    unitsADay: UNITS_A_DAY,
    sources: Object.entries(walks).map(([identity, walk]) => ({
      identity,
      wholeAt: toTime(walk.wholeAt),
      lastError: walk.lastError,
    })),
  };
}
