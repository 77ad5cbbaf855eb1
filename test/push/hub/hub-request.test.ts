import { describe, expect, test } from "vitest";
import { parseHubRequest } from "../../../src/push/hub/hub-request.ts";

const FIELDS = {
  "hub.mode": "subscribe",
  "hub.callback": "https://reader.example",
  "hub.topic": "https://feeds.example.org/rss.xml",
};

function parse(fields: Record<string, string>) {
  return parseHubRequest(new URLSearchParams({ ...FIELDS, ...fields }), false);
}

/** The field at fault, and what was expected of it. */
function faultOf(fields: Record<string, string>) {
  const parsed = parse(fields);
  return parsed.ok ? null : [parsed.error.name, parsed.error.expected];
}

test("a request says what is to begin or end, and for how long; what is left out has a default", () => {
  expect(parse({})).toEqual({
    ok: true,
    value: {
      mode: "subscribe",
      callback: "https://reader.example/",
      topic: "https://feeds.example.org/rss.xml",
      leaseSeconds: 864_000,
      secret: "",
    },
  });
});

test("what older subscribers send beside that is passed over: hub.verify, hub.verify_token", () => {
  const old = { "hub.verify": "sync", "hub.verify_token": "x", "hub.unheard": "of", other: "" };
  expect(parse(old)).toEqual(parse({}));
});

describe("a lease", () => {
  test.each([
    ["0", 3_600],
    ["3599", 3_600],
    ["3601", 3_601],
    ["2592000", 2_592_000],
    ["2592001", 2_592_000],
    ["999999999999999", 2_592_000],
  ])("of %s seconds becomes %i", (asked, given) => {
    expect(parse({ "hub.lease_seconds": asked })).toMatchObject({ value: { leaseSeconds: given } });
  });

  test.each(["-1", "1.5", "ten", "1e9", " 1", "9".repeat(16)])("of %j seconds is none", (asked) => {
    expect(faultOf({ "hub.lease_seconds": asked })).toEqual([
      "hub.lease_seconds",
      "a whole number of seconds",
    ]);
  });
});

describe("a secret", () => {
  test("has less than 200 bytes", () => {
    expect(parse({ "hub.secret": "é".repeat(99) })).toMatchObject({ value: { secret: "é".repeat(99) } });
    expect(parse({ "hub.secret": "x".repeat(199) })).toMatchObject({ ok: true });
    expect(faultOf({ "hub.secret": "x".repeat(200) })).toEqual(["hub.secret", "less than 200 bytes"]);
    expect(faultOf({ "hub.secret": "é".repeat(100) })).toEqual(["hub.secret", "less than 200 bytes"]);
  });

  test("that is too long is not repeated", () => {
    expect(JSON.stringify(parse({ "hub.secret": "geheim".repeat(40) }))).not.toContain("geheim");
  });
});

test.each([
  [{ "hub.mode": "" }, ["hub.mode", "subscribe or unsubscribe"]],
  [{ "hub.mode": "Subscribe" }, ["hub.mode", "subscribe or unsubscribe"]],
  [{ "hub.mode": "denied" }, ["hub.mode", "subscribe or unsubscribe"]],
  [{ "hub.mode": "publish" }, ["hub.mode", "subscribe or unsubscribe: this hub learns of changes by itself"]],
  [{ "hub.callback": "" }, ["hub.callback", "an http(s) address of at most 2048 characters"]],
  [{ "hub.callback": "/callback" }, ["hub.callback", "an http(s) address of at most 2048 characters"]],
  [
    { "hub.callback": `https://reader.example/${"x".repeat(2_048)}` },
    ["hub.callback", "an http(s) address of at most 2048 characters"],
  ],
  [{ "hub.callback": "http://127.0.0.1/" }, ["hub.callback", "a host of the public internet"]],
  [{ "hub.topic": "" }, ["hub.topic", "the address of a feed of this service"]],
  [{ "hub.topic": `https://${"x".repeat(2_048)}` }, ["hub.topic", "the address of a feed of this service"]],
])("%j is a fault that is told", (fields, expected) => {
  expect(faultOf(fields)).toEqual(expected);
});

test("of a long value as much is repeated as tells which it was", () => {
  const parsed = parse({ "hub.mode": "x".repeat(5_000) });
  expect(parsed.ok ? 0 : parsed.error.value.length).toBe(200);
});
