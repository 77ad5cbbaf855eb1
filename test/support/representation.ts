import { PieceMaker, type FindDeflated, type Piece } from "../../src/http/pieces.ts";
import { createRepresentation, type Representation } from "../../src/http/representation.ts";

/** The pieces of a body, and no more of it. */
export async function makePieces(
  texts: readonly string[],
  findDeflated?: FindDeflated,
  maker = new PieceMaker(),
): Promise<Piece[]> {
  const pieces: Piece[] = [];
  for (const text of texts) pieces.push(...(await maker.make(text, findDeflated)));
  maker.end();
  return pieces;
}

/** A representation of texts, each a piece. */
export async function aRepresentation(
  texts: readonly string[],
  contentType = "text/plain",
  lastModified = Date.UTC(2026, 5, 15, 17),
): Promise<Representation> {
  return await createRepresentation(await makePieces(texts), contentType, lastModified);
}
