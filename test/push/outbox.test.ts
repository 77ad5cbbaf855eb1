/** The outbox over a real SQLite, with senders that do as they are told. */
import { describe, expect, test } from "vitest";
import { HOUR, MINUTE, SECOND, type Instant } from "../../src/programme/instant.ts";
import { Outbox, type DueErrand, type Errand, type Sender, type Sent } from "../../src/push/outbox.ts";
import { openPush } from "../../src/push/schema.ts";
import { aStorage } from "../support/sqlite.ts";

const NOW = Date.UTC(2026, 5, 15, 12);

const anErrand = (fields: Partial<Errand> = {}): Errand => ({
  id: "one",
  kind: "test",
  payload: { say: "hello" },
  dueAt: NOW,
  expiresAt: NOW + 24 * HOUR,
  ...fields,
});

/** An outbox, a sender that answers in turn (the last again and again), and what it was handed and told. */
function begin(answers: (Sent | Error)[] = [{ outcome: "done" }], fields: Partial<Sender> = {}) {
  const storage = aStorage();
  openPush(storage);
  const sent: DueErrand[] = [];
  const noted: [string, Sent["outcome"]][] = [];
  const sender: Sender = {
    requests: 1,
    isOnce: true,
    send: async (errand) => {
      sent.push(errand);
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      if (answer instanceof Error || answer === undefined) throw answer;
      return answer;
    },
    note: ({ id }, { outcome }) => noted.push([id, outcome]),
    ...fields,
  };
  return { storage, outbox: new Outbox(storage), senders: { test: sender }, sent, noted };
}

const LATER: Sent = { outcome: "later", error: "status 503" };
const UNKNOWN: Sent = { outcome: "unknown", error: "no complete answer in time" };

describe("putting in", () => {
  test("what is due is handed over whole, once, and is gone", async () => {
    const { outbox, senders, sent, noted } = begin();
    outbox.put(anErrand());
    expect([
      outbox.nextAt(),
      await outbox.sendSlice(senders, NOW),
      await outbox.sendSlice(senders, NOW),
      sent,
      noted,
      outbox.nextAt(),
    ]).toEqual([
      NOW,
      true,
      false,
      [{ ...anErrand(), attempts: 0, isRepeat: false, puts: 1 }],
      [["one", "done"]],
      null,
    ]);
  });

  test("nothing leaves before it is due", async () => {
    const { outbox, senders, sent } = begin();
    outbox.put(anErrand({ dueAt: NOW + 1 }));
    expect([await outbox.sendSlice(senders, NOW), sent, outbox.nextAt()]).toEqual([false, [], NOW + 1]);
  });

  test("two of one id are one: the later payload, the earlier time, the longer life", async () => {
    const { outbox, senders, sent } = begin();
    outbox.put(anErrand({ dueAt: NOW - 1, expiresAt: NOW + HOUR }));
    outbox.put(anErrand({ payload: { say: "again" }, dueAt: NOW, expiresAt: NOW + 2 * HOUR }));
    await outbox.sendSlice(senders, NOW);
    expect(sent).toEqual([
      {
        ...anErrand({ payload: { say: "again" }, dueAt: NOW - 1, expiresAt: NOW + 2 * HOUR }),
        attempts: 0,
        isRepeat: false,
        puts: 2,
      },
    ]);
  });

  test("what is put in again while it is under way is sent again", async () => {
    const { outbox, senders, sent } = begin([{ outcome: "done" }], {
      send: async (errand) => {
        sent.push(errand);
        if (sent.length === 1) outbox.put(anErrand({ payload: "newer" }));
        return { outcome: "done" };
      },
    });
    outbox.put(anErrand());
    await outbox.sendSlice(senders, NOW);
    await outbox.sendSlice(senders, NOW);
    expect([sent.map(({ payload }) => payload), outbox.has("one")]).toEqual([
      [{ say: "hello" }, "newer"],
      false,
    ]);
  });

  test("what is taken out is never sent", async () => {
    const { outbox, senders, sent } = begin();
    outbox.put(anErrand());
    const had = outbox.has("one");
    outbox.drop("one");
    await outbox.sendSlice(senders, NOW);
    expect([had, outbox.has("one"), sent]).toEqual([true, false, []]);
  });
});

describe("counting", () => {
  test("of a kind those that wait and those that have failed, of a beginning of ids all", async () => {
    const { outbox, senders } = begin([LATER, { outcome: "done" }, LATER]);
    outbox.put(anErrand({ id: "a 1" }));
    await outbox.sendSlice(senders, NOW);
    outbox.put(anErrand({ id: "a 2", dueAt: NOW + HOUR }));
    outbox.put(anErrand({ id: "ab 1", kind: "other", dueAt: NOW + HOUR }));
    expect([
      outbox.count("test"),
      outbox.count("none"),
      outbox.countBeginning("a "),
      outbox.countBeginning("%"),
    ]).toEqual([{ pending: 2, failing: 1 }, { pending: 0, failing: 0 }, 2, 0]);
  });
});

