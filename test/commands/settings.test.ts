/** What `npm start` hands on of its environment, and how. */
import { expect, test } from "vitest";
import { toLocalSettings } from "../../src/commands/start/settings.ts";

test("addresses of hooks go the way of secrets, by a file, and never on a command line", () => {
  const { variables, secrets } = toLocalSettings(
    {
      HOOK_LAB: "https://chat.example/a?b=c",
      HOOK_LAB_SECRET: "token",
      HOOK_EMPTY: "",
      hook_small: "no",
      ADMIN_TOKEN: "admin",
      ALLOW_PRIVATE_CALLBACKS: "1",
    },
    "/project",
  );
  expect([variables, secrets]).toEqual([
    { PUBLIC_URL: "http://localhost:8787", ALLOW_PRIVATE_CALLBACKS: "1" },
    { ADMIN_TOKEN: "admin", HOOK_LAB: "https://chat.example/a?b=c", HOOK_LAB_SECRET: "token" },
  ]);
});

test("a mistake in one names it, and not what it holds", () => {
  expect(() =>
    toLocalSettings({ HOOK_LAB: 'https://chat.example/"$x', ALLOW_PRIVATE_CALLBACKS: "yes" }, "/project"),
  ).toThrow(
    `ALLOW_PRIVATE_CALLBACKS: "yes" cannot be used, expected 1 or 0
HOOK_LAB: what it holds cannot be used, expected letters, digits and signs, without blanks, quotes, dollars and backslashes`,
  );
});
