/** Hooks over a real SQLite: what is posted, when, and never twice; the chats are stand-ins for `fetch`. */
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Hook } from "../../../src/programme/hook.ts";
import { DAY, HOUR, MINUTE, SECOND, type Instant } from "../../../src/programme/instant.ts";
import type { Session } from "../../../src/programme/session.ts";
import type { Storage } from "../../../src/push/schema.ts";
import { aPublishedProgramme, aSession } from "../../support/builders.ts";
import { aHook, Publications, startHooks, toSecrets, type Published } from "../../support/chats.ts";
import { aStorage } from "../../support/sqlite.ts";

const START = aSession().startsAt;
const END = aSession().endsAt;
const FIRST = START - 10 * DAY;

const moveTo = (start: Instant, fields: Partial<Session> = {}) =>
  aSession({ startsAt: start, endsAt: start + 90 * MINUTE, ...fields });

afterEach(() => void vi.restoreAllMocks());

/** The first line of what was posted, and to whom. */
type Posted = [path: string, title: string];

/** What the chats answer from now on, the last again and again; and what they were sent. */
function chats(...answers: (Response | Error | "never")[]): Posted[] {
  const posted: Posted[] = [];
  vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
    const request = new Request(input, init);
    const body = JSON.parse(await request.text());
    posted.push([
      new URL(request.url).pathname.slice(1),
      String(body.text ?? body.type ?? body.body).split("\n")[0] ?? "",
    ]);
    const answer = (answers.length > 1 ? answers.shift() : answers[0]) ?? new Response("ok");
    if (answer === "never")
      return await new Promise((_resolve, reject) =>
        init?.signal?.addEventListener("abort", () => reject(new Error("aborted"))),
      );
    if (answer instanceof Error) throw answer;
    return answer.clone();
  });
  return posted;
}

/** A service that was started with a session some time before, and what it does from then on. */
class Service {
  readonly publications = new Publications();
  readonly storage: Storage;
  hooks: Hook[];
  secrets: ReadonlyMap<string, string>;
  #published = aPublishedProgramme({ sessions: [] });
  running: ReturnType<typeof startHooks>;

  constructor(hooks: Hook[] = [aHook()], sessions: Session[] = [aSession()], storage = aStorage()) {
    this.hooks = hooks;
    this.secrets = toSecrets(hooks);
    this.storage = storage;
    this.running = this.restart();
    this.publish(FIRST, sessions);
  }

