import { describe, expect, test } from "vitest";
import { compileData } from "../../src/build/compile-data.ts";
import { toRfc3339 } from "../../src/programme/instant.ts";
import { aClubFile, aSessionFile } from "./data-files.ts";

describe("a session is from and to", () => {
  test.each([
    ["the club's usual time", {}, "2026-06-15T17:00:00Z", "2026-06-15T18:30:00Z", false],
    ["a start of its own", { 5: "start: 09:15" }, "2026-06-15T13:15:00Z", "2026-06-15T14:45:00Z", false],
    ["a duration of its own", { 5: "duration: 45" }, "2026-06-15T17:00:00Z", "2026-06-15T17:45:00Z", false],
    [
      "a zone of its own",
      { 5: "timeZone: Asia/Kolkata" },
      "2026-06-15T07:30:00Z",
      "2026-06-15T09:00:00Z",
      false,
    ],
    ["winter time", { 4: "date: 2026-11-02" }, "2026-11-02T18:00:00Z", "2026-11-02T19:30:00Z", false],
    [
      "over the hour that comes twice",
      { 4: "date: 2026-11-01", 5: "start: 01:30" },
      "2026-11-01T05:30:00Z",
      "2026-11-01T07:00:00Z",
      false,
    ],
    [
      "midnights when the time is to be announced",
      { 5: "start: TBA" },
      "2026-06-15T04:00:00Z",
      "2026-06-16T04:00:00Z",
      true,
    ],
    [
      "midnights 23 hours apart",
      { 4: "date: 2026-03-08", 5: "start: tba" },
      "2026-03-08T05:00:00Z",
      "2026-03-09T04:00:00Z",
      true,
    ],
  ])("%s", (_name, changes, startsAt, endsAt, isAllDay) => {
    const compiled = compileData([aClubFile(), aSessionFile(changes)]);
    const [session] = compiled.ok ? compiled.value.sessions : [];
    expect(session && [toRfc3339(session.startsAt), toRfc3339(session.endsAt), session.isAllDay]).toEqual([
      startsAt,
      endsAt,
      isAllDay,
    ]);
  });
});

describe("titles with formulas", () => {
  test("are readable, with what was written beside them", () => {
    const file = aSessionFile({
      3: "title: On $k$-means",
      5: "papers:\n  - title: About $x_0$\n    arxiv: 2601.00001\ntalks:\n  - title: Of $y$\n    papers:\n      - title: About $z$",
    });
    const compiled = compileData([aClubFile(), file]);
    const [session] = compiled.ok ? compiled.value.sessions : [];
    const arxiv = { arxiv: "2601.00001", url: "https://arxiv.org/abs/2601.00001" };
    const [first, second] = [{ title: "About $x_0$", ...arxiv }, { title: "About $z$" }];
    const readable = [
      { ...first, title: "About x₀" },
      { ...second, title: "About z" },
    ];
    expect(session && [session.title, session.papers, session.talks, session.written]).toEqual([
      "On k-means",
      readable,
      [{ title: "Of y", presenters: [], papers: readable.slice(1) }],
      {
        title: "On $k$-means",
        papers: [first, second],
        talks: [{ title: "Of $y$", presenters: [], papers: [second] }],
      },
    ]);
  });

  test("are no titles with prices", () => {
    const compiled = compileData([aClubFile(), aSessionFile({ 3: "title: From $5 to $10" })]);
    expect(compiled.ok && compiled.value.sessions[0]?.written).toBe(undefined);
  });
});

describe("an announcement was made", () => {
  test.each([
    ["announced: 2026-06-12", "2026-06-12T04:00:00Z"],
    ["announced: 2026-06-12\ntimeZone: Asia/Kolkata", "2026-06-11T18:30:00Z"],
    ["announced: 2026-06-12T09:00:00Z", "2026-06-12T09:00:00Z"],
    ["announced: 2026-06-12t09:00:00.5-04:00", "2026-06-12T13:00:00Z"],
  ])("%s", (text, expected) => {
    const compiled = compileData([aClubFile(), aSessionFile({ 5: text })]);
    const announcedAt = compiled.ok ? compiled.value.sessions[0]?.announcedAt : undefined;
    expect(announcedAt === undefined ? null : toRfc3339(announcedAt)).toBe(expected);
  });
});
