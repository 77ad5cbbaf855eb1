/** Naming the club's channel: what is asked for, what a page says, and the club file afterwards. */
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findChannelId, main } from "../../src/commands/channel.ts";
import { addSource, replaceSource } from "../../src/commands/channel/club-text.ts";
import { callCommand } from "../support/call-command.ts";
import { listen } from "../support/listen.ts";

const ID = "UCexampleexampleexampleA";
const ORIGIN = "https://www.youtube.com";
const PLAYLIST = "PLexampleexampleexampleexampleexamp";
const CLUB = `name: Example Reading Group
shortName: ERG
description: A reading group about examples.
siteUrl: https://example.org
uidDomain: example.org
firstYear: 2025
timeZone: America/New_York
usual: { weekday: Monday, start: "13:00", duration: 90 }
youtube:
  channels: [UCanotheranotheranotherA]
`;

test("the page's own alternate link names the channel, others' ids do not", () => {
  const page = `<a href="/channel/UCotherotherotherotherAA"></a><link rel="canonical" href="x"><link rel="alternate" type="application/rss+xml" title="RSS" href="${ORIGIN}/feeds/videos.xml?channel_id=${ID}">`;
  expect([findChannelId(page), findChannelId("<html></html>")]).toEqual([ID, null]);
});

describe("a source in the club file", () => {
  test.each([
    [
      '# c\nyoutube:\n  # why\n  channelId: "" # empty\n',
      `# c\nyoutube:\n  # why\n  channelId: ${ID} # empty\n`,
    ],
    ["youtube:\n  channelId:\nfeedLength: 50\n", `youtube:\n  channelId: ${ID}\nfeedLength: 50\n`],
    ["youtube:\n    shorts: true\n", `youtube:\n    channels: [${ID}]\n    shorts: true\n`],
    ["youtube: # none yet\nname: A\n", `youtube: # none yet\n  channels: [${ID}]\nname: A\n`],
    ["name: >-\n  Folded\n  text\n", `name: >-\n  Folded\n  text\n\nyoutube:\n  channels: [${ID}]\n`],
    ["youtube:\n  channelId: UCa # one\n", `youtube:\n  channels: [${ID}]\n  channelId: UCa # one\n`],
    ["youtube: { channels: [UCa, UCb] } # two\n", `youtube: { channels: [UCa, UCb, ${ID}] } # two\n`],
    ["youtube:\n  channels: []\n", `youtube:\n  channels: [${ID}]\n`],
    ["youtube:\n  channels:\n  shorts: no\n", `youtube:\n  channels: [${ID}]\n  shorts: no\n`],
    [
      "youtube:\n  channels:\n    - UCa # first\n  shorts: no\n",
      `youtube:\n  channels:\n    - UCa # first\n    - ${ID}\n  shorts: no\n`,
    ],
    ["youtube:\n  channels:\n  - UCa", `youtube:\n  channels:\n  - UCa\n  - ${ID}`],
  ])("%j keeps everything but the id", (before, after) => {
    expect(addSource(before, "channels", ID)).toBe(after);
  });

  test.each(["youtube: { shorts: true }\n", "youtube: [", "- a\n", "youtube:\n  channels: UCa\n"])(
    "%j is left to a person",
    (before) => {
      expect(addSource(before, "channels", ID)).toBeNull();
    },
  );

  test("takes the place of another that stands there once", () => {
    expect([
      replaceSource("youtube:\n  channels: [UCa] # ours\n", "UCa", ID),
      replaceSource("# UCa\nyoutube:\n  channels: [UCa]\n", "UCa", ID),
    ]).toEqual([`youtube:\n  channels: [${ID}] # ours\n`, null]);
  });
});

