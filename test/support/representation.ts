import { toEnd } from "../../src/programme/steps.ts";
import { PieceMaker, type FindDeflated, type Piece } from "../../src/http/pieces.ts";
import { createRepresentation, type Representation } from "../../src/http/representation.ts";

/** The pieces of a body, and no more of it. */
export function makePieces(
  texts: readonly string[],
  findDeflated: FindDeflated = () => null,
  maker = new PieceMaker(),
): Piece[] {
  return toEnd(maker.make(texts, () => findDeflated));
}

/** A representation of texts, each a piece. */
export function aRepresentation(
  texts: readonly string[],
  contentType = "text/plain",
  lastModified = Date.UTC(2026, 5, 15, 17),
): Representation {
  return createRepresentation(makePieces(texts), contentType, lastModified);
}
