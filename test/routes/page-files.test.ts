import { Hono } from "hono";
import { expect, test } from "vitest";
import type { Environment } from "../../src/publisher/read-representation.ts";
import { answerPageFile } from "../../src/routes/page-files.ts";

const ASSET = { contentType: "text/css; charset=utf-8", version: "v1" };
const app = new Hono<{ Bindings: Environment }>();
app.get("/style.css", (context) => answerPageFile(context, "/style.css", ASSET));
app.onError((error) => new Response(error.message, { status: 503 }));

const asked: string[] = [];
const ASSETS = (status: number) => ({
  fetch: (url: string) => {
    asked.push(url);
    return Promise.resolve(new Response("a {}", { status, headers: { etag: '"its own"' } }));
  },
});
const ask = async (headers: Record<string, string>, variables: object) => {
  const answer = await app.request("/style.css?v=v1", { headers }, variables);
  return [answer.status, answer.headers.get("etag"), await answer.text()];
};

test("a file is fetched by its path alone, and has the tag of its version", async () => {
  expect([await ask({}, { ASSETS: ASSETS(200) }), asked]).toEqual([
    [200, '"v1"', "a {}"],
    ["https://assets.invalid/style.css"],
  ]);
});

test("conditions are weighed with that tag", async () => {
  expect(await ask({ "if-none-match": '"v1"' }, { ASSETS: ASSETS(200) })).toEqual([304, '"v1"', ""]);
});

test.each([
  [{ ASSETS: ASSETS(404) }, 404],
  [{}, undefined],
])("what is not among the assets is an error, and never an empty file", async (variables, status) => {
  expect(await ask({}, variables)).toEqual([
    503,
    null,
    `/style.css is not among the static assets (${status})`,
  ]);
});
