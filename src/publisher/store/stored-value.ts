/**
 * The values that stored rows are made of, as schemas: what they accept is safe to publish from.
 */
import * as v from "valibot";
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

export const INSTANT = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(LAST_INSTANT));
export const WHOLE_SECOND = v.pipe(INSTANT, v.multipleOf(1_000));
export const COUNT = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const FLAG = v.picklist([0, 1]);

/** NUL is in no text that was ever published; it is a sign of damage. */
export const TEXT = v.pipe(
  v.string(),
  v.check((value) => !value.includes("\0"), "expected text without NUL"),
);
export const NAME = v.pipe(TEXT, v.minLength(1));
export const SESSION_ID = v.pipe(v.string(), v.regex(SESSION_ID_SHAPE));
export const VIDEO_ID = v.pipe(v.string(), v.regex(VIDEO_ID_SHAPE));
export const NAMED_VIDEO_ID = v.pipe(v.string(), v.regex(NAMED_VIDEO_ID_SHAPE));
export const TIME_ZONE = v.pipe(v.string(), v.check(isTimeZone, "expected a time zone"));
export const WEB_ADDRESS = v.pipe(
  v.string(),
  v.check((value) => /^https?:$/.test(URL.parse(value)?.protocol ?? ""), "expected a web address"),
);
export const IDENTITY = v.custom<FeedIdentity>(
  (value) => typeof value === "string" && IDENTITY_SHAPE.test(value),
  "expected channel:ID or playlist:ID",
);

/**
 * A column of JSON. The value is handed on as it was written: valibot would put the members in its own order, and order is
 * part of a fingerprint.
 */
export function json<T>(schema: v.GenericSchema<unknown, T>) {
  return v.pipe(
    v.string(),
    v.rawTransform<string, T>(({ dataset, addIssue, NEVER }) => {
      const value = parseJson(dataset.value);
      const { success, issues = [] } = v.safeParse(schema, value);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it was checked
      if (value !== undefined && success) return value as T;
      if (value === undefined) addIssue({ message: "expected JSON" });
      else for (const issue of issues) addIssue({ message: describeIssue(issue), path: issue.path });
      return NEVER;
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
export function describeFault([issue]: readonly v.BaseIssue<unknown>[]): string {
  if (issue === undefined) return "unreadable";
  return [v.getDotPath(issue) ?? "", describeIssue(issue)].filter((part) => part !== "").join(": ");
}

/** Of what has words of its own, valibot expects nothing that it could name. */
function describeIssue({ type, message, expected, received }: v.BaseIssue<unknown>): string {
  if (type === "regex") return "not in the form expected";
  if (received === "undefined") return "missing";
  return expected === null || type === "custom" ? message : `expected ${expected}`;
}
