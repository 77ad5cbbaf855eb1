/** `npm run google` as a whole, against a stand-in for Google and for the club's service. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { main } from "../../../src/commands/google.ts";
import type { PublishedSession } from "../../../src/programme/publication.ts";
import { WHOLE } from "../../../src/programme/selection.ts";
import { PUBLICATION } from "../../golden/programme.ts";
import { aPublishedSession, aReplayedSession } from "../../support/builders.ts";
import { callCommand } from "../../support/call-command.ts";
import { textOf } from "../../support/documents.ts";
import { ACCOUNT, CALENDAR_ID, GoogleStandIn, type StoredEvent } from "../../support/google-calendar.ts";
import { run, toEnvironment, toIcs } from "./support.ts";

let google: GoogleStandIn;

beforeEach(async () => {
  google = new GoogleStandIn();
  await google.start();
});
afterEach(() => google.stop());

const HOUR = 60 * 60_000;
const WEEK = 7 * 24 * HOUR;
/** A session so many weeks after 15 June 2026, 13:00 in New York. */
const inWeek = (week: number, id: string, fields: Partial<PublishedSession["session"]> = {}) =>
  aPublishedSession({
    id,
    number: 20 + week,
    title: `Talk ${id}`,
    startsAt: Date.UTC(2026, 5, 15, 17) + week * WEEK,
    endsAt: Date.UTC(2026, 5, 15, 18) + week * WEEK,
    ...fields,
  });
const publish = (...sessions: PublishedSession[]) => {
  google.calendar = toIcs(sessions);
};
/** The requests that write, and those of the run before forgotten. */
const takeWrites = () => google.asked.splice(0).filter((name) => !/^(?:GET|token)$/.test(name));
const find = (id: string): StoredEvent => google.find(`${id}@example.org`) ?? google.add({});
/** Without the fingerprints. */
const contentOf = (id: string) => {
  const { extendedProperties: _marks, ...event } = find(id);
  return event;
};

test("every session becomes an event under the calendar's UID; a second run writes nothing", async () => {
  publish(inWeek(0, "a"), inWeek(1, "b", { join: "https://meet.example/1", location: "Room 1" }));
  expect(await run(google)).toEqual({
    code: 0,
    errors: "",
    output: "new       a  ERG S20: Talk a\nnew       b  ERG S21: Talk b\n2 written, 0 unchanged\n",
  });
  expect(contentOf("b")).toEqual({
    id: "e2",
    iCalUID: "b@example.org",
    sequence: 0,
    status: "confirmed",
    transparency: "opaque",
    summary: "ERG S21: Talk b",
    description:
      "Join: https://meet.example/1\n\nPresented by\n- Grace Example (https://grace.example), Example University, @grace (https://x.com/grace)\n\nWhat the examples show.\n\nPaper\n- Uniform Examples (https://arxiv.org/abs/2601.00001), arXiv:2601.00001\n\nSession page: https://feeds.example.org/sessions/b",
    location: "Room 1, https://meet.example/1",
    start: { dateTime: "2026-06-22T13:00:00-04:00", timeZone: "America/New_York" },
    end: { dateTime: "2026-06-22T14:00:00-04:00", timeZone: "America/New_York" },
    source: { title: "ERG S21: Talk b", url: "https://feeds.example.org/sessions/b" },
  });
  expect([google.asked.splice(0), (await run(google)).output, google.asked]).toEqual([
    ["token", "GET", "POST import", "POST import"],
    "0 written, 2 unchanged\n",
    ["token", "GET"],
  ]);
});

