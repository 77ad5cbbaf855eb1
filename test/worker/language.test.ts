/** Languages in workerd: its language data are those of Node, and a club that changes its language floods nobody. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { EXPECTED, say } from "../wording/by-language.ts";
import { at, deploy, readEntries, readText, shipped, show, takeBack } from "./deployment.ts";
import { runCron } from "./support.ts";

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 5, 10), toFake: ["Date"] });
  show();
});
afterEach(takeBack);

test.each(Object.entries(EXPECTED))("dates and lists in %s are the same as in Node", (tag, expected) => {
  expect(say(tag)).toEqual(expected);
});

/** What readers and calendars tell things apart by, and every date they see. */
async function readIdentity() {
  const [atom, calendar] = [await readText("/atom.xml"), await readText("/calendar.ics")];
  return {
    entries: await readEntries(),
    dates: atom.match(/<(?:id|updated|published)>[^<]*/g),
    events: calendar.match(/^(?:UID|SEQUENCE|DTSTAMP|CREATED|LAST-MODIFIED):.*/gm),
  };
}

test("a club that changes its language keeps every id, date and sequence, and its words change", async () => {
  await runCron();
  const { club, sessions } = shipped;
  const moved = {
    ...sessions[1]!,
    startsAt: sessions[1]!.startsAt + 3_600_000,
    endsAt: sessions[1]!.endsAt + 3_600_000,
  };
  await deploy({ sessions: [sessions[0]!, moved] });
  await runCron();
  at(Date.UTC(2026, 5, 17));
  show({ id: "videoS2100A", title: "S21 | Uniform Examples", published: "2026-06-16T09:00:00+00:00" });
  await runCron();
  const before = await readIdentity();
  at(Date.UTC(2026, 5, 20));
  await deploy({ club: { ...club, language: "de" } });
  await runCron();
  expect(await readIdentity()).toEqual(before);
  expect((await readText("/rss.xml")).match(/<title>[^<]*/g)).toEqual([
    "<title>Example Reading Group",
    "<title>Aufzeichnung: S21: Uniform Examples Revisited",
    "<title>Verlegt: S21: Uniform Examples Revisited",
    "<title>S21: Uniform Examples Revisited",
    "<title>S20: Entropy of Examples",
  ]);
});
