/** A phone of 360 by 740 shows the way in to a session of the next hours without scrolling, whatever its title. */
import { describe, expect, test } from "vitest";
import type { Publication } from "../../src/programme/publication.ts";
import { aClub, aNotice, aPublication, aPublishedProgramme, aPublishedSession } from "../support/builders.ts";
import { aClubIn, CONTENTS } from "../support/clubs-by-language.ts";
import { serveScene } from "./support/serve-scene.ts";
import { visit } from "./support/visit.ts";

const PHONE = { width: 360, height: 740 };
const START = Date.UTC(2026, 5, 15, 17);
const HOUR = 3_600_000;

const GERMAN =
  "Donaudampfschifffahrtsgesellschaftsrauschen und Entrauschungsdiffusionswahrscheinlichkeitsmodelle: "
    .repeat(3)
    .slice(0, 200);
const JAPANESE = "離散拡散モデルにおける一様ノイズと吸収ノイズのスケジュールの収束性についての考察"
  .repeat(6)
  .slice(0, 200);

const ofTitle = (language: string, title: string, clubName: string): Publication =>
  aPublication({
    club: aClub({
      language,
      name: clubName,
      description: "A reading group about examples and what follows from them; weekly, online, free. ".repeat(
        2,
      ),
    }),
    programme: aPublishedProgramme({
      sessions: [
        aPublishedSession({
          title,
          join: "https://meet.example.org/j/1",
          passcode: "84 62 77 und noch etwas",
          location: "Room 21",
          presenters: ["Ada", "Grace", "Max"].map((name) => ({ name: `${name} von und zu Example` })),
        }),
      ],
      notices: [aNotice()],
    }),
    asOf: START - 24 * HOUR,
  });

describe.each([
  ["a short title", ofTitle("en", "Examples", "Example Reading Group")],
  ["a long title in German", ofTitle("de", GERMAN, "Lesegruppe Diskrete Diffusion am Beispielinstitut")],
  ["a long title in Japanese", ofTitle("ja", JAPANESE, "離散拡散モデル読書会")],
])("%s", (_title, scene) => {
  test.each([
    ["/", true],
    ["/sessions/s21", true],
    ["/", false],
    ["/sessions/s21", false],
  ])("leaves the way in above the fold of %s, with scripts: %s", async (path, javaScriptEnabled) => {
    const server = await serveScene(scene);
    const { page } = await visit(server.origin + path, {
      viewport: PHONE,
      ...(javaScriptEnabled ? { now: START - 2 * HOUR } : { javaScriptEnabled }),
    });
    const box = await page.locator(".actions .primary").boundingBox();
    const passcode = await page.locator(".actions code").boundingBox();
    server.close();
    const bottom = (one: typeof box) => (one === null ? Infinity : one.y + one.height);
    expect([bottom(box) <= PHONE.height, bottom(passcode) <= PHONE.height]).toEqual([true, true]);
  });
});

test.each(Object.keys(CONTENTS))(
  "in %s the way in is above the fold, before it begins and while it is on",
  async (language) => {
    const bottoms: number[] = [];
    for (const now of [START - 20 * HOUR, START + HOUR / 2]) {
      const server = await serveScene({ ...aClubIn(language), asOf: now });
      for (const path of ["/", "/sessions/s21", "/embed"]) {
        const { page, leave } = await visit(server.origin + path, {
          viewport: PHONE,
          now,
          locale: language,
        });
        const box = await page.locator(".actions .primary").first().boundingBox();
        bottoms.push(box === null ? Infinity : box.y + box.height);
        await leave();
      }
      server.close();
    }
    expect(bottoms.filter((bottom) => bottom > PHONE.height)).toEqual([]);
  },
);

test("what is days away stays where it is", async () => {
  const server = await serveScene(ofTitle("de", GERMAN, "Lesegruppe"));
  const { page } = await visit(`${server.origin}/`, { viewport: PHONE, now: START - 25 * HOUR });
  const position = await page.evaluate<string>(
    "getComputedStyle(document.querySelector('.actions')).position",
  );
  server.close();
  expect(position).toBe("static");
});
