/** Fields that say what they are set to, whole, in every language, and on every screen. */
import { describe, expect, test } from "vitest";
import { aClubIn, CONTENTS } from "../support/clubs-by-language.ts";
import { SCENES } from "./support/scenes.ts";
import { serveScene } from "./support/serve-scene.ts";
import { visit } from "./support/visit.ts";

/** What is cut off: of each select, as wide as what it is set to. Sets each to each of its choices in turn. */
const FIND_CUT = `[...document.querySelectorAll("select")].flatMap((select) => {
  const chosen = select.selectedIndex;
  const cut = [...select.options].flatMap((option) => {
    select.selectedIndex = option.index;
    const probe = select.cloneNode(false);
    probe.append(new Option(option.text));
    probe.style.width = "auto";
    document.body.append(probe);
    const isCut = probe.offsetWidth > Math.ceil(select.offsetWidth);
    probe.remove();
    return isCut ? [option.text] : [];
  });
  select.selectedIndex = chosen;
  return cut;
})`;

describe.each([
  ["en", SCENES["one upcoming"]!] as const,
  ...Object.keys(CONTENTS).map((language) => [language, aClubIn(language)] as const),
])("in %s", (_language, scene) => {
  test.each([360, 1280])("no choice is cut off at %i pixels", async (width) => {
    const server = await serveScene(scene);
    const { page, leave } = await visit(`${server.origin}/`, { viewport: { width, height: 740 } });
    const home = await page.evaluate(FIND_CUT);
    await page.goto(`${server.origin}/subscribe`);
    await page.locator("details summary").first().click();
    const subscribe = await page.evaluate(FIND_CUT);
    await leave();
    server.close();
    expect({ home, subscribe }).toEqual({ home: [], subscribe: [] });
  });
});