describe("slices", () => {
  test("of at most 40 requests, the first due first", async () => {
    const { outbox, senders, sent } = begin();
    for (let index = 0; index < 50; index += 1)
      outbox.put(anErrand({ id: String(index).padStart(2, "0"), dueAt: NOW - index }));
    const counts: number[] = [];
    while (await outbox.sendSlice(senders, NOW)) counts.push(sent.length);
    expect([counts, sent[0]?.id, sent.at(-1)?.id]).toEqual([[40, 50], "49", "00"]);
  });

  test("an errand of several requests counts as many", async () => {
    const { outbox, senders, sent } = begin([{ outcome: "done" }], { requests: 3 });
    for (let index = 0; index < 20; index += 1) outbox.put(anErrand({ id: `e${index}` }));
    await outbox.sendSlice(senders, NOW);
    expect(sent.length).toBe(13);
  });
});

/** The minutes after which something of use for an hour is tried. */
async function times(answer: Sent, fields: Partial<Sender> = { isTriedToTheEnd: true }): Promise<number[]> {
  const { outbox, senders } = begin([answer], fields);
  outbox.put(anErrand({ expiresAt: NOW + HOUR }));
  const minutes: number[] = [];
  for (let now: Instant | null = NOW; now !== null; now = outbox.nextAt()) {
    minutes.push(Math.round((now - NOW) / MINUTE));
    await outbox.sendSlice(senders, now);
  }
  return minutes;
}

describe("how an attempt ends", () => {
  test("later: again after growing pauses, or after what the other side asks for where that is longer", async () => {
    const asks: Sent = { ...LATER, retryAfterSeconds: 600 };
    const { outbox, senders, sent } = begin([LATER, LATER, asks, { outcome: "done" }]);
    outbox.put(anErrand());
    const waits: (Instant | null)[] = [];
    for (let now: Instant | null = NOW; now !== null; now = outbox.nextAt()) {
      await outbox.sendSlice(senders, now);
      waits.push(outbox.nextAt() === null ? null : (outbox.nextAt() ?? 0) - now);
    }
    expect([waits, sent.map(({ attempts, isRepeat }) => [attempts, isRepeat])]).toEqual([
      [MINUTE, 5 * MINUTE, 15 * MINUTE, null],
      [
        [0, false],
        [1, false],
        [2, false],
        [3, false],
      ],
    ]);
  });

  test("a Retry-After that is longer than the pause is obeyed", async () => {
    const { outbox, senders } = begin([{ ...LATER, retryAfterSeconds: 7_200 }]);
    outbox.put(anErrand());
    await outbox.sendSlice(senders, NOW);
    expect(outbox.nextAt()).toBe(NOW + 7_200 * SECOND);
  });

  test("nearer and nearer to the end, where a usual pause would be too long, and never beyond what is asked for", async () => {
    expect([await times(LATER), await times({ ...LATER, retryAfterSeconds: 2_000 })]).toEqual([
      [0, 1, 6, 21, 41, 50, 55, 58, 59, 60, 61],
      [0, 33, 67],
    ]);
  });

  test("at its usual pauses where it is of no more use at its end than before", async () => {
    expect(await times(LATER, {})).toEqual([0, 1, 6, 21, 81]);
  });

  test("unknown: once more and never again where it is to be sent once, and it is known to be a repeat", async () => {
    const { outbox, senders, sent, noted } = begin([UNKNOWN]);
    outbox.put(anErrand());
    for (let now = NOW; now < NOW + 12 * HOUR; now += HOUR) await outbox.sendSlice(senders, now);
    expect([sent.map(({ isRepeat }) => isRepeat), noted.length, outbox.has("one")]).toEqual([
      [false, true],
      2,
      false,
    ]);
  });

  test("unknown, then surely not, then unknown again: a repeat stays one", async () => {
    const { outbox, senders, sent } = begin([UNKNOWN, LATER, UNKNOWN, { outcome: "done" }]);
    outbox.put(anErrand());
    for (let now = NOW; now < NOW + 12 * HOUR; now += HOUR) await outbox.sendSlice(senders, now);
    expect(sent.map(({ isRepeat }) => isRepeat)).toEqual([false, true, true]);
  });

  test("unknown: as often as it takes where a repeat does no harm", async () => {
    const { outbox, senders, sent } = begin([UNKNOWN, UNKNOWN, UNKNOWN, { outcome: "done" }], {
      isOnce: false,
    });
    outbox.put(anErrand());
    for (let now = NOW; now < NOW + 12 * HOUR; now += HOUR) await outbox.sendSlice(senders, now);
    expect([sent.length, sent.some(({ isRepeat }) => isRepeat)]).toEqual([4, false]);
  });

  test("what a sender throws is unknown", async () => {
    const { outbox, senders, sent, noted } = begin([new Error("broken"), { outcome: "done" }]);
    outbox.put(anErrand());
    await outbox.sendSlice(senders, NOW);
    await outbox.sendSlice(senders, NOW + MINUTE);
    expect([noted, sent.map(({ isRepeat }) => isRepeat)]).toEqual([
      [
        ["one", "unknown"],
        ["one", "done"],
      ],
      [false, true],
    ]);
  });

  test("given up: never again, and others go on", async () => {
    const gone: Sent = { outcome: "given_up", error: "status 404" };
    const { outbox, senders, sent, noted } = begin([gone, { outcome: "done" }]);
    outbox.put(anErrand({ id: "a" }));
    outbox.put(anErrand({ id: "b" }));
    await outbox.sendSlice(senders, NOW);
    await outbox.sendSlice(senders, NOW + HOUR);
    expect([sent.length, noted, outbox.nextAt()]).toEqual([
      2,
      [
        ["a", "given_up"],
        ["b", "done"],
      ],
      null,
    ]);
  });

  test("too late: given up without a request, and said so", async () => {
    const { outbox, senders, sent, noted } = begin();
    outbox.put(anErrand({ expiresAt: NOW }));
    expect([await outbox.sendSlice(senders, NOW), sent, noted, outbox.has("one")]).toEqual([
      false,
      [],
      [["one", "given_up"]],
      false,
    ]);
  });

  test("of a kind that nobody sends any more: given up", async () => {
    const { outbox, senders } = begin();
    outbox.put(anErrand({ kind: "old" }));
    await outbox.sendSlice(senders, NOW);
    expect(outbox.has("one")).toBe(false);
  });
});

