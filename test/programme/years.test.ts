import { describe, expect, test } from "vitest";
import { toYear, toYearAt } from "../../src/programme/selection.ts";
import { keepYear, toYears } from "../../src/programme/years.ts";
import { aPublishedProgramme, aPublishedSession, aPublishedVideo } from "../support/builders.ts";

const at = (id: string, startsAt: number) => aPublishedSession({ id, startsAt, endsAt: startsAt + 1 });
/** An hour before and after midnight in New York. */
const [EVE, NEW_YEAR] = [Date.UTC(2026, 0, 1, 4), Date.UTC(2026, 0, 1, 6)];
const programme = aPublishedProgramme({
  sessions: [at("s1", Date.UTC(2024, 5, 1)), at("s2", EVE), at("s3", NEW_YEAR), at("s4", NEW_YEAR)],
  standAloneVideos: [aPublishedVideo({ id: "videoCCCCC0", publishedAt: Date.UTC(2019, 5, 1) })],
});

test.each([
  ["America/New_York", EVE, 2025],
  ["America/New_York", NEW_YEAR, 2026],
  ["UTC", EVE, 2026],
  ["Pacific/Kiritimati", Date.UTC(2025, 11, 31, 10), 2026],
  ["Pacific/Kiritimati", Date.UTC(2025, 11, 31, 9, 59), 2025],
  ["Pacific/Pago_Pago", Date.UTC(2026, 0, 1, 10, 59), 2025],
  ["Pacific/Pago_Pago", Date.UTC(2026, 0, 1, 11), 2026],
  ["Europe/Paris", Date.UTC(2026, 6, 1), 2026],
])("in %s %d is in %d", (timeZone, instant, year) => {
  expect([toYearAt(instant, timeZone), toYear({ startsAt: instant }, timeZone)]).toEqual([year, year]);
});

describe("the years of a programme", () => {
  test("are those of its sessions and of its videos, newest first, in the club's zone", () => {
    expect(toYears(programme, "America/New_York")).toEqual([
      { year: 2026, sessions: 2 },
      { year: 2025, sessions: 1 },
      { year: 2024, sessions: 1 },
      { year: 2019, sessions: 0 },
    ]);
  });

  test("hold each session and each video once", () => {
    const years = toYears(programme, "America/New_York");
    const kept = years.map(({ year }) => keepYear(programme, year, "America/New_York"));
    expect([
      kept.map(({ sessions }) => sessions.map(({ session }) => session.id)),
      kept.map(({ standAloneVideos }) => standAloneVideos.length),
      keepYear(programme, undefined, "UTC"),
    ]).toEqual([[["s3", "s4"], ["s2"], ["s1"], []], [0, 0, 0, 1], programme]);
  });
});
