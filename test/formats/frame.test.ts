import { describe, expect, test } from "vitest";
import { fillAround, fillFrame } from "../../src/formats/frame.ts";
import { setElements } from "../../src/formats/frames/feed-options.ts";
import { makeFrame } from "../../src/formats/frames/make-frame.ts";

type Person = { name: string; at: string[] };
type Letter = { title: string; people: Person[]; notes: string[] };

const write = ({ title, people, notes }: Letter) =>
  [
    `<${title}>`,
    ...people.flatMap(({ name, at }) => [` ${name}:`, ...at.map((place) => `  ${place}`), ` (${name})`]),
    ...notes,
    `</${title}>`,
  ]
    .map((line) => `${line}\n`)
    .join("");

const LETTER = { title: "", people: [{ name: "", at: [""] }], notes: [""] };

const a = (title: string, people: Person[] = [], notes: string[] = []): Letter => ({ title, people, notes });

describe("a frame that is filled is what the package would have written", () => {
  test.each([
    ["nothing in any list", a("A")],
    ["one in each", a("A", [{ name: "B", at: ["C"] }], ["D"])],
    [
      "several",
      a(
        "A",
        [
          { name: "B", at: ["C", "D", "E"] },
          { name: "F", at: [] },
          { name: "G", at: ["H"] },
        ],
        ["I", "J"],
      ),
    ],
    ["texts that look like places, or like patterns", a("place:title.", [{ name: "$&", at: ["place:."] }])],
    ["texts that are empty", a("", [{ name: "", at: [""] }], [""])],
    ["a text of several lines", a("A\n</A>", [], [" B:\n"])],
  ])("%s", (_name, texts) => {
    expect(fillFrame(makeFrame(LETTER, write), texts)).toBe(write(texts));
  });
});

test("a frame is filled around the place of a text, or of a list, which is left out", () => {
  const frame = makeFrame(LETTER, write);
  const letter = a("A", [{ name: "B", at: ["C"] }], ["D"]);
  expect([fillAround(frame, "people", letter), fillAround(frame, "title", letter)]).toEqual([
    ["<A>\n", "D\n</A>\n"],
    ["<", ">\n B:\n  C\n (B)\nD\n</A>\n"],
  ]);
});

test("a frame is data", () => {
  const frame = makeFrame(LETTER, write);
  expect(JSON.parse(JSON.stringify(frame))).toEqual(frame);
});

test("a list whose texts share a line with others makes no frame", () => {
  expect(() => makeFrame({ names: [""] }, ({ names }) => `Dear ${names.join(" and ")},\n`)).toThrow(
    '"names" does not stand in lines of its own: Dear place:.,',
  );
});

test("an element is given another text, and none of the same name behind it", () => {
  const document = "<a>\n<title><![CDATA[x]]></title>\n<b>1</b>\n<title>y</title>\n</a>";
  expect(setElements(document, { title: "$&", b: "" })).toBe(
    "<a>\n<title>$&</title>\n<b></b>\n<title>y</title>\n</a>",
  );
});