test("only what differs is written: a replay, a move, a time to be announced, a cancellation", async () => {
  const later = { revision: { firstSeenAt: 0, lastChangedAt: 0, sequence: 1 } };
  publish(inWeek(0, "a"), inWeek(1, "b"), inWeek(2, "c"), inWeek(3, "d"), inWeek(4, "e"));
  await run(google);
  takeWrites();
  publish(
    inWeek(0, "a"),
    aReplayedSession({ ...inWeek(1, "b").session }),
    {
      ...inWeek(2, "c", {
        isAllDay: true,
        startsAt: Date.UTC(2026, 5, 30, 4),
        endsAt: Date.UTC(2026, 6, 1, 4),
      }),
      ...later,
    },
    { ...inWeek(3, "d", { status: "cancelled" }), ...later },
    { ...inWeek(5, "e", { number: 24 }), ...later },
  );
  expect([(await run(google)).output, takeWrites()]).toEqual([
    `changed   b  ERG S21: Talk b (description)
changed   c  ERG S22: Talk c (description, time, status)
changed   d  Cancelled: ERG S23: Talk d (title, description, status)
changed   e  ERG S24: Talk e (time)
4 written, 1 unchanged
`,
    ["PATCH e2", "PATCH e3", "PATCH e4", "PATCH e5"],
  ]);
  expect([find("b").description?.split("\n")[0], find("b").sequence]).toEqual([
    "Replay: https://www.youtube.com/watch?v=videoAAAAA0",
    1,
  ]);
  expect(contentOf("c")).toMatchObject({
    start: { date: "2026-06-30" },
    end: { date: "2026-07-01" },
    transparency: "transparent",
  });
  // Google hides what is "cancelled": the title says it.
  expect(contentOf("d")).toMatchObject({
    status: "tentative",
    transparency: "transparent",
    summary: "Cancelled: ERG S23: Talk d",
  });
  expect(contentOf("e").start.dateTime).toBe("2026-07-20T13:00:00-04:00");
  // A time again, in the place of the day.
  publish(inWeek(2, "c"));
  await run(google, { remove: true });
  expect([contentOf("c").start, find("a").status]).toEqual([
    { dateTime: "2026-06-29T13:00:00-04:00", timeZone: "America/New_York" },
    "cancelled",
  ]);
});

test("a dry run shows the same and writes nothing", async () => {
  publish(inWeek(0, "a"));
  const dry = await run(google, { "dry-run": true });
  expect([dry, google.events, takeWrites()]).toEqual([
    {
      code: 0,
      errors: "",
      output: "new       a  ERG S20: Talk a\n1 to write, 0 unchanged; nothing was written\n",
    },
    [],
    [],
  ]);
});

