/** The subscriber over its tables and the outbox: W3C WebSub 5 to 7, named after websub.rocks (subscriber 200 to 205, 302). */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { DAY, HOUR, MINUTE, SECOND, type Instant } from "../../../src/programme/instant.ts";
import { toPushConfig } from "../../../src/push/config.ts";
import { Outbox } from "../../../src/push/outbox.ts";
import { Subscriber } from "../../../src/push/subscriber/subscriber.ts";
import { aClub, aVideo } from "../../support/builders.ts";
import { CHANNEL_ID } from "../../support/channel-feed.ts";
import { aDelivery, toSignature, toTopic, type PushedEntry } from "../../support/delivery.ts";
import { aSurroundings } from "../../support/push.ts";
import { aStorage } from "../../support/sqlite.ts";

const NOW = Date.UTC(2026, 5, 16, 9);
const OURS = `channel:${CHANNEL_ID}` as const;
const ADDRESS = "https://feeds.example.org";
const ENTRY: PushedEntry = {
  id: "videoS2100A",
  title: "S21",
  published: "2026-06-16T08:59:00+00:00",
  updated: "2026-06-16T08:59:30.617888181+00:00",
};

let storage = aStorage();
let address: string | null = ADDRESS;
let archived: string[] = [];
let club = aClub();
let outbox = new Outbox(storage);
/** The forms that the hub was sent, and what it answers. */
let forms: URLSearchParams[] = [];
let answer: () => Response | Promise<Response> = () => new Response(null, { status: 202 });

const start = (variables = {}) => {
  const around = aSurroundings(storage, {
    config: toPushConfig(variables),
    club,
    publicUrl: () => address ?? "https://example.org",
    address: () => address,
    isArchived: (id) => archived.includes(id),
  });
  ({ outbox } = around);
  return new Subscriber(around);
};

beforeEach(() => {
  storage = aStorage();
  [address, archived, club, forms] = [ADDRESS, [], aClub(), []];
  answer = () => new Response(null, { status: 202 });
  vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
    const request = new Request(input, init);
    forms.push(new URLSearchParams(await request.text()));
    return await answer();
  });
});
afterEach(() => vi.restoreAllMocks());

/** One alarm. */
async function work(subscriber: Subscriber, now: Instant): Promise<void> {
  subscriber.prepare(now);
  await outbox.sendSlice(subscriber.senders, now);
}
/** When the next alarm is. */
const nextAt = (subscriber: Subscriber, now: Instant) =>
  Math.min(subscriber.nextAt(now) ?? Infinity, outbox.nextAt() ?? Infinity);

