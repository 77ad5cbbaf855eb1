/** `npm start` as a newcomer and an operator meet it: the real command, a stand-in for YouTube, curl's view. */
import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { createServer, type RequestListener } from "node:http";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { aChannelFeed } from "../support/channel-feed.ts";
import { API_KEY, DataApiStandIn } from "../support/data-api.ts";
import { copyClub } from "../support/fixture-club.ts";
import { findFreePort, listen } from "../support/listen.ts";
import { LocalService } from "../support/local-service.ts";

const FEEDS = ["rss.xml", "atom.xml", "feed.json", "calendar.ics"];

let answer: RequestListener;
const standIn = createServer((request, response) => answer(request, response));
let service: LocalService;
let stateDir = "";
let origin = "";
const start: LocalService["start"] = (port, variables) => service.start(port, variables);
const kill: LocalService["kill"] = (signal) => service.kill(signal);

beforeAll(async () => {
  service = await LocalService.create();
  ({ stateDir } = service);
  origin = await listen(standIn);
});
afterEach(() => kill("SIGTERM"));
afterAll(async () => {
  standIn.closeAllConnections();
  standIn.close();
  await service.remove();
});

function read(address: string): Promise<[string, string | null, string][]> {
  return Promise.all(
    FEEDS.map(async (name): Promise<[string, string | null, string]> => {
      const response = await fetch(`${address}/${name}`);
      return [name, response.headers.get("etag"), await response.text()];
    }),
  );
}

test("without a channel it feeds itself from the sample, and says so; what is changed in the club's folder is served without a new start", async () => {
  const club = join(stateDir, "club");
  await copyClub(club);
  const { address, said } = await start(await findFreePort(), { DATA_DIR: club });
  const status = await (await fetch(`${address}/status.json`)).json();
  expect([/SAMPLE channel feed/.test(said), status]).toEqual([
    true,
    expect.objectContaining({ sources: [expect.objectContaining({ kind: "sample", state: "ok" })] }),
  ]);

  await writeFile(join(club, "sessions/new.md"), "---\nid: new\ntitle: Only now\ndate: 2099-01-05\n---\n");
  const showsIt = async () => (await (await fetch(`${address}/programme.txt`)).text()).includes("Only now");
  await expect.poll(showsIt, { timeout: 60_000, interval: 500 }).toBe(true);
});

test("killed during an outage and started again, it serves the same bytes under the same entity tags", async () => {
  const variables = {
    CHANNEL_FEED_URL: `${origin}/feeds/videos.xml`,
    REFRESH_SECONDS: "0",
  };
  answer = (_request, response) =>
    response.end(
      aChannelFeed({
        entries: [{ id: "videoS2100A", title: "S21 | Uniform", published: "2026-06-16T09:00:00+00:00" }],
      }),
    );
  const port = await findFreePort();
  const { address } = await start(port, variables);
  const before = await read(address);
  answer = (_request, response) => response.writeHead(404).end("<!DOCTYPE html>");
  await fetch(`${address}/cdn-cgi/handler/scheduled`);
  expect(await read(address)).toEqual(before);

  await kill("SIGKILL");
  const again = await start(port, variables);
  expect(await read(again.address)).toEqual(before);
});

test("with the feed dead from the first minute and the Data API alive, every replay is there, and no list of processes shows the key", async () => {
  const club = join(stateDir, "club-with-channel");
  await copyClub(club, "youtube: { channels: [UCexampleexampleexampleA] }\n");
  const api = new DataApiStandIn();
  const ids = Array.from({ length: 120 }, (_, index) => `video${String(index).padStart(6, "0")}`);
  const publishedAt = "2026-01-05T12:00:00Z";
  api.playlists.set(
    "UUexampleexampleexampleA",
    ids.map((id) => ({ id, title: `Talk ${id}`, publishedAt })),
  );
  answer = async ({ url = "/", headers }, response) => {
    if (!url.startsWith("/youtube")) response.writeHead(404).end("<!DOCTYPE html>");
    else {
      const key = String(headers["x-goog-api-key"]);
      const asked = new Request(`http://127.0.0.1${url}`, { headers: { "x-goog-api-key": key } });
      response.end(await api.answer(asked).text());
    }
  };
  const { address } = await start(await findFreePort(), {
    DATA_DIR: club,
    CHANNEL_FEED_URL: `${origin}/feeds/videos.xml?channel_id=UCexampleexampleexampleA`,
    YOUTUBE_API_URL: `${origin}/youtube/v3`,
    YOUTUBE_API_KEY: API_KEY,
    REFRESH_SECONDS: "0",
  });
  await fetch(`${address}/cdn-cgi/handler/scheduled`);
  const feed = await (await fetch(`${address}/rss.xml?show=replays&limit=500`)).text();
  const processes = execFileSync("ps", ["-eo", "args"], { encoding: "utf8" });
  expect({
    missing: ids.filter((id) => !feed.includes(`:video/${id}<`)),
    isTold: processes.includes(API_KEY),
  }).toEqual({ missing: [], isTold: false });
});

test("a bad setting is named with what was expected, and nothing starts", async () => {
  const told = start(0, { PORT: "http", REFRESH_SECONDS: "often", ADMIN_TOKEN: "two words" });
  await expect(told).rejects.toThrow(
    /PORT: "http" cannot be used, expected a port from 1 to 65535\nREFRESH_SECONDS: "often" cannot be used, .*\nADMIN_TOKEN: what it holds cannot be used/,
  );
});
