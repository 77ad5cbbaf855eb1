import { expect, test } from "vitest";
import { serveProblem } from "../../src/http/problem.ts";

test("a bad parameter is named with what was expected, as RFC 9457 problem details", async () => {
  const response = serveProblem({
    reason: "bad_parameter",
    name: "limit",
    value: '0"',
    expected: "a whole number from 1 to 500",
  });
  expect([response.status, response.headers.get("content-type"), await response.json()]).toEqual([
    400,
    "application/problem+json; charset=utf-8",
    {
      type: "about:blank",
      title: "Bad Request",
      status: 400,
      detail: 'limit: "0\\"" is not allowed, expected a whole number from 1 to 500',
      parameter: "limit",
    },
  ]);
});

test("an unknown address is remembered for a minute only", () => {
  const response = serveProblem({ reason: "not_found", path: "/nothing" });
  expect([response.status, response.headers.get("cache-control")]).toEqual([404, "public, max-age=60"]);
});

test("a method that is not possible is answered with those that are (RFC 9110 15.5.6)", () => {
  const response = serveProblem({
    reason: "method_not_allowed",
    method: "POST",
    allow: "GET, HEAD, OPTIONS",
  });
  expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
});

test("an unavailable programme says when to try again and is not kept", () => {
  const response = serveProblem({ reason: "unavailable", retryAfterSeconds: 60 });
  expect([
    response.status,
    response.headers.get("retry-after"),
    response.headers.get("cache-control"),
  ]).toEqual([503, "60", "no-store"]);
});