const toToken = (form = forms.at(-1)) => form?.get("hub.callback")?.replace(/.*\//, "") ?? "";
const INTENT = { mode: "subscribe", leaseSeconds: "432000", reason: null };
const verify = (subscriber: Subscriber, now: Instant, token = toToken()) =>
  subscriber.verify(token, toTopic(), INTENT, now);

async function lease(now = NOW): Promise<Subscriber> {
  const subscriber = start();
  await work(subscriber, now);
  verify(subscriber, now);
  return subscriber;
}
const encode = (text: string) => Uint8Array.from(new TextEncoder().encode(text));
const secretOf = (form = forms.at(-1)) => form?.get("hub.secret") ?? "";

interface How {
  at?: Instant;
  signature?: string | null;
  token?: string;
  link?: string;
}

function deliver(
  subscriber: Subscriber,
  text: string,
  { at = NOW, signature = toSignature(text, secretOf()), token = toToken(), link = "" }: How = {},
) {
  return subscriber.receive(token, { signature, link, bytes: encode(text) }, at);
}

describe("a lease", () => {
  test("is asked for with the topic to the letter, a secret, and a callback that nobody guesses", async () => {
    await work(start(), NOW);
    const [{ "hub.callback": callback, "hub.secret": secret, ...rest } = {}] = forms.map((form) =>
      Object.fromEntries(form),
    );
    expect([rest, callback, secret, callback?.includes(secret ?? "")]).toEqual([
      {
        "hub.mode": "subscribe",
        "hub.topic": `https://www.youtube.com/xml/feeds/videos.xml?channel_id=${CHANNEL_ID}`,
        "hub.lease_seconds": "432000",
        "hub.verify": "async",
      },
      expect.stringMatching(/^https:\/\/feeds\.example\.org\/websub\/[\w-]{43}$/),
      expect.stringMatching(/^[\w-]{43}$/),
      false,
    ]);
  });

  test("is one for each channel, each with a token and a secret of its own; playlists have none", async () => {
    club = aClub({
      youtube: {
        ...club.youtube,
        channels: [CHANNEL_ID, "UCsecondsecondsecondseco"],
        playlists: ["PLexample"],
      },
    });
    const subscriber = start();
    await work(subscriber, NOW);
    await work(subscriber, NOW + SECOND);
    expect([
      new Set(forms.map((form) => form.get("hub.topic"))),
      new Set(forms.flatMap((form) => [toToken(form), secretOf(form)])).size,
    ]).toEqual([new Set([toTopic(), toTopic("UCsecondsecondsecondseco")]), 4]);
  });

  test.each([
    ["without an address", null, {}, 0],
    ["with an address that is not https", "http://localhost:8787", {}, 0],
    ["with one, and a trial hub", "http://localhost:8787", { YOUTUBE_HUB_URL: "http://localhost:1/" }, 1],
    ["without an address, though there is a trial hub", null, { YOUTUBE_HUB_URL: "http://localhost:1/" }, 0],
  ])("%s", async (_what, known, variables, asked) => {
    address = known;
    const subscriber = start(variables);
    await work(subscriber, NOW);
    expect([forms.length, subscriber.status(NOW).length]).toEqual([asked, asked]);
  });

  test("is asked for at the first alarm, and then no alarm is needed before its half", async () => {
    const subscriber = start();
    const first = nextAt(subscriber, NOW);
    await work(subscriber, NOW);
    verify(subscriber, NOW);
    expect([first, nextAt(subscriber, NOW)]).toEqual([NOW, NOW + 2.5 * DAY]);
  });

  test("survives a restart", async () => {
    await lease();
    expect(start().status(NOW)).toEqual([
      {
        identity: OURS,
        state: "leased",
        leaseUntil: "2026-06-21T09:00:00Z",
        lastDeliveryAt: null,
        ignoredDeliveries: 0,
        lastError: null,
      },
    ]);
  });

  test("that cannot be read any more is asked for anew", async () => {
    await lease();
    storage.sql.exec("UPDATE push_lease SET state = '{}'");
    const subscriber = start();
    await work(subscriber, NOW);
    expect([forms.length, subscriber.status(NOW).map(({ state }) => state)]).toEqual([2, ["asking"]]);
  });
});

describe("subscriber 200 to 202: verification", () => {
  test.each([
    ["what is pending", {}, true],
    ["another topic", { topic: toTopic("UCotherotherotherothersA") }, false],
    ["the topic by another of its addresses", { topic: toTopic().replace("/xml/", "/") }, false],
    ["another token", { token: "a".repeat(43) }, false],
    ["unsubscribe, which was never asked for", { mode: "unsubscribe" }, false],
  ])(
    "%s",
    async (_what, { topic = toTopic(), token, mode = "subscribe" }: Record<string, string>, isPending) => {
      const subscriber = start();
      await work(subscriber, NOW);
      expect(subscriber.verify(token ?? toToken(), topic, { ...INTENT, mode }, NOW)).toBe(isPending);
    },
  );

  test("is answered before anything was asked for, or twice, with no", async () => {
    const subscriber = start();
    subscriber.prepare(NOW);
    const [row] = storage.sql.exec<{ token: string }>("SELECT token FROM push_lease").toArray();
    const before = verify(subscriber, NOW, row?.token);
    await work(subscriber, NOW);
    expect([before, verify(subscriber, NOW), verify(subscriber, NOW)]).toEqual([false, true, false]);
  });

  test.each([202, 503, 400])(
    "may come before the answer to the request, though that is %i then",
    async (status) => {
      const subscriber = start();
      answer = () => {
        verify(subscriber, NOW);
        return new Response(null, { status });
      };
      await work(subscriber, NOW);
      expect([subscriber.status(NOW)[0]?.state, nextAt(subscriber, NOW)]).toEqual([
        "leased",
        NOW + 2.5 * DAY,
      ]);
    },
  );

  test.each([202, 204])("is awaited after %i, and asked for again where none comes", async (status) => {
    answer = () => new Response(null, { status });
    const subscriber = start();
    const asked = [];
    for (let now = NOW; forms.length < 4; now = nextAt(subscriber, now)) {
      await work(subscriber, now);
      asked.push((now - NOW) / MINUTE);
    }
    expect([asked, new Set(forms.map(String)).size]).toEqual([[0, 10, 70, 430], 1]);
  });
});

describe("subscriber 302: renewal", () => {
  const half = NOW + 2.5 * DAY;

  test("is asked for at half the lease with the same callback and secret, and deliveries go on meanwhile", async () => {
    const subscriber = await lease();
    await work(subscriber, half - 1);
    const before = forms.length;
    await work(subscriber, half);
    const { outcome } = await deliver(subscriber, aDelivery([ENTRY]), { at: half });
    verify(subscriber, half);
    expect([before, new Set(forms.map(String)).size, forms.length, outcome]).toEqual([1, 1, 2, "taken"]);
    expect(subscriber.status(half)[0]?.leaseUntil).toBe("2026-06-23T21:00:00Z");
  });

  test("that the hub refuses is tried again and again, and the lease runs to its end", async () => {
    const subscriber = await lease();
    answer = () => new Response("", { status: 503, headers: { "retry-after": "120" } });
    const states = [];
    for (let now = half; now < NOW + 6 * DAY; now = nextAt(subscriber, now)) {
      await work(subscriber, now);
      states.push(subscriber.status(now)[0]?.state);
    }
    expect([
      states.lastIndexOf("leased") > 5,
      states.indexOf("refused") > states.lastIndexOf("leased"),
    ]).toEqual([true, true]);
  });
});

describe("a hub that refuses", () => {
  test("with 503 is asked again when it said, at growing pauses up to six hours, for ever", async () => {
    answer = () => new Response("Transient error", { status: 503, headers: { "retry-after": "120" } });
    const subscriber = start();
    const asked = [];
    for (let now = NOW; now < NOW + 30 * DAY; now = nextAt(subscriber, now)) {
      await work(subscriber, now);
      asked.push((now - NOW) / MINUTE);
    }
    expect([asked.slice(0, 8), asked.length]).toEqual([[0, 2, 7, 22, 82, 262, 622, 982], 125]);
    expect(subscriber.status(NOW)[0]).toMatchObject({ state: "refused", lastError: "status 503" });
  });

  test.each([
    [400, "refused", DAY],
    [404, "refused", DAY],
    [307, "refused", DAY],
    [429, "refused", MINUTE],
    [500, "refused", MINUTE],
  ])("with %i", async (status, state, pause) => {
    answer = () => new Response("", { status });
    const subscriber = start();
    await work(subscriber, NOW);
    expect([subscriber.status(NOW)[0]?.state, nextAt(subscriber, NOW) - NOW]).toEqual([state, pause]);
  });

  test("by silence is none", async () => {
    answer = () => Promise.reject(new TypeError("connection refused"));
    const subscriber = start();
    await work(subscriber, NOW);
    expect([subscriber.status(NOW)[0], nextAt(subscriber, NOW) - NOW]).toEqual([
      expect.objectContaining({ state: "asking", lastError: "the connection failed: refused" }),
      MINUTE,
    ]);
  });

  test("by denial is asked again after a day", async () => {
    const subscriber = start();
    await work(subscriber, NOW);
    const isTaken = subscriber.verify(toToken(), toTopic(), { ...INTENT, mode: "denied", reason: "no" }, NOW);
    expect([isTaken, subscriber.status(NOW)[0], nextAt(subscriber, NOW) - NOW]).toEqual([
      true,
      expect.objectContaining({ state: "denied", lastError: "denied: no" }),
      DAY,
    ]);
  });
});

describe("under another address", () => {
  test("there is another lease, and what the old one brings is taken until it ends", async () => {
    await lease();
    const old = { token: toToken(), secret: secretOf() };
    address = "https://news.example.org";
    const subscriber = start();
    await work(subscriber, NOW + HOUR);
    const text = aDelivery([ENTRY]);
    const send = (at: Instant) =>
      deliver(subscriber, text, { at, token: old.token, signature: toSignature(text, old.secret) });
    const outcomes = [await send(NOW + HOUR), await send(NOW + 5 * DAY)].map(({ outcome }) => outcome);
    await work(subscriber, NOW + 5 * DAY);
    const count = storage.sql.exec("SELECT token FROM push_lease").toArray().length;
    expect([
      forms.at(-1)?.get("hub.callback")?.startsWith("https://news.example.org/websub/"),
      outcomes,
    ]).toEqual([true, ["taken", "unknown"]]);
    expect([toToken() === old.token, subscriber.status(NOW).length, count]).toEqual([false, 1, 1]);
  });

  test("a request that waits for the old one is not made any more", async () => {
    answer = () => new Response("", { status: 503 });
    await work(start(), NOW);
    const old = toToken();
    address = "https://news.example.org";
    const subscriber = start();
    for (let now = NOW; now < NOW + DAY; now += HOUR) await work(subscriber, now);
    expect([forms.length > 3, forms.slice(1).filter((form) => toToken(form) === old)]).toEqual([true, []]);
  });
});

test("a channel that is the club's no more has no lease, and nothing is looked at for it", async () => {
  const before = await lease();
  await deliver(before, aDelivery([ENTRY]));
  club = aClub({ youtube: { ...club.youtube, channels: [] } });
  const subscriber = start();
  await work(subscriber, NOW + 6 * DAY);
  const { outcome } = await deliver(subscriber, aDelivery([ENTRY]), { at: NOW + 6 * DAY });
  expect([outcome, subscriber.status(NOW), nextAt(subscriber, NOW)]).toEqual(["unknown", [], Infinity]);
});

test("what is delivered of a channel that is the club's no more ends that subscription at the hub, and begins nothing", async () => {
  await lease();
  club = aClub({ youtube: { ...club.youtube, channels: [] } });
  expect(await deliver(start(), aDelivery([ENTRY]), { at: NOW + DAY })).toEqual({
    outcome: "unknown",
    isLookDue: false,
  });
});

describe("subscriber 203 to 205: deliveries", () => {
  test.each(["sha1", "sha256", "sha384", "sha512"])("signed with %s are taken", async (method) => {
    const text = aDelivery([ENTRY]);
    const subscriber = await lease();
    expect(await deliver(subscriber, text, { signature: toSignature(text, secretOf(), method) })).toEqual({
      outcome: "taken",
      isLookDue: true,
    });
  });

  const text = aDelivery([ENTRY]);
  test.each<[string, string, { signature?: string | null; link?: string }]>([
    ["without a signature", text, { signature: null }],
    ["with another secret's", text, { signature: toSignature(text, "another") }],
    ["with that of other bytes", `${text} `, { signature: "sha1=00" }],
    ["with one of a method that is none", text, { signature: "md5=00" }],
    [
      "whose Link names another channel",
      text,
      { link: `<${toTopic("UCotherotherotherothersA")}>; rel=self` },
    ],
    ["of another channel", aDelivery([ENTRY], "UCotherotherotherothersA"), {}],
    ["that is no XML", "<!DOCTYPE html>", {}],
    ["that is half of it", text.slice(0, 500), {}],
    ["of nothing", "", {}],
  ])("%s are counted, and nothing else", async (_what, body, how) => {
    const subscriber = await lease();
    expect([await deliver(subscriber, body, how), subscriber.isLookDue(OURS, NOW)]).toEqual([
      { outcome: "ignored", isLookDue: false },
      false,
    ]);
    expect(subscriber.status(NOW)[0]).toMatchObject({ ignoredDeliveries: 1, lastDeliveryAt: null });
  });

  test("of a token that is none are told so", async () => {
    expect((await deliver(await lease(), text, { token: "a".repeat(43) })).outcome).toBe("unknown");
  });

  test("are noted", async () => {
    const subscriber = await lease();
    await deliver(subscriber, text, { at: NOW + MINUTE });
    expect(subscriber.status(NOW)[0]?.lastDeliveryAt).toBe("2026-06-16T09:01:00Z");
  });

  test("whose Link names the topic, as the hub writes it, are taken", async () => {
    const link = `<${toTopic()}>; rel=self, <http://pubsubhubbub.appspot.com/>; rel=hub`;
    expect((await deliver(await lease(), text, { link })).outcome).toBe("taken");
  });

  test.each(["upload-cjk.xml", "upload-emoji.xml", "nine-years-old.xml", "two-entries.xml", "deleted.xml"])(
    "of the shape of %s make a look due",
    async (file) => {
      const body = readFileSync(join(import.meta.dirname, "../../fixtures/delivery", file), "utf8");
      expect(await deliver(await lease(), body)).toEqual({ outcome: "taken", isLookDue: true });
    },
  );

  test("of whatever bytes, signed or not, never throw", async () => {
    const subscriber = await lease();
    const shapes = ["upload-cjk.xml", "two-entries.xml", "deleted.xml"].map((file) =>
      readFileSync(join(import.meta.dirname, "../../fixtures/delivery", file), "utf8"),
    );
    const broken = fc
      .record({ shape: fc.constantFrom(...shapes), at: fc.nat(1_200), cut: fc.nat(80), put: fc.string() })
      .map(({ shape, at, cut, put }) => shape.slice(0, at) + put + shape.slice(at + cut));
    const bodies = fc.oneof(broken, fc.string({ unit: "binary" }));
    await fc.assert(
      fc.asyncProperty(bodies, fc.boolean(), fc.string(), async (body, isSigned, junk) => {
        const signature = isSigned ? toSignature(body, secretOf()) : junk;
        const { outcome } = await deliver(subscriber, body, { signature, link: junk });
        expect(outcome).not.toBe("unknown");
      }),
      { numRuns: 400 },
    );
  });
});

describe("what was pushed", () => {
  const shown = [aVideo({ id: ENTRY.id, title: ENTRY.title })];

  test("makes one look due, until the channel shows it", async () => {
    const subscriber = await lease();
    await deliver(subscriber, aDelivery([ENTRY]));
    const due = [subscriber.isLookDue(OURS, NOW)];
    subscriber.noteLook(OURS, [], NOW);
    due.push(subscriber.isLookDue(OURS, NOW), subscriber.isLookDue(OURS, NOW + MINUTE));
    subscriber.noteLook(OURS, shown, NOW + MINUTE);
    due.push(subscriber.isLookDue(OURS, NOW + DAY));
    expect(due).toEqual([true, false, true, false]);
  });

  test("wakes the alarm for the looks that the request itself does not take", async () => {
    const subscriber = await lease();
    await deliver(subscriber, aDelivery([ENTRY]));
    const first = subscriber.nextAt(NOW);
    subscriber.noteLook(OURS, null, NOW);
    expect([first, subscriber.nextAt(NOW)]).toEqual([NOW + 2 * SECOND, NOW + MINUTE + 2 * SECOND]);
  });

  test("is nothing the second time, nor what is older", async () => {
    const subscriber = await lease();
    await deliver(subscriber, aDelivery([ENTRY]));
    subscriber.noteLook(OURS, shown, NOW);
    const older = { ...ENTRY, updated: "2026-06-16T08:59:01+00:00" };
    const again = await deliver(subscriber, aDelivery([ENTRY, older]), { at: NOW + HOUR });
    expect(again).toEqual({ outcome: "taken", isLookDue: false });
  });

  test("of a video that the archive had is looked for twice, as the first look may be at an old copy", async () => {
    archived = [ENTRY.id];
    const subscriber = await lease();
    await deliver(subscriber, aDelivery([ENTRY]));
    subscriber.noteLook(OURS, shown, NOW);
    expect(subscriber.nextAt(NOW)).toBe(NOW + 15 * MINUTE + 2 * SECOND);
  });

  test("in a flood makes no more looks due than three and one every five minutes, and fills no table", async () => {
    const subscriber = await lease();
    const looks = [];
    for (let second = 0; second < 900; second++) {
      const at = NOW + second * SECOND;
      const id = `flood${String(second).padStart(6, "0")}`;
      const { isLookDue } = await deliver(subscriber, aDelivery([{ ...ENTRY, id }]), { at });
      if (!isLookDue) continue;
      looks.push(second);
      subscriber.noteLook(OURS, [], at);
    }
    const kept = storage.sql.exec("SELECT video_id FROM push_ping").toArray();
    expect([looks, kept.length, kept.at(-1)]).toEqual([
      [0, 1, 2, 300, 600],
      200,
      { video_id: "flood000899" },
    ]);
  });

  test("of a channel that cannot be looked at does not keep the alarm busy", async () => {
    const subscriber = await lease();
    await deliver(subscriber, aDelivery([ENTRY]));
    await work(subscriber, NOW + 30 * SECOND);
    const soon = subscriber.nextAt(NOW + 30 * SECOND);
    await work(subscriber, NOW + 2 * MINUTE);
    expect([soon, subscriber.nextAt(NOW + 2 * MINUTE)]).toEqual([
      NOW + 32 * SECOND,
      NOW + 17 * MINUTE + 2 * SECOND,
    ]);
  });
});
