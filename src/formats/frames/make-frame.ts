/** Frames (`../frame.ts`) from what a package writes. */
import type { Frame, Piece, Texts } from "../frame.ts";

/** What a package leaves as it is, in a text, an address and a content line. */
const toPlace = (name: string): string => `place:${name}.`;
const PLACE = /place:(\w*)\./;

/**
 * The frame of one kind of thing.
 *
 * What belongs to a list is told by letting the package write again, without it: it has to stand in lines of its own.
 *
 * @param names of the texts, which may be anything here; of every list one
 * @param write lets the package write one, from places that may each stand anywhere, and often
 */
export function makeFrame<T extends Texts>(names: T, write: (places: T) => string): Frame<T> {
  const places = toPlaces(names);
  const writeLines = (changed: Texts): string[] =>
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- of the same names
    write(changed as T).split(/(?<=\n)/);
  const lines = writeLines(places);
  return { pieces: toPieces(lines, 0, lines.length, findStretches(places, writeLines)) };
}

/** Of a text in a list there is no other name. */
function toPlaces(texts: Texts): Texts {
  const entries = Object.entries(texts).map(([name, part]): [string, Texts[string]] => [
    name,
    typeof part === "string"
      ? toPlace(name)
      : part.map((one) => (typeof one === "string" ? toPlace("") : toPlaces(one))),
  ]);
  return Object.fromEntries(entries);
}

/** The lines that are there for each of a list, and within them those of lists that each of it has. */
interface Stretch {
  list: string;
  from: number;
  to: number;
  within: Stretch[];
}

function findStretches(places: Texts, writeLines: (changed: Texts) => string[]): Stretch[] {
  const lines = writeLines(places);
  const stretches = Object.entries(places).flatMap(([list, part]): Stretch[] => {
    if (typeof part === "string") return [];
    const without = writeLines({ ...places, [list]: [] });
    const from = lines.findIndex((line, at) => line !== without[at]);
    const to = from + lines.length - without.length;
    if (to <= from || lines.slice(to).join("") !== without.slice(from).join(""))
      throw new Error(`"${list}" does not stand in lines of its own: ${lines.join("")}`);
    const [one] = part;
    const within =
      typeof one === "object"
        ? findStretches(one, (changed) => writeLines({ ...places, [list]: [changed] }))
        : [];
    return [{ list, from, to, within }];
  });
  return stretches.toSorted((a, b) => a.from - b.from);
}

function toPieces(lines: string[], from: number, to: number, stretches: Stretch[]): Piece[] {
  let done = from;
  const pieces = stretches.flatMap((stretch): Piece[] => {
    const before = toPlain(lines.slice(done, stretch.from));
    done = stretch.to;
    return [...before, [stretch.list, toPieces(lines, stretch.from, stretch.to, stretch.within)]];
  });
  return [...pieces, ...toPlain(lines.slice(done, to))];
}

/** What has no list in it. */
function toPlain(lines: string[]): Piece[] {
  return lines
    .join("")
    .split(PLACE)
    .map((part, at): Piece => (at % 2 === 0 ? part : [part]))
    .filter((piece) => piece !== "");
}
