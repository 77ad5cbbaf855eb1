import { PieceMaker } from "../../src/http/pieces.ts";
import { createRepresentation, type Representation } from "../../src/http/representation.ts";

/** A representation of texts, each a piece. */
export async function aRepresentation(
  texts: readonly string[],
  contentType = "text/plain",
  lastModified = Date.UTC(2026, 5, 15, 17),
): Promise<Representation> {
  return await createRepresentation(await new PieceMaker().make(texts), contentType, lastModified);
}
