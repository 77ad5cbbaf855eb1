/**
 * The pieces of finished representations in SQLite. One that is as it was is neither compressed nor written again.
 *
 * Each is known by its stamp, its digest and its lengths: what the row of the representation says of it and what is in its
 * own row must agree, so that what was damaged is not taken for written already.
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
    const known = this.#readStamps(key);
    const positions = new Map<string, number>();
    for (const [position, stamp] of stamps.split(" ").entries())
      if (known.get(position) === stamp) positions.set(toDigest(stamp), position);
    return (digest) => {
      const position = positions.get(digest);
      if (position === undefined) return null;
      const query = "SELECT deflated FROM kept_piece WHERE key = ? AND position = ?";
      const deflated = this.#sql.exec(query, key, position).toArray()[0]?.["deflated"];
      return deflated instanceof ArrayBuffer ? new Uint8Array(deflated) : null;
    };
  }

  /** In the place of those that the key had. */
  write(key: string, pieces: readonly Piece[]): void {
    const known = this.#readStamps(key);
    for (const [position, piece] of pieces.entries()) {
      if (known.get(position) === toStamp(piece)) continue;
      this.#sql.exec(
        "INSERT OR REPLACE INTO kept_piece (key, position, digest, deflated, bytes) VALUES (?, ?, ?, ?, ?)",
        key,
        position,
        piece.digest,
        piece.deflated,
        piece.bytes,
      );
    }
    if (known.keys().some((position) => position >= pieces.length))
      this.#sql.exec("DELETE FROM kept_piece WHERE key = ? AND position >= ?", key, pieces.length);
  }

  drop(key: string): void {
    this.#sql.exec("DELETE FROM kept_piece WHERE key = ?", key);
  }

  /** By position. SQLite tells a length without reading the bytes. */
  #readStamps(key: string): Map<number, string | null> {
    const query = `SELECT position, digest || '-' || length(bytes) || '-' || length(deflated) AS stamp
      FROM kept_piece WHERE key = ?`;
    const rows = this.#sql.exec<{ position: number; stamp: string | null }>(query, key).toArray();
    return new Map(rows.map(({ position, stamp }) => [position, stamp]));
  }
}

/** The stamps of pieces, as one text. */
export function toStamps(pieces: readonly Piece[]): string {
  return pieces.map(toStamp).join(" ");
}

function toStamp({ digest, bytes, deflated }: Piece): string {
  return `${digest}-${bytes.byteLength}-${deflated.byteLength}`;
}

function toDigest(stamp: string): string {
  return stamp.replace(/-.*/, "");
}
