/** Calendars of other clubs to sessions. */
import { expect, test } from "vitest";
import { toLastingId } from "../../../src/commands/import/lasting-id.ts";
import { readPast } from "./support.ts";

const aCalendar = (...lines: string[]): string =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", "X-WR-TIMEZONE:Europe/Paris", ...lines, "END:VCALENDAR", ""].join(
    "\r\n",
  );
const anEvent = (...lines: string[]): string => ["BEGIN:VEVENT", ...lines, "END:VEVENT"].join("\r\n");
const UID = "UID:4k2h9qj7d3m1n8p5r6s0t2v4w6@google.com";
const ID = "4k2h9qj7d3m1n8p5r6s0t2v4w6";

test("an event of Google Calendar is a session, without the invitation to its meeting", async () => {
  const fence = "-::~:~::~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~::~:~::-";
  const event = anEvent(
    UID,
    "DTSTART:20240314T130000Z",
    "DTEND:20240314T143000Z",
    "CREATED:20240301T090000Z",
    "SUMMARY:PPC #12: Random walks",
    `DESCRIPTION:<p>On <b>trees</b>.</p><p>Speaker: Ada Lovelace (CNRS)</p><br>${fence}<br>Please do not edit this section.<br>${fence}`,
    "LOCATION:Salle 314\\, IHP",
    "X-GOOGLE-CONFERENCE:https://meet.google.com/abc-defg-hij",
  );
  expect(await readPast(aCalendar(event))).toEqual({
    sessions: [
      {
        place: "event 1",
        id: ID,
        number: 12,
        title: "Random walks",
        date: "2024-03-14",
        duration: 90,
        presenters: [{ name: "Ada Lovelace", affiliation: "CNRS" }],
        join: "https://meet.google.com/abc-defg-hij",
        location: "Salle 314, IHP",
        announced: "2024-03-01",
        abstract: "On trees.",
        leftOver: ["an invitation (1 lines): Please do not edit this section."],
      },
    ],
  });
});

test.each([
  ["DTSTART:20240314T130000Z", "2024-03-14", undefined],
  ["DTSTART:20240314T233000Z", "2024-03-15", "00:30"],
  ["DTSTART:20240314T140000", "2024-03-14", undefined],
  ["DTSTART;TZID=America/New_York:20240314T090000", "2024-03-14", undefined],
  ['DTSTART;TZID="Eastern Standard Time":20240314T090000', "2024-03-14", undefined],
  ["DTSTART;TZID=/citadel.org/20260101_1/America/New_York:20240314T090000", "2024-03-14", undefined],
  ["DTSTART;VALUE=DATE:20240314", "2024-03-14", "tba"],
  ["DTSTART;TZID=Europe/Paris:20240331T023000", "2024-03-31", "03:30"],
])("%s is %s at %s in Paris, nothing being the usual 14:00", async (dtstart, date, start) => {
  const read = await readPast(aCalendar(anEvent(UID, dtstart, "SUMMARY:Knots")));
  const time = read.sessions?.map((session) => [session["date"], session["start"]]);
  expect(time).toEqual([[date, start]]);
});

test("a zone of no known name counts as the file defines it", async () => {
  const zone =
    "BEGIN:VTIMEZONE\r\nTZID:Customized Time Zone\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\nTZOFFSETFROM:+0300\r\nTZOFFSETTO:+0300\r\nEND:STANDARD\r\nEND:VTIMEZONE";
  const event = anEvent(UID, "DTSTART;TZID=Customized Time Zone:20250213T180000", "SUMMARY:Knots");
  expect((await readPast(aCalendar(zone, event))).sessions?.[0]?.["start"]).toBe("16:00");
});

test("a zone that nobody knows is not guessed", async () => {
  const event = anEvent(UID, "DTSTART;TZID=Nowhere Time:20250213T180000", "SUMMARY:Knots");
  expect(await readPast(aCalendar(event))).toEqual({
    sessions: [],
    passedOver: ['event 1: is in the zone "Nowhere Time", which is not known and not defined in the file'],
  });
});

test("a series is as many sessions as it had; what was moved keeps the id of the day it was planned for", async () => {
  const series = anEvent(
    UID,
    "DTSTART;TZID=Europe/Paris:20240905T140000",
    "RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=4",
    "EXDATE;TZID=Europe/Paris:20241003T140000",
    "SUMMARY:Reading group",
  );
  const moved = anEvent(
    UID,
    "RECURRENCE-ID;TZID=Europe/Paris:20240919T140000",
    "DTSTART;TZID=Europe/Paris:20240920T140000",
    "SUMMARY:Percolation",
  );
  const { sessions } = await readPast(aCalendar(series, moved));
  expect(sessions?.map(({ id, date, title }) => [id, date, title])).toEqual([
    [`${ID}-20240905`, "2024-09-05", "Reading group"],
    [`${ID}-20240919`, "2024-09-20", "Percolation"],
    [`${ID}-20241017`, "2024-10-17", "Reading group"],
  ]);
});