describe("what a person did in Google Calendar", () => {
  test("by hand is never touched, and neither is another club's", async () => {
    const others = [
      google.add({ summary: "Lunch" }),
      google.add({
        iCalUID: "a@other.org",
        summary: "Other",
        extendedProperties: { private: { journalClubSent: "x" } },
      }),
      google.add({ iCalUID: "old@example.org", summary: "Imported from a file by a person" }),
    ].map((event) => structuredClone(event));
    publish(inWeek(0, "a"));
    expect([(await run(google)).output, google.events.slice(0, 3)]).toEqual([
      "new       a  ERG S20: Talk a\n1 written, 0 unchanged\n",
      others,
    ]);
  });

  test("to an event of the club is undone, with a sequence that Google takes, but for what the club does not say", async () => {
    publish(inWeek(0, "a"), inWeek(1, "b"));
    await run(google);
    takeWrites();
    Object.assign(find("a"), {
      summary: "Changed",
      sequence: 7,
      colorId: "3",
      start: { date: "2026-06-15" },
    });
    find("b").colorId = "4";
    expect([(await run(google)).output, takeWrites(), contentOf("a")]).toEqual([
      "mended    a  ERG S20: Talk a (title, time: somebody changed it there)\n1 written, 1 unchanged\n",
      ["PATCH e1"],
      expect.objectContaining({
        summary: "ERG S20: Talk a",
        sequence: 7,
        colorId: "3",
        start: { dateTime: "2026-06-15T13:00:00-04:00", timeZone: "America/New_York" },
      }),
    ]);
    expect((await run(google)).output).toBe("0 written, 2 unchanged\n");
  });

  test("with a file of the club's calendar is taken over: the event is not made twice", async () => {
    google.add({ iCalUID: "a@example.org", summary: "ERG S20: Talk a" });
    publish(inWeek(0, "a"));
    expect([(await run(google)).output, google.events.length]).toEqual([
      "changed   a  ERG S20: Talk a (description, time)\n1 written, 0 unchanged\n",
      1,
    ]);
  });

  test.each([
    ["whole", ["PATCH e1"]],
    ["bare", ["POST import", "PATCH e1"]],
    ["forgotten", ["POST import", "PATCH e1"]],
  ] as const)(
    "to an event of the club by deleting it is undone, and there is one of it: deleted events are %s",
    async (deletedAre, writes) => {
      publish(inWeek(0, "a"));
      await run(google);
      takeWrites();
      Object.assign(find("a"), { status: "cancelled", sequence: 9 });
      google.deletedAre = deletedAre;
      const again = await run(google);
      expect([again.code, google.events.length, find("a").status, takeWrites()]).toEqual([
        0,
        1,
        "confirmed",
        writes,
      ]);
      expect((await run(google)).output).toBe("0 written, 1 unchanged\n");
    },
  );

  test.each([404, 410])("while the command runs is undone by an import: Google says %s", async (status) => {
    publish(inWeek(0, "a"));
    await run(google);
    takeWrites();
    publish(inWeek(0, "a", { title: "Other" }));
    google.isReplacing = true;
    google.faults.push({ of: /PATCH/, times: 1, status });
    expect([(await run(google)).code, takeWrites(), find("a").summary]).toEqual([
      0,
      ["PATCH e1", "POST import"],
      "ERG S20: Other",
    ]);
  });

  test("is undone, too, where an import answers that the event is gone", async () => {
    publish(inWeek(0, "a"));
    await run(google);
    takeWrites();
    Object.assign(find("a"), { status: "cancelled" });
    google.deletedAre = "forgotten";
    google.faults.push({ of: /POST/, times: 1, status: 410, reason: "deleted" });
    expect([(await run(google)).code, takeWrites(), find("a").status]).toEqual([
      0,
      ["POST import", "PATCH e1"],
      "confirmed",
    ]);
  });

  test("is undone, too, where an import takes no lower sequence than that of an event long deleted", async () => {
    publish(inWeek(0, "a"));
    await run(google);
    takeWrites();
    Object.assign(find("a"), { status: "cancelled", sequence: 9 });
    Object.assign(google, { deletedAre: "forgotten", isReplacing: true });
    expect([(await run(google)).code, takeWrites(), contentOf("a").sequence]).toEqual([
      0,
      ["POST import", "PATCH e1"],
      9,
    ]);
  });

  test.each([
    ["locked", { of: /PATCH/, times: 1, status: 403, reason: "forbidden" }],
    ["gone for good", { of: /PATCH/, times: 1, status: 410, reason: "deleted" }],
  ])(
    "to an event of the club by deleting it is undone by an import where the event is %s",
    async (_name, fault) => {
      publish(inWeek(0, "a"));
      await run(google);
      takeWrites();
      find("a").status = "cancelled";
      google.isReplacing = true;
      google.faults.push(fault);
      const again = await run(google);
      expect([again.code, google.events.length, contentOf("a").status, takeWrites()]).toEqual([
        0,
        1,
        "confirmed",
        ["PATCH e1", "POST import"],
      ]);
    },
  );
});

