/** A lease as a machine: W3C WebSub 5, and the moods of YouTube's hub. */
import { describe, expect, test } from "vitest";
import { DAY, HOUR, MINUTE, SECOND } from "../../../src/programme/instant.ts";
import {
  toAnswered,
  toAsked,
  toLeaseState,
  toNewLease,
  toVerified,
  type Intent,
  type Lease,
} from "../../../src/push/subscriber/lease.ts";

const NOW = Date.UTC(2026, 5, 16, 9);
const FIVE_DAYS = 5 * DAY;
const SUBSCRIBE: Intent = { mode: "subscribe", leaseSeconds: "432000", reason: null };
const DENIED: Intent = { mode: "denied", leaseSeconds: null, reason: "no such topic" };
const REFUSED = { outcome: "refused", error: "status 503" } as const;

const asked = (lease = toNewLease(NOW), at = NOW) => toAsked(lease, at);
const taken = (lease = asked(), at = NOW) => toAnswered(lease, { outcome: "taken" }, at);
const verified = (lease: Lease = taken(), at = NOW): Lease => {
  const after = toVerified(lease, SUBSCRIBE, at);
  if (after === null) throw new Error("not pending");
  return after;
};

test("a new lease is asked for at once", () => {
  expect([toNewLease(NOW).askAt, toLeaseState(toNewLease(NOW), NOW)]).toEqual([NOW, "asking"]);
});

describe("subscriber 200: an intent is verified", () => {
  test("once it is asked for, also before the hub has answered the request", () => {
    const lease = verified(asked());
    expect([toLeaseState(lease, NOW), lease.leaseUntil, taken(lease)]).toEqual([
      "leased",
      NOW + FIVE_DAYS,
      lease,
    ]);
  });

  test.each([
    ["what was never asked for", toNewLease(NOW), SUBSCRIBE],
    ["what is verified already", verified(), SUBSCRIBE],
    ["unsubscribe, which is never asked for", taken(), { ...SUBSCRIBE, mode: "unsubscribe" }],
    ["another mode", taken(), { ...SUBSCRIBE, mode: "" }],
    ["a denial of what was never asked for", toNewLease(NOW), DENIED],
    ["what was rejected", toAnswered(asked(), { outcome: "rejected", error: "" }, NOW), SUBSCRIBE],
  ])("but not %s", (_what, lease, intent) => {
    expect(toVerified(lease, intent, NOW)).toBeNull();
  });

  test("for a day", () => {
    const at = [DAY - 1, DAY].map((later) => toVerified(taken(), SUBSCRIBE, NOW + later) !== null);
    expect(at).toEqual([true, false]);
  });
});

describe("the hub's lease_seconds", () => {
  test.each([
    ["60", MINUTE],
    ["864000", 10 * DAY],
    ["1", MINUTE],
    ["9999999999", 30 * DAY],
    ["0", MINUTE],
    [null, FIVE_DAYS],
    ["", FIVE_DAYS],
    ["-5", FIVE_DAYS],
    ["1e9", FIVE_DAYS],
  ])("%j is trusted within bounds", (leaseSeconds, lasts) => {
    const lease = toVerified(taken(), { ...SUBSCRIBE, leaseSeconds }, NOW);
    expect([lease?.leaseUntil, lease?.askAt]).toEqual([NOW + lasts, NOW + lasts / 2]);
  });
});

describe("subscriber 302: a lease is renewed", () => {
  const half = NOW + FIVE_DAYS / 2;

  test("at half its time, and goes on until the hub has said so", () => {
    const renewing = taken(asked(verified(), half), half);
    const renewed = verified(renewing, half + SECOND);
    expect([
      [renewing.leaseUntil, toLeaseState(renewing, half)],
      [renewed.leaseUntil, renewed.askAt],
    ]).toEqual([
      [NOW + FIVE_DAYS, "leased"],
      [half + SECOND + FIVE_DAYS, half + SECOND + FIVE_DAYS / 2],
    ]);
  });

  test("and runs to its end where the hub refuses", () => {
    const lease = toAnswered(asked(verified(), half), REFUSED, half);
    const times = [half, NOW + FIVE_DAYS - 1, NOW + FIVE_DAYS];
    expect([times.map((at) => toLeaseState(lease, at)), lease.lastError]).toEqual([
      ["leased", "leased", "refused"],
      "status 503",
    ]);
  });
});

describe("a hub that says no", () => {
  test("refuses: the state says so, and a verification may still come", () => {
    const lease = toAnswered(asked(), REFUSED, NOW);
    expect([toLeaseState(lease, NOW), lease.lastError, toLeaseState(verified(lease), NOW)]).toEqual([
      "refused",
      "status 503",
      "leased",
    ]);
  });

  test("rejects: it is asked again after a day", () => {
    const lease = toAnswered(asked(), { outcome: "rejected", error: "status 400" }, NOW);
    expect([toLeaseState(lease, NOW), lease.askAt - NOW]).toEqual(["refused", DAY]);
  });

  test("cannot be reached: that is no refusal", () => {
    const lease = toAnswered(asked(), { outcome: "unknown", error: "the connection failed: refused" }, NOW);
    expect([toLeaseState(lease, NOW), lease.lastError]).toEqual(["asking", "the connection failed: refused"]);
  });

  test.each([
    ["before it gave a lease", taken()],
    ["while one runs", verified()],
  ])("denies, %s: it is asked again after a day", (_when, lease) => {
    const denied = toVerified(lease, DENIED, NOW)!;
    expect([toLeaseState(denied, NOW), denied.lastError, denied.askAt - NOW]).toEqual([
      "denied",
      "denied: no such topic",
      DAY,
    ]);
  });

  test("gives its reason on one line of 200 characters", () => {
    const reason = `a\r\nb\u202e${"c".repeat(300)}`;
    expect(toVerified(taken(), { ...DENIED, reason }, NOW)?.lastError).toBe(`denied: a b ${"c".repeat(196)}`);
  });

  test("a later yes ends that", () => {
    const lease = taken(asked(toAnswered(asked(), REFUSED, NOW)));
    expect([toLeaseState(lease, NOW), toLeaseState(verified(lease), NOW), verified(lease).lastError]).toEqual(
      ["asking", "leased", null],
    );
  });
});

test("a hub that takes requests and falls silent is asked again after growing pauses, and the state says so", () => {
  const pauses = [];
  let [lease, at] = [toNewLease(NOW), NOW];
  for (let time = 0; time < 4; time++) {
    lease = taken(asked(lease, at), at);
    pauses.push(lease.askAt - at);
    at = lease.askAt;
  }
  expect([pauses, lease.lastError]).toEqual([
    [10 * MINUTE, HOUR, 6 * HOUR, 6 * HOUR],
    "asked 3 times, and not verified",
  ]);
});
