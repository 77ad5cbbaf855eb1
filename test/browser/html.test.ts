/** The Nu HTML checker over every page. Needs java; without it these tests are skipped. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { toProblemPage } from "../../src/pages/problem.tsx";
import { WHOLE } from "../../src/programme/selection.ts";
import { renderPage } from "../../src/publisher/page-renderings.ts";
import { aClub } from "../support/builders.ts";
import { SCENES, toLastSessionId } from "./support/scenes.ts";

const hasJava = spawnSync("java", ["-version"]).status === 0;
if (!hasJava) console.warn("java not found: the Nu HTML checker is skipped");
const VNU = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");

test.skipIf(!hasJava)("every page is valid HTML", () => {
  const folder = mkdtempSync(join(tmpdir(), "pages-"));
  for (const [name, scene] of Object.entries(SCENES)) {
    const id = toLastSessionId(scene);
    const paths = ["/", "/embed", "/embed.dark", ...(id === null ? [] : [`/sessions/${id}`, `/embed/${id}`])];
    for (const path of paths) {
      const text = renderPage(path, WHOLE, scene)?.text ?? "";
      writeFileSync(join(folder, `${`${name} ${path}`.replace(/[^a-z0-9]+/gi, "-")}.html`), text);
    }
  }
  const problem = { title: "Not Found", status: 404, detail: "There is nothing at /<b>" };
  writeFileSync(join(folder, "problem.html"), toProblemPage(aClub(), "https://feeds.example.org", problem));
  const { stderr } = spawnSync(
    "java",
    ["-jar", VNU, "--errors-only", "--exit-zero-always", "--skip-non-html", folder],
    {
      encoding: "utf8",
    },
  );
  rmSync(folder, { recursive: true });
  expect(stderr).toBe("");
});