describe("what the club took back", () => {
  test("is removed, and comes again when the club has it again", async () => {
    publish(inWeek(0, "a"), inWeek(1, "b"), inWeek(2, "c"));
    await run(google);
    takeWrites();
    publish(inWeek(1, "b"), inWeek(2, "c"));
    expect([(await run(google)).output, takeWrites(), find("a").status]).toEqual([
      "removed   a  ERG S20: Talk a\n1 written, 2 unchanged\n",
      ["DELETE e1"],
      "cancelled",
    ]);
    publish(inWeek(0, "a"), inWeek(1, "b"), inWeek(2, "c"));
    expect([(await run(google)).output, find("a").status]).toEqual([
      "restored  a  ERG S20: Talk a (it was deleted there)\n1 written, 2 unchanged\n",
      "confirmed",
    ]);
  });

  test.each([404, 410])("and a person removed before is no trouble: Google says %s", async (status) => {
    publish(inWeek(0, "a"), inWeek(1, "b"));
    await run(google);
    publish(inWeek(1, "b"));
    google.faults.push({ of: /DELETE/, times: 1, status });
    expect(await run(google)).toEqual({
      code: 0,
      errors: "",
      output: "removed   a  ERG S20: Talk a\n1 written, 1 unchanged\n",
    });
  });

  test("is removed where it was the only one", async () => {
    publish(inWeek(0, "a"));
    await run(google);
    publish();
    expect((await run(google)).output).toBe("removed   a  ERG S20: Talk a\n1 written, 0 unchanged\n");
  });

  test("is more than half: then a person has to agree", async () => {
    publish(inWeek(0, "a"), inWeek(1, "b"), inWeek(2, "c"));
    await run(google);
    takeWrites();
    publish();
    const refused = await run(google);
    expect([refused, takeWrites()]).toEqual([
      {
        code: 1,
        output: "",
        errors:
          "URL/calendar.ics lacks 3 of the 3 sessions that Google Calendar shows; nothing was written, --remove removes them\n",
      },
      [],
    ]);
    expect((await run(google, { remove: true })).output).toBe(
      "removed   a  ERG S20: Talk a\nremoved   b  ERG S21: Talk b\nremoved   c  ERG S22: Talk c\n3 written, 0 unchanged\n",
    );
  });
});

test("what Google makes of a text is no change by a person: the second run writes nothing", async () => {
  google.keep = (event) => ({
    ...event,
    description: event.description?.replaceAll(/(?<!>)http/g, "<a>http") ?? "",
  });
  publish(inWeek(0, "a"));
  await run(google);
  expect([takeWrites(), (await run(google)).output, takeWrites()]).toEqual([
    ["POST import", "PATCH e1"],
    "0 written, 1 unchanged\n",
    [],
  ]);
  find("a").description += "!";
  google.keep = (event) => event;
  expect((await run(google)).output).toBe(
    "mended    a  ERG S20: Talk a (description: somebody changed it there)\n1 written, 0 unchanged\n",
  );
});

test("a programme with text that breaks careless readers is written once", async () => {
  google.calendar = textOf("calendar", PUBLICATION, WHOLE);
  const count = google.calendar.match(/^BEGIN:VEVENT/gm)?.length;
  const [first, second] = [await run(google), await run(google)];
  expect([first.errors, first.output.split("\n").at(-2), second.output]).toEqual([
    "",
    `${count} written, 0 unchanged`,
    `0 written, ${count} unchanged\n`,
  ]);
});

test("a calendar of many pages is read whole", async () => {
  google.pageSize = 2;
  publish(...[0, 1, 2, 3, 4].map((week) => inWeek(week, `s${week}`)));
  await run(google);
  google.asked.length = 0;
  expect([(await run(google)).output, google.asked]).toEqual([
    "0 written, 5 unchanged\n",
    ["token", "GET", "GET", "GET"],
  ]);
});

test("in the club's language, with every talk of a session", async () => {
  const { session } = inWeek(0, "a", {
    status: "cancelled",
    talks: [
      { title: "Eins", presenters: [{ name: "Ada" }], papers: [] },
      { title: "Zwei", presenters: [], papers: [] },
    ],
  });
  google.calendar = toIcs([aPublishedSession(session)], { language: "de" });
  await run(google);
  expect([find("a").summary, find("a").description?.match(/Eins|Zwei/g)]).toEqual([
    "Abgesagt: ERG S20: Talk a",
    ["Eins", "Zwei"],
  ]);
});

