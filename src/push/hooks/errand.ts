/** What a hook's errand carries: for which hook, and about what. */
import * as z from "zod/mini";
import type { DueErrand } from "../outbox.ts";
import type { Subject } from "./message.ts";

/** News as it may say it; a reminder says of which time it is. */
const subject = z.union([
  z.object({
    id: z.string(),
    sessionId: z.string(),
    kind: z.literal("reminder"),
    startsAt: z.number(),
    minutes: z.number(),
  }),
  z.object({
    id: z.string(),
    sessionId: z.string(),
    kind: z.enum(["announced", "moved", "cancelled", "postponed", "reinstated", "replay"]),
    sequence: z.optional(z.number()),
  }),
]);
const payload = z.object({ hook: z.string(), subject });

export interface HookErrand {
  /** Its name. */
  hook: string;
  subject: Subject;
}

/** Null where it cannot be read, as it was put in by another version. */
export function readErrand(errand: Pick<DueErrand, "payload">): HookErrand | null {
  return payload.safeParse(errand.payload).data ?? null;
}

/** Equal for the same news to the same hook; all of a hook begin alike. */
export function toErrandId(hook: string, newsId: string): string {
  return `hook ${hook} ${newsId}`;
}
