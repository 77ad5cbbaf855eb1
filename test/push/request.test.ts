import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { describeReply, request } from "../../src/push/request.ts";
import { listen } from "../support/listen.ts";

let answer: (incoming: IncomingMessage, outgoing: ServerResponse) => void | Promise<void>;
const server = createServer((incoming, outgoing) => void answer(incoming, outgoing));
let address = "";

beforeAll(async () => {
  address = `${await listen(server)}/secret-path`;
});
afterAll(() => void server.close());

const get = { method: "GET", aboutUrl: "https://feeds.example.org" } as const;

test("sends method, header fields, body, and who asks", async () => {
  let seen: unknown;
  answer = async (incoming, outgoing) => {
    const { method, headers } = incoming;
    seen = [method, headers["content-type"], headers["user-agent"], await text(incoming)];
    outgoing.writeHead(202).end("taken");
  };
  const headers = { "content-type": "text/plain" };
  const reply = await request(address, { ...get, method: "POST", headers, body: "hello" });
  expect([seen, reply]).toEqual([
    ["POST", "text/plain", "journal-club-feeds/1.0 (+https://feeds.example.org)", "hello"],
    { reason: "answered", status: 202, text: "taken", retryAfterSeconds: null },
  ]);
});

test("a redirect is an answer, and is not followed", async () => {
  let requests = 0;
  answer = (_incoming, outgoing) => {
    requests += 1;
    outgoing.writeHead(302, { location: "/elsewhere" }).end();
  };
  expect([await request(address, get), requests]).toEqual([
    { reason: "answered", status: 302, text: "", retryAfterSeconds: null },
    1,
  ]);
});

test("tells how long it is asked to wait", async () => {
  answer = (_incoming, outgoing) => void outgoing.writeHead(503, { "retry-after": "120" }).end();
  expect(await request(address, get)).toEqual({
    reason: "answered",
    status: 503,
    text: "",
    retryAfterSeconds: 120,
  });
});

test("an answer longer than an answer is counts without its text", async () => {
  answer = (_incoming, outgoing) => void outgoing.writeHead(200).end("x".repeat(65_537));
  expect(await request(address, get)).toEqual({
    reason: "answered",
    status: 200,
    text: "",
    retryAfterSeconds: null,
  });
});

test("who is silent, or begins and does not end, is a timeout", async () => {
  answer = () => undefined;
  const silent = await request(address, get, 50);
  answer = (_incoming, outgoing) => void outgoing.writeHead(200).write("beginning");
  expect([silent, await request(address, get, 50)]).toEqual([{ reason: "timeout" }, { reason: "timeout" }]);
  server.closeAllConnections();
});

describe("a connection that fails is told by its kind alone, as its address may be a secret", () => {
  test("nobody listens", async () => {
    const reply = await request("http://127.0.0.1:9/secret-path", get);
    expect(reply).toEqual({
      reason: "network",
      message: expect.stringMatching(/^(?:refused|no connection)$/),
    });
  });

  test("the other side breaks off", async () => {
    answer = (incoming) => void incoming.socket.destroy();
    expect(await request(address, get)).toEqual({ reason: "network", message: "broken off" });
  });
});

test("replies in words", () => {
  const words = [
    describeReply({ reason: "answered", status: 404, text: "no such hook", retryAfterSeconds: null }),
    describeReply({ reason: "timeout" }),
    describeReply({ reason: "network", message: "refused" }),
  ];
  expect(words).toEqual(["status 404", "no complete answer in time", "the connection failed: refused"]);
});
