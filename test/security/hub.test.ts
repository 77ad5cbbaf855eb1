/** SECURITY.md, H: somebody who subscribes at the hub. */
import { afterEach, expect, test, vi } from "vitest";
import { HOUR, MINUTE } from "../../src/programme/instant.ts";
import { toHeaders } from "../../src/documents/document.ts";
import { DOCUMENTS } from "../../src/documents/table.ts";
import { WHOLE } from "../../src/programme/selection.ts";
import { aClub } from "../support/builders.ts";
import { agree, aHub, CALLBACK, NOW, standInFor, workAll } from "../push/hub/a-hub.ts";

afterEach(() => void vi.restoreAllMocks());

test("H1 Reaching what only we can reach", async () => {
  const calls = standInFor(
    () => new Response(null, { status: 307, headers: { location: "http://169.254.169.254/" } }),
  );
  const one = aHub();
  const closed = [
    "http://localhost:8080/",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://[::ffff:10.0.0.1]/",
    "http://169.254.169.254/latest/meta-data",
    "http://metadata.google.internal/",
    "http://127.0.0.1.nip.io/",
  ];
  for (const callback of closed)
    expect(await one.ask({ "hub.callback": callback })).toMatchObject({ error: { name: "hub.callback" } });
  await one.ask({});
  await workAll(one, NOW);
  expect(calls.map(({ url }) => url.origin)).toEqual([new URL(CALLBACK).origin]);
  const asked: string[] = [];
  vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
    asked.push(new URL(new Request(input, init).url).hostname);
    return Response.json({ Answer: [{ type: 1, data: "10.0.0.1" }] });
  });
  await one.ask({ "hub.callback": "https://rebound.example/" });
  await workAll(one, NOW);
  expect(asked).toEqual(["cloudflare-dns.com"]);
});

test("H2 A hub as a weapon", async () => {
  const chunk = new Uint8Array(65_536);
  const toEndless = () => new ReadableStream({ pull: (controller) => controller.enqueue(chunk) });
  const calls = standInFor(() => new Response(toEndless(), { status: 500 }));
  const one = aHub();
  for (let n = 0; n < 500; n += 1) await one.ask({ "hub.callback": `https://victim.example/${n}` });
  for (let n = 0; n < 500; n += 1) await one.ask({ "hub.callback": `https://victim${n}.example/` });
  for (let minute = 0; minute < 59; minute += 1) await workAll(one, NOW + minute * MINUTE);
  expect(calls.filter(({ url }) => url.hostname === "victim.example").length).toBe(60);
  expect(calls.length).toBe(600);
  expect(new Set(calls.map(({ method }) => method))).toEqual(new Set(["GET"]));
});

test("H3 Filling the hub", async () => {
  standInFor(agree);
  const one = aHub();
  for (let hour = 0; hour < 10; hour += 1) {
    for (let n = 0; n < 60; n += 1)
      await one.ask({ "hub.callback": `https://greedy.example/${hour}/${n}` }, NOW + hour * HOUR);
    await workAll(one, NOW + hour * HOUR);
  }
  expect(one.hub.status(NOW + 10 * HOUR).subscriptions).toBe(50);
  expect(one.storage.sql.exec("SELECT * FROM push_outbox").toArray()).toEqual([]);
});

test("H4 Subscribing others", async () => {
  const calls = standInFor(() => new Response("what is this?"));
  const one = aHub();
  await one.ask({});
  await one.ask({ "hub.mode": "unsubscribe", "hub.callback": "https://other.example/" });
  await workAll(one, NOW);
  one.publish(NOW + HOUR);
  await workAll(one, NOW + HOUR);
  expect(calls.map(({ method }) => method)).toEqual(["GET", "GET"]);
  expect(one.hub.status(NOW).subscriptions).toBe(0);
});

test("H5 Callbacks and their secrets", async () => {
  const lines: unknown[] = [];
  for (const level of ["log", "warn", "error"] as const)
    vi.spyOn(console, level).mockImplementation((...words) => void lines.push(...words));
  standInFor(({ method, url }) =>
    method === "GET" ? agree({ url }) : new Response("secret-of-theirs", { status: 500 }),
  );
  const one = aHub();
  const callback = "https://reader.example/path-of-theirs?key=of-theirs";
  await one.ask({ "hub.callback": callback, "hub.secret": "secret-of-theirs" });
  await workAll(one, NOW);
  one.publish(NOW + HOUR);
  await workAll(one, NOW + HOUR);
  const refused = await one.ask({ "hub.secret": "secret-of-theirs".repeat(20) });
  const headers = DOCUMENTS.map((document) => toHeaders(document, aClub(), WHOLE));
  const status = one.hub.status(NOW + HOUR);
  expect(status.failing).toBe(1);
  expect(JSON.stringify([lines, status, refused, headers])).not.toMatch(/of-theirs|reader\.example/);
});
