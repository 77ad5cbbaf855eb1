/** A few seconds of `npm run test:load`. */
import { expect, test } from "vitest";
import { findFailures, runLoad } from "../load/load.ts";

test("under load, through kills, restarts and deployments: no 5xx, nothing torn, nothing lost", async () => {
  const load = await runLoad({ seconds: 6, pollers: 4 });
  const { kills, restarts, deployments, crons } = load.events;
  expect([
    findFailures(load),
    [kills, restarts, deployments, crons].every((count) => count > 0),
    load.tally.statuses.has(304),
  ]).toEqual([[], true, true]);
});
