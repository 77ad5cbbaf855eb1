/** Hooks in the club file: what they become, and every way in which a line of them can be wrong. */
import { describe, expect, test } from "vitest";
import { compileData } from "../../src/build/compile-data.ts";
import { toCompiledData } from "../../src/build/data-module.ts";
import { aClubFile } from "./data-files.ts";

const ALL = ["announced", "moved", "cancelled", "replay"];

/** Lines of the club file from the twelfth on; the hooks, or all mistakes as a host reads them. */
function read(hooks: string) {
  const compilation = compileData([aClubFile({ 12: hooks })]);
  if (compilation.ok) return compilation.value.push.hooks;
  return compilation.error.mistakes
    .map(({ line, field, message }) => `${line} ${field}: ${message}`)
    .join("\n");
}

describe("hooks that are right", () => {
  test.each<[string, string, unknown]>([
    ["none", "hooks: []", []],
    [
      "by default everything, a day and an hour before",
      "hooks: [{ name: lab-slack, kind: slack }]",
      [{ name: "lab-slack", kind: "slack", posts: ALL, before: [1_440, 60] }],
    ],
    [
      "what is chosen, in our order, each once",
      "hooks: [{ name: a, kind: json, posts: [replay, moved, replay], before: [30 minutes, 2 days, 1 hour, 60 minutes] }]",
      [{ name: "a", kind: "json", posts: ["moved", "replay"], before: [2_880, 60, 30] }],
    ],
    [
      "nothing where the lists are empty",
      "hooks: [{ name: a, kind: matrix, posts: [], before: [] }]",
      [{ name: "a", kind: "matrix", posts: [], before: [] }],
    ],
  ])("%s", (_what, lines, expected) => {
    expect(read(lines)).toEqual(expected);
  });

  test("are no part of what is published: no feed, calendar or page changes with them", () => {
    const [plain, hooked] = ["", "hooks: [{ name: a, kind: slack }]"].map((line) => {
      const compilation = compileData([aClubFile({ 12: line })]);
      if (!compilation.ok) throw new Error("mistakes");
      return toCompiledData(compilation.value, "1");
    });
    expect([hooked?.fingerprint === plain?.fingerprint, hooked?.club, hooked?.push.hooks.length]).toEqual([
      true,
      plain?.club,
      1,
    ]);
  });
});

describe("hooks that are wrong", () => {
  test.each([
    [
      "hooks: [{ name: a }]",
      "12 hooks[0].kind: is missing, expected one of slack, discord, mattermost, matrix, json",
    ],
    [
      "hooks:\n  - kind: slack",
      '13 hooks[0].name: is missing, expected a name such as "lab-slack": 1 to 40 of a-z, 0-9 and -, beginning with a letter, not ending with "-secret"',
    ],
    [
      "hooks:\n  - name: a\n    kind: teams",
      '14 hooks[0].kind: "teams" is not known here, expected one of slack, discord, mattermost, matrix, json',
    ],
    [
      "hooks:\n  - name: Lab Slack\n    kind: slack",
      '13 hooks[0].name: "Lab Slack" is not a name of a hook, expected a name such as "lab-slack": 1 to 40 of a-z, 0-9 and -, beginning with a letter, not ending with "-secret"',
    ],
    [
      "hooks:\n  - { name: a-secret, kind: slack }",
      '13 hooks[0].name: "a-secret" is not a name of a hook, expected a name such as "lab-slack": 1 to 40 of a-z, 0-9 and -, beginning with a letter, not ending with "-secret"',
    ],
    [
      "hooks:\n  - { name: a, kind: slack }\n  - { name: b, kind: slack }\n  - { name: a, kind: json }",
      '15 hooks[2].name: "a" is the name of hook 1 too, expected a name for each',
    ],
    [
      "hooks:\n  - { name: a, kind: slack, url: https://hooks.slack.com/x }",
      "13 hooks[0].url: is not a known field, expected one of name, kind, posts, before",
    ],
    [
      "hooks:\n  - name: a\n    kind: slack\n    posts: [news]",
      '15 hooks[0].posts[0]: "news" is not known here, expected one of announced, moved, cancelled, replay',
    ],
    [
      "hooks:\n  - name: a\n    kind: slack\n    before: [tomorrow]",
      '15 hooks[0].before[0]: "tomorrow" is not a time before a session, expected a time before a session, such as "1 day", "2 hours" or "30 minutes"',
    ],
    [
      "hooks:\n  - name: a\n    kind: slack\n    before: [1 minute, 15 days]",
      '15 hooks[0].before[0]: "1 minute" is too short, expected at least 5 minutes\n15 hooks[0].before[1]: "15 days" is too long, expected at most 14 days',
    ],
    [
      `hooks: [${Array.from({ length: 11 }, (_, index) => `{ name: a${index}, kind: slack }`).join(", ")}]`,
      "12 hooks: has too many items, expected at most 10",
    ],
  ])("%s", (lines, expected) => {
    expect(read(lines)).toBe(expected);
  });
});