/** Two sessions to write. */
const failing = async () => {
  publish(inWeek(0, "a"), inWeek(1, "b"));
  const { code, errors, output } = await run(google);
  return [code, errors, output];
};

describe("what Google refuses", () => {
  const SHARE = `under "Share with specific people", add ${ACCOUNT} with "Make changes to events"`;

  test("for a calendar that is not shared, or not there, says how to share it", async () => {
    google.role = "none";
    expect(await failing()).toEqual([
      1,
      `Google shows ${ACCOUNT} no calendar ${CALENDAR_ID}: is the id right ("Integrate calendar" in its settings)? Is it shared? There, ${SHARE}\n`,
      "",
    ]);
  });

  test("for a calendar that is shared for reading says what is missing, once", async () => {
    google.role = "reader";
    expect(await failing()).toEqual([
      1,
      `${ACCOUNT} may not write into the calendar ${CALENDAR_ID} (You need to have writer access to this calendar.): in its settings, ${SHARE}\n`,
      "",
    ]);
    expect(takeWrites()).toEqual(["POST import"]);
  });

  test("for one that is shared for reading since, too", async () => {
    await failing();
    google.role = "reader";
    publish(inWeek(0, "a", { title: "Other" }), inWeek(1, "b", { title: "Other" }));
    expect((await run(google)).output).toBe("");
  });

  test("for a project without the API says so", async () => {
    google.faults.push({ of: /GET/, times: 1, status: 403, reason: "accessNotConfigured" });
    expect(await failing()).toEqual([
      1,
      `the Google Calendar API is not enabled in the project of ${ACCOUNT}: enable it in Google's console\n`,
      "",
    ]);
  });

  test("for a key that was deleted says so", async () => {
    google.isKeyKnown = false;
    expect(await failing()).toEqual([
      1,
      `Google gives ${ACCOUNT} no token (invalid_grant: Invalid JWT Signature.); the key or its account was deleted or disabled, make a new one in Google's console\n`,
      "",
    ]);
  });

  test("of one session is told, and the others are written", async () => {
    google.faults.push({
      of: /POST/,
      times: 1,
      status: 400,
      reason: "invalid",
      message: "Invalid start\ntime.",
    });
    expect(await failing()).toEqual([
      1,
      "",
      "refused   a  ERG S20: Talk a: Invalid start time.\nnew       b  ERG S21: Talk b\n1 written, 0 unchanged, 1 refused\n",
    ]);
  });

  test("of an event that is there is told too", async () => {
    await failing();
    google.faults.push(
      { of: /PATCH/, times: 1, status: 403, reason: "forbiddenForNonOrganizer", message: "Not yours" },
      { of: /DELETE/, times: 1, status: 403, reason: "forbidden", message: "Forbidden" },
    );
    publish(inWeek(0, "a", { title: "Other" }));
    expect(await run(google)).toEqual({
      code: 1,
      errors: "",
      output:
        "refused   a  ERG S20: Other: Not yours\nrefused   b  ERG S21: Talk b: Forbidden\n0 written, 0 unchanged, 2 refused\n",
    });
  });

  test("for a moment is asked again: each session is there once", async () => {
    publish(inWeek(0, "a"), inWeek(1, "b"));
    google.faults.push(
      { of: /token/, times: 1, status: 503, retryAfter: "7" },
      { of: /token/, times: 1, status: 429 },
      { of: /GET/, times: 1, status: 0 },
      { of: /POST/, times: 1, status: 429, message: "Too many", retryAfter: "60" },
      { of: /POST/, times: 3, status: 403, reason: "rateLimitExceeded", message: "Rate Limit Exceeded" },
    );
    const waits: number[] = [];
    expect([await run(google, {}, {}, waits), waits, google.events.length]).toEqual([
      {
        code: 0,
        errors: `HOST answers "Fault"; again in 7 s
HOST answers "Fault"; again in 3 s
HOST does not answer; again in 5 s
HOST answers "Too many"; again in 60 s
HOST answers "Rate Limit Exceeded"; again in 3 s
HOST answers "Rate Limit Exceeded"; again in 5 s
HOST answers "Rate Limit Exceeded"; again in 10 s
`,
        output: "new       a  ERG S20: Talk a\nnew       b  ERG S21: Talk b\n2 written, 0 unchanged\n",
      },
      [7_000, 2_500, 5_000, 60_000, 2_500, 5_000, 10_000],
      2,
    ]);
  });

  test("for too long ends it: what was written stays, and the next run goes on", async () => {
    google.faults.push({ of: /POST/, times: 0, status: 500, message: "Backend Error" });
    publish(inWeek(0, "a"));
    await run(google);
    Object.assign(google.faults[0]!, { times: Infinity });
    const waits: number[] = [];
    publish(inWeek(0, "a"), inWeek(1, "b"));
    const stuck = await run(google, {}, {}, waits);
    expect([stuck.code, stuck.errors.split("\n").at(-2), waits]).toEqual([
      1,
      'HOST answers "Backend Error"; what was written before is in the calendar, the next run goes on',
      [1_250, 2_500, 5_000, 10_000, 20_000, 40_000],
    ]);
    google.faults.length = 0;
    expect((await run(google)).output).toBe("new       b  ERG S21: Talk b\n1 written, 1 unchanged\n");
  });

  test.each([
    ["an hour", "3600"],
    ["a day of next year", new Date(Date.now() + 365 * 24 * HOUR).toUTCString()],
  ])("until after %s is not waited for", async (_name, retryAfter) => {
    google.faults.push({ of: /GET/, times: 1, status: 429, message: "Later", retryAfter });
    expect((await failing())[1]).toBe(
      'HOST answers "Later"; what was written before is in the calendar, the next run goes on\n',
    );
  });

  test.each(["quotaExceeded", "dailyLimitExceeded"])("for today ends it at once: %s", async (reason) => {
    google.faults.push({
      of: /POST/,
      times: 1,
      status: 403,
      reason,
      message: "Usage limits exceeded.",
    });
    expect(await failing()).toEqual([
      1,
      "Google takes no more today (Usage limits exceeded.); the next run goes on\n",
      "",
    ]);
  });

  test("as a token of an hour ago is asked again with a new one", async () => {
    google.tokenUses = 2;
    expect((await failing())[0]).toBe(0);
    expect(google.asked).toEqual(["token", "GET", "POST import", "POST import", "token", "POST import"]);
  });

  test("as a token of a wrong time says that the clock is wrong", async () => {
    publish(inWeek(0, "a"));
    expect((await run(google, {}, {}, [], () => Date.now() - 2 * HOUR)).errors).toBe(
      `Google gives ${ACCOUNT} no token (invalid_grant: Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe.); is the clock of this machine right?\n`,
    );
  });

  test("as every token ends it", async () => {
    google.tokenUses = 0;
    expect(await failing()).toEqual([
      1,
      `Google does not take the token of ${ACCOUNT} (Invalid Credentials); nothing more was written\n`,
      "",
    ]);
  });
});

