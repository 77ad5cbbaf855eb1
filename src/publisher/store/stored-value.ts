/**
 * The values that stored rows are made of, as schemas: what they accept is safe to publish from.
 */
import * as z from "zod/mini";
import { isTimeZone } from "../../programme/civil-time.ts";
import type { FeedIdentity } from "../../sources/channel-feed.ts";

/** The last millisecond of the year 9999: RFC 3339 and iCalendar write years of four digits. */
export const LAST_INSTANT = 253_402_300_799_999;

export const SESSION_ID_SHAPE = /^[\da-z][\da-z-]{0,63}$/;
export const VIDEO_ID_SHAPE = /^[\w-]{11}$/;
/** The same, or what stands for a video on another site. */
export const NAMED_VIDEO_ID_SHAPE = /^(?:[\w-]{11}|[a-z]+\.[\w.-]{1,150})$/;
export const IDENTITY_SHAPE = /^(?:channel|playlist):[\w-]+$/;
/** Its kind and address. */
export const FEED_NAME_SHAPE = /^(?:youtube|custom|sample) https?:/;
export const ENTRY_KEY_SHAPE = /^(?:session\/[\da-z-]+(?:\/notice\/\d+)?|video\/[\w.-]{1,200}(?:\/replay)?)$/;
export const STATUSES = ["scheduled", "tentative", "cancelled", "postponed"] as const;
export const MATCH_RULES = ["replay", "identifier", "number", "title"] as const;

export const INSTANT = z.int().check(z.gte(0), z.lte(LAST_INSTANT));
export const WHOLE_SECOND = INSTANT.check(z.multipleOf(1_000));
export const COUNT = z.int().check(z.gte(0), z.lte(Number.MAX_SAFE_INTEGER));
export const FLAG = z.literal([0, 1]);

/** NUL is in no text that was ever published; it is a sign of damage. */
export const TEXT = z.string().check(z.refine((value) => !value.includes("\0"), "expected text without NUL"));
export const NAME = TEXT.check(z.minLength(1));
export const SESSION_ID = z.string().check(z.regex(SESSION_ID_SHAPE));
export const VIDEO_ID = z.string().check(z.regex(VIDEO_ID_SHAPE));
export const NAMED_VIDEO_ID = z.string().check(z.regex(NAMED_VIDEO_ID_SHAPE));
export const TIME_ZONE = z.string().check(z.refine(isTimeZone, "expected a time zone"));
export const WEB_ADDRESS = z
  .string()
  .check(z.refine((value) => /^https?:$/.test(URL.parse(value)?.protocol ?? ""), "expected a web address"));
export const IDENTITY = z.custom<FeedIdentity>(
  (value) => typeof value === "string" && IDENTITY_SHAPE.test(value),
  "expected channel:ID or playlist:ID",
);

/**
 * A column of JSON. The value is handed on as it was written: zod would put the members in its own order, and order is
 * part of a fingerprint.
 */
export function json<T>(schema: z.ZodMiniType<T>) {
  return z.pipe(
    z.string(),
    z.transform((text: string, payload): T => {
      const value = parseJson(text);
      const checked = schema.safeParse(value);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it was checked
      if (value !== undefined && checked.success) return value as T;
      const issues = checked.error?.issues ?? [{ code: "custom", path: [], message: "expected JSON" }];
      for (const { path, ...issue } of issues) {
        payload.issues.push({ code: "custom", input: text, path, message: describeIssue(issue) });
      }
      return z.NEVER;
    }),
  );
}

/** Undefined where the text is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What was expected and where, never what was found: the status is public. */
export function describeFault({ issues: [issue] }: z.core.$ZodError): string {
  if (issue === undefined) return "unreadable";
  return [issue.path.join("."), describeIssue(issue)].filter((part) => part !== "").join(": ");
}

type Issue = Pick<z.core.$ZodIssue, "code" | "message"> & {
  expected?: unknown;
  values?: unknown[];
  format?: unknown;
};

function describeIssue({ code, message, expected, values, format }: Issue): string {
  if (code === "custom") return message;
  if (code === "invalid_type") return `expected ${String(expected)}`;
  if (code === "invalid_value") return `expected ${values?.join(" or ") ?? "another value"}`;
  return format === "regex" ? "not in the form expected" : code.replaceAll("_", " ");
}
