/** The service of today over a state that version 1 left; its backup, by the commands that an operator types. */
import { spawn } from "node:child_process";
import { copyFileSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { findFreePort } from "../support/listen.ts";
import { findDatabase } from "../support/local-database.ts";
import { LocalService } from "../support/local-service.ts";
import { ROOT } from "../support/project-copy.ts";

const FIXTURE = join(ROOT, "test/fixtures/store/version-1");
const FEEDS = ["rss.xml", "atom.xml", "feed.json", "calendar.ics"];
const TOKEN = "a-token-for-tests";

let service: LocalService;
/** Of the states, and of the commands' files. */
let folder = "";
let address = "";

beforeAll(async () => {
  service = await LocalService.create();
  folder = service.stateDir;
});
afterEach(stop);
afterAll(() => service.remove());

async function start(stateDir: string, variables: Record<string, string> = {}): Promise<void> {
  ({ address } = await service.start(await findFreePort(), {
    STATE_DIR: join(folder, stateDir),
    DATA_DIR: join(FIXTURE, "data"),
    PUBLIC_URL: "https://feeds.example.org",
    // The address that the state knows; nobody listens there, as on most days.
    CHANNEL_FEED_URL: "http://127.0.0.1:18411/feed",
    ADMIN_TOKEN: TOKEN,
    ...variables,
  }));
}

async function stop(): Promise<void> {
  await service.kill("SIGTERM");
}

function run(
  command: string,
  words: string[],
  token = TOKEN,
): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(ROOT, `src/commands/${command}.ts`), ...words], {
      cwd: folder,
      env: { ...process.env, NO_COLOR: "1", ADMIN_TOKEN: token },
    });
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.on("close", (code) => resolve({ code, said: said.replaceAll(address, "SERVICE") }));
  });
}

const readFeeds = () =>
  Promise.all(FEEDS.map(async (name) => [name, await (await fetch(`${address}/${name}`)).text()]));
const readKept = () => FEEDS.map((name) => [name, readFileSync(join(FIXTURE, name), "utf8")]);

/** What a subscriber's program goes by: ids, dates, sequences. How a title is escaped is the writer's business of today. */
const REMEMBERED =
  /<(?:guid|pubDate|lastBuildDate|id|published|updated)\b.*|"(?:id|date_published|date_modified)":.*|^(?:UID|SEQUENCE|DTSTAMP|CREATED|LAST-MODIFIED|DTSTART|DTEND|STATUS)\b.*/gm;
const toRemembered = (feeds: readonly string[][]) =>
  feeds.map(([name, text = ""]) => [name, text.match(REMEMBERED)]);
/** What the service of today serves over the state of version 1. */
let served: string[][] = [];

function putInPlace(database: string): void {
  for (const suffix of ["-wal", "-shm"]) rmSync(database + suffix, { force: true });
  copyFileSync(join(FIXTURE, "state.sqlite"), database);
}

test("over the state of version 1, the service of today serves the same ids, dates and sequences, and gives a backup", async () => {
  await start("kept");
  await stop();
  putInPlace(findDatabase(join(folder, "kept")));
  await start("kept");
  served = await readFeeds();
  expect(toRemembered(served)).toEqual(toRemembered(readKept()));

  const backup = await run("backup", [address, "--out", "state.json"]);
  expect([backup, statSync(join(folder, "state.json")).mode & 0o777]).toEqual([
    {
      code: 0,
      said: expect.stringMatching(
        /^Asking SERVICE\/admin\/state …\nstate\.json: 11 sessions, 20 entries, 8 videos, \d+ KB\n$/,
      ),
    },
    0o600,
  ]);
  expect(await run("backup", [address, "--out", "state.json"])).toEqual({
    code: 1,
    said: "Asking SERVICE/admin/state …\nstate.json: is there already, --force replaces it\n",
  });
  expect((await run("backup", [address, "--out", "state.json", "--force"])).code).toBe(0);
  expect(await run("backup", [address], "another")).toEqual({
    code: 1,
    said: "Asking SERVICE/admin/state …\nSERVICE/admin/state: 401, ADMIN_TOKEN is not the one of the service\n",
  });
});

test("the backup, restored elsewhere, serves the same bytes there; a broken one changes nothing", async () => {
  await start("elsewhere");
  expect(await run("restore", [address, "state.json"])).toEqual({
    code: 1,
    said: expect.stringContaining(
      "409, the service has a state already: --replace puts the file in its place",
    ),
  });
  expect(await run("restore", [address, "state.json", "--replace"])).toEqual({
    code: 0,
    said: expect.stringMatching(
      /^Sending 11 sessions, 20 entries, 8 videos to SERVICE\/admin\/state …\nstate\.json: restored, \d+ rows\n$/,
    ),
  });
  // The copies that the isolate holds are confirmed again after five seconds.
  await new Promise((resolve) => setTimeout(resolve, 5_500));
  expect(await readFeeds()).toEqual(served);

  writeFileSync(
    join(folder, "broken.json"),
    readFileSync(join(folder, "state.json"), "utf8").replace('\\"sequence\\":1', '\\"sequence\\":-1'),
  );
  expect((await run("restore", [address, "broken.json", "--replace"])).said).toMatch(
    /422, session "s26": record\.revision\.sequence: expected >=0\n$/,
  );
});

test("without ADMIN_TOKEN the service gives and takes no state, and goes on", async () => {
  await start("elsewhere", { ADMIN_TOKEN: "" });
  for (const [command, words] of [
    ["backup", [address, "--out", "none.json"]],
    ["restore", [address, "state.json"]],
  ] as const) {
    expect((await run(command, [...words])).said).toMatch(
      /40[45], the service has no ADMIN_TOKEN, or is not this service\n$/,
    );
  }
  expect([existsSync(join(folder, "none.json")), await readFeeds()]).toEqual([false, served]);
});

describe("the commands say what is wrong", () => {
  test.each([
    ["backup", ["--help"], 0, /^npm run backup -- URL: /],
    ["restore", ["--help"], 0, /^npm run restore -- URL FILE: /],
    ["backup", [], 2, /^no URL, expected the address of the service/],
    [
      "backup",
      ["http://feeds.example.org"],
      2,
      /^URL: "http:\/\/feeds\.example\.org", expected .*https:\/\/…/,
    ],
    ["restore", ["https://feeds.example.org"], 2, /^no FILE, expected a backup/],
    [
      "restore",
      ["https://feeds.example.org", "missing.json"],
      1,
      /^missing\.json: there is no such file or folder\n$/,
    ],
    [
      "restore",
      ["https://feeds.example.org", join(ROOT, "package.json")],
      1,
      /package\.json: not a backup, expected a JSON document/,
    ],
    ["backup", ["http://127.0.0.1:1"], 1, /http:\/\/127\.0\.0\.1:1\/admin\/state: .*(ECONNREFUSED|bad port)/],
  ] as const)("%s %j", async (command, words, code, said) => {
    expect(await run(command, [...words])).toEqual({ code, said: expect.stringMatching(said) });
  });

  test("backup without a token", async () => {
    expect(await run("backup", ["https://feeds.example.org"], "")).toEqual({
      code: 2,
      said: expect.stringContaining("ADMIN_TOKEN is not set"),
    });
  });
});
