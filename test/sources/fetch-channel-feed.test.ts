import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { fetchChannelFeed, parseRetryAfter } from "../../src/sources/fetch-channel-feed.ts";
import { listen } from "../support/listen.ts";

const servers: { close: () => void; closeAllConnections: () => void }[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A real server on loopback. */
async function aServer(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  return `${await listen(server)}/`;
}

describe("fetchChannelFeed", () => {
  test("gives the text, and says who asks", async () => {
    const url = await aServer((request, response) => response.end(`for ${request.headers["user-agent"]} é`));
    expect(await fetchChannelFeed(url, { aboutUrl: "https://feeds.example.org" })).toEqual({
      ok: true,
      value: "for journal-club-feeds/1.0 (+https://feeds.example.org) é",
    });
  });

  test("refuses any status but 200, with what Retry-After asks for", async () => {
    const url = await aServer((_request, response) =>
      response.writeHead(429, { "retry-after": "120" }).end("slow down"),
    );
    expect(await fetchChannelFeed(url, { aboutUrl: null })).toEqual({
      ok: false,
      error: { reason: "status", status: 429, retryAfterSeconds: 120 },
    });
  });

  test("stops reading a body without an end at the bound", async () => {
    const url = await aServer((_request, response) => {
      response.on("error", () => {});
      const timer = setInterval(() => response.write("x".repeat(65_536)), 1);
      response.on("close", () => clearInterval(timer));
    });
    expect(await fetchChannelFeed(url, { aboutUrl: null, maxBytes: 200_000 })).toEqual({
      ok: false,
      error: { reason: "too_large", maxBytes: 200_000 },
    });
  });

  test("gives up on silence", async () => {
    const url = await aServer(() => {});
    expect(await fetchChannelFeed(url, { aboutUrl: null, timeoutMs: 100 })).toEqual({
      ok: false,
      error: { reason: "timeout", milliseconds: 100 },
    });
  });

  test("gives up on a body that stops in the middle", async () => {
    const url = await aServer((_request, response) => void response.write("<?xml"));
    expect(await fetchChannelFeed(url, { aboutUrl: null, timeoutMs: 100 })).toEqual({
      ok: false,
      error: { reason: "timeout", milliseconds: 100 },
    });
  });

  test("reports a reset connection", async () => {
    const url = await aServer((request) => request.socket.resetAndDestroy());
    const outcome = await fetchChannelFeed(url, { aboutUrl: null });
    expect(outcome.ok ? "accepted" : outcome.error.reason).toBe("network");
  });
});

describe("Retry-After (RFC 9110 10.2.3)", () => {
  test.each([
    ["120", null, 120],
    ["Mon, 15 Jun 2026 17:02:00 GMT", "Mon, 15 Jun 2026 17:00:00 GMT", 120],
    ["Mon, 15 Jun 2026 16:00:00 GMT", "Mon, 15 Jun 2026 17:00:00 GMT", 0],
    ["Mon, 15 Jun 2026 17:02:00 GMT", null, null],
    ["soon", null, null],
    [null, null, null],
  ])("%s at %s is %s seconds", (value, date, seconds) => {
    expect(parseRetryAfter(value, date)).toBe(seconds);
  });
});
