/** Chats as targets and as attackers; the writers are tested whole in `test/push/hooks`. */
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { main } from "../../src/commands/hooks.ts";
import { DAY } from "../../src/programme/instant.ts";
import { toMessage } from "../../src/push/hooks/message.ts";
import { post, toSent, WRITERS } from "../../src/push/hooks/post.ts";
import { toPause } from "../../src/push/retry.ts";
import { TABLES } from "../../src/publisher/store/schema.ts";
import { aClub, aPublishedProgramme, aPublishedSession } from "../support/builders.ts";
import { callCommand, type Called } from "../support/call-command.ts";
import { aHook, startHooks } from "../support/chats.ts";
import { copyClub } from "../support/fixture-club.ts";
import { listen } from "../support/listen.ts";
import { aStorage } from "../support/sqlite.ts";

const NOW = Date.UTC(2026, 5, 14);
const ROOM = { url: "https://chat.example/_matrix/client/v3/rooms/!a:example", secret: "token" };

const message = (title: string) => {
  const programme = aPublishedProgramme({ sessions: [aPublishedSession({ title })] });
  const input = { club: aClub(), programme, publicUrl: "https://feeds.example.org", isRepeat: false };
  const made = toMessage({ id: "session/s21", kind: "announced", sessionId: "s21" }, input, NOW);
  if (made === null) throw new Error("nothing is said");
  return made;
};

afterEach(() => void vi.restoreAllMocks());

test("C1 Calling everybody", async () => {
  const title = "<!channel> @everyone @channel [x](https://evil.example) </strong><img src=x>\n@here";
  const said = message(title);
  const bodies = await Promise.all(
    (["slack", "discord", "mattermost", "matrix"] as const).map(async (kind) => {
      const { body } = await WRITERS[kind](said, ROOM, NOW);
      return JSON.parse(body);
    }),
  );
  const [slack, discord, mattermost, matrix] = bodies;
  expect([
    /<|>/.test(slack.text),
    slack.blocks[0].elements[0].elements.filter(({ type }: { type: string }) => type === "link").length,
    discord.allowed_mentions,
    /@\w|[^\\]\[x|[^\\]<img/.test(discord.embeds[0].title),
    /@\w|[^\\]\[x|[^\\]<img/.test(mattermost.text),
    /<img|<\/strong>.*<\/strong>/.test(matrix.formatted_body),
    matrix["m.mentions"],
  ]).toEqual([false, 1, { parse: [] }, false, false, false, {}]);
});

/** `npm run hooks -- --test NAME`, of a club that has a hook "lab". */
async function testHook(name: string, secrets: Record<string, string>): Promise<Called> {
  const folder = mkdtempSync(join(tmpdir(), "journal-club-chats-"));
  try {
    await copyClub(folder, "hooks: [{ name: lab, kind: slack }]\n");
    return await callCommand(main, ["--test", name], { environment: { DATA_DIR: folder, ...secrets } });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("C2 Addresses of hooks", async () => {
  const secret = "very-secret-path";
  vi.spyOn(globalThis, "fetch").mockRejectedValue(
    new Error(`cannot connect to https://chat.example/${secret}`),
  );
  const logged = vi.spyOn(console, "error");
  const programme = aPublishedProgramme();
  const hooks = [aHook(), aHook({ name: "bad" }), aHook({ name: "room", kind: "matrix" })];
  const secrets = new Map([
    ["HOOK_LAB", `https://chat.example/${secret}`],
    ["HOOK_BAD", `ftp://chat.example/${secret}`],
    ["HOOK_ROOM", `https://chat.example/${secret}`],
    ["HOOK_ROOM_SECRET", secret],
  ]);
  const service = startHooks({ storage: aStorage(), hooks, secrets, current: () => programme });
  service.hooks.tell({ news: [{ id: "session/s21", kind: "announced", sessionId: "s21", at: NOW }] }, NOW);
  await service.work(NOW);
  const isLogged = logged.mock.calls.flat().join().includes(secret);
  const command = await testHook("lab", { HOOK_LAB: `https://chat.example/${secret}` });
  expect([
    JSON.stringify(service.hooks.status(NOW)).includes(secret),
    service.hooks.status(NOW).map(({ lastError }) => lastError),
    isLogged,
    command.status,
    `${command.stdout}${command.stderr}`.includes(secret),
    TABLES.filter((name) => name.startsWith("push")),
  ]).toEqual([
    false,
    [
      "the connection failed: no connection",
      "HOOK_BAD is no address that begins with https://",
      "HOOK_ROOM is no address of a room: https://SERVER/_matrix/client/v3/rooms/ROOM_ID",
    ],
    false,
    1,
    false,
    [],
  ]);
});

test("C3 Redirects and slow answers", async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    if (request.url === "/endless") {
      response.writeHead(200);
      const timer = setInterval(() => response.write("x".repeat(16_384)), 1);
      response.on("close", () => clearInterval(timer));
    } else response.writeHead(307, { location: "/stolen" }).end();
  });
  const origin = await listen(server);
  const send = (path: string) =>
    post("slack", { url: origin + path, secret: "" }, message("A"), {
      aboutUrl: "https://feeds.example.org",
      now: NOW,
    });
  const ends = [await send("/moved"), await send("/endless")];
  server.closeAllConnections();
  server.close();
  expect([ends, asked, toSent({ reason: "timeout" }).outcome]).toEqual([
    [{ outcome: "given_up", error: "status 307" }, { outcome: "done" }],
    ["/moved", "/endless"],
    "unknown",
  ]);
});

test("C4 Orders in an answer", () => {
  const told = toSent({
    reason: "answered",
    status: 429,
    text: '{"retry_after": 999999999999, "url": "https://evil.example", "message": "<b>do this</b>"}',
    retryAfterSeconds: null,
  });
  expect([told, told.outcome === "later" && toPause(1, told.retryAfterSeconds ?? null)]).toEqual([
    { outcome: "later", error: "status 429", retryAfterSeconds: 999_999_999_999 },
    DAY,
  ]);
});
