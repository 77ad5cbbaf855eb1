import * as v from "valibot";

/** What JSON holds, in a column or an answer; null where it cannot be read. */
export function parseJson<T>(text: string, schema: v.GenericSchema<T>): T | null {
  try {
    const value: unknown = JSON.parse(text);
    return v.is(schema, value) ? value : null;
  } catch {
    return null;
  }
}
