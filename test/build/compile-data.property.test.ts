/** Whatever a file holds, the compiler answers with a value: data, or mistakes that name a line of the file. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileData } from "../../src/build/compile-data.ts";
import { aClubFile } from "./data-files.ts";

const PIECES = [
  "---\n",
  "id: s1\n",
  "title: T\n",
  "date: 2026-06-15\n",
  "start: 02:30\n",
  "date: 2026-03-08\n",
  "papers:\n",

  "  - title: P\n",
  "    arxiv: 2506.20640\n",
  "  - ",
  "x: @y\n",
  "? ",
  ": ",
  "&a ",
  "*a ",
  "!t ",
  "[",
  "]",
  "{",
  "}",

  '"',
  "'",
  "|\n",
  ">\n",
  "#",
  "\t",
  "\r\n",
  "\u0000",
  "\ud83e",
  "🤔",
  "$",
  "`",
  "<b>",
  "](javascript:x)",
  "__proto__: 1\n",
];
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join("")),
  fc
    .array(fc.constantFrom(...PIECES), { maxLength: 20 })
    .map((pieces) => `---\n${pieces.join("")}\n---\n${pieces.join("")}`),
  fc
    .array(fc.constantFrom(...PIECES), { maxLength: 12 })
    .map((pieces) => `---\nid: s1\ntitle: T\ndate: 2026-06-15\n---\n${pieces.join("")}`),
);

/** What compiling these files gives, or the mistakes that name no line of theirs. */
function misplacedMistakes(club: string, session: string): unknown {
  const files = [
    { path: "data/club.yaml", text: club },
    { path: "data/sessions/one.md", text: session },
  ];
  const compiled = compileData(files);
  if (compiled.ok) return [];
  return compiled.error.mistakes.filter(({ path, line, message }) => {
    const lines = files.find((file) => file.path === path)?.text.split("\n").length ?? 0;
    return line < 1 || line > lines || message === "";
  });
}

describe("compileData", () => {
  it("never throws on a session file", () => {
    const club = aClubFile().text;
    fc.assert(
      fc.property(anyText, (text) => {
        expect(misplacedMistakes(club, text)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("never throws on a club file", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(misplacedMistakes(text, "")).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
