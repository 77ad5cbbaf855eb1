import { expect, test } from "vitest";
import { toTimeZonesModule } from "../../src/build/time-zones.ts";
import { toVtimezone } from "../../src/formats/icalendar/vtimezone.ts";
import { aClub, aSession } from "../support/builders.ts";

/** What the Worker finds under each name. */
function readZones(timeZone: string, ...others: string[]): unknown {
  const sessions = others.map((other) => aSession({ timeZone: other }));
  const module = toTimeZonesModule({ club: { ...aClub(), timeZone }, sessions });
  const [, json = ""] = /^export const TIME_ZONES = new Map\((.*)\);\n$/ms.exec(module) ?? [];
  return JSON.parse(json);
}

const toRows = (...names: string[]) => names.map((name) => [name, toVtimezone(name)]);

test("the Worker has the zones of its club and of each session, once and in order", () => {
  expect(readZones("Europe/Berlin", "Asia/Tokyo", "Europe/Berlin", "America/New_York")).toEqual(
    toRows("America/New_York", "Asia/Tokyo", "Etc/UTC", "Europe/Berlin"),
  );
});

test("a club in UTC has the zone that a calendar without events names", () => {
  expect(readZones("UTC")).toEqual(toRows("Etc/UTC"));
});

test("a zone that nobody knows is none", () => {
  expect(readZones("Nowhere/Atlantis")).toEqual(toRows("Etc/UTC"));
});
