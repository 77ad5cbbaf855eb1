/** SECURITY.md, W: the key of the Google calendar. */
import { decodeJwt } from "jose";
import { expect, test } from "vitest";
import { readKey } from "../../src/commands/google/key.ts";
import { aPublishedSession } from "../support/builders.ts";
import { GoogleStandIn, type Fault } from "../support/google-calendar.ts";
import { run, toIcs } from "../commands/google/support.ts";

test("W7 The key of the Google calendar", async () => {
  const google = new GoogleStandIn();
  await google.start();
  google.calendar = toIcs([aPublishedSession()]);
  const key: Record<string, string> = JSON.parse(google.key);
  // Any line of it, and what it signs.
  const secret = new RegExp(
    `${key["private_key"]?.split("\n")[3]?.slice(0, 40)}|eyJ|token-\\d`.replaceAll("+", "\\+"),
  );
  const faults: Fault[] = [400, 401, 403, 404, 409, 410, 429, 500, 0].flatMap((status) =>
    [/token/, /GET/, /POST/].map((of) => ({ of, status, times: 9, reason: "any", message: "any" })),
  );
  const said: string[] = [];
  for (const fault of faults) {
    google.faults.splice(0, Infinity, fault);
    const { output, errors } = await run(google);
    said.push(output + errors);
  }
  google.stop();
  expect([said.filter((text) => secret.test(text)), said.filter((text) => text === "")]).toEqual([[], []]);
  const { assertions } = google;
  expect(decodeJwt(assertions[0] ?? "")).toMatchObject({
    scope: "https://www.googleapis.com/auth/calendar.events",
  });
  const lifetimes = assertions.map(decodeJwt).map(({ iat = 0, exp = 0 }) => exp - iat);
  expect(lifetimes.filter((seconds) => seconds !== 3_600)).toEqual([]);
  const elsewhere = JSON.stringify({ ...key, token_uri: "http://token.example/" });
  await expect(readKey(undefined, { GOOGLE_SERVICE_ACCOUNT_KEY: elsewhere })).rejects.toThrow(
    "GOOGLE_SERVICE_ACCOUNT_KEY: token_uri is no https address",
  );
});
