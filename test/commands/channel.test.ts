/** Naming the club's channel: what is asked for, what a page says, and the club file afterwards. */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { findChannelId, parseChannelWish } from "../../src/commands/channel.ts";
import { setChannelId } from "../../src/commands/channel.ts";

vi.setConfig({ testTimeout: 60_000 });

const ID = "UCexampleexampleexampleA";
const ORIGIN = "https://www.youtube.com";

test.each([
  [ID, { channelId: ID }],
  ["@example_club", { pageUrl: `${ORIGIN}/@example_club` }],
  ["https://www.youtube.com/@example_club/videos", { pageUrl: `${ORIGIN}/@example_club` }],
  ["youtube.com/c/Example", { pageUrl: `${ORIGIN}/c/Example` }],
  [`https://youtube.com/channel/${ID}`, { channelId: ID }],
  [`https://www.youtube.com/feeds/videos.xml?channel_id=${ID}`, { channelId: ID }],
  ["https://example.org/@club", null],
  ["https://www.youtube.com/watch?v=AAAAAAAAAAA", null],
])("%s is understood", (text, wish) => {
  expect(parseChannelWish(text, ORIGIN)).toEqual(wish);
});

test("the page's own alternate link names the channel, others' ids do not", () => {
  const page = `<a href="/channel/UCotherotherotherotherAA"></a><link rel="canonical" href="x"><link rel="alternate" type="application/rss+xml" title="RSS" href="${ORIGIN}/feeds/videos.xml?channel_id=${ID}">`;
  expect([findChannelId(page), findChannelId("<html></html>")]).toEqual([ID, null]);
});

test.each([
  [
    '# c\nyoutube:\n  # why\n  channelId: "" # empty\n',
    `# c\nyoutube:\n  # why\n  channelId: ${ID} # empty\n`,
  ],
  ["youtube:\n  channelId:\nfeedLength: 50\n", `youtube:\n  channelId: ${ID}\nfeedLength: 50\n`],
  ["youtube:\n  shorts: true\n", `youtube:\n  channelId: ${ID}\n  shorts: true\n`],
  ["name: >-\n  Folded\n  text\n", `name: >-\n  Folded\n  text\n\nyoutube:\n  channelId: ${ID}\n`],
])("%j keeps everything but the id", (before, after) => {
  expect(setChannelId(before, ID)).toBe(after);
});

test("a handle is looked up, its feed's failure is said, and the id is written", async () => {
  const folder = mkdtempSync(join(tmpdir(), "channel-"));
  writeFileSync(join(folder, "club.yaml"), "# ours\nname: Example\n");
  const server = createServer((request, response) => {
    const isPage = request.url === "/@example_club";
    response.writeHead(isPage ? 200 : 404);
    response.end(isPage ? `<link rel="alternate" href="x/feeds/videos.xml?channel_id=${ID}">` : "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const { code, out } = await run(folder, "@example_club", "--origin", `http://127.0.0.1:${port}`);
  server.close();
  expect({ code, out, file: readFileSync(join(folder, "club.yaml"), "utf8") }).toEqual({
    code: 0,
    out: `channel ${ID}\nits feed could not be checked (status 404, expected 200); if the id is right the service finds it later\nwrote ${folder}/club.yaml\n`,
    file: `# ours\nname: Example\n\nyoutube:\n  channelId: ${ID}\n`,
  });
});

test("where the file cannot be changed by machine, it is said how to change it by hand", async () => {
  const folder = mkdtempSync(join(tmpdir(), "channel-"));
  const club = "name: Example\nyoutube: { shorts: true }\n";
  writeFileSync(join(folder, "club.yaml"), club);
  const { code, said } = await run(folder, ID, "--origin", "http://127.0.0.1:1");
  expect({ code, said, file: readFileSync(join(folder, "club.yaml"), "utf8") }).toEqual({
    code: 1,
    said: expect.stringMatching(/could not be changed\.\nBy hand: .*\n[^]*channelId: UC…\n$/),
    file: club,
  });
});

function run(
  folder: string,
  ...options: string[]
): Promise<{ code: number | null; out: string; said: string }> {
  const child = spawn(process.execPath, ["src/commands/channel.ts", ...options], {
    env: { ...process.env, DATA_DIR: folder, NO_COLOR: "1" },
  });
  let [out, said] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, out, said })));
}
