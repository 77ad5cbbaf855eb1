/** Where a hook posts to, or why it cannot; in no case what its secrets hold. */
import { expect, test } from "vitest";
import type { Hook } from "../../../src/programme/hook.ts";
import { toDestination } from "../../../src/push/hooks/destination.ts";

const find = (kind: Hook["kind"], secrets: Record<string, string>, isPrivateAllowed = false) => {
  const found = toDestination({ name: "lab-chat", kind }, new Map(Object.entries(secrets)), isPrivateAllowed);
  return found.ok ? found.value : found.error.message;
};
const ROOM = "https://matrix.example/_matrix/client/v3/rooms/!a:example";

test.each<[string, ReturnType<typeof find>, ReturnType<typeof find>]>([
  [
    "a chat's address is enough",
    find("slack", { HOOK_LAB_CHAT: "https://chat.example/a?b=c" }),
    { url: "https://chat.example/a?b=c", secret: "" },
  ],
  [
    "without it there is none",
    find("discord", { HOOK_LAB: "https://chat.example" }),
    "HOOK_LAB_CHAT is not set",
  ],
  [
    "http is for trials",
    find("slack", { HOOK_LAB_CHAT: "http://127.0.0.1:1/x" }, true),
    { url: "http://127.0.0.1:1/x", secret: "" },
  ],
  [
    "http is no address otherwise",
    find("slack", { HOOK_LAB_CHAT: "http://chat.example/secret-path" }),
    "HOOK_LAB_CHAT is no address that begins with https://",
  ],
  [
    "nor is anything else",
    find("mattermost", { HOOK_LAB_CHAT: "file:///etc/passwd" }, true),
    "HOOK_LAB_CHAT is no address that begins with https://",
  ],
  [
    "nor is no address at all",
    find("slack", { HOOK_LAB_CHAT: "T0/B0/x" }),
    "HOOK_LAB_CHAT is no address that begins with https://",
  ],
  [
    "an address with a password cannot be asked",
    find("slack", { HOOK_LAB_CHAT: "https://me:pass@chat.example" }),
    "HOOK_LAB_CHAT has a user name or password",
  ],
  ["Matrix needs a token", find("matrix", { HOOK_LAB_CHAT: ROOM }), "HOOK_LAB_CHAT_SECRET is not set"],
  [
    "a room, with or without what is sent to",
    find("matrix", { HOOK_LAB_CHAT: `${ROOM}/send/m.room.message/`, HOOK_LAB_CHAT_SECRET: "t" }),
    { url: ROOM, secret: "t" },
  ],
  [
    "a room behind a path",
    find("matrix", {
      HOOK_LAB_CHAT: "https://example.org/m/_matrix/client/r0/rooms/%21a",
      HOOK_LAB_CHAT_SECRET: "t",
    }),
    { url: "https://example.org/m/_matrix/client/r0/rooms/%21a", secret: "t" },
  ],
  [
    "an address of no room",
    find("matrix", { HOOK_LAB_CHAT: "https://matrix.to/#/!a:example", HOOK_LAB_CHAT_SECRET: "t" }),
    "HOOK_LAB_CHAT is no address of a room: https://SERVER/_matrix/client/v3/rooms/ROOM_ID",
  ],
  [
    "JSON is never unsigned",
    find("json", { HOOK_LAB_CHAT: "https://a.example" }),
    "HOOK_LAB_CHAT_SECRET is not set",
  ],
  [
    "JSON with any secret",
    find("json", { HOOK_LAB_CHAT: "https://a.example", HOOK_LAB_CHAT_SECRET: "s" }),
    { url: "https://a.example/", secret: "s" },
  ],
  [
    "a secret that begins like Base64 and is none",
    find("json", { HOOK_LAB_CHAT: "https://a.example", HOOK_LAB_CHAT_SECRET: "whsec_%%%" }),
    "HOOK_LAB_CHAT_SECRET begins with whsec_, and no Base64 follows",
  ],
  [
    "one that begins like it and ends there",
    find("json", { HOOK_LAB_CHAT: "https://a.example", HOOK_LAB_CHAT_SECRET: "whsec_" }),
    "HOOK_LAB_CHAT_SECRET begins with whsec_, and no Base64 follows",
  ],
])("%s", (_what, found, expected) => {
  expect(found).toEqual(expected);
});
