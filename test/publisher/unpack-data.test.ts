import { expect, test, vi } from "vitest";
import { packData } from "../../src/build/pack-data.ts";
import { toSearchMark } from "../../src/programme/search-result.ts";
import { toShownSession, toTextMark } from "../../src/programme/shown-session.ts";
import { unpackData } from "../../src/publisher/unpack-data.ts";
import { createRandom } from "../simulation/random.ts";
import { aClub, aSession } from "../support/builders.ts";

const SESSIONS = [
  aSession({ id: "s1", abstract: { html: "<p>é</p>", text: "é" } }),
  { ...aSession({ id: "s2", abstract: { html: "", text: "" } }), written: { title: "$x$" } },
];
const VIDEOS = [{ id: "videoAAAAA0", title: "A", description: "", isShort: false }];
const HEAD = {
  club: aClub(),
  push: { hooks: [], hubs: [] },
  transcripts: {},
  fingerprint: "a",
  build: "b",
};

function pack(sessions = SESSIONS) {
  const packed = packData({ sessions, videos: VIDEOS });
  const [first, second] = [packed["sessions.bin"], packed["abstracts.bin"]].map(
    (bytes) => Uint8Array.from(bytes).buffer,
  );
  return { sessions: first!, abstracts: second! };
}

test("what was packed is unpacked, with its members in their order", () => {
  const { sessions, abstracts } = pack();
  const unpacked = unpackData(HEAD, sessions, abstracts);
  expect(JSON.stringify([unpacked.sessions, unpacked.videos, unpacked.club])).toBe(
    JSON.stringify([SESSIONS, VIDEOS, HEAD.club]),
  );
});

test("of many sessions one block is unpacked for those that are asked for together, and each has its own abstract", () => {
  const many = Array.from({ length: 40 }, (_, index) => {
    const text = `On ${index}. ${"é".repeat(200_000)}`;
    return aSession({ id: `s${index}`, abstract: { html: `<p>${index}`, text } });
  });
  const { sessions, abstracts } = pack(many);
  const unpacked = unpackData(HEAD, sessions, abstracts).sessions;
  void unpacked[0]?.title;
  const parse = vi.spyOn(JSON, "parse");
  const read = (index: number) => unpacked[index]?.abstract.html;
  const found = [read(17), read(31), read(16), read(0), read(39), read(17), read(0)];
  expect([found, parse.mock.calls.length]).toEqual([
    ["<p>17", "<p>31", "<p>16", "<p>0", "<p>39", "<p>17", "<p>0"],
    // Three blocks, two of which are asked for again when they are kept no more.
    5,
  ]);
  parse.mockRestore();
});

test("of a past that is longer than what is kept one end is kept, and not all that was gone through", () => {
  const random = createRandom(1);
  const toText = () => Array.from({ length: 6_000 }, () => random.next().toString(36)).join("");
  const long = Array.from({ length: 33 }, (_, index) => {
    return aSession({ id: `s${index}`, abstract: { html: "", text: toText() } });
  });
  const { sessions, abstracts } = pack(long);
  const unpacked = unpackData(HEAD, sessions, abstracts).sessions;
  void unpacked[0]?.title;
  const parse = vi.spyOn(JSON, "parse");
  for (const index of [0, 1, 16, 17, 32, 17]) void unpacked[index]?.abstract;
  expect(parse.mock.calls.length).toBe(4);
  parse.mockRestore();
});

test("nothing is unpacked before it is asked for", () => {
  const parse = vi.spyOn(JSON, "parse");
  const { sessions, abstracts } = pack();
  const unpacked = unpackData(HEAD, sessions, abstracts);
  const atFirst = parse.mock.calls.length;
  const [session] = unpacked.sessions;
  const withSessions = parse.mock.calls.length;
  void session?.abstract;
  void unpacked.sessions[1]?.abstract;
  expect([atFirst, withSessions, parse.mock.calls.length]).toEqual([0, 1, 2]);
  parse.mockRestore();
});

test("the marks are those of the build: no abstract is read for them", () => {
  const { sessions, abstracts } = pack();
  const unpacked = unpackData(HEAD, sessions, abstracts.slice(0, 0));
  expect(unpacked.sessions.map(toTextMark)).toEqual(SESSIONS.map(toTextMark));
  expect(unpacked.sessions.map(toSearchMark)).toEqual(SESSIONS.map(toSearchMark));
});

test("what is shown of an unpacked session is what was shown before", () => {
  const { sessions, abstracts } = pack();
  const unpacked = unpackData(HEAD, sessions, abstracts);
  expect(JSON.stringify(unpacked.sessions.map(toShownSession))).toBe(
    JSON.stringify(SESSIONS.map(toShownSession)),
  );
});
