/** The Nu HTML checker over every page. Needs java; without it these tests are skipped. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { toLinks } from "../../src/documents/addresses.ts";
import { toProblemPage } from "../../src/pages/problem.tsx";
import { WHOLE, type Selection } from "../../src/programme/selection.ts";
import { aClub } from "../support/builders.ts";
import { textOf } from "../support/documents.ts";
import { SCENES, toLastSessionId } from "./support/scenes.ts";

const ORIGIN = "https://feeds.example.org";
const hasJava = spawnSync("java", ["-version"]).status === 0;
if (!hasJava) console.warn("java not found: the Nu HTML checker is skipped");
const VNU = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");

test.skipIf(!hasJava)("every page is valid HTML", () => {
  const folder = mkdtempSync(join(tmpdir(), "pages-"));
  for (const [name, scene] of Object.entries(SCENES)) {
    const id = toLastSessionId(scene);
    const session = id === null ? {} : { session: id };
    const pages: [string, Selection][] = [
      ["home", WHOLE],
      ["subscribe", WHOLE],
      ...(id === null ? [] : [["year", { ...WHOLE, year: 2026 }] satisfies [string, Selection]]),
      ["search", WHOLE],
      ...(scene.results === undefined ? [] : [WHOLE]).map((): [string, Selection] => [
        "search",
        { ...WHOLE, q: "noise" },
      ]),
      ["embed", WHOLE],
      ["embed", { ...WHOLE, theme: "dark" }],
      ["embed", { ...WHOLE, show: "next" }],
      ...(id === null ? [] : ["session", "session-embed"]).map((page): [string, Selection] => [
        page,
        { ...WHOLE, ...session },
      ]),
    ];
    for (const [page, selection] of pages) {
      const file = `${name} ${page} ${selection.theme ?? selection.q ?? selection.show}`.replace(
        /[^a-z0-9]+/gi,
        "-",
      );
      writeFileSync(join(folder, `${file}.html`), textOf(page, scene, selection));
    }
  }
  const details = { title: "Not Found", status: 404, detail: "There is nothing at /<b>" };
  const told = { problem: { reason: "not_found", path: "/<b>" }, details };
  writeFileSync(join(folder, "problem.html"), toProblemPage(aClub(), ORIGIN, toLinks(ORIGIN), told));
  const { stderr } = spawnSync(
    "java",
    [
      "-XX:TieredStopAtLevel=1",
      "-XX:+UseSerialGC",
      "-jar",
      VNU,
      "--errors-only",
      "--exit-zero-always",
      "--skip-non-html",
      folder,
    ],
    {
      encoding: "utf8",
    },
  );
  rmSync(folder, { recursive: true });
  expect(stderr).toBe("");
});
