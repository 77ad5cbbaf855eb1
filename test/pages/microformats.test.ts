/** Pages as microformats-parser reads them. */
import { mf2 } from "microformats-parser";
import { expect, test } from "vitest";
import { WHOLE } from "../../src/programme/selection.ts";
import {
  aPublication,
  aPublishedProgramme,
  aPublishedSession,
  aReplayedSession,
} from "../support/builders.ts";
import { textOf } from "../support/documents.ts";

const past = aReplayedSession({
  id: "s20",
  number: 20,
  title: "Past",
  date: "2026-06-08",
  startsAt: Date.UTC(2026, 5, 8, 17),
  endsAt: Date.UTC(2026, 5, 8, 18, 30),
});
const next = aPublishedSession({
  location: "Room 1",
  tags: ["Theory"],
  presenters: [
    { name: "Grace Example", affiliation: "Example University", url: "https://grace.example" },
    { name: "Max Example", x: "max" },
  ],
  chair: [{ name: "Ada Example" }],
});
const publication = aPublication({ programme: aPublishedProgramme({ sessions: [past, next] }) });

function read(name: string, session?: string) {
  const html = textOf(name, publication, session === undefined ? WHOLE : { ...WHOLE, session });
  return mf2(html, { baseUrl: "https://feeds.example.org/" }).items;
}

const PICTURE = "https://feeds.example.org/thumbnails/videoAAAAA0.jpg";
const NEXT = {
  name: ["S21: Uniform Examples Revisited"],
  url: ["https://feeds.example.org/sessions/s21"],
  start: ["2026-06-15T17:00:00Z"],
  end: ["2026-06-15T18:30:00Z"],
};
const PAST = {
  name: ["S20: Past"],
  url: ["https://feeds.example.org/sessions/s20"],
  start: ["2026-06-08"],
};

test("the home page is a feed of events", () => {
  expect(read("home")).toEqual([
    {
      type: ["h-feed"],
      id: "main",
      properties: { name: ["Example Reading Group"] },
      children: [
        {
          type: ["h-event"],
          properties: { ...NEXT, location: ["Room 1"], summary: ["What the examples show."] },
        },
        { type: ["h-event"], properties: { ...PAST, photo: [PICTURE] } },
      ],
    },
  ]);
});

test("the programme for other sites is one too", () => {
  expect(read("embed")).toEqual([
    {
      type: ["h-feed"],
      properties: { name: ["Example Reading Group"], url: ["https://feeds.example.org/"] },
      children: [
        { type: ["h-event"], properties: NEXT },
        { type: ["h-event"], properties: { ...PAST, photo: [PICTURE] } },
      ],
    },
  ]);
});

test("a session's page is an event with its people, place and words", () => {
  const [event] = read("session", "s21");
  expect(event).toEqual({
    type: ["h-event"],
    properties: {
      ...NEXT,
      name: ["Uniform Examples Revisited"],
      location: ["Room 1"],
      summary: ["What the examples show."],
      content: [{ html: "<p>What the examples show.</p>", value: "What the examples show." }],
      category: ["Theory"],
      organizer: [
        {
          type: ["h-card"],
          value: "Example Reading Group",
          properties: { name: ["Example Reading Group"], url: ["https://example.org"] },
        },
      ],
      author: [
        {
          type: ["h-card"],
          value: "Grace Example",
          properties: {
            name: ["Grace Example"],
            url: ["https://grace.example"],
            org: ["Example University"],
          },
        },
        {
          type: ["h-card"],
          value: "Max Example",
          properties: { name: ["Max Example"], url: ["https://x.com/max"] },
        },
      ],
    },
    children: [{ type: ["h-card"], properties: { name: ["Ada Example"] } }],
  });
});

test("the picture of a replay is the event's", () => {
  expect(read("session", "s20")[0]?.properties["photo"]).toEqual([PICTURE]);
});
