import { expect, test } from "vitest";
import { joinPieces } from "../../src/formats/join-pieces.ts";

test.each([
  ["none", [], ["<>"]],
  ["one", ["a"], ["<a>"]],
  ["several", ["a", "b", "c"], ["<a", "b", "c>"]],
  ["empty ones", ["", ""], ["<", ">"]],
])(
  "parts are pieces, and what stands around them is with the first and the last: %s",
  (_name, parts, pieces) => {
    expect([...joinPieces(["<", ">"], parts)]).toEqual(pieces);
  },
);