/** Cut off while it is sent: the promise never ends, and another outbox opens the same tables. */
async function cutOff(fields: Partial<Sender> = {}) {
  const story = begin([{ outcome: "done" }], fields);
  story.outbox.put(anErrand());
  void story.outbox.sendSlice({ test: { ...story.senders.test, send: () => new Promise(() => {}) } }, NOW);
  return { ...story, outbox: new Outbox(story.storage) };
}

describe("a start after a crash", () => {
  test("what was under way is due, is told as unknown, and goes once more as a repeat", async () => {
    const { outbox, senders, sent, noted } = await cutOff();
    const dueAt = outbox.nextAt();
    await outbox.sendSlice(senders, NOW + SECOND);
    await outbox.sendSlice(senders, NOW + SECOND + MINUTE);
    expect([dueAt, noted, sent.map(({ isRepeat, attempts }) => [isRepeat, attempts])]).toEqual([
      NOW,
      [
        ["one", "unknown"],
        ["one", "done"],
      ],
      [[true, 1]],
    ]);
  });

  test("what waits still waits, and is no repeat", async () => {
    const { storage, senders, sent, outbox } = begin();
    outbox.put(anErrand());
    await new Outbox(storage).sendSlice(senders, NOW);
    expect(sent.map(({ isRepeat }) => isRepeat)).toEqual([false]);
  });

  test("what is under way in the same start is not taken twice", async () => {
    const { outbox, senders, sent } = begin();
    const { promise, resolve } = Promise.withResolvers<Sent>();
    const slow = { ...senders.test, send: () => promise };
    outbox.put(anErrand());
    const first = outbox.sendSlice({ test: slow }, NOW);
    const second = outbox.sendSlice(senders, NOW);
    resolve({ outcome: "done" });
    expect([await Promise.all([first, second]), sent, outbox.nextAt()]).toEqual([[true, true], [], null]);
  });

  test("a note is kept with what it notes, or neither", async () => {
    const { storage, outbox, senders } = begin([{ outcome: "done" }], {
      note: () => {
        storage.sql.exec("INSERT INTO push_fact VALUES ('noted', '1')");
        throw new Error("killed");
      },
    });
    outbox.put(anErrand());
    await outbox.sendSlice(senders, NOW).catch(() => {});
    expect([
      storage.sql.exec("SELECT * FROM push_fact").toArray(),
      storage.sql.exec("SELECT state FROM push_outbox").toArray(),
    ]).toEqual([[], [{ state: "sending" }]]);
  });
});
