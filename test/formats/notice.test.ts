import { expect, test } from "vitest";
import { toNoticeEntry } from "../../src/formats/notice.ts";
import type { Notice } from "../../src/programme/revision.ts";
import { aNotice, aPublication, aPublishedSession } from "../support/builders.ts";

const JUNE_8 = "Monday 8 June 2026, 13:00–14:30 (America/New_York, UTC−04:00)";
const JUNE_15 = "Monday 15 June 2026, 13:00–14:30 (America/New_York, UTC−04:00)";
const { before, after } = aNotice();

const CASES: [string, Partial<Notice>, string, string[]][] = [
  ["a move", {}, "Moved: S21: Uniform Examples Revisited", [`Now on ${JUNE_15}.`, `Before: ${JUNE_8}.`]],
  [
    "a cancellation",
    { kind: "cancelled", before: after },
    "Cancelled: S21: Uniform Examples Revisited",
    [`${JUNE_15}: this session is cancelled.`],
  ],
  [
    "a postponement with a new date",
    { kind: "postponed" },
    "Postponed: S21: Uniform Examples Revisited",
    [`Postponed to ${JUNE_15}.`, `Before: ${JUNE_8}.`],
  ],
  [
    "a postponement without a new date",
    { kind: "postponed", after: before },
    "Postponed: S21: Uniform Examples Revisited",
    [`Not on ${JUNE_8}: this session is postponed, a new date will be announced.`],
  ],
  [
    "a reinstatement",
    { kind: "reinstated", before: after },
    "Reinstated: S21: Uniform Examples Revisited",
    [`${JUNE_15}: this session takes place after all.`],
  ],
  [
    "a change under the title of that day",
    { title: "Old title", after: before },
    "Moved: S21: Old title",
    [`Now on ${JUNE_8}.`],
  ],
];

test.each(CASES)("%s is told with its date in the first line", (_name, fields, title, lines) => {
  const entry = toNoticeEntry(aNotice(fields), aPublishedSession(), aPublication());
  expect([entry.title, entry.summary, entry.text]).toEqual([
    title,
    lines.join(" "),
    `${lines.join("\n")}\n\nSession page: https://feeds.example.org/sessions/s21`,
  ]);
});

test("a notice is an entry of its own that leads to the session", () => {
  const published = aPublishedSession({ tags: ["Theory"] });
  const { html, text: _text, ...rest } = toNoticeEntry(aNotice({ sequence: 4 }), published, aPublication());
  expect(rest).toEqual({
    kind: "notice",
    id: "tag:example.org,2025:session/s21/notice/4",
    title: "Moved: S21: Uniform Examples Revisited",
    url: "https://feeds.example.org/sessions/s21",
    publishedAt: Date.UTC(2026, 5, 5, 8),
    updatedAt: Date.UTC(2026, 5, 5, 8),
    authors: [{ name: "Grace Example", url: "https://grace.example" }],
    tags: ["Theory"],
    summary: `Now on ${JUNE_15}. Before: ${JUNE_8}.`,
    session: published,
  });
  expect(html).toBe(`<p>Now on ${JUNE_15}.<br />
Before: ${JUNE_8}.</p>
<p>Session page: <a href="https://feeds.example.org/sessions/s21">https://feeds.example.org/sessions/s21</a></p>`);
});

test("a notice reads the same when the session has changed again", () => {
  const later = aPublishedSession({ title: "Another", status: "cancelled", join: "https://meet.example/2" });
  const { html } = toNoticeEntry(aNotice(), aPublishedSession(), aPublication());
  expect(toNoticeEntry(aNotice(), later, aPublication()).html).toBe(html);
});

test("a notice keeps the number that the session had, or had not; of an old one that is not known", () => {
  const renumbered = aPublishedSession({ number: 99 });
  const toTitle = (fields: Partial<Notice>) =>
    toNoticeEntry(aNotice(fields), renumbered, aPublication()).title;
  expect([toTitle({ number: 21 }), toTitle({ number: null }), toTitle({})]).toEqual([
    "Moved: S21: Uniform Examples Revisited",
    "Moved: Uniform Examples Revisited",
    "Moved: S99: Uniform Examples Revisited",
  ]);
});
