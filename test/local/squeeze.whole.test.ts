/** What swc makes of the bundle, in the real workerd. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { MAIN, squeeze } from "../../src/build/squeeze.ts";
import { DOCUMENTS } from "../../src/documents/table.ts";
import { toModules, Workerd, type Module } from "../bench/workerd.ts";
import { BundledProject } from "../support/bundled-project.ts";

let bundled: BundledProject;
beforeAll(() => {
  bundled = new BundledProject();
});
afterAll(() => bundled.remove());

test("what is uploaded says what was bundled, and its source map leads to the sources", async () => {
  const before = await answer();
  const size = bundled.read(MAIN).length;
  squeeze(bundled.folder);
  const { sources, sourceRoot }: { sources: string[]; sourceRoot?: string } = JSON.parse(
    bundled.read(`${MAIN}.map`).toString(),
  );
  expect(await answer()).toEqual(before);
  expect([
    before.filter(([, status]) => status === 200).length > 20,
    bundled.read(MAIN).length < size,
    sources.some((path) => path.endsWith("src/publisher/publisher.ts")),
    sourceRoot,
  ]).toEqual([true, true, true, undefined]);
});

/** Every document of the table, and what is wrong: as a bare workerd gives it. */
async function answer(): Promise<[path: string, status: number, text: string][]> {
  const data = bundled
    .listData()
    .map((name): Module => ({ name, kind: "data", content: bundled.read(name) }));
  const modules = toModules(bundled.read(MAIN).toString(), data);
  const site = { name: "service", kind: "service", feedUrl: "http://127.0.0.1:9/", modules } as const;
  const workerd = await Workerd.start([{ ...site, assets: bundled.assets }]);
  try {
    const answers: [string, number, string][] = [];
    const [{ id } = { id: "" }] = bundled.readSessions();
    const paths = DOCUMENTS.map(({ pattern }) => pattern.replace(":session", id).replace(":year", "2026"));
    for (const path of [...paths, "/rss.xml?limit=x", "/nothing", "/healthz"]) {
      const response = await fetch(workerd.toAddress("service") + path);
      answers.push([path, response.status, await response.text()]);
    }
    return answers;
  } finally {
    await workerd.remove();
  }
}
