/**
 * A long document in pieces, of which most stay as they are when one session changes: those are neither compressed nor stored
 * again. So pieces follow dates: a replay is among the newest entries of a feed, and in the calendar it changes one year.
 */

/**
 * Parts of a document, each a piece.
 *
 * @param around what stands before the first, and in its piece; and what behind the last
 */
export function* joinPieces(
  around: readonly [before: string, behind: string],
  parts: Iterable<string>,
): Generator<string, void> {
  let [piece, behind] = around;
  let isFirst = true;
  for (const part of parts) {
    if (!isFirst) {
      yield piece;
      piece = "";
    }
    piece += part;
    isFirst = false;
  }
  yield piece + behind;
}