describe("the club's service", () => {
  test.each([
    ["that is down", null, "URL/calendar.ics answered 503, expected 200; nothing was written\n"],
    ["that is another", "<html>", /^URL\/calendar\.ics is no whole calendar: .*; nothing was written\n$/],
    [
      "with a calendar of another kind",
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//X//Y//EN\r\nEND:VCALENDAR\r\n",
      "URL/calendar.ics is no calendar of this service; nothing was written\n",
    ],
  ])("%s changes nothing", async (_name, calendar, errors) => {
    google.calendar = calendar;
    const result = await run(google);
    expect([result.code, result.output, google.asked]).toEqual([1, "", []]);
    expect(result.errors).toMatch(
      errors instanceof RegExp ? errors : new RegExp(`^${RegExp.escape(errors)}$`),
    );
  });

  test("is named by --from, as a service, as a folder of files, or by the address of its calendar", async () => {
    publish(inWeek(0, "a"));
    for (const path of ["", "/club", "/club/", "/calendar.ics?tag=theory"])
      await run(google, { "dry-run": true, from: google.url + path }, { PUBLIC_URL: "" });
    expect(google.read).toEqual([
      "/calendar.ics",
      "/club/calendar.ics",
      "/club/calendar.ics",
      "/calendar.ics?tag=theory",
    ]);
  });
});

