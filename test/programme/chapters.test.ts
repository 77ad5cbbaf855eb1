import { expect, test } from "vitest";
import { toChapters } from "../../src/programme/chapters.ts";

const told = (description: string, durationSeconds?: number) =>
  toChapters(description, durationSeconds).map(({ at, title }) => `${at} ${title}`);

test.each([
  [
    "times before titles",
    "0:00 Introduction\n1:05 Method\n59:59 Questions",
    ["0 Introduction", "65 Method", "3599 Questions"],
  ],
  [
    "among other lines, with hours, bullets, brackets, dashes and Windows' line ends",
    "A talk.\r\n\r\n- 00:00 – Introduction\r\n• [12:30] Method\r\n(1:02:03): Questions\r\nThanks!",
    ["0 Introduction", "750 Method", "3723 Questions"],
  ],
  [
    "times after titles",
    "はじめに 0:00\n手法 - 10:00\n質疑 1:00:00",
    ["0 はじめに", "600 手法", "3600 質疑"],
  ],
  ["ranges", "0:00 - 1:00 One\n1:00–2:00 Two\n2:00 - 3:00 Three", ["0 One", "60 Two", "120 Three"]],
])("chapters are %s", (_name, description, expected) => {
  expect(told(description)).toEqual(expected);
});

test.each([
  ["there are two", "0:00 Introduction\n1:00 Method"],
  ["the first is not at the beginning", "0:01 Introduction\n1:00 Method\n2:00 Questions"],
  ["one is not after the one before", "0:00 Introduction\n2:00 Method\n1:00 Questions"],
  ["one is shorter than ten seconds", "0:00 Introduction\n0:09 Method\n1:00 Questions"],
  ["a time has no title", "0:00\n1:00\n2:00"],
  ["minutes and seconds have no such numbers", "0:00 Introduction\n1:75:00 Method\n2:00:99 Questions"],
])("a description where %s has none", (_name, description) => {
  expect(told(description)).toEqual([]);
});

test("a description that tells more than its video holds is of another: it has none", () => {
  const description = "0:00 Introduction\n1:00 Method\n2:00 Questions";
  expect([told(description, 120), told(description, 121).length]).toEqual([[], 3]);
});

test("a description of one long line takes no long time", () => {
  const begun = performance.now();
  toChapters(`${"0:00 ".repeat(20_000)}\n${"- ".repeat(50_000)}`);
  expect(performance.now() - begun).toBeLessThan(500);
});
