/** The fixture folder, read from disk: every field to the model. */
import { describe, expect, it } from "vitest";
import { compileData } from "../../src/build/compile-data.ts";
import { readDataFolder } from "../../src/build/data-folder.ts";

const FOLDER = "test/fixtures/session-file";
const compiled = compileData(await readDataFolder(FOLDER), FOLDER);

describe("a data folder", () => {
  it("gives the club", () => {
    expect(compiled.ok && compiled.value.club).toEqual({
      name: "Example Reading Group",
      shortName: "ERG",
      description: "A reading group about examples.",
      siteUrl: "https://example.org",
      uidDomain: "example.org",
      firstYear: 2025,
      language: "en",
      timeZone: "America/New_York",
      usual: { weekday: 1, start: "13:00", durationMinutes: 90 },
      hosts: [{ name: "Ada Host", affiliation: "Example University", x: "ada", url: "https://ada.example" }],
      youtube: { channels: ["UCexampleexampleexampleA"], playlists: [], shorts: true, standAlone: false },
      feedLength: 20,
      retired: ["s3"],
    });
  });

  it("gives every session, complete or not", () => {
    expect(compiled.ok && compiled.value.sessions).toEqual([
      {
        id: "s21",
        number: 21,
        title: "Examples: a Revision",
        date: "2026-06-15",
        timeZone: "Europe/Paris",
        isAllDay: false,
        startsAt: Date.UTC(2026, 5, 15, 8, 30),
        endsAt: Date.UTC(2026, 5, 15, 9, 45),
        status: "tentative",
        presenters: [
          {
            name: "Grace Example",
            affiliation: "École d'Exemples",
            x: "grace",
            url: "https://grace.example/%C3%BCber",
          },
          { name: "Linus Exemplar" },
        ],
        papers: [
          { title: "Uniform Examples", arxiv: "2506.20640", url: "https://arxiv.org/abs/2506.20640" },
          { title: "An Older Example", arxiv: "hep-th/9901001", url: "https://papers.example/older" },
          { title: "A Paper Without Address" },
        ],
        join: "https://meet.example/erg?pwd=1",
        location: "Room 7, Example Hall",
        replay: { videoId: "dQw4w9WgXcQ" },
        tags: ["examples", "sampling"],
        announcedAt: Date.UTC(2026, 5, 12, 7),
        abstract: {
          html: '<p>What <em>the</em> examples show about x_t.</p>\n<p>See <a href="https://example.org/page">the page</a>.</p>',
          text: "What the examples show about x_t.\n\nSee the page (https://example.org/page).",
          page: '<p>What <em>the</em> examples show about <math alttext="x_t"><msub><mi>x</mi><mi>t</mi></msub></math>.</p>\n<p>See <a href="https://example.org/page">the page</a>.</p>',
        },
        written: {
          abstract: {
            html: '<p>What <em>the</em> examples show about $x_t$.</p>\n<p>See <a href="https://example.org/page">the page</a>.</p>',
            text: "What the examples show about $x_t$.\n\nSee the page (https://example.org/page).",
          },
        },
      },
      {
        id: "s22",
        title: "Examples of Little",
        date: "2027-03-15",
        timeZone: "America/New_York",
        isAllDay: false,
        startsAt: Date.UTC(2027, 2, 15, 17),
        endsAt: Date.UTC(2027, 2, 15, 18, 30),
        status: "scheduled",
        presenters: [],
        papers: [],
        tags: [],
        abstract: { html: "", text: "" },
      },
    ]);
  });

  it("has no files when there is none", async () => {
    expect(await readDataFolder("test/fixtures/no-such-folder")).toEqual([]);
  });
});