test("what was moved is told from its series by the instant, in whatever zone the file says it", async () => {
  const series = anEvent(
    UID,
    "DTSTART;TZID=America/New_York:20240905T200000",
    "RRULE:FREQ=WEEKLY;COUNT=2",
    "SUMMARY:Reading group",
  );
  const moved = anEvent(
    UID,
    "RECURRENCE-ID:20240906T000000Z",
    "DTSTART;TZID=America/New_York:20240905T210000",
    "SUMMARY:Percolation",
  );
  const { sessions } = await readPast(aCalendar(series, moved));
  expect(sessions?.map(({ id, date, start, title }) => [id, date, start, title])).toEqual([
    [`${ID}-20240905`, "2024-09-06", "03:00", "Percolation"],
    [`${ID}-20240912`, "2024-09-13", "02:00", "Reading group"],
  ]);
});

test("UNTIL is an instant, also where the file does not define the zone of the series", async () => {
  const series = anEvent(
    UID,
    "DTSTART;TZID=Europe/Paris:20240229T140000",
    "RRULE:FREQ=WEEKLY;UNTIL=20240307T130000Z",
    "SUMMARY:Reading group",
  );
  const { sessions } = await readPast(aCalendar(series));
  expect(sessions?.map(({ date }) => date)).toEqual(["2024-02-29", "2024-03-07"]);
});

test("a series without an end is read for three months ahead", async () => {
  const series = anEvent(UID, "DTSTART:20261001T120000Z", "RRULE:FREQ=MONTHLY", "SUMMARY:Reading group");
  const { sessions, notes } = await readPast(aCalendar(series));
  expect([sessions?.map(({ date }) => date), notes]).toEqual([
    ["2026-10-01", "2026-11-01", "2026-12-01", "2027-01-01", "2027-02-01"],
    ["event 1 repeats without end: read until 2027-02-25"],
  ]);
});

test.each([
  ["STATUS:CANCELLED", "SUMMARY:Knots", "cancelled"],
  ["STATUS:CONFIRMED", "SUMMARY:Canceled: Knots", "cancelled"],
  ["STATUS:TENTATIVE", "SUMMARY:Knots", "tentative"],
  ["STATUS:CONFIRMED", "SUMMARY:Knots (postponed)", "postponed"],
  ["STATUS:CONFIRMED", "SUMMARY:Annullato: Knots", "cancelled"],
])("%s and %s is a session that is %s", async (status, summary, expected) => {
  const { sessions } = await readPast(aCalendar(anEvent(UID, "DTSTART:20240314T130000Z", status, summary)));
  expect(sessions?.map((session) => [session["title"], session["status"]])).toEqual([["Knots", expected]]);
});

test.each([
  [["SUMMARY:Board", "CLASS:PRIVATE"], "is private"],
  [["SUMMARY:No meeting"], '"No meeting": there was no session'],
  [["SUMMARY:TBA"], 'has no title yet ("TBA")'],
  [["SUMMARY:Journal Club: TBA"], 'has no title yet ("Journal Club: TBA")'],
  [["SUMMARY:No seminar (holiday)"], '"No seminar (holiday)": there was no session'],
  [["SUMMARY:School", "DTEND:20240320T130000Z"], '"School" lasts longer than a day'],
])("an event with %j is no session", async (lines, reason) => {
  expect(await readPast(aCalendar(anEvent(UID, "DTSTART:20240314T130000Z", ...lines)))).toEqual({
    sessions: [],
    passedOver: [`event 1: ${reason}`],
  });
});

test("a place that is nothing but an address is where to join, and the event's own page is no meeting", async () => {
  const lines = ["SUMMARY:Knots", "LOCATION:https://events.example/join/1", "URL:https://events.example/1"];
  const { sessions } = await readPast(aCalendar(anEvent(UID, "DTSTART:20240314T130000Z", ...lines)));
  expect(sessions?.map(({ join, location, abstract }) => [join, location, abstract])).toEqual([
    ["https://events.example/join/1", undefined, "<https://events.example/1>"],
  ]);
});

test("a place that is a meeting's address is where to join, and its passcode is shown to nobody", async () => {
  const event = anEvent(
    UID,
    "DTSTART:20240314T130000Z",
    "SUMMARY:Knots",
    "LOCATION:Room 5 (https://zoom.us/j/123)",
    "DESCRIPTION:About knots.\\nPasscode: 4711",
  );
  const { sessions } = await readPast(aCalendar(event));
  expect(sessions?.map(({ join, location, abstract }) => [join, location, abstract])).toEqual([
    ["https://zoom.us/j/123", "Room 5", "About knots."],
  ]);
});