test("a handle is looked up, its feed's failure is said, and the id is written", async () => {
  const folder = mkdtempSync(join(tmpdir(), "channel-"));
  writeFileSync(join(folder, "club.yaml"), "# ours\nname: Example\n");
  const server = createServer((request, response) => {
    const isPage = request.url === "/@example_club";
    response.writeHead(isPage ? 200 : 404);
    response.end(isPage ? `<link rel="alternate" href="x/feeds/videos.xml?channel_id=${ID}">` : "");
  });
  const words = ["@example_club", "--origin", await listen(server)];
  const { status, stdout } = await callCommand(main, words, { environment: { DATA_DIR: folder } });
  server.close();
  expect({ status, stdout, file: readFileSync(join(folder, "club.yaml"), "utf8") }).toEqual({
    status: 0,
    stdout: `channel ${ID}\nits feed could not be checked (status 404, expected 200); if the id is right the service finds it later\nwrote ${folder}/club.yaml\n`,
    file: `# ours\nname: Example\n\nyoutube:\n  channels: [${ID}]\n`,
  });
});

test("where the file cannot be changed by machine, it is said how to change it by hand", async () => {
  const folder = mkdtempSync(join(tmpdir(), "channel-"));
  const club = "name: Example\nyoutube: { shorts: true }\n";
  writeFileSync(join(folder, "club.yaml"), club);
  const { code, said } = await run(folder, ID, "--origin", "http://127.0.0.1:1");
  expect({ code, said, file: readFileSync(join(folder, "club.yaml"), "utf8") }).toEqual({
    code: 1,
    said: expect.stringMatching(
      /could not be changed\.\nBy hand: .*\n[^]*channels: \[UC…\]\n    playlists: \[PL…\]\n$/,
    ),
    file: club,
  });
});

/** What the command says of YouTube's absence, which is no matter here. */
const UNCHECKED = /^its feed could not be checked .*\n/m;

test.each([
  [["--add"], "channels: [UCanotheranotheranotherA, UCexampleexampleexampleA]"],
  [["--replace"], "channels: [UCexampleexampleexampleA]"],
])("with %j a club that has a channel gets another", async (options, line) => {
  const folder = aClubFolder();
  const { code, out } = await run(folder, ID, "--origin", "http://127.0.0.1:1", ...options);
  expect([code, out.replace(UNCHECKED, ""), readClub(folder)]).toEqual([
    0,
    `channel ${ID}\nwrote ${folder}/club.yaml\n`,
    CLUB.replace("channels: [UCanotheranotheranotherA]", line),
  ]);
});

test("without such a word a club keeps the channel it has, and one it has already is no change", async () => {
  const folder = aClubFolder();
  const other = await run(folder, ID, "--origin", "http://127.0.0.1:1");
  const same = await run(folder, "UCanotheranotheranotherA", "--origin", "http://127.0.0.1:1");
  expect([other.code, other.said, same.code, same.out.includes("nothing written"), readClub(folder)]).toEqual(
    [
      1,
      `the club has UCanotheranotheranotherA already: --add names ${ID} beside it, --replace in its place; nothing was written\n`,
      0,
      true,
      CLUB,
    ],
  );
});

test("a playlist goes under the playlists, as its id", async () => {
  const folder = aClubFolder();
  const address = `${ORIGIN}/watch?v=AAAAAAAAAAA&list=${PLAYLIST}`;
  const { code, out } = await run(folder, address, "--origin", "http://127.0.0.1:1");
  expect([code, out.replace(UNCHECKED, ""), readClub(folder)]).toEqual([
    0,
    `playlist ${PLAYLIST}\nwrote ${folder}/club.yaml\n`,
    CLUB.replace("youtube:\n", `youtube:\n  playlists: [${PLAYLIST}]\n`),
  ]);
});

test.each([
  [
    ["a b"],
    '"a b" is no channel or playlist, expected @handle, an address at youtube.com, UC and 22 more characters, or PL…\nSee --help.\n',
  ],
  [[ID, "--add", "--replace"], "--add and --replace exclude each other\nSee --help.\n"],
])("%j is refused", async (words, said) => {
  expect(await run(aClubFolder(), ...words)).toEqual({ code: 2, out: "", said });
});

function aClubFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "channel-"));
  writeFileSync(join(folder, "club.yaml"), CLUB);
  return folder;
}

const readClub = (folder: string) => readFileSync(join(folder, "club.yaml"), "utf8");

async function run(folder: string, ...options: string[]) {
  const { status, stdout, stderr } = await callCommand(main, options, { environment: { DATA_DIR: folder } });
  return { code: status, out: stdout, said: stderr };
}
