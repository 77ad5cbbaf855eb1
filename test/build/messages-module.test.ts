import { expect, test } from "vitest";
import { toMessagesModule } from "../../src/build/messages-module.ts";

test.each([
  ["en", ["en"]],
  ["nl", ["en"]],
  ["de-CH", ["en", "de"]],
  ["zh", ["en", "zh-Hans"]],
])("the Worker of a club that speaks %s has the messages in %j", (language, names) => {
  const module = toMessagesModule(language);
  expect([
    [...module.matchAll(/"\.\.\/src\/wording\/messages\/(.*)\.ts"/g)].map(([, name]) => name),
    /\{ (".*) \}/.exec(module)?.[1],
  ]).toEqual([names, names.map((name, index) => `"${name}": m${index}`).join(", ")]);
});
