/**
 * The pieces of finished representations in SQLite. One that is as it was is neither compressed nor written again.
 *
 * Each is known by its stamp, its digest and its lengths: what the row of the representation says of it and what is in its
 * own row must agree. So what was damaged is never read: all pieces are dropped, and written again.
 */
import * as v from "valibot";
import type { Piece } from "../../http/pieces.ts";
import { PIECE } from "./rows.ts";

type Deflated = Piece["deflated"];

export class PieceTable {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** Those with these stamps; null where they are others, or cannot be read. */
  read(key: string, stamps: string): Piece[] | null {
    const pieces = this.#sql
      .exec("SELECT * FROM kept_piece WHERE key = ? ORDER BY position", key)
      .toArray()
      .filter((row) => v.is(PIECE.schema, row))
      .map(({ digest, deflated, bytes }): Piece => ({
        digest,
        deflated: new Uint8Array(deflated),
        bytes: new Uint8Array(bytes),
      }));
    return toStamps(pieces) === stamps ? pieces : null;
  }

  /** What finds the compressed bytes of a piece among those with these stamps, by its digest. */
  openDeflated(key: string, stamps: string): (digest: string) => Deflated | null {
    const known = new Map(toList(stamps).map((stamp, position) => [toDigest(stamp), { stamp, position }]));
    return (digest) => {
      const found = known.get(digest);
      if (found === undefined) return null;
      const query = "SELECT deflated FROM kept_piece WHERE key = ? AND position = ? AND digest = ?";
      const deflated = this.#sql.exec(query, key, found.position, digest).toArray()[0]?.["deflated"];
      return deflated instanceof ArrayBuffer && found.stamp.endsWith(`-${deflated.byteLength}`)
        ? new Uint8Array(deflated)
        : null;
    };
  }

  /**
   * In the place of those that the key had.
   *
   * @param before the stamps of those. Whether one is damaged is not looked at here: who reads it finds out
   */
  write(key: string, pieces: readonly Piece[], before: string): void {
    const known = toList(before);
    for (const [position, piece] of pieces.entries()) {
      if (known[position] === toStamp(piece)) continue;
      this.#sql.exec(
        "INSERT OR REPLACE INTO kept_piece (key, position, digest, deflated, bytes) VALUES (?, ?, ?, ?, ?)",
        key,
        position,
        piece.digest,
        piece.deflated,
        piece.bytes,
      );
    }
    if (known.length > pieces.length)
      this.#sql.exec("DELETE FROM kept_piece WHERE key = ? AND position >= ?", key, pieces.length);
  }

  drop(key: string): void {
    this.#sql.exec("DELETE FROM kept_piece WHERE key = ?", key);
  }
}

/** The stamps of pieces, as one text. */
export function toStamps(pieces: readonly Piece[]): string {
  return pieces.map(toStamp).join(" ");
}

function toList(stamps: string): string[] {
  return stamps === "" ? [] : stamps.split(" ");
}

function toStamp({ digest, bytes, deflated }: Piece): string {
  return `${digest}-${bytes.byteLength}-${deflated.byteLength}`;
}

function toDigest(stamp: string): string {
  return stamp.replace(/-.*/, "");
}
