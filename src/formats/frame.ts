/**
 * What a package writes of one thing, as a frame for all of its shape: texts go into its places.
 *
 * Packages know what an item of a feed or an event of a calendar looks like. Each is asked once a shape, for one whose texts
 * are places; so of fifty items or a thousand events it writes one or two. No text passes through it, and nothing that it
 * would do to a text has to be undone.
 */

/** Texts, escaped for where they stand. What may be missing, or be there several times, is a list. */
export type Texts = string | readonly Texts[] | { readonly [name: string]: Texts };

/** A text that may be missing. */
export function toOptional(text = ""): string[] {
  return text === "" ? [] : [text];
}

/** What a package leaves as it is, in a text, an address and a content line. */
const toPlace = (number: number): string => `place:${number}.`;
const PLACE = /place:(\d+)\./;

/** What stands before the first place, and each place with what stands behind it. */
interface Frame {
  start: string;
  places: { number: number; after: string }[];
}

/** The frames of one kind of thing. There are as many as there are shapes: of a club's sessions few. */
export class Frames<T extends Exclude<Texts, string>> {
  readonly #write: (places: T) => string;
  readonly #known = new Map<string, Frame>();

  /** @param write lets the package write one, from places in the shape of the texts; each may stand anywhere, and often */
  constructor(write: (places: T) => string) {
    this.#write = write;
  }

  /** A thing with these texts. */
  fill(texts: T): string {
    const all: string[] = [];
    const shape = collect(texts, all);
    let frame = this.#known.get(shape);
    if (frame === undefined) {
      frame = toFrame(this.#write(toPlaces(texts)));
      this.#known.set(shape, frame);
    }
    let filled = frame.start;
    for (const { number, after } of frame.places) filled += (all[number] ?? "") + after;
    return filled;
  }
}

/** Puts every text into a list, in their order, and tells how long each list of them is: the shape. */
function collect(texts: Exclude<Texts, string>, all: string[]): string {
  let shape = "";
  for (const part of Object.values(texts))
    if (typeof part === "string") all.push(part);
    else shape += collect(part, all);
  return Array.isArray(texts) ? `(${shape}${texts.length})` : shape;
}

/** The same with places for texts, numbered in their order. */
function toPlaces<T extends Texts>(texts: T): T {
  let count = 0;
  const places = JSON.stringify(texts, (_name, part: unknown) =>
    typeof part === "string" ? toPlace(count++) : part,
  );
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- of the same shape
  return JSON.parse(places) as T;
}

function toFrame(written: string): Frame {
  const [start = "", ...rest] = written.split(PLACE);
  const places: Frame["places"] = [];
  for (let at = 0; at < rest.length; at += 2)
    places.push({ number: Number(rest[at]), after: rest[at + 1] ?? "" });
  return { start, places };
}