describe("called wrongly", () => {
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "google-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  test.each([
    ["without a calendar", {}, { GOOGLE_CALENDAR_ID: "" }, "no calendar, expected --calendar ID"],
    ["without a key", {}, { GOOGLE_SERVICE_ACCOUNT_KEY: "" }, "no key, expected --key FILE"],
    ["with no address", { from: "ftp://x" }, {}, '"ftp://x" is no web address'],
  ])("%s it says what it expects", async (_name, wanted, environment, message) => {
    const { code, errors } = await run(google, wanted, environment);
    expect([code, errors.slice(0, message.length)]).toEqual([2, message]);
  });

  test("the command says what it expects, and ends so", async () => {
    const around = { environment: { ...toEnvironment(google), DATA_DIR: "test/fixtures/club" } };
    const homeless = { environment: { ...around.environment, PUBLIC_URL: "" } };
    expect([await callCommand(main, ["data"], around), await callCommand(main, [], homeless)]).toEqual([
      { status: 2, stdout: "", stderr: '"data" is no option\nSee --help.\n' },
      {
        status: 2,
        stdout: "",
        stderr:
          "no service, expected --from URL, PUBLIC_URL in the environment, or publicUrl in club.yaml\nSee --help.\n",
      },
    ]);
  });

  test("a key is read from the file that --key or GOOGLE_APPLICATION_CREDENTIALS names", async () => {
    const path = join(folder, "key.json");
    await writeFile(path, google.key);
    publish(inWeek(0, "a"));
    const [named, found] = [
      await run(google, { key: path }, { GOOGLE_SERVICE_ACCOUNT_KEY: "{}" }),
      await run(google, {}, { GOOGLE_SERVICE_ACCOUNT_KEY: "", GOOGLE_APPLICATION_CREDENTIALS: path }),
    ];
    expect([named.code, found.code]).toEqual([0, 0]);
  });

  test("what is no key is refused without a word of it", async () => {
    const key: Record<string, unknown> = JSON.parse(google.key);
    const broken = {
      "is no key of a service account (all of it)": google.key.slice(1),
      "is no key of a service account (type)": JSON.stringify({ ...key, type: "authorized_user" }),
      "is no key of a service account (private_key)": JSON.stringify({ ...key, private_key: undefined }),
      "token_uri is no https address": JSON.stringify({ ...key, token_uri: "http://example.org/token" }),
      "private_key is no private key (PKCS #8)": JSON.stringify({
        ...key,
        private_key: String(key["private_key"]).replace("BEGIN PRIVATE", "BEGIN RSA PRIVATE"),
      }),
    };
    const secret = /[\w+/]{60}/;
    for (const [message, text] of Object.entries(broken)) {
      const { code, output, errors } = await run(google, {}, { GOOGLE_SERVICE_ACCOUNT_KEY: text });
      expect([code, output, errors.split(/, expected|; make/)[0]?.trim(), secret.test(errors)]).toEqual([
        1,
        "",
        `GOOGLE_SERVICE_ACCOUNT_KEY: ${message}`,
        false,
      ]);
    }
  });
});
