/** What the Worker has in the place of two packages changes nothing of what is read of a feed. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseChannelFeed } from "../../src/sources/parse-channel-feed.ts";

const FEEDS = process.env["FEEDS"] ?? "test/fixtures/channel-feed";
const folder = mkdtempSync(join(tmpdir(), "journal-club-feeds-parser-"));
let parse: typeof parseChannelFeed;

beforeAll(async () => {
  const alias = Object.fromEntries(
    [...readFileSync("wrangler.toml", "utf8").matchAll(/^"(\w+)" = "(\.\/src\/sources\/[^"]+)"$/gm)].map(
      ([, name = "", path = ""]) => [name, path],
    ),
  );
  const outfile = join(folder, "parser.mjs");
  const result = await build({
    entryPoints: ["src/sources/parse-channel-feed.ts"],
    bundle: true,
    format: "esm",
    platform: "node",
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire("/");' },
    metafile: true,
    alias,
    outfile,
  });
  expect(
    Object.keys(result.metafile.inputs).filter((path) =>
      /\/node_modules\/(?:entities|xml2js|sax|xmlbuilder)\//.test(path),
    ),
  ).toEqual([]);
  ({ parseChannelFeed: parse } = await import(pathToFileURL(outfile).href));
});
afterAll(() => rmSync(folder, { recursive: true }));

const files = readdirSync(FEEDS).filter((name) => name.endsWith(".xml"));

test.each(files)("%s", async (name) => {
  const text = readFileSync(join(FEEDS, name), "utf8");
  expect(await parse(text, null)).toEqual(await parseChannelFeed(text, null));
});

describe("an entry's content that is", () => {
  test.each([
    ["markup", '<content type="xhtml"><div class="a">A<b>b</b><i>c</i><i>d</i></div></content>'],
    ["text with names of characters", '<content type="html">A &amp;amp; &amp;eacute; &lt;b&gt;</content>'],
    ["empty, with an attribute", '<content type="html"/><summary type="text"/>'],
    ["a summary of markup", "<summary><p>A</p><p>B</p></summary>"],
  ])("%s", async (_what, content) => {
    const [name = ""] = files;
    const text = readFileSync(join(FEEDS, name), "utf8").replace("</entry>", `${content}</entry>`);
    expect(await parse(text, null)).toEqual(await parseChannelFeed(text, null));
  });
});
