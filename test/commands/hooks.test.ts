/** `npm run hooks` as an operator calls it, with a chat that is a server on this machine. */
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { main } from "../../src/commands/hooks.ts";
import { toPreview } from "../../src/commands/hooks/preview.ts";
import { HOUR } from "../../src/programme/instant.ts";
import { aClub, aSession } from "../support/builders.ts";
import { callCommand } from "../support/call-command.ts";
import { aHook } from "../support/chats.ts";
import { copyClub } from "../support/fixture-club.ts";
import { listen } from "../support/listen.ts";

const folder = mkdtempSync(join(tmpdir(), "journal-club-hooks-"));
let chat: Server;
let address = "";
const posted: { path: string; body: Record<string, unknown> }[] = [];

beforeAll(async () => {
  await copyClub(
    folder,
    "hooks: [{ name: lab-chat, kind: slack }, { name: calm, kind: json, posts: [cancelled], before: [] }]\n",
  );
  chat = createServer(async (request, response) => {
    const path = request.url ?? "";
    posted.push({ path, body: JSON.parse(Buffer.concat(await request.toArray()).toString()) });
    response.writeHead(path === "/gone" ? 404 : 200).end("ok");
  });
  address = await listen(chat);
});
afterAll(() => {
  chat.close();
  rmSync(folder, { recursive: true, force: true });
});

const toAround = (variables: Record<string, string>) => ({
  environment: { DATA_DIR: folder, ALLOW_PRIVATE_CALLBACKS: "1", ...variables },
});

const run = (words: string[], variables: Record<string, string> = {}) =>
  callCommand(main, words, toAround(variables));

describe("npm run hooks", () => {
  test("lists every hook, whether it is set here, and what it posts; never an address", async () => {
    expect(await run([], { HOOK_LAB_CHAT: `${address}/secret` })).toEqual({
      status: 0,
      stdout: `lab-chat (slack): HOOK_LAB_CHAT is set here; posts announced, moved, cancelled, replay, reminders
calm (json): HOOK_CALM is not set; posts cancelled
`,
      stderr: "",
    });
  });

  test("--test posts in the club's words", async () => {
    posted.length = 0;
    const said = await run(["--test", "lab-chat"], { HOOK_LAB_CHAT: `${address}/secret` });
    expect([said, posted.map(({ path, body }) => [path, body["text"]])]).toEqual([
      { status: 0, stdout: "lab-chat: posted\n", stderr: "" },
      [["/secret", "Test\nWhat Example Reading Group announces will be posted here."]],
    ]);
  });

  test.each<[string, string[], Record<string, string>, number, RegExp]>([
    [
      "a chat that is gone",
      ["--test", "lab-chat"],
      { HOOK_LAB_CHAT: "/gone" },
      1,
      /^lab-chat: not posted, status 404\n$/,
    ],
    [
      "no address",
      ["--test", "lab-chat"],
      {},
      1,
      /^HOOK_LAB_CHAT is not set: in the environment or \.dev\.vars\n$/,
    ],
    ["no such hook", ["--test", "lab"], {}, 2, /^"lab" is no hook, there are lab-chat, calm\n/],
    [
      "both at once",
      ["--test", "calm", "--preview", "calm"],
      {},
      2,
      /^--test and --preview do not go together\n/,
    ],
  ])("says what is wrong: %s", async (_what, words, variables, code, expected) => {
    const given = Object.fromEntries(Object.entries(variables).map(([name, path]) => [name, address + path]));
    const said = await run(words, given);
    expect([said.status, said.stdout, expected.test(said.stderr)]).toEqual([code, "", true]);
  });
});

describe("a preview", () => {
  const { startsAt } = aSession();
  const shown = { club: aClub(), sessions: [aSession()], deployment: { worker: "w", publicUrl: null } };
  const headings = async (hook: Parameters<typeof toPreview>[0], now: number) =>
    (await toPreview(hook, shown, now)).match(/^# .*/gm);

  test("has a message of each kind that the hook is told, and no address", async () => {
    const text = await toPreview(aHook({ name: "lab-chat" }), shown, startsAt - HOUR);
    expect([text.match(/^# .*/gm), text.match(/^POST .*/m)?.[0], text.includes("https://lab-chat")]).toEqual([
      [
        "# announced",
        "# moved",
        "# postponed",
        "# reinstated",
        "# cancelled",
        "# replay",
        "# reminder, 1440 minutes before",
        "# reminder, 60 minutes before",
      ],
      "POST HOOK_LAB_CHAT",
      false,
    ]);
  });

  test("where no session is coming shows the last, and only what is chosen", async () => {
    expect(await headings(aHook({ posts: ["cancelled"], before: [30] }), startsAt + 99 * HOUR)).toEqual([
      "# cancelled",
      "# reminder, 30 minutes before",
    ]);
  });

  test("without a session, or of a hook that is told nothing, is refused", async () => {
    await expect(toPreview(aHook(), { ...shown, sessions: [] }, startsAt)).rejects.toThrow(
      "there is no session",
    );
    await expect(toPreview(aHook({ posts: [], before: [] }), shown, startsAt)).rejects.toThrow(
      '"lab" is told nothing',
    );
  });
});
