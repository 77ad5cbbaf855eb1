import { describe, expect, test } from "vitest";
import { findDocument, writeDocument } from "../../src/documents/addresses.ts";
import { toHeaders } from "../../src/documents/document.ts";
import { DOCUMENTS } from "../../src/documents/table.ts";
import type { Publication, PublishedSession } from "../../src/programme/publication.ts";
import { WHOLE, type Selection } from "../../src/programme/selection.ts";
import {
  aPublication,
  aPublishedProgramme,
  aPublishedSession,
  anArchivedVideo,
  aRecording,
  aReplayedSession,
} from "../support/builders.ts";
import { aClubIn, CONTENTS } from "../support/clubs-by-language.ts";
import { textOf } from "../support/documents.ts";

const SCRIPT = "</script><script>alert(1)</script>";
const publication = aPublication();
const toHomePage = (given: Publication) => textOf("home", given);
const toSessionPage = (given: Publication, session: string) =>
  textOf("session", given, { ...WHOLE, session });
const hostile = {
  ...publication,
  programme: aPublishedProgramme({
    sessions: [
      aPublishedSession({
        title: `${SCRIPT}\u0007\ud800`,
        location: SCRIPT,
        tags: [SCRIPT],
        presenters: [{ name: SCRIPT, affiliation: SCRIPT }],
        chair: [{ name: SCRIPT }],
        talks: [{ title: SCRIPT, presenters: [{ name: SCRIPT }], papers: [] }],
        join: "https://meet.example",
        passcode: SCRIPT,
        links: [{ title: SCRIPT, url: "https://links.example" }],
        papers: [{ title: SCRIPT }],
        abstract: { html: "<p>Safe.</p>", text: SCRIPT },
      }),
    ],
  }),
};
const countScripts = (html: string | null) => (html ?? "").match(/<script/g)?.length;

describe("hostile text", () => {
  test("never becomes an element: the page's script and its data are the only two", () => {
    expect([countScripts(toHomePage(hostile)), countScripts(toSessionPage(hostile, "s21"))]).toEqual([1, 2]);
  });

  test("loses what HTML cannot hold", () => {
    const html = toSessionPage(hostile, "s21");
    expect(["\u0007", "\ud800"].filter((character) => html.includes(character))).toEqual([]);
  });
});

describe("the same programme", () => {
  test("gives the same bytes", () => {
    expect(toHomePage(publication)).toBe(toHomePage(structuredClone(publication)));
  });
});

describe("a page that does not exist", () => {
  test("is null", () => {
    expect(writeDocument(findDocument("session")!, publication, { ...WHOLE, session: "none" })).toBe(null);
  });
});

test("nothing announced is said with the usual weekday and time", () => {
  const html = toHomePage({ ...publication, asOf: Date.UTC(2026, 5, 20) });
  expect(/<p class="card">([^<]*)/.exec(html)?.[1]).toBe(
    "Nothing is announced at the moment. The club usually meets on Mondays at 13:00 (America/New_York). Subscribe and the next session comes to you.",
  );
});

test("sessions that the calendar has no room for are linked, by their years", () => {
  const sessions = Array.from({ length: 1_001 }, (_, index) =>
    aPublishedSession({
      id: `s${index}`,
      startsAt: Date.UTC(2010, 0, 4 + index, 18),
      endsAt: Date.UTC(2010, 0, 4 + index, 19),
    }),
  );
  const html = textOf("subscribe", { ...publication, programme: aPublishedProgramme({ sessions }) });
  expect([
    /<a href="([^"]*year=[^"]*)">([^<]*)/.exec(html)?.slice(1),
    textOf("subscribe", publication).includes("no room"),
  ]).toEqual([["https://feeds.example.org/calendar.ics?year=2010", "2010"], false]);
});

const toNeighbours = (given: Publication, id: string) =>
  [...(toSessionPage(given, id) ?? "").matchAll(/<nav|href="([^"]*)" rel="(?:prev|next)"/g)].map(
    ([all, path]) => path ?? all,
  );

test("a session leads to the one before and the one after, and a lone one nowhere", () => {
  const week = 7 * 24 * 60 * 60_000;
  const sessions = ["s20", "s21", "s22"].map((id, index) =>
    aPublishedSession({ id, title: id, startsAt: index * week, endsAt: index * week + 1 }),
  );
  const three = aPublication({ programme: aPublishedProgramme({ sessions }) });
  expect([toNeighbours(three, "s21"), toNeighbours(three, "s20"), toNeighbours(publication, "s21")]).toEqual([
    ["<nav", "/sessions/s20", "/sessions/s22"],
    ["<nav", "/sessions/s21"],
    [],
  ]);
});

const show = (published: PublishedSession, asOf = publication.asOf) =>
  toSessionPage({ ...publication, asOf, programme: aPublishedProgramme({ sessions: [published] }) }, "s21");

/** What the page itself says of frames, right after its character set. */
const toFramePolicy = (html: string) =>
  /^<!doctype html>\n<html[^>]*><head><meta charset="utf-8"\/><meta http-equiv="content-security-policy" content="([^"]*)"/.exec(
    html,
  )?.[1];

