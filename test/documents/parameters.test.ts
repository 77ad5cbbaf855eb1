import { describe, expect, test } from "vitest";
import { keepParameters, parseParameters, type ParameterName } from "../../src/documents/parameters.ts";
import { toQuery, WHOLE, type Selection } from "../../src/programme/selection.ts";

const ORIGIN = "https://feeds.example.org";
const ALL: ParameterName[] = [
  "show",
  "tag",
  "presenter",
  "q",
  "limit",
  "cancelled",
  "alarm",
  "year",
  "page",
  "theme",
  "ids",
];

const parse = (query: string, names = ALL, hasTurns = false) =>
  parseParameters(new URLSearchParams(query), names, { origins: [ORIGIN], hasTurns });

describe("a query is read", () => {
  test.each<[string, Partial<Selection>]>([
    ["", {}],
    ["show=all&cancelled=1&theme=auto", {}],
    ["show=sessions", { show: "sessions" }],
    ["show=replays", { show: "replays" }],
    ["tag=Th%C3%A9orie", { tag: "theorie" }],
    ["presenter=++Ada++LOVELACE", { presenter: "ada lovelace" }],
    [`tag=${"e%CC%81".repeat(100)}`, { tag: "e".repeat(100) }],
    ["q=++Block%0D%0ADIFFUSION++", { q: "block diffusion" }],
    ["q=", {}],
    ["q=%22%00", { q: '"' }],
    ["page=1", {}],
    ["page=12", { page: 12 }],
    ["limit=1", { limit: 1 }],
    ["limit=500", { limit: 500 }],
    ["limit=20", { limit: 20 }],
    ["limit=24", { limit: 20 }],
    ["limit=50", { limit: 50 }],
    ["limit=59", { limit: 50 }],
    ["limit=99", { limit: 90 }],
    ["limit=149", { limit: 100 }],
    ["limit=499", { limit: 450 }],
    ["cancelled=0", { cancelled: false }],
    ["alarm=1440", { alarm: 1440 }],
    ["year=2025", { year: 2025 }],
    ["ids=s2,s1,s2", { ids: ["s1", "s2"] }],
    [`ids=${"a".repeat(64)}`, { ids: ["a".repeat(64)] }],
    ["theme=light", { theme: "light" }],
    ["theme=dark", { theme: "dark" }],
    ["limit=3&limit=4", { limit: 3 }],
    ["utm_source=mail", {}],
  ])("%s", (query, selection) => {
    expect(parse(query)).toEqual({ ok: true, value: { ...WHOLE, ...selection } });
  });

  test("and what a document does not know is ignored, whatever its value", () => {
    expect(parse("alarm=7&show=replays", ["show"])).toEqual({
      ok: true,
      value: { ...WHOLE, show: "replays" },
    });
  });
});

test("the next session alone is shown by what tells past from coming, and by nothing else", () => {
  expect([parse("show=next", ALL, true), parse("show=next"), parse("show=none", ALL, true)]).toEqual([
    { ok: true, value: { ...WHOLE, show: "next" } },
    {
      ok: false,
      error: {
        reason: "bad_parameter",
        name: "show",
        value: "next",
        expected: "one of all, sessions, replays",
      },
    },
    {
      ok: false,
      error: {
        reason: "bad_parameter",
        name: "show",
        value: "none",
        expected: "one of all, sessions, replays, next",
      },
    },
  ]);
});

