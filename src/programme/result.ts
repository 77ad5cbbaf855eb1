/** A value or a tagged reason why there is none. Exceptions are kept for programmers' mistakes. */
export type Result<T, E extends { reason: string }> = { ok: true; value: T } | { ok: false; error: E };

export function succeed<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function fail<E extends { reason: string }>(error: E): { ok: false; error: E } {
  return { ok: false, error };
}
