/** `npm start`, killed while it tells chats of a change, with a stand-in for the chats. */
import { writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Status } from "../../src/publisher/status.ts";
import { copyClub } from "../support/fixture-club.ts";
import { findFreePort, listen } from "../support/listen.ts";
import { findDatabase } from "../support/local-database.ts";
import { LocalService } from "../support/local-service.ts";

/** Of each message, what names it at its chat, and its first line. */
const posted: string[][] = [];
let isAnswering = false;
const chats = createServer(async (request, response) => {
  const body = JSON.parse(Buffer.concat(await request.toArray()).toString());
  posted.push([
    String(request.url).split("/").at(-1) ?? "",
    String(body.text ?? body.body).split("\n")[0] ?? "",
  ]);
  if (isAnswering) response.end("{}");
});
let service: LocalService;
let origin = "";
beforeAll(async () => {
  service = await LocalService.create();
  origin = await listen(chats);
});
afterAll(async () => {
  chats.closeAllConnections();
  chats.close();
  await service.remove();
});

const byName = ([a = ""]: string[], [b = ""]: string[]) => (a < b ? -1 : 1);

async function readErrors(address: string): Promise<(string | null)[]> {
  const response = await fetch(`${address}/status.json`);
  const status: unknown = await response.json();
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it is the service's own
  return (status as Status).push.hooks.map(({ lastError }) => lastError);
}

/** As if the pauses after what was cut off, a minute, were over. */
function endPauses(): void {
  const database = new DatabaseSync(findDatabase(service.stateDir));
  database.exec("UPDATE push_outbox SET due_at = 0");
  database.close();
}

test("killed while chats are told of a change, it tells them once more: with a word of it, or under the id that they know", async () => {
  const club = join(service.stateDir, "club");
  await copyClub(club, "hooks: [{ name: lab, kind: slack }, { name: room, kind: matrix }]\n");
  const year = new Date().getUTCFullYear() + 1;
  const move = (day: number) =>
    writeFile(
      join(club, "sessions/next.md"),
      `---\nid: next\ntitle: Next year\ndate: ${year}-02-0${day}\n---\nWhy.\n`,
    );
  const port = await findFreePort();
  const start = () =>
    service.start(port, {
      DATA_DIR: club,
      ALLOW_PRIVATE_CALLBACKS: "1",
      HOOK_LAB: `${origin}/lab`,
      HOOK_ROOM: `${origin}/_matrix/client/v3/rooms/!a:example`,
      HOOK_ROOM_SECRET: "a-token",
    });
  await move(1);
  await start();
  await service.kill("SIGTERM");
  await move(2);
  await start();
  await expect.poll(() => posted.length, { timeout: 20_000 }).toBe(2);
  await service.kill("SIGKILL");
  isAnswering = true;
  const { address } = await start();
  const cutOff = "cut off while it was sent";
  await expect.poll(() => readErrors(address), { timeout: 20_000 }).toEqual([cutOff, cutOff]);
  expect(posted.length).toBe(2);
  await service.kill("SIGKILL");
  endPauses();
  await start();
  await expect.poll(() => posted.length, { timeout: 20_000 }).toBe(4);
  const id = `session_next_notice_1_moved_${year}-02-02T18_00_00Z`;
  const title = "Moved: Next year";
  expect([posted.slice(0, 2).toSorted(byName), posted.slice(2).toSorted(byName)]).toEqual([
    [
      ["lab", title],
      [id, title],
    ],
    [
      ["lab", `${title} (perhaps for the second time)`],
      [id, title],
    ],
  ]);
});