describe("a session's page", () => {
  const VIMEO = { videoId: "vimeo.1", url: "https://vimeo.com/1" };
  const whole = {
    join: "https://meet.example",
    passcode: "84 62 77",
    stream: "https://tube.example/w/kkGMgK9ZtnKfYAgnEtQxbv",
    inLanguage: "fr",
  };
  const after = aPublishedSession().session.endsAt;

  test("shows join link, passcode and stream until the session is over, and none of them after", () => {
    const told = ["Join online", "84 62 77", "Watch live on PeerTube"];
    const find = (html: string) => told.filter((text) => html.includes(text));
    expect([find(show(aPublishedSession(whole))), find(show(aPublishedSession(whole), after))]).toEqual([
      told,
      [],
    ]);
  });

  test("marks the session's language on its words", () => {
    expect(show(aPublishedSession(whole)).match(/<(?:h1|div|html)[^>]* lang="[^"]*"/g)).toEqual([
      '<html lang="en"',
      '<h1 class="p-name" dir="auto" lang="fr"',
      '<div class="abstract e-content" dir="auto" lang="fr"',
    ]);
  });

  test("lets in the players of its own replays alone, before anything else is read", () => {
    const recording = { ...VIMEO, state: "replay" } as const;
    expect(
      [
        aPublishedSession(),
        aReplayedSession(),
        aReplayedSession({ otherReplays: [VIMEO, { videoId: "web.1", url: "https://a.example" }] }),
        aReplayedSession({}, { recording }),
      ].map((published) => toFramePolicy(show(published))),
    ).toEqual([
      "frame-src &#39;none&#39;",
      "frame-src https://www.youtube-nocookie.com",
      "frame-src https://www.youtube-nocookie.com https://player.vimeo.com",
      "frame-src https://player.vimeo.com",
    ]);
  });

  test("lists the chapters of its recording, each a link that plays from there", () => {
    const description = "0:00 Introduction\n1:00 Method\n1:02:03 Questions";
    const recording = aRecording({ video: anArchivedVideo({ description }) });
    const page = show(aReplayedSession({}, { recording }));
    expect(page.match(/<li><a href="[^"]*t=[^]*?<\/li>/g)).toEqual(
      [
        ["0s", "0:00", "Introduction"],
        ["60s", "1:00", "Method"],
        ["3723s", "1:02:03", "Questions"],
      ].map(
        ([second, clock, title]) =>
          `<li><a href="https://www.youtube.com/watch?v=videoAAAAA0&amp;t=${second}" data-at="${parseInt(second!, 10)}"><span class="clock">${clock}</span> <span dir="auto">${title}</span></a></li>`,
      ),
    );
  });

  test("asks for no picture of a video that is not on YouTube", () => {
    const published = aReplayedSession({}, { recording: { ...VIMEO, state: "replay" } });
    const given = { ...publication, programme: aPublishedProgramme({ sessions: [published] }) };
    const whatShows = ["home", "session", "session-embed", "oembed", "rss", "json"].map((name) =>
      textOf(name, given, { ...WHOLE, session: "s21" }),
    );
    expect(whatShows.map((text) => /thumbnails|ytimg|"image"/.test(text))).toEqual(
      whatShows.map(() => false),
    );
  });
});

const readCanonical = (name: string, selection: Selection) =>
  /<link rel="canonical" href="([^"]*)"/.exec(textOf(name, publication, selection))?.[1];

describe("a frame", () => {
  test("names what search engines are to show in its place, without its parameters", () => {
    expect([
      readCanonical("embed", { ...WHOLE, limit: 3, theme: "dark" }),
      readCanonical("session-embed", { ...WHOLE, session: "s21", theme: "dark" }),
    ]).toEqual(["https://feeds.example.org/embed", "https://feeds.example.org/sessions/s21"]);
  });

  test("is not kept from search engines", () => {
    const shown = DOCUMENTS.filter(({ name }) => ["embed", "session-embed", "search"].includes(name));
    expect(shown.map((one) => toHeaders(one, publication.club, WHOLE)["x-robots-tag"])).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe("lines break where they may:", () => {
  test.each(Object.keys(CONTENTS))("in %s neither between two times nor within a zone", (language) => {
    const html = textOf("session", aClubIn(language), { ...WHOLE, session: "s21" });
    const wholes = [...html.matchAll(/<span class="whole">([^<]*)<\/span>/g)].map(([, text = ""]) => text);
    expect(wholes.map((text) => text.replace(/[～~]/, "–").replace(/[（(](.*)[)）]/, "($1)"))).toEqual([
      "13:00–14:30",
      "(America/New_York, UTC−04:00)",
    ]);
  });

  test("a title's signs stay beside its words", () => {
    const title = "Bruit : lequel ? « Uniforme »";
    const html = textOf(
      "session",
      aPublication({
        programme: aPublishedProgramme({
          sessions: [
            aPublishedSession({ title, papers: [{ title }], talks: [{ title, presenters: [], papers: [] }] }),
          ],
        }),
      }),
      { ...WHOLE, session: "s21" },
    );
    const unbroken = "Bruit\u00a0: lequel\u00a0? «\u00a0Uniforme\u00a0»";
    expect(
      html.match(/<(?:h1|bdi)[^>]*>[^<]*lequel[^<]*/g)?.map((text) => text.replace(/^<[^>]*>/, "")),
    ).toEqual([unbroken, unbroken, unbroken]);
  });
});
