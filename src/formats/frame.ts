/**
 * What a package writes of one thing, as a frame for all of its kind: texts go into its places.
 *
 * Packages know what an item of a feed or an event of a calendar looks like. Each is asked for one whose texts are places
 * (`frames/make-frame.ts`), at build: the Worker has what they wrote, and none of them. No text passes through a package, and
 * nothing that it would do to a text has to be undone.
 */

/** Texts, escaped for where they stand. What may be missing, or be there several times, is a list. */
export type Texts = { readonly [name: string]: string | readonly (string | Texts)[] };

/** For these texts, in their order of appearance. */
export interface Frame<T extends Texts> {
  readonly pieces: readonly Piece[];
  /** Never there: by it the compiler tells frames apart. */
  readonly of?: T;
}

/** What stands in every one; the place of a text; or what is there for each of a list. */
export type Piece = string | readonly [place: string] | readonly [list: string, each: readonly Piece[]];

/** A thing with these texts. */
export function fillFrame<T extends Texts>({ pieces }: Frame<T>, texts: NoInfer<T>): string {
  return fill(pieces, texts);
}

/** The same in two: what stands before the place of one of its texts, and what behind. That text is in neither. */
export function fillAround<T extends Texts>(
  { pieces }: Frame<T>,
  place: keyof T,
  texts: NoInfer<T>,
): [before: string, behind: string] {
  const at = pieces.findIndex((piece) => typeof piece !== "string" && piece[0] === place);
  return [fill(pieces.slice(0, at), texts), fill(pieces.slice(at + 1), texts)];
}

function fill(pieces: readonly Piece[], texts: Texts | string): string {
  let filled = "";
  for (const piece of pieces) {
    if (typeof piece === "string") {
      filled += piece;
      continue;
    }
    const [name, each] = piece;
    const found = typeof texts === "string" ? texts : (texts[name] ?? "");
    if (typeof found === "string") filled += found;
    else for (const one of found) filled += fill(each ?? [], one);
  }
  return filled;
}

/** A text that may be missing. */
export function toOptional(text = ""): string[] {
  return text === "" ? [] : [text];
}