describe("a bad value is a fault that names it", () => {
  test.each([
    ["show", "none", "one of all, sessions, replays"],
    ["tag", "", "1 to 100 characters"],
    ["tag", "\u0301", "1 to 100 characters"],
    ["tag", `a${"\u0301".repeat(500)}`, "1 to 100 characters"],
    ["presenter", "x".repeat(101), "1 to 100 characters"],
    ["page", "0", "a whole number from 1 to 999"],
    ["page", "1000", "a whole number from 1 to 999"],
    ["limit", "0", "a whole number from 1 to 500"],
    ["limit", "501", "a whole number from 1 to 500"],
    ["limit", "1e2", "a whole number from 1 to 500"],
    ["cancelled", "no", "0 or 1"],
    ["year", "25", "a year of four digits"],
    ["year", "3000", "a year of four digits"],
    ["alarm", "7", "one of 5, 10, 15, 30, 60, 120, 1440 (minutes before the start)"],
    ["ids", "", "1 to 100 ids of sessions, with commas between"],
    ["ids", "s1,", "1 to 100 ids of sessions, with commas between"],
    ["ids", "s1 s2", "1 to 100 ids of sessions, with commas between"],
    ["ids", "S1", "1 to 100 ids of sessions, with commas between"],
    ["ids", Array(101).fill("s").join(","), "1 to 100 ids of sessions, with commas between"],
    ["ids", "a".repeat(6_501), "1 to 100 ids of sessions, with commas between"],
    ["theme", "pink", "one of auto, light, dark"],
  ])("%s=%s", (name, value, expected) => {
    expect(parse(new URLSearchParams({ [name]: value }).toString())).toEqual({
      ok: false,
      error: { reason: "bad_parameter", name, value, expected },
    });
  });
});

const readOembed = (url: string) => parse(`format=json&url=${encodeURIComponent(url)}`, ["format", "url"]);

describe("an address of this service", () => {
  test.each<[string, Partial<Selection>]>([
    [`${ORIGIN}/`, {}],
    [ORIGIN, {}],
    [`${ORIGIN}/?show=replays`, {}],
    ["http://feeds.example.org/", {}],
    [`${ORIGIN}/sessions/s21`, { session: "s21" }],
  ])("%s says which page", (url, selection) => {
    expect(readOembed(url)).toEqual({ ok: true, value: { ...WHOLE, ...selection } });
  });

  test.each([
    "",
    "nonsense",
    "https://elsewhere.example/",
    `${ORIGIN}/rss.xml`,
    `${ORIGIN}/sessions/s21.ics`,
    `${ORIGIN}/sessions/`,
  ])("%j is none", (url) => {
    expect(readOembed(url)).toMatchObject({ ok: false, error: { name: "url", value: url } });
  });

  test("is asked for where it is missing, and no format but JSON can be given", () => {
    const missing = parse("", ["format", "url"]);
    const xml = parse(`format=xml&url=${ORIGIN}`, ["format", "url"]);
    expect([missing, xml]).toMatchObject([
      { ok: false, error: { name: "url", value: "" } },
      { ok: false, error: { name: "format", value: "xml", expected: "json" } },
    ]);
  });
});

test("the canonical query has the parameters in one order and no defaults", () => {
  const parsed = parse(
    "ids=s9,s10&theme=dark&year=2025&alarm=5&cancelled=0&limit=9&presenter=B&tag=A&show=replays",
  );
  expect([toQuery(WHOLE), parsed.ok && toQuery(parsed.value)]).toEqual([
    "",
    "?show=replays&tag=a&presenter=b&limit=9&cancelled=0&alarm=5&year=2025&theme=dark&ids=s10,s9",
  ]);
});

test("of a selection a document keeps what it knows, and its session", () => {
  const selection: Selection = {
    show: "replays",
    session: "s21",
    tag: "a",
    cancelled: false,
    alarm: 5,
    limit: 3,
  };
  expect([keepParameters(selection, ["show", "tag"]), keepParameters(selection, ["cancelled"])]).toEqual([
    { show: "replays", session: "s21", tag: "a", cancelled: true },
    { show: "all", session: "s21", cancelled: false },
  ]);
});

test("a feed of the next session alone is the whole feed", () => {
  const selection: Selection = { ...WHOLE, show: "next" };
  expect([false, true].map((hasTurns) => keepParameters(selection, ["show"], hasTurns).show)).toEqual([
    "all",
    "next",
  ]);
});
