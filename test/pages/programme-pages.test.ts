/** Home and the pages of years: whatever there are many of can be reached, and a page stays a page. */
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { SCRIPT } from "../../src/pages/assets/script.ts";
import { STYLE } from "../../src/pages/assets/style.ts";
import { ICON, PLACEHOLDER } from "../../src/pages/assets/icon.ts";
import type { Publication } from "../../src/programme/publication.ts";
import { WHOLE, type Selection } from "../../src/programme/selection.ts";
import {
  aPublication,
  aPublishedProgramme,
  aPublishedSession,
  aPublishedVideo,
  aReplayedSession,
} from "../support/builders.ts";
import { textOf } from "../support/documents.ts";

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 5, 10);

/** A session every so many days back from now, each with a presenter, a title and an abstract of its own. */
const ofPast = (count: number, step = 2): Publication =>
  aPublication({
    asOf: NOW,
    programme: aPublishedProgramme({
      sessions: [
        ...Array.from({ length: count }, (_, index) => {
          const startsAt = NOW - (count - index) * step * DAY;
          const name = `${index.toString(36)}${(index * 7919).toString(36)}`;
          return aReplayedSession(
            {
              id: `p${index}`,
              number: index + 1,
              title: `On ${name}: what it shows, and what ${(index * 104_729).toString(36)} does not`,
              date: new Date(startsAt).toISOString().slice(0, 10),
              startsAt,
              endsAt: startsAt + 5_400_000,
              tags: [`tag ${index % 300}`],
              presenters: [{ name: `Presenter ${name}` }],
            },
            { recording: { videoId: `v${String(index).padStart(10, "0")}`, state: "replay" } },
          );
        }),
        aPublishedSession(),
      ],
      standAloneVideos: Array.from({ length: 30 }, (_, index) =>
        aPublishedVideo({
          id: `w${String(index).padStart(10, "0")}`,
          publishedAt: NOW - index * (step === 1 ? 1 : 40) * DAY,
        }),
      ),
    }),
  });

/** As a browser loads it: with style sheet, script and icon, and what stands in for each picture until it is there. */
const toLoad = (html: string) => {
  const pictures = (html.match(/<img /g) ?? []).map(() => PLACEHOLDER);
  return [html, STYLE, SCRIPT, ICON, ...pictures].reduce((sum, text) => sum + gzipSync(text).byteLength, 0);
};

const readIds = (html: string) => [...html.matchAll(/data-session="([^"]*)"/g)].map(([, id]) => id ?? "");
const readYearPaths = (html: string) =>
  [...html.matchAll(/<a class="button" href="\/years\/(\d{4})"/g)].map(([, year]) => Number(year));

test("the script of all pages is small", () => {
  expect(gzipSync(SCRIPT).byteLength).toBeLessThan(8_000);
});

describe.each([
  [15, 2],
  // All in one year.
  [60, 1],
  [1_000, 2],
  [5_000, 2],
])("of %d past sessions, one in %d days,", (count, step) => {
  const publication = ofPast(count, step);
  const home = textOf("home", publication);

  test("home loads little", () => {
    expect(toLoad(home)).toBeLessThan(count < 100 ? 30_000 : 40_000);
  });

  test("every one, and every video, is on home or on the page of its year", () => {
    const pages = [
      home,
      ...readYearPaths(home).map((year) => textOf("year", publication, { ...WHOLE, year })),
    ];
    const ids = new Set(pages.flatMap(readIds));
    const videos = new Set(pages.flatMap((html) => html.match(/watch\?v=w\d{10}/g) ?? []));
    expect([ids.size, videos.size]).toEqual([count + 1, 30]);
  });

  test.each([{ tag: "tag 7" }, { show: "replays" }] as const)(
    "every one that fits %o is reached from the filtered page",
    (asked) => {
      const selection: Selection = { ...WHOLE, ...asked };
      const filtered = textOf("home", publication, selection);
      const years = [...filtered.matchAll(/year=(\d{4})#past/g)].map(([, year]) => Number(year));
      const pages = [filtered, ...years.map((year) => textOf("home", publication, { ...selection, year }))];
      const wanted = publication.programme.sessions.filter(({ session, recording }) =>
        "tag" in asked ? session.tags.includes(asked.tag) : recording !== null,
      );
      const ids = new Set(pages.flatMap(readIds));
      expect(wanted.filter(({ session }) => !ids.has(session.id))).toEqual([]);
    },
  );
});

test.each([
  [100, "Show all 100 past sessions"],
  [501, "Show 500 of 501 past sessions"],
])("of %d past sessions it says how many more there are: %s", (count, said) => {
  expect(textOf("home", ofPast(count))).toContain(`>${said}</a>`);
});

describe("a filter", () => {
  const publication = ofPast(100);

  test("offers at most fifty of what there are many, those that there is most of", () => {
    const html = textOf("home", publication);
    const presenters = /<select name="presenter">(.*?)<\/select>/.exec(html)?.[1] ?? "";
    expect([presenters.match(/<option/g)?.length, presenters.includes("Grace Example")]).toEqual([51, true]);
  });

  test("changes neither what is next nor what is said of it", () => {
    const html = textOf("home", publication, { ...WHOLE, tag: "tag 7" });
    expect([readIds(html), html.includes("Nothing is announced")]).toEqual([["s21", "p7"], false]);
  });

  test("finds what is coming, too", () => {
    const later = aPublishedSession({
      id: "s22",
      tags: ["tag 7"],
      startsAt: NOW + 9 * DAY,
      endsAt: NOW + 10 * DAY,
    });
    const { programme } = publication;
    const given = { ...publication, programme: { ...programme, sessions: [...programme.sessions, later] } };
    expect(readIds(textOf("home", given, { ...WHOLE, tag: "tag 7" }))).toEqual(["s21", "s22", "p7"]);
  });
});

test("a cancelled session is struck through, with a word", () => {
  const cancelled = aPublishedSession({ id: "s22", status: "cancelled" });
  const given = aPublication({ programme: aPublishedProgramme({ sessions: [cancelled] }) });
  expect([
    /<span class="badge">([^<]*)<\/span>.*?<s>(.*?)<\/s>/.exec(textOf("home", given))?.slice(1),
    /<s>([^<]*)<\/s><\/h1>/.exec(textOf("session", given, { ...WHOLE, session: "s22" }))?.[1],
  ]).toEqual([["Cancelled", "<bdi>S21</bdi>: Uniform Examples Revisited"], "Uniform Examples Revisited"]);
});
