import type * as z from "zod/mini";

/** What JSON holds, in a column or an answer; null where it cannot be read. */
export function parseJson<T>(text: string, schema: z.ZodMiniType<T>): T | null {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
