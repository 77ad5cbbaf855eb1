/** The values of stored rows told at a glance; see `usual-rows.ts`. Each accepts no more than the schema of its name. */
import { LAST_INSTANT } from "./stored-value.ts";

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isShaped(value: unknown, shape: RegExp): value is string {
  return typeof value === "string" && shape.test(value);
}

export function isOneOf(value: unknown, values: readonly string[]): boolean {
  return typeof value === "string" && values.includes(value);
}

export function isText(value: unknown): value is string {
  return typeof value === "string" && !value.includes("\0");
}

export function isInstant(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= LAST_INSTANT;
}

export function isWholeSecond(value: unknown): value is number {
  return isInstant(value) && value % 1_000 === 0;
}

export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
