/** The data that ship with the service: whoever forks it for another club replaces this file with the data. */
import { describe, expect, it } from "vitest";
import { compileData } from "../../src/authoring/compile-data.ts";
import { readDataFolder } from "../../src/authoring/data-folder.ts";
import { toDateLine } from "../../src/programme/civil-time.ts";
import { toRfc3339 } from "../../src/programme/instant.ts";

const compiled = compileData(await readDataFolder("data"));
const sessions = compiled.ok ? compiled.value.sessions : [];

describe("the shipped sessions", () => {
  it("compile to fifteen, each at its instant", () => {
    expect(sessions.map(({ id, startsAt }) => `${id} ${toRfc3339(startsAt)}`)).toEqual([
      "dllm-2025-a 2025-12-22T15:00:00Z",
      "s6 2026-01-19T18:00:00Z",
      "s7 2026-02-02T18:00:00Z",
      "s8 2026-02-09T18:00:00Z",
      "s9 2026-02-23T18:00:00Z",
      "s11 2026-03-09T17:00:00Z",
      "s12 2026-03-16T17:00:00Z",
      "s13 2026-03-23T17:00:00Z",
      "s14 2026-04-06T17:00:00Z",
      "s15 2026-04-20T17:00:00Z",
      "s17 2026-05-18T17:00:00Z",
      "s18 2026-05-25T17:00:00Z",
      "s19 2026-06-01T17:00:00Z",
      "s20 2026-06-08T17:00:00Z",
      "s21 2026-06-15T17:00:00Z",
    ]);
  });

  it("are numbered where the club numbered them", () => {
    expect(sessions.map(({ number }) => number)).toEqual([
      undefined,
      6,
      7,
      8,
      9,
      11,
      12,
      13,
      14,
      15,
      17,
      18,
      19,
      20,
      21,
    ]);
  });

  it("all take place on Mondays, for ninety minutes", () => {
    const odd = sessions.filter((session) => {
      return !toDateLine(session).startsWith("Monday ") || session.endsAt - session.startsAt !== 90 * 60_000;
    });
    expect(odd).toEqual([]);
  });

  it("name a replay where one is known", () => {
    expect(sessions.flatMap(({ id, replay }) => (replay === undefined ? [] : [[id, replay]]))).toEqual([
      ["s6", { videoId: "Is7h-sDGnno" }],
      ["s8", { videoId: "FCO-nnqHOqQ" }],
    ]);
  });

  it("each have a presenter, a paper, a tag and an abstract", () => {
    const bare = sessions.filter(({ presenters, papers, tags, abstract }) =>
      [presenters.length, papers.length, tags.length, abstract.text.length, abstract.html.length].includes(0),
    );
    expect(bare).toEqual([]);
  });
});

describe("the shipped club", () => {
  it("meets on Mondays at one in New York", () => {
    const club = compiled.ok ? compiled.value.club : null;
    expect([club?.timeZone, club?.usual, club?.youtube.channelId]).toEqual([
      "America/New_York",
      { weekday: 1, start: "13:00", durationMinutes: 90 },
      null,
    ]);
  });
});
