/** What Zotero and Google Scholar find in a session's page. */
import { expect, test } from "vitest";
import type { PublishedSession } from "../../src/programme/publication.ts";
import { WHOLE } from "../../src/programme/selection.ts";
import { aPublication, aPublishedProgramme, aPublishedSession } from "../support/builders.ts";
import { textOf } from "../support/documents.ts";

function readPage(published: PublishedSession) {
  const programme = aPublishedProgramme({ sessions: [published] });
  const html = textOf("session", aPublication({ programme }), { ...WHOLE, session: "s21" });
  return {
    metas: [...html.matchAll(/<meta name="(citation_\w+)" content="([^"]*)"/g)].map((found) =>
      found.slice(1),
    ),
    bibtex: [
      ...html.matchAll(
        /<(link|a)(?= )[^>]* href="([^"]*)"[^>]*x-bibtex|<(link|a)(?= )[^>]*x-bibtex"[^>]* href="([^"]*)"/g,
      ),
    ].map(([, first, url, second, other]) => [first ?? second, url ?? other]),
  };
}

const BIBTEX_URL = "https://feeds.example.org/sessions/s21.bib";

test("a session's page states it as a talk of the club, and links to its BibTeX", () => {
  const presenters = [{ name: "Ada & Co" }, { name: "\u200b" }, { name: "Grace Example" }];
  expect(readPage(aPublishedSession({ presenters, inLanguage: "fr" }))).toEqual({
    metas: [
      ["citation_title", "Uniform Examples Revisited"],
      ["citation_author", "Ada &amp; Co"],
      ["citation_author", "Grace Example"],
      ["citation_publication_date", "2026/06/15"],
      ["citation_conference_title", "Example Reading Group"],
      ["citation_public_url", "https://feeds.example.org/sessions/s21"],
      ["citation_language", "fr"],
    ],
    bibtex: [
      ["link", BIBTEX_URL],
      ["a", BIBTEX_URL],
    ],
  });
});

test("in the club's language where the session has none of its own", () => {
  expect(readPage(aPublishedSession()).metas.at(-1)).toEqual(["citation_language", "en"]);
});

test("a talk that is off is not there to cite, though its papers are", () => {
  const { metas, bibtex } = readPage(aPublishedSession({ status: "cancelled" }));
  expect([metas, bibtex.length]).toEqual([[], 2]);
  expect(readPage(aPublishedSession({ status: "cancelled", papers: [] }))).toEqual({ metas: [], bibtex: [] });
});
