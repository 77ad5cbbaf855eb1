/**
 * Every state of the programme on a phone and a large screen, in light and dark: nothing scrolls sideways, nothing complains,
 * nothing is asked of other hosts, and axe finds nothing. SCREENSHOTS names a folder to keep pictures in.
 */
import { describe, test } from "vitest";
import { expectRight, type Look } from "./support/look.ts";
import { SCENES, toLastSessionId } from "./support/scenes.ts";
import { serveScene } from "./support/serve-scene.ts";
import { visit } from "./support/visit.ts";

const LOOKS: readonly Look[] = [
  { viewport: { width: 320, height: 640 }, colorScheme: "light" },
  { viewport: { width: 1280, height: 800 }, colorScheme: "light" },
  { viewport: { width: 1280, height: 800 }, colorScheme: "dark" },
];
/** Frames show less; two states and hostile text are enough. */
const EMBEDDED = new Set([
  "everything after",
  "a replay elsewhere",
  "one upcoming",
  "a title of 200 characters",
  "hostile text",
]);

describe.each(Object.entries(SCENES))("%s", (name, scene) => {
  const sessionId = toLastSessionId(scene);
  const embeds = EMBEDDED.has(name) ? ["/embed", "/embed?show=next", `/embed/${sessionId}`] : [];
  const others = name === "one upcoming" ? ["/subscribe", "/years/2026", "/?tag=theory#past"] : [];
  const searches = scene.results === undefined ? [] : ["/search", "/search?q=noise&page=2"];
  const ofSession = sessionId === null ? [] : [`/sessions/${sessionId}`];
  const paths = ["/", ...others, ...searches, ...ofSession, ...embeds];

  test.each(paths)("%s looks right", async (path) => {
    const server = await serveScene(scene);
    const visited = await visit(server.origin + path, LOOKS[0]);
    await expectRight(visited, LOOKS, `${name} ${path}`);
    await visited.leave();
    server.close();
  });
});