  restart() {
    const { storage, hooks, secrets } = this;
    this.running = startHooks({ storage, hooks, secrets, current: () => this.#published });
    return this.running;
  }

  publish(now: Instant, sessions: Session[]): Published {
    const published = this.publications.at(now, sessions);
    this.tell(published, now);
    return published;
  }

  tell({ published, news }: Published, now: Instant): void {
    this.#published = published;
    this.storage.transactionSync(() => this.running.hooks.tell({ published, news }, now));
  }

  /** All alarms from one instant to another. */
  async pass(from: Instant, until: Instant): Promise<void> {
    for (let now = from; now <= until;) {
      const isSent = await this.running.work(now);
      const next = this.running.nextAt(now);
      if (next === null) return;
      now = Math.max(next, isSent ? now : now + SECOND);
    }
  }
}

describe("news and reminders", () => {
  test("each is posted once, to each hook that wants it, in the course of a session", async () => {
    const posted = chats();
    const service = new Service([
      aHook(),
      aHook({ name: "calm", posts: ["cancelled"], before: [] }),
      aHook({ name: "soon", kind: "json", posts: [], before: [60] }),
    ]);
    await service.pass(FIRST, FIRST + DAY);
    const second = moveTo(START + 7 * DAY, { id: "s22", number: 22, title: "Another" });
    service.publish(FIRST + DAY, [aSession(), second]);
    await service.pass(FIRST + DAY, FIRST + 2 * DAY);
    service.publish(FIRST + 2 * DAY, [moveTo(START + DAY), second]);
    await service.pass(FIRST + 2 * DAY, FIRST + 3 * DAY);
    service.publish(FIRST + 3 * DAY, [moveTo(START + DAY), { ...second, status: "cancelled" }]);
    await service.pass(FIRST + 3 * DAY, END + 3 * DAY);
    service.publish(END + 4 * DAY, [moveTo(START + DAY, { replay: { videoId: "videoAAAAA0" } }), second]);
    await service.pass(END + 4 * DAY, END + 30 * DAY);
    expect(posted).toEqual([
      ["lab", "New session: S22: Another"],
      ["lab", "Moved: S21: Uniform Examples Revisited"],
      ["calm", "Cancelled: S22: Another"],
      ["lab", "Cancelled: S22: Another"],
      ["lab", "Reminder: S21: Uniform Examples Revisited"],
      ["lab", "Reminder: S21: Uniform Examples Revisited"],
      ["soon", "session.reminder"],
      ["lab", "Reinstated: S22: Another"],
      ["lab", "Replay: S21: Uniform Examples Revisited"],
      ["lab", "Reminder: S22: Another"],
      ["lab", "Reminder: S22: Another"],
      ["soon", "session.reminder"],
    ]);
  });

  test("several at once go one after another, in order", async () => {
    const posted = chats();
    const service = new Service();
    const more = [3, 1, 2].map((week) =>
      moveTo(START + week * 7 * DAY, { id: `n${week}`, number: week, title: "T" }),
    );
    service.publish(FIRST + DAY, [aSession(), ...more]);
    const alarms: (Instant | null)[] = [];
    for (let now = FIRST + DAY; posted.length < 3; now = service.running.nextAt(now) ?? now) {
      alarms.push(now - FIRST - DAY);
      await service.running.work(now);
    }
    expect([alarms, posted.map(([, title]) => title)]).toEqual([
      [0, SECOND, 2 * SECOND],
      ["New session: S1: T", "New session: S2: T", "New session: S3: T"],
    ]);
  });

  test("without hooks, or without their secrets, nothing is computed and no alarm set", async () => {
    const posted = chats();
    const current = vi.fn(() => aPublishedProgramme());
    const storage = aStorage();
    const none = startHooks({ storage, hooks: [], current });
    const unset = startHooks({ storage, hooks: [aHook()], secrets: new Map(), current });
    await none.work(START - DAY);
    await unset.work(START - DAY);
    expect([none.nextAt(FIRST), unset.nextAt(FIRST), current.mock.calls.length, posted]).toEqual([
      null,
      null,
      0,
      [],
    ]);
  });

  test("the alarm is for the next reminder, and a poll looks at no session", () => {
    chats();
    const service = new Service();
    const reads: string[] = [];
    const programme = service.publish(FIRST + DAY, [aSession()]).published;
    service.running = startHooks({
      storage: service.storage,
      hooks: service.hooks,
      current: () => programme,
    });
    const first = service.running.nextAt(FIRST + DAY);
    const watched = new Proxy(programme, {
      get: (of, name) => (reads.push(String(name)), Reflect.get(of, name)),
    });
    service.running = startHooks({ storage: service.storage, hooks: service.hooks, current: () => watched });
    service.running.nextAt(FIRST + DAY);
    const before = reads.length;
    service.running.nextAt(FIRST + DAY);
    expect([first, before > 0, reads.length - before]).toEqual([START - DAY, true, 0]);
  });
});

describe("the past is never posted", () => {
  test("what was known when a hook was first seen, and reminders that were due before", async () => {
    const posted = chats();
    const service = new Service([]);
    const published = service.publish(FIRST + DAY, [
      aSession(),
      moveTo(START + DAY, { id: "s22", number: 22, title: "T" }),
    ]);
    service.hooks = [aHook()];
    service.secrets = toSecrets(service.hooks);
    service.restart();
    service.tell(published, START - 20 * HOUR);
    await service.pass(START - 20 * HOUR, END);
    expect(posted.map(([, title]) => title)).toEqual([
      "Reminder: S21: Uniform Examples Revisited",
      "Reminder: S22: T",
    ]);
  });

  test("a hook counts as seen once it has an address", async () => {
    const posted = chats();
    const service = new Service();
    service.secrets = new Map();
    service.restart();
    service.publish(FIRST + DAY, [moveTo(START + DAY)]);
    service.secrets = toSecrets(service.hooks);
    service.restart();
    await service.pass(FIRST + 2 * DAY, FIRST + 3 * DAY);
    expect(posted).toEqual([]);
  });

  test("a reminder that nobody could send in time: a day's until twelve hours before, an hour's until the start", async () => {
    const posted = chats();
    const service = new Service();
    service.restart();
    await service.pass(START - 12 * HOUR, START - 12 * HOUR);
    await service.pass(START - MINUTE, START - MINUTE);
    await service.pass(START, END);
    expect(posted).toEqual([["lab", "Reminder: S21: Uniform Examples Revisited"]]);
  });

  test("a reminder that a chat refused for too long is given up at the start", async () => {
    const posted = chats(new Response("", { status: 503 }));
    const service = new Service([aHook({ before: [60] })]);
    await service.pass(START - HOUR, END);
    expect([posted.length, service.running.outbox.nextAt()]).toEqual([10, null]);
  });
});

describe("never twice", () => {
  test("not after a restore: neither what it brings back, nor what is then found anew under another sequence", async () => {
    const posted = chats();
    const service = new Service();
    const { ledger } = service.publications;
    service.publish(FIRST + DAY, [moveTo(START + DAY)]);
    await service.pass(FIRST + DAY, FIRST + DAY + HOUR);
    service.publish(FIRST + 2 * DAY, [moveTo(START + 2 * DAY)]);
    await service.pass(FIRST + 2 * DAY, FIRST + 2 * DAY + HOUR);
    service.publications.ledger = ledger;
    service.restart();
    service.publish(FIRST + 3 * DAY, [moveTo(START + 2 * DAY)]);
    await service.pass(FIRST + 3 * DAY, FIRST + 4 * DAY);
    expect(posted.length).toBe(2);
  });

  test("but other news under a sequence that a restore has taken back is told", async () => {
    const posted = chats();
    const service = new Service();
    const { ledger } = service.publications;
    service.publish(FIRST + DAY, [moveTo(START + DAY)]);
    await service.pass(FIRST + DAY, FIRST + DAY + HOUR);
    service.publications.ledger = ledger;
    service.publish(FIRST + 2 * DAY, [aSession({ status: "cancelled" })]);
    await service.pass(FIRST + 2 * DAY, FIRST + 3 * DAY);
    expect(posted.map(([, title]) => title)).toEqual([
      "Moved: S21: Uniform Examples Revisited",
      "Cancelled: S21: Uniform Examples Revisited",
    ]);
  });

  test("not when the same news is found again while it waits", async () => {
    const posted = chats(new Response("", { status: 503 }), new Response("ok"));
    const service = new Service();
    const told = service.publish(FIRST + DAY, [moveTo(START + DAY)]);
    await service.running.work(FIRST + DAY);
    service.tell(told, FIRST + DAY + SECOND);
    await service.pass(FIRST + DAY + SECOND, FIRST + 2 * DAY);
    service.tell(told, FIRST + 2 * DAY);
    await service.pass(FIRST + 2 * DAY, FIRST + 3 * DAY);
    expect(posted.length).toBe(2);
  });

  test("not a reminder after another start, nor after another publication", async () => {
    const posted = chats();
    const service = new Service([aHook({ before: [60] })]);
    await service.pass(START - HOUR, START - HOUR + MINUTE);
    service.restart();
    await service.pass(START - 30 * MINUTE, START - 29 * MINUTE);
    service.publish(START - 20 * MINUTE, [aSession({ title: "A typo" })]);
    await service.pass(START - 20 * MINUTE, END);
    expect(posted.length).toBe(1);
  });

  test("moved and moved back before anybody was told: nothing", async () => {
    const posted = chats();
    const service = new Service([aHook({ before: [] })], []);
    service.publish(FIRST + DAY, [aSession()]);
    await service.pass(FIRST + DAY, FIRST + DAY + HOUR);
    service.publish(FIRST + 2 * DAY, [moveTo(START + DAY)]);
    service.publish(FIRST + 2 * DAY + SECOND, [aSession()]);
    await service.pass(FIRST + 2 * DAY + SECOND, FIRST + 3 * DAY);
    expect(posted).toEqual([["lab", "New session: S21: Uniform Examples Revisited"]]);
  });

  test("moved twice before anybody was told: the last word alone", async () => {
    const posted = chats();
    const service = new Service([aHook({ before: [] })]);
    service.publish(FIRST + 2 * DAY, [moveTo(START + DAY)]);
    service.publish(FIRST + 2 * DAY + SECOND, [aSession({ status: "cancelled" })]);
    await service.pass(FIRST + 2 * DAY + SECOND, FIRST + 3 * DAY);
    expect(posted).toEqual([["lab", "Cancelled: S21: Uniform Examples Revisited"]]);
  });
});

describe("a session that is called off or moved", () => {
  test("between due and sending is not reminded of", async () => {
    const posted = chats();
    const service = new Service([aHook({ before: [60] })]);
    service.running.hooks.prepare(START - HOUR);
    service.publish(START - HOUR + SECOND, [aSession({ status: "cancelled" })]);
    await service.pass(START - HOUR + SECOND, END);
    expect(posted).toEqual([["lab", "Cancelled: S21: Uniform Examples Revisited"]]);
  });

  test("is reminded of anew at its new time, also if it was reminded of at its old one", async () => {
    const posted = chats();
    const service = new Service([aHook({ before: [60] })]);
    await service.pass(START - HOUR, START - 50 * MINUTE);
    service.publish(START - 50 * MINUTE, [moveTo(START + DAY)]);
    await service.pass(START - 50 * MINUTE, END + DAY);
    expect(posted.map(([, title]) => title.split(":")[0])).toEqual(["Reminder", "Moved", "Reminder"]);
  });
});

const news = (service: Service) => void service.publish(FIRST + DAY, [moveTo(START + DAY)]);
const status = ({ running }: Service) => running.hooks.status(FIRST + 2 * DAY);

describe("what a chat answers", () => {
  test("a status of nobody told yet, one of a hook without its secret, and one after a success", async () => {
    chats();
    const service = new Service([aHook(), aHook({ name: "room", kind: "matrix" })]);
    service.secrets = new Map([...service.secrets].filter(([name]) => name !== "HOOK_ROOM_SECRET"));
    service.restart();
    const before = status(service);
    news(service);
    const waiting = status(service)[0]?.pending;
    await service.pass(FIRST + DAY, FIRST + DAY + MINUTE);
    const unset = {
      name: "room",
      kind: "matrix",
      isSet: false,
      pending: 0,
      lastSentAt: null,
      lastError: "HOOK_ROOM_SECRET is not set",
    };
    const lab = { name: "lab", kind: "slack", isSet: true, pending: 0, lastSentAt: null, lastError: null };
    expect([before, waiting, status(service)]).toEqual([
      [lab, unset],
      1,
      [{ ...lab, lastSentAt: "2026-06-06T17:00:00Z" }, unset],
    ]);
  });

  test.each([401, 403, 404, 410, 400, 302])(
    "%d: given up at once, told, and no other hook waits for it",
    async (code) => {
      const posted = chats(new Response("no", { status: code }), new Response("ok"));
      const service = new Service([aHook({ name: "a" }), aHook({ name: "b" })]);
      news(service);
      await service.pass(FIRST + DAY, FIRST + 2 * DAY);
      expect([
        posted.map(([path]) => path),
        status(service).map(({ lastError, lastSentAt }) => [lastError, lastSentAt]),
      ]).toEqual([
        ["a", "b"],
        [
          [`status ${code}`, null],
          [null, "2026-06-06T17:00:00Z"],
        ],
      ]);
    },
  );

  test.each<[string, Response | Error, number]>([
    ["500", new Response("", { status: 500 }), MINUTE],
    [
      "429 with Retry-After",
      new Response("", { status: 429, headers: { "retry-after": "600" } }),
      600 * SECOND,
    ],
    ["429 as Discord says it", Response.json({ retry_after: 120.4 }, { status: 429 }), 121 * SECOND],
    ["429 as Matrix says it", Response.json({ retry_after_ms: 90_500 }, { status: 429 }), 91 * SECOND],
    [
      "a refused connection",
      new Error("fetch failed", { cause: new Error("connect ECONNREFUSED: refused") }),
      MINUTE,
    ],
  ])("%s: later, and no word of a second time", async (_what, answer, pause) => {
    const posted = chats(answer, new Response("ok"));
    const service = new Service([aHook({ before: [] })]);
    news(service);
    await service.running.work(FIRST + DAY);
    const waits = (service.running.nextAt(FIRST + DAY) ?? 0) - FIRST - DAY;
    const { lastError } = status(service)[0] ?? {};
    await service.pass(FIRST + DAY + pause, FIRST + 2 * DAY);
    expect([waits, lastError !== null, posted.map(([, title]) => title)]).toEqual([
      pause,
      true,
      ["Moved: S21: Uniform Examples Revisited", "Moved: S21: Uniform Examples Revisited"],
    ]);
  });

  test.each<[string, Response | Error]>([
    ["504", new Response("", { status: 504 })],
    ["a connection that was broken off", new Error("connection reset")],
  ])("%s: may have arrived, so once more at most, with a word of it", async (_what, answer) => {
    const posted = chats(answer);
    const service = new Service([aHook({ before: [] })]);
    news(service);
    await service.pass(FIRST + DAY, FIRST + 5 * DAY);
    service.tell(service.publications.at(FIRST + 5 * DAY, [moveTo(START + DAY)]), FIRST + 5 * DAY);
    await service.pass(FIRST + 5 * DAY, FIRST + 6 * DAY);
    expect(posted.map(([, title]) => title)).toEqual([
      "Moved: S21: Uniform Examples Revisited",
      "Moved: S21: Uniform Examples Revisited (perhaps for the second time)",
    ]);
  });

  test("to who knows a repeat by its id it is repeated as often as it takes, and without a word", async () => {
    const unknown = new Response("", { status: 504 });
    const posted = chats(unknown, unknown, unknown, new Response("ok"));
    const service = new Service([aHook({ name: "room", kind: "matrix", before: [] })]);
    news(service);
    await service.pass(FIRST + DAY, FIRST + 3 * DAY);
    expect([new Set(posted.map(([path]) => path)).size, posted.map(([, title]) => title)]).toEqual([
      1,
      Array.from({ length: 4 }, () => "Moved: S21: Uniform Examples Revisited"),
    ]);
  });

  test("a change that may have arrived and was taken back: that it was is told, though the hook knew it so before", async () => {
    const posted = chats(new Response("", { status: 504 }), new Response("ok"));
    const service = new Service([aHook({ before: [] })], []);
    service.publish(FIRST + DAY, [aSession()]);
    vi.spyOn(globalThis, "fetch").mockResolvedValueOnce(new Response("ok"));
    await service.running.work(FIRST + DAY);
    service.publish(FIRST + 2 * DAY, [aSession({ status: "cancelled" })]);
    await service.running.work(FIRST + 2 * DAY);
    service.publish(FIRST + 2 * DAY + SECOND, [aSession()]);
    await service.pass(FIRST + 2 * DAY + SECOND, FIRST + 3 * DAY);
    expect(posted.map(([, title]) => title.split(":")[0])).toEqual(["Cancelled", "Reinstated"]);
  });

  test("what was sent twice, and nobody knows, is never sent again, also after a restore", async () => {
    const posted = chats(new Response("", { status: 504 }));
    const service = new Service([aHook({ before: [] })]);
    const told = service.publish(FIRST + DAY, [moveTo(START + DAY)]);
    await service.pass(FIRST + DAY, FIRST + 2 * DAY);
    service.tell(told, FIRST + 2 * DAY);
    await service.pass(FIRST + 2 * DAY, FIRST + 3 * DAY);
    expect(posted.length).toBe(2);
  });

  test("of a hook that the club has no more nothing is sent", async () => {
    const posted = chats();
    const service = new Service();
    news(service);
    service.hooks = [];
    service.restart();
    await service.pass(FIRST + DAY, FIRST + 2 * DAY);
    expect([posted, service.running.outbox.nextAt()]).toEqual([[], null]);
  });

  test("what another version has put in, and cannot be read, goes without a word", async () => {
    const posted = chats();
    const service = new Service([aHook({ before: [] })]);
    const times = { dueAt: FIRST, expiresAt: END };
    service.running.outbox.put({ id: "hook lab x", kind: "hook", payload: { hook: "lab" }, ...times });
    await service.pass(FIRST + DAY, FIRST + 2 * DAY);
    expect([posted, service.running.outbox.has("hook lab x")]).toEqual([[], false]);
  });
});
