/** What a hook's errand carries: for which hook, and about what. */
import * as v from "valibot";
import type { DueErrand } from "../outbox.ts";
import type { Subject } from "./message.ts";

/** News as it may say it; a reminder says of which time it is. */
const subject = v.union([
  v.object({
    id: v.string(),
    sessionId: v.string(),
    kind: v.literal("reminder"),
    startsAt: v.number(),
    minutes: v.number(),
  }),
  v.object({
    id: v.string(),
    sessionId: v.string(),
    kind: v.picklist(["announced", "moved", "cancelled", "postponed", "reinstated", "replay"]),
    sequence: v.optional(v.number()),
  }),
]);
const hookErrand = v.object({ hook: v.string(), subject });

export interface HookErrand {
  /** Its name. */
  hook: string;
  subject: Subject;
}

/** Null where it cannot be read, as it was put in by another version. */
export function readErrand({ payload }: Pick<DueErrand, "payload">): HookErrand | null {
  return v.is(hookErrand, payload) ? payload : null;
}

/** Equal for the same news to the same hook; all of a hook begin alike. */
export function toErrandId(hook: string, newsId: string): string {
  return `hook ${hook} ${newsId}`;
}
