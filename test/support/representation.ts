import { createRepresentation, finishTexts, type Representation } from "../../src/http/representation.ts";

/** A representation of texts, each a piece. */
export async function aRepresentation(
  texts: readonly string[],
  contentType = "text/plain",
  lastModified = Date.UTC(2026, 5, 15, 17),
): Promise<Representation> {
  const finished = await finishTexts(texts);
  const pieces = texts.flatMap((text) => finished.get(text) ?? []);
  return await createRepresentation(pieces, contentType, lastModified);
}
