/** Hooks: chats and programs that are told of news and reminded of sessions. */
import type { Instant } from "../../programme/instant.ts";
import type { Senders } from "../outbox.ts";
import type { Part } from "../part.ts";
import type { HookStatus } from "../status.ts";

export class Hooks implements Part {
  readonly senders: Senders = {};

  status(_now: Instant): HookStatus[] {
    return [];
  }
}
