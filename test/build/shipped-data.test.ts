/** The club that ships with the service. A session may always be added; what was published keeps its id and its past. */
import { describe, expect, it } from "vitest";
import { compileData } from "../../src/build/compile-data.ts";
import { findDataFolder, readDataFolder } from "../../src/build/data-folder.ts";
import { toRfc3339 } from "../../src/programme/instant.ts";

const folder = findDataFolder();
const compiled = compileData(folder.ok ? await readDataFolder(folder.value) : []);
const sessions = compiled.ok ? compiled.value.sessions : [];
const isFirstClub = compiled.ok && compiled.value.club.uidDomain === "d-llms.com";

/** What the club's first fifteen sessions were: id, number, start. */
const PAST: [string, number | undefined, string][] = [
  ["dllm-2025-a", undefined, "2025-12-22T15:00:00Z"],
  ["s6", 6, "2026-01-19T18:00:00Z"],
  ["s7", 7, "2026-02-02T18:00:00Z"],
  ["s8", 8, "2026-02-09T18:00:00Z"],
  ["s9", 9, "2026-02-23T18:00:00Z"],
  ["s11", 11, "2026-03-09T17:00:00Z"],
  ["s12", 12, "2026-03-16T17:00:00Z"],
  ["s13", 13, "2026-03-23T17:00:00Z"],
  ["s14", 14, "2026-04-06T17:00:00Z"],
  ["s15", 15, "2026-04-20T17:00:00Z"],
  ["s17", 17, "2026-05-18T17:00:00Z"],
  ["s18", 18, "2026-05-25T17:00:00Z"],
  ["s19", 19, "2026-06-01T17:00:00Z"],
  ["s20", 20, "2026-06-08T17:00:00Z"],
  ["s21", 21, "2026-06-15T17:00:00Z"],
];

/** Another club's data are another club's past; whether they have a mistake, the step before all tests says. */
describe.skipIf(!isFirstClub)("the Discrete Diffusion Reading Group's first fifteen sessions", () => {
  const ids = new Set(PAST.map(([id]) => id));
  const past = sessions.filter(({ id }) => ids.has(id));

  it("are served by the Worker that has always served them", () => {
    expect(compiled.ok && compiled.value.deployment.worker).toBe("journal-club-feeds");
  });

  it("took place when and under the number they did", () => {
    expect(past.map(({ id, number, startsAt }) => [id, number, toRfc3339(startsAt)])).toEqual(PAST);
  });

  it("have a presenter, a paper and an abstract", () => {
    const bare = past.filter(({ presenters, papers, abstract }) =>
      [presenters.length, papers.length, abstract.text.length, abstract.html.length].includes(0),
    );
    expect(bare).toEqual([]);
  });
});
