/** `/admin/state`: who may, what comes out, and what comes back. */
import { evictDurableObject, reset } from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { app } from "../../src/routes/app.ts";
import { memo } from "../../src/publisher/memo.ts";
import { findPublisher } from "../../src/publisher/read-representation.ts";
import { aChannelFeed } from "../support/channel-feed.ts";
import {
  environment,
  get,
  ORIGIN,
  readFeeds,
  readStatus,
  runCron,
  standIn,
  startAfresh,
  xml,
} from "./support.ts";

const AUTHORIZED = { authorization: "Bearer a-token-for-tests" };
const STATE = "/admin/state";

const backUp = async () => await (await get(STATE, { headers: AUTHORIZED })).text();
const restore = (body: BodyInit, query = "") =>
  get(STATE + query, { method: "PUT", headers: AUTHORIZED, body });

/** Everything that a state decides. */
async function readAll(): Promise<unknown> {
  const pages = ["/", "/sessions/s21", "/sessions/s21.ics", "/rss.xml?show=replays"];
  const { counts, matches, programme } = await readStatus();
  return [
    await readFeeds(),
    await Promise.all(pages.map(async (path) => [path, await (await get(path)).text()])),
    { counts, matches, programme },
  ];
}

/** Another service with nothing in it. */
async function startElsewhere(): Promise<void> {
  await reset();
  memo.clear();
}

beforeEach(async () => {
  standIn(() =>
    xml(
      aChannelFeed({
        entries: [
          { id: "videoS2100A", title: "S21 | Uniform", published: "2026-06-16T09:00:00+00:00" },
          { id: "videoAlone0", title: "An introduction", published: "2026-05-01T09:00:00+00:00" },
        ],
      }),
    ),
  );
  await runCron();
});
afterEach(startAfresh);

describe("the address of the state", () => {
  test("does not exist while there is no token", async () => {
    const methods = ["GET", "HEAD", "PUT", "DELETE"];
    for (const token of [undefined, ""]) {
      const { ADMIN_TOKEN: _token, ...rest } = environment;
      const without = token === undefined ? rest : { ...rest, ADMIN_TOKEN: token };
      const responses = await Promise.all(
        methods.map(
          async (method) => await app.request(ORIGIN + STATE, { method, headers: AUTHORIZED }, without),
        ),
      );
      expect(responses.map(({ status }) => status)).toEqual([404, 404, 405, 405]);
    }
  });

  test.each([
    ["none", {}],
    ["an empty one", { authorization: "Bearer " }],
    ["another", { authorization: "Bearer a-token-for-testz" }],
    ["the beginning of it", { authorization: "Bearer a-token" }],
    ["another scheme", { authorization: "Basic a-token-for-tests" }],
  ])("asks for its token when the request has %s", async (_name, headers) => {
    const responses = await Promise.all(
      ["GET", "PUT", "OPTIONS"].map((method) => get(STATE, { method, headers })),
    );
    expect(
      responses.map((response) => [
        response.status,
        response.headers.get("www-authenticate"),
        response.headers.get("cache-control"),
        response.headers.get("access-control-allow-origin"),
      ]),
    ).toEqual(Array.from({ length: 3 }, () => [401, "Bearer", "no-store", null]));
  });

  test("gives a document that nobody keeps, and knows no other method", async () => {
    const response = await get(STATE, { headers: AUTHORIZED });
    const head = await get(STATE, { method: "HEAD", headers: AUTHORIZED });
    const removal = await get(STATE, { method: "DELETE", headers: AUTHORIZED });
    expect([
      (await response.text()).slice(0, 36),
      [response, head, removal].map(({ status, headers }) => [
        status,
        headers.get("cache-control"),
        headers.get("content-type"),
        headers.get("allow"),
      ]),
      await head.text(),
    ]).toEqual([
      '{"format":"journal-club-feeds state"',
      [
        [200, "no-store", "application/json; charset=utf-8", null],
        [200, "no-store", "application/json; charset=utf-8", null],
        [405, "no-store", "application/problem+json; charset=utf-8", "GET, HEAD, PUT"],
      ],
      "",
    ]);
  });
});

describe("a restored state", () => {
  test("gives the same bytes everywhere, at once and after a restart, and the same backup", async () => {
    const before = await readAll();
    const state = await backUp();
    await startElsewhere();
    const response = await restore(state);
    expect([response.status, await response.json()]).toEqual([
      200,
      { rows: state.match(/^\{"(?!format)/gm)?.length },
    ]);
    expect(await readAll()).toEqual(before);
    await evictDurableObject(findPublisher(environment));
    memo.clear();
    expect([await readAll(), await backUp()]).toEqual([before, state]);
  });

  test("takes the place of another only when that is asked for", async () => {
    const before = await readAll();
    const state = await backUp();
    await startElsewhere();
    standIn(() =>
      xml(
        aChannelFeed({
          entries: [{ id: "videoOther0", title: "Other", published: "2026-05-01T09:00:00+00:00" }],
        }),
      ),
    );
    await runCron();
    const other = await readFeeds();
    const refused = await restore(state);
    expect([refused.status, await readFeeds()]).toEqual([409, other]);
    const replaced = await restore(state, "?replace=1");
    memo.clear();
    expect([replaced.status, await readAll()]).toEqual([200, before]);
  });

  test.each([
    ["no JSON", "x", 422, "no JSON"],
    ["nothing", "", 422, "no JSON"],
    ["another document", "{}", 422, "format: missing"],
    ["33 MB", "x".repeat(33 * 1024 * 1024), 413, "The content is larger than 33554432 bytes"],
  ])("is not made from %s, and nothing changes", async (_name, body, status, detail) => {
    const before = await readAll();
    const response = await restore(body, "?replace=1");
    expect([response.status, await response.json(), await readAll()]).toEqual([
      status,
      expect.objectContaining({ detail }),
      before,
    ]);
  });

  test("may have twenty megabytes", async () => {
    const state = await backUp();
    const filler = JSON.stringify({
      table_name: "video",
      key: "videoLarge0",
      reason: "é",
      row: "é".repeat(500_000),
      at: 1,
    });
    const rows = Array.from({ length: 20 }, (_, index) =>
      filler.replace("videoLarge0", `videoLarge${index}`),
    );
    const large = state.replace('"set_aside": [\n', `"set_aside": [\n${rows.join(",\n")}`);
    const response = await restore(large, "?replace=1");
    const again = await backUp();
    expect([response.status, large.length > 9_000_000, again.length]).toEqual([200, true, large.length]);
  });
});
