/** Looks: when a channel is fetched because of what was pushed. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HOUR, MINUTE, SECOND, type Instant } from "../../../src/programme/instant.ts";
import type { Video } from "../../../src/programme/video.ts";
import {
  isDue,
  mayLook,
  toLookableAt,
  toLooked,
  toPing,
  toSpent,
  type Bucket,
  type Ping,
} from "../../../src/push/subscriber/look.ts";
import type { Pushed } from "../../../src/sources/parse-delivery.ts";
import { aVideo } from "../../support/builders.ts";

const NOW = Date.UTC(2026, 5, 16, 9);
const OTHER = aVideo({ id: "videoOther0", publishedAt: NOW - HOUR });
const ID = "videoS2100A";

const pushed = (fields: Partial<Pushed> = {}): Pushed => ({
  videoId: ID,
  title: "S21",
  publishedAt: NOW - MINUTE,
  updatedAt: NOW - SECOND,
  ...fields,
});
const ping = (fields: Partial<Pushed> = {}, isKnown = false): Ping =>
  toPing(pushed(fields), null, isKnown, NOW)!;

/** When a channel is looked at, minutes after the push, if it shows at each time what is given. */
function lookTimes(first: Ping, show: (minute: number) => readonly Video[] | null): number[] {
  const minutes = [];
  let current = first;
  for (let at = NOW; at <= NOW + 12 * HOUR; at += MINUTE) {
    if (!isDue(current, at)) continue;
    minutes.push((at - NOW) / MINUTE);
    current = toLooked(current, show((at - NOW) / MINUTE), at);
  }
  return minutes;
}
const shown = (fields: Partial<Video> = {}) => [aVideo({ id: ID, title: "S21", ...fields }), OTHER];

const FRUITLESS = [0, 1, 4, 11, 26, 41, 71, 131];

test.each<[string, Ping, (minute: number) => readonly Video[] | null, number[]]>([
  ["a new video that is there", ping(), () => shown(), [0]],
  ["one that comes after five minutes", ping(), (minute) => (minute < 5 ? [OTHER] : shown()), [0, 1, 4, 11]],
  ["one that never comes", ping(), () => [OTHER], FRUITLESS],
  ["a channel that cannot be had", ping(), () => null, FRUITLESS],
  ["a new video under another title", ping(), () => shown({ title: "Draft" }), [0, 15]],
  ["a change that shows", ping({}, true), () => shown(), [0, 15]],
  [
    "a change that shows after half an hour",
    ping({}, true),
    (minute) => shown({ title: minute < 30 ? "Draft" : "S21" }),
    [0, 1, 4, 11, 26, 41],
  ],
  ["a tombstone of what is gone", ping({ title: null, publishedAt: null }, true), () => [OTHER], [0]],
  [
    "a tombstone of what is still there",
    ping({ title: null, publishedAt: null }, true),
    () => shown(),
    [0, 15],
  ],
])("%s", (_what, first, show, times) => {
  expect(lookTimes(first, show)).toEqual(times);
});

const feed = (length: number) =>
  Array.from({ length }, (_, index) => aVideo({ id: `video${String(index).padStart(6, "0")}` }));

describe("a video nine years old", () => {
  const old = ping({ publishedAt: Date.UTC(2017, 0, 15) });

  test("cannot be in a full feed: one look, and no more", () => {
    expect([lookTimes(old, () => feed(15)), lookTimes(old, () => feed(14))]).toEqual([[0], FRUITLESS]);
  });
});

describe("a look that was not taken for it", () => {
  test("ends it where the feed shows what was pushed, and puts nothing off otherwise", () => {
    const first = toLooked(ping(), [OTHER], NOW);
    const at = NOW + 30 * SECOND;
    expect([toLooked(first, shown(), at).nextLookAt, toLooked(first, [OTHER], at)]).toEqual([null, first]);
  });

  test("counts for nothing where it began before the push", () => {
    expect(toLooked(ping(), shown(), NOW - 1)).toEqual(ping());
  });
});

describe("of two pushes of one video", () => {
  const first = ping();

  test.each([
    ["the same again", {}],
    ["an older one that comes late", { updatedAt: NOW - MINUTE, title: "Draft" }],
  ])("%s is nothing", (_what, fields) => {
    expect(toPing(pushed(fields), first, true, NOW + HOUR)).toBeNull();
  });

  test("a newer one begins anew", () => {
    const done = toLooked(first, shown(), NOW);
    const again = toPing(pushed({ updatedAt: NOW + MINUTE }), done, true, NOW + HOUR);
    expect(again).toEqual({
      ...pushed({ updatedAt: NOW + MINUTE }),
      isKnown: true,
      seenAt: NOW + HOUR,
      looks: 0,
      nextLookAt: NOW + HOUR,
    });
  });
});

describe("the bucket", () => {
  test("gives a burst of three, then one every five minutes", () => {
    let bucket: Bucket | null = null;
    const looks = [];
    for (let at = NOW; at < NOW + 30 * MINUTE; at += SECOND) {
      if (!mayLook(bucket, at)) continue;
      looks.push((at - NOW) / SECOND);
      bucket = toSpent(bucket, at);
    }
    expect(looks).toEqual([0, 1, 2, 300, 600, 900, 1_200, 1_500]);
  });

  test("says when", () => {
    let bucket: Bucket | null = null;
    for (let look = 0; look < 3; look++) bucket = toSpent(bucket, NOW);
    expect([toLookableAt(null, NOW), toLookableAt(bucket, NOW + MINUTE)]).toEqual([NOW, NOW + 5 * MINUTE]);
  });

  test("allows no more than that, whatever is pushed and whatever the clock does", () => {
    const steps = fc.array(fc.integer({ min: -HOUR, max: HOUR }), { maxLength: 60 });
    fc.assert(
      fc.property(steps, (pauses) => {
        let bucket: Bucket | null = null;
        let [at, forwards, looks]: [Instant, Instant, number] = [NOW, 0, 0];
        for (const pause of pauses) {
          at += pause;
          forwards += Math.max(0, pause);
          if (!mayLook(bucket, at)) continue;
          looks += 1;
          bucket = toSpent(bucket, at);
        }
        expect(looks).toBeLessThanOrEqual(3 + forwards / (5 * MINUTE));
      }),
    );
  });
});