test.each([
  ["s21@ppc.example", "s21"],
  ["4k2h9qj7d3m1n8p5r6s0t2v4w6@google.com", "4k2h9qj7d3m1n8p5r6s0t2v4w6"],
  ["indico-event-4711@indico.example", "indico-event-4711-ypcothl"],
  ["1@a.example", "1-biayqke"],
])("the UID %s is the session id %s", (uid, id) => {
  expect(toLastingId(uid, "ppc.example")).toBe(id);
});

test("two UIDs that differ only in their domain are two ids", () => {
  expect(toLastingId("1@a.example", "ppc.example")).not.toBe(toLastingId("1@b.example", "ppc.example"));
});

test("labels of a description fill their fields; Outlook's own description counts where the plain one is empty", async () => {
  const lines = [
    "Speaker: Ada Lovelace (CNRS)",
    "Paper: Knots (https://arxiv.org/abs/2401.00010)",
    "Slides: https://slides.example/1",
    "Aufzeichnung: https://vimeo.com/76979871",
    "Room: 5",
    "On knots.",
  ];
  const expected = [
    [{ name: "Ada Lovelace", affiliation: "CNRS" }],
    [{ title: "Knots", arxiv: "2401.00010" }],
    "https://slides.example/1",
    "https://vimeo.com/76979871",
    "5",
    "On knots.",
  ];
  for (const description of [
    [`DESCRIPTION:${lines.join("\\n")}`],
    [
      "DESCRIPTION:\\n",
      `X-ALT-DESC;FMTTYPE=text/html:<html><body>${lines.map((line) => `<p>${line}</p>`).join("")}</body></html>`,
    ],
  ]) {
    const event = anEvent(UID, "DTSTART:20240314T130000Z", "SUMMARY:Knots", ...description);
    const { sessions } = await readPast(aCalendar(event));
    expect(
      sessions?.map(({ presenters, papers, slides, replay, location, abstract }) => [
        presenters,
        papers,
        slides,
        replay,
        location,
        abstract,
      ]),
    ).toEqual([expected]);
  }
});

async function readTitled(summary: string, description: string): Promise<unknown> {
  const event = anEvent(UID, "DTSTART:20240314T130000Z", `SUMMARY:${summary}`, `DESCRIPTION:${description}`);
  const { sessions } = await readPast(aCalendar(event));
  return sessions?.map(({ title, presenters, leftOver }) => [title, presenters, leftOver])[0];
}

test("a title that the description names counts, and the event's own is then who presents, or left over", async () => {
  expect(await readTitled("Ada Lovelace", "Title: Knots")).toEqual([
    "Knots",
    [{ name: "Ada Lovelace" }],
    undefined,
  ]);
  expect(await readTitled("March talk", "Title: Knots")).toEqual([
    "Knots",
    undefined,
    ['title: "March talk"'],
  ]);
});

test("the calendar's name, and what stands before three numbers, is the name of the series", async () => {
  const titles = [
    "Lesekreis 7: Knots",
    "Lesekreis 8: Braids",
    "Lesekreis #9 – Rings",
    "Talks of Paris: Groups",
  ];
  const events = titles.map((title, index) =>
    anEvent(`UID:event-${index}@club.example`, "DTSTART:20240314T130000Z", `SUMMARY:${title}`),
  );
  const { sessions } = await readPast(aCalendar("X-WR-CALNAME:Talks of Paris", ...events));
  expect(sessions?.map(({ number, title }) => [number, title])).toEqual([
    [7, "Knots"],
    [8, "Braids"],
    [9, "Rings"],
    [undefined, "Groups"],
  ]);
});

test.each([
  ["Room 5 / Zoom https://zoom.us/j/1", "Room 5"],
  ["Microsoft Teams-Besprechung; Raum 2.14", "Raum 2.14"],
  ["Salle 2, 45 rue d'Ulm, Paris", "Salle 2, 45 rue d'Ulm, Paris"],
])("%s is the room %s", async (place, room) => {
  const location = `LOCATION:${place.replace(/[,;]/g, "\\$&")}`;
  const { sessions } = await readPast(
    aCalendar(anEvent(UID, "DTSTART:20240314T130000Z", "SUMMARY:Knots", location)),
  );
  expect(sessions?.map((session) => session["location"])).toEqual([room]);
});

test("an event with a value that is none is passed over, and no other", async () => {
  const bad = anEvent("UID:bad", "DTSTART;TZID=Europe/Paris:2024RRULE:FREQ=WEEKLY", "SUMMARY:Braids");
  const odd = anEvent(UID, "DTSTART:20240314T130000Z", "CREATED:yesterday", "SUMMARY:Knots");
  const { sessions, passedOver } = await readPast(aCalendar(bad, odd));
  expect([sessions?.map(({ title }) => title), passedOver]).toEqual([
    ["Knots"],
    [expect.stringMatching(/^event 1: holds a value that cannot be read: /)],
  ]);
});

test("half a calendar is refused as a whole", async () => {
  expect(Object.keys(await readPast("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Knots\r\n"))).toEqual([
    "unread",
  ]);
});
