/** Hooks in the Worker: from a deployment to what the chats are sent, over alarms, answers of every kind and restarts. */
import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { DAY, HOUR, MINUTE, SECOND } from "../../src/programme/instant.ts";
import { findPublisher } from "../../src/publisher/read-representation.ts";
import { aSession } from "../support/builders.ts";
import { aHook } from "../support/chats.ts";
import { aChannelFeed } from "../support/channel-feed.ts";
import { at, begin, deploy, takeBack } from "./deployment.ts";
import { environment, get, readStatus, ring, runCron, standInFor, xml } from "./support.ts";

const START = aSession().startsAt;
const FIRST = START - 10 * DAY;

const UNLIKE = { id: "videoOTHER0", title: "An evening", published: "2026-01-01T09:00:00+00:00" };

let posted: { path: string; title: string }[] = [];
/** What the chats answer from now on. */
let answer: (path: string) => Response | Promise<Response>;

beforeEach(() => {
  posted = [];
  answer = () => new Response("ok");
  standInFor(async (request) => {
    const { host, pathname } = new URL(request.url);
    if (host !== "chat.example") return xml(aChannelFeed({ entries: [UNLIKE] }));
    const body = JSON.parse(await request.text());
    posted.push({ path: pathname, title: String(body.text ?? body.body ?? body.type).split("\n")[0] ?? "" });
    return await answer(pathname);
  });
  vi.useFakeTimers({ toFake: ["Date"] });
  at(FIRST);
  begin({
    sessions: [aSession()],
    push: {
      hooks: [
        aHook({ before: [1_440, 60] }),
        aHook({ name: "room", kind: "matrix", before: [] }),
        aHook({ name: "unset", kind: "discord" }),
      ],
      hubs: [],
    },
  });
});
afterEach(takeBack);

const restart = () => evictDurableObject(findPublisher(environment));

/** Started, and the session moved by a day. */
async function beginAndMove(): Promise<void> {
  await get("/rss.xml");
  await runCron();
  await ring();
  at(FIRST + DAY);
  await deploy({ sessions: [aSession({ startsAt: START + DAY, endsAt: START + DAY + HOUR })] });
  await get("/rss.xml");
}

const MOVED = "Moved: S21: Uniform Examples Revisited";

test("a change is posted by the next alarm, to each hook that has an address, and never again", async () => {
  await beginAndMove();
  await ring();
  at(FIRST + DAY + HOUR);
  await deploy();
  await runCron();
  await ring();
  expect([posted, (await readStatus()).push.hooks]).toEqual([
    [
      { path: "/lab", title: MOVED },
      {
        path: "/_matrix/client/v3/rooms/!a:example/send/m.room.message/session_s21_notice_1_moved_2026-06-16T17_00_00Z",
        title: MOVED,
      },
    ],
    [
      {
        name: "lab",
        kind: "slack",
        isSet: true,
        pending: 0,
        lastSentAt: "2026-06-06T17:00:00Z",
        lastError: null,
      },
      {
        name: "room",
        kind: "matrix",
        isSet: true,
        pending: 0,
        lastSentAt: "2026-06-06T17:00:00Z",
        lastError: null,
      },
      {
        name: "unset",
        kind: "discord",
        isSet: false,
        pending: 0,
        lastSentAt: null,
        lastError: "HOOK_UNSET is not set",
      },
    ],
  ]);
});

test("the first start and its replays are no news", async () => {
  at(START + 3 * DAY);
  standInFor(() =>
    xml(
      aChannelFeed({
        entries: [{ id: "videoS2100A", title: "S21 | Uniform", published: "2026-06-16T09:00:00+00:00" }],
      }),
    ),
  );
  await get("/rss.xml");
  await ring();
  await runCron();
  await ring();
  const status = await readStatus();
  expect([status.matches.length, posted]).toEqual([1, []]);
});

test("a 404 is given up, a 429 and a 500 are tried again, and a restart in between loses nothing", async () => {
  await beginAndMove();
  answer = (path) =>
    path === "/lab"
      ? new Response("", { status: 429, headers: { "retry-after": "120" } })
      : new Response("", { status: 404 });
  await ring();
  const [lab, room] = (await readStatus()).push.hooks;
  await restart();
  at(FIRST + DAY + 119 * SECOND);
  await ring();
  const tooSoon = posted.length;
  answer = () => new Response("", { status: 500 });
  at(FIRST + DAY + 120 * SECOND);
  await ring();
  answer = () => new Response("ok");
  await restart();
  at(FIRST + DAY + HOUR);
  await ring();
  expect([
    [lab?.pending, lab?.lastError, room?.pending, room?.lastError],
    tooSoon,
    posted.slice(2),
    (await readStatus()).push.hooks[0]?.lastError,
  ]).toEqual([
    [1, "status 429", 0, "status 404"],
    2,
    [
      { path: "/lab", title: MOVED },
      { path: "/lab", title: MOVED },
    ],
    null,
  ]);
});

test("what a crash has cut off is sent once more, and says that it may be the second time", async () => {
  await beginAndMove();
  answer = () => new Response("", { status: 503 });
  await ring();
  // As a crash leaves it: the mark from before the request, and no word of its end.
  await runInDurableObject(findPublisher(environment), (_publisher, { storage }) => {
    storage.sql.exec("UPDATE push_outbox SET state = 'sending'");
  });
  await restart();
  answer = () => new Response("ok");
  at(FIRST + DAY + HOUR);
  await get("/rss.xml");
  await ring();
  at(FIRST + DAY + 2 * HOUR);
  await ring();
  expect(posted.slice(2).map(({ title }) => title)).toEqual([
    `${MOVED} (perhaps for the second time)`,
    MOVED,
  ]);
});

test("what was broken off, or got no answer in time, too; and the second time is the last", async () => {
  await beginAndMove();
  answer = (path) =>
    path === "/lab" ? Promise.reject(new Error("Network connection lost.")) : new Response("ok");
  for (const minutes of [0, 1, 60, 120]) {
    at(FIRST + DAY + minutes * MINUTE);
    await ring();
  }
  expect([
    posted.filter(({ path }) => path === "/lab").map(({ title }) => title),
    (await readStatus()).push.hooks[0]?.lastError,
  ]).toEqual([[MOVED, `${MOVED} (perhaps for the second time)`], "the connection failed: broken off"]);
});

test("reminders come by the alarm: a day before and an hour before, each once", async () => {
  await get("/rss.xml");
  await runCron();
  const alarms: number[] = [];
  for (const now of [START - DAY, START - DAY + MINUTE, START - HOUR, START - HOUR + MINUTE, START]) {
    at(now);
    await ring();
    alarms.push(posted.length);
  }
  expect([alarms, posted[1]?.title]).toEqual([[1, 1, 2, 2, 2], "Reminder: S21: Uniform Examples Revisited"]);
});

test("no page, status or problem tells an address or a token", async () => {
  await beginAndMove();
  answer = () => Promise.reject(new Error("connect to https://chat.example/lab failed"));
  await ring();
  const texts = await Promise.all(
    ["/status.json", "/healthz", "/", "/programme.json", "/nothing"].map(async (path) =>
      (await get(path)).text(),
    ),
  );
  expect(texts.filter((text) => /chat\.example|a-token-of-a-room/.test(text))).toEqual([]);
});
